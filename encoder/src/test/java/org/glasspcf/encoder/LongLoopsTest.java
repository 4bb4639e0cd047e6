package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LongLoopsTest {
  @Test
  void sigmoid_equalsItsDefinition_inSinglePrecision() {
    double[] x = new double[4001];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 2000) / 40.0;
    }
    double[] y = x.clone();
    LongLoops.sigmoid(y);
    for (int i = 0; i < x.length; i++) {
      double expected = 1 / (1 + Math.exp(-x[i]));
      assertEquals(expected, y[i], 1e-9 * expected + 1e-17, "at " + x[i]);
    }
    double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, Double.NaN};
    LongLoops.sigmoid(ends);
    assertEquals(1, ends[0]);
    assertEquals(0, ends[1], 1e-17);
    assertEquals(1, ends[2]);
    assertEquals(Double.NaN, ends[3]);
  }
}
