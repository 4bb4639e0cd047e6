package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MonotoneCubicTest {
  /** Reference: PchipInterpolator of SciPy 1.10.1. */
  @Test
  void values_equalSciPy() {
    double[] x = {0, 1, 1.5, 3, 4};
    double[] y = {0, 0.5, 0.5, 2, 2.25};
    double[] at = {0, .25, .75, 1.2, 2, 3.5, 4};
    assertArrayEquals(SCIPY, new MonotoneCubic(x, y).values(at), 1e-14);
  }

  private static final double[] SCIPY = {
    0.0, 0.19531250000000003, 0.4609375, 0.5, 0.8461538461538461, 2.173076923076923, 2.25
  };

  @Test
  void values_ofIncreasingData_increase() {
    Random random = new Random(5);
    double[] x = new double[30];
    double[] y = new double[30];
    for (int i = 1; i < x.length; i++) {
      x[i] = x[i - 1] + 0.01 + random.nextDouble();
      y[i] = y[i - 1] + (random.nextInt(3) == 0 ? 0 : Math.exp(4 * random.nextGaussian()));
    }
    double[] at = new double[1000];
    for (int i = 0; i < at.length; i++) {
      at[i] = x[29] * i / (at.length - 1.0);
    }
    double[] values = new MonotoneCubic(x, y).values(at);
    for (int i = 1; i < values.length; i++) {
      assertTrue(values[i] >= values[i - 1] - 1e-12 * values[i], "at " + at[i]);
    }
  }
}
