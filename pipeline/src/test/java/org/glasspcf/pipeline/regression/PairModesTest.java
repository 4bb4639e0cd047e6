package org.glasspcf.pipeline.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairModesTest {
  private static final int BINS = 37;
  private static final int GLASSES = 5;

  /** Bands are calibrated on predictions, so a faster sum must be the same to the bit. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 7, 10})
  void predict_equalsItsDefinition_toTheBit(int modes) {
    Random random = new Random(modes);
    double[][] points = new double[GLASSES][];
    for (int i = 0; i < GLASSES; i++) {
      points[i] = random.doubles(7).toArray();
    }
    float[] mean = floats(random, BINS);
    float[] basis = floats(random, modes * BINS);
    float[] weights = floats(random, PairModes.LENGTH_SCALES.length * GLASSES * modes);
    double[] point = random.doubles(7).toArray();

    double[] c = new double[modes];
    int at = 0;
    for (double scale : PairModes.LENGTH_SCALES) {
      for (double[] training : points) {
        for (int m = 0; m < modes; m++) {
          c[m] += Kernel.of(point, training, scale) * weights[at++];
        }
      }
    }
    double[] expected = new double[BINS];
    for (int i = 0; i < BINS; i++) {
      double g = mean[i];
      for (int m = 0; m < modes; m++) {
        g += c[m] * basis[m * BINS + i];
      }
      expected[i] = Math.max(g, 0);
    }
    PairModes fitted = new PairModes(points, mean, basis, weights);
    assertArrayEquals(expected, fitted.predict(point));
    assertArrayEquals(mean, fitted.mean());
    assertArrayEquals(basis, fitted.basis());
    assertArrayEquals(weights, fitted.weights());
    assertEquals(fitted, new PairModes(points, mean, basis, weights));
  }

  private static float[] floats(Random random, int count) {
    float[] out = new float[count];
    for (int i = 0; i < count; i++) {
      out[i] = (float) random.nextGaussian();
    }
    return out;
  }
}
