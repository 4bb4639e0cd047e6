package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NarrowUpsamplingTest {
  private static final int INPUTS = 5;
  private static final int FILTERS = 16;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 8})
  void upsampling_equalsRepeatingThenConvolving(int n) {
    Random random = new Random(11);
    float[] weights = PlainConvolutions.draw(random, FILTERS * INPUTS * 9, 0.3);
    float[] bias = PlainConvolutions.draw(random, FILTERS, 1);
    NarrowUpsampling upsampling = new NarrowUpsampling(n, INPUTS, weights, bias);
    NarrowUpsampling.Work work = upsampling.work();
    for (int call = 0; call < 2; call++) { // the second meets what the first left behind
      float[][] in = PlainConvolutions.rectified(random, INPUTS, n * n);
      float[] out = new float[7 + FILTERS * 4 * n * n];
      int[] places = new int[FILTERS];
      for (int f = 0; f < FILTERS; f++) {
        places[f] = 7 + f * 4 * n * n;
      }
      upsampling.apply(pixelByPixel(in, n), work, out, places, 1);
      float[][] doubled = PlainConvolutions.doubled(in, n);
      for (int f = 0; f < FILTERS; f++) {
        float[] expected = PlainConvolutions.convolve(doubled, 2 * n, weights, bias[f], f);
        PlainConvolutions.rectify(expected);
        for (int i = 0; i < expected.length; i++) {
          assertEquals(expected[i], out[places[f] + i], 1e-5f, "filter " + f + ", pixel " + i);
        }
      }
    }
  }

  private static float[] pixelByPixel(float[][] planes, int n) {
    float[] out = new float[n * n * planes.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = planes[i % planes.length][i / planes.length];
    }
    return out;
  }
}
