package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvolutionsTest {
  private final Random random = new Random(11);

  private float[] draw(int count) {
    float[] out = new float[count];
    for (int i = 0; i < count; i++) {
      out[i] = (float) random.nextGaussian();
    }
    return out;
  }

  private float[][] planes(int count, int size) {
    float[][] out = new float[count][];
    for (int i = 0; i < count; i++) {
      out[i] = draw(size);
    }
    return out;
  }

  /** The definition, in double precision: zero outside the plane. */
  private static float[] byDefinition(
      float[][] in, int n, float[] weights, float bias, int filter) {
    float[] out = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = bias;
        for (int c = 0; c < in.length; c++) {
          for (int k = 0; k < 9; k++) {
            int y = i + k / 3 - 1;
            int x = j + k % 3 - 1;
            if (y >= 0 && y < n && x >= 0 && x < n) {
              sum += in[c][y * n + x] * (double) weights[(filter * in.length + c) * 9 + k];
            }
          }
        }
        out[i * n + j] = (float) sum;
      }
    }
    return out;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16})
  void convolve_equalsTheDefinition(int n) {
    float[][] in = planes(3, n * n);
    float[] weights = draw(2 * 3 * 9);
    float[] bias = draw(2);
    float[][] out = Convolutions.convolve(in, n, weights, bias);
    for (int f = 0; f < 2; f++) {
      assertArrayEquals(byDefinition(in, n, weights, bias[f], f), out[f], 1e-5f);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16})
  void convolveUpsampled_equalsRepeatingThenConvolving(int n) {
    float[][] in = planes(3, n * n);
    float[] weights = draw(2 * 3 * 9);
    float[] bias = draw(2);
    float[][] repeated = new float[3][4 * n * n];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < 4 * n * n; i++) {
        repeated[c][i] = in[c][i / (2 * n) / 2 * n + i % (2 * n) / 2];
      }
    }
    float[] kernels = Convolutions.phaseKernels(weights, 2, 3);
    float[][] out = Convolutions.convolveUpsampled(in, n, kernels, bias);
    for (int f = 0; f < 2; f++) {
      assertArrayEquals(byDefinition(repeated, 2 * n, weights, bias[f], f), out[f], 1e-5f);
    }
  }

  @Test
  void maxPool_takesTheLargestOfFour() {
    float[][] in = {{1, 2, -5, -6, 3, 4, -7, -8, 9, 0, 1, 1, 0, 0, 1, 2}};
    assertArrayEquals(new float[] {4, -5, 9, 2}, Convolutions.maxPool(in, 4)[0]);
  }

  @Test
  void rectify_dropsNegatives() {
    float[][] planes = {{-1, 0, 2}};
    Convolutions.rectify(planes);
    assertEquals(0, planes[0][0]);
    assertEquals(2, planes[0][2]);
  }
}
