package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WideUpsamplingTest {
  private static final int INPUTS = 8;
  private static final int FILTERS = 4;
  private static final int N = WideUpsampling.N;

  @Test
  void upsampling_equalsRepeatingThenConvolving_twice() {
    Random random = new Random(12);
    float[] weights = PlainConvolutions.draw(random, FILTERS * INPUTS * 9, 0.2);
    float[] bias = PlainConvolutions.draw(random, FILTERS, 1);
    float[] lastWeights = PlainConvolutions.draw(random, FILTERS * 9, 0.2);
    WideUpsampling upsampling = new WideUpsampling(INPUTS, weights, bias, lastWeights, 0.7f);
    WideUpsampling.Work work = upsampling.work();
    int[] places = upsampling.places();
    double[] out = new double[PcfImage.PIXELS];
    for (int call = 0; call < 2; call++) { // the second meets what the first left behind
      float[][] in = PlainConvolutions.rectified(random, INPUTS, N * N);
      for (int c = 0; c < INPUTS; c++) {
        System.arraycopy(in[c], 0, work.chain, places[c], N * N);
      }
      upsampling.apply(work, out);

      float[][] doubled = PlainConvolutions.doubled(in, N);
      float[][] middle = new float[FILTERS][];
      for (int f = 0; f < FILTERS; f++) {
        middle[f] = PlainConvolutions.convolve(doubled, 2 * N, weights, bias[f], f);
        PlainConvolutions.rectify(middle[f]);
      }
      float[][] image = PlainConvolutions.doubled(middle, 2 * N);
      float[] expected = PlainConvolutions.convolve(image, 4 * N, lastWeights, 0.7f, 0);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], out[i], 2e-5, "pixel " + i);
      }
    }
  }
}
