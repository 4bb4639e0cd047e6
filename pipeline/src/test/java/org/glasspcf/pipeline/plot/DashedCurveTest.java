package org.glasspcf.pipeline.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DashedCurveTest {
  @Test
  void flatCurveOfNearPoints_hasDashesOfSevenAndGapsOfFive() {
    double[] x = new double[121]; // a point a pixel, 120 pixels: ten dashes
    double[] y = new double[121];
    for (int i = 0; i < x.length; i++) {
      x[i] = i / 4.0;
      y[i] = 1;
    }
    DashedCurve dashes = DashedCurve.of(x, y, 4, 30);
    int gaps = 0;
    double drawn = 0;
    for (int i = 1; i < dashes.x().length; i++) {
      if (Double.isNaN(dashes.y()[i])) {
        gaps++;
      } else if (!Double.isNaN(dashes.y()[i - 1])) {
        drawn += 4 * (dashes.x()[i] - dashes.x()[i - 1]);
        assertEquals(1, dashes.y()[i], 1e-12);
      }
    }
    assertEquals(10, gaps);
    assertEquals(70, drawn, 1e-9);
  }

  @Test
  void steepCurve_isCutAlongItsLength() {
    // 3-4-5 triangle: 50 pixels long, dashes at 0–7, 12–19, 24–31, 36–43 and 48–50
    DashedCurve dashes = DashedCurve.of(new double[] {0, 3}, new double[] {0, 4}, 10, 10);
    assertEquals(0.42, dashes.x()[1], 1e-12);
    assertEquals(0.56, dashes.y()[1], 1e-12);
    assertTrue(Double.isNaN(dashes.y()[2]));
    assertEquals(0.72, dashes.x()[3], 1e-12);
    assertEquals(3, dashes.x()[dashes.x().length - 1], 1e-12);
  }
}
