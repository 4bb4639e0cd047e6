package org.glasspcf.encoder;

import java.util.List;
import java.util.Map;
import org.glasspcf.encoder.AutoencoderArchitecture.Convolution;

/**
 * The decoder half of {@link PcfAutoencoder}, prepared: from a latent vector to the intensities of
 * an image, in working memory that calls hand on.
 */
final class ImageDecoder {
  private static final int CENTER = 4;

  private final float[] firstWeights;
  private final float[] firstBias;
  private final NarrowUpsampling[] narrow;
  private final WideUpsampling wide;

  /** For each narrow layer where its filters' pixels go. */
  private final int[][] places;

  ImageDecoder(AutoencoderArchitecture architecture, Map<String, float[]> parameters) {
    List<Convolution> layers = architecture.decoder();
    Convolution first = layers.get(0);
    float[] kernels = parameters.get(first.weightName());
    firstWeights = new float[first.filters() * first.inputs()];
    for (int i = 0; i < firstWeights.length; i++) {
      firstWeights[i] = kernels[i * AutoencoderArchitecture.KERNEL + CENTER];
    }
    firstBias = parameters.get(first.biasName());

    int last = layers.size() - 1;
    Convolution before = layers.get(last - 1);
    wide =
        new WideUpsampling(
            before.inputs(),
            parameters.get(before.weightName()),
            parameters.get(before.biasName()),
            parameters.get(layers.get(last).weightName()),
            parameters.get(layers.get(last).biasName())[0]);

    narrow = new NarrowUpsampling[last - 2];
    places = new int[narrow.length][];
    for (int i = 0; i < narrow.length; i++) {
      Convolution c = layers.get(i + 1);
      narrow[i] =
          new NarrowUpsampling(
              1 << i, c.inputs(), parameters.get(c.weightName()), parameters.get(c.biasName()));
      places[i] = i < narrow.length - 1 ? side(c.filters()) : wide.places();
    }
  }

  private static int[] side(int filters) {
    int[] out = new int[filters];
    for (int f = 0; f < filters; f++) {
      out[f] = f;
    }
    return out;
  }

  /** What one call after the other works on. */
  final class Work {
    /** What {@link #draw} drew: 64×64 intensities, row by row. */
    final float[] intensities = new float[PcfImage.PIXELS];

    private final float[] first = new float[firstBias.length];
    private final NarrowUpsampling.Work[] narrowWork = new NarrowUpsampling.Work[narrow.length];
    private final float[][] outputs = new float[narrow.length][];
    private final WideUpsampling.Work wideWork = wide.work();
    private final double[] drawn = new double[PcfImage.PIXELS];

    private Work() {
      for (int i = 0; i < narrow.length; i++) {
        narrowWork[i] = narrow[i].work();
        boolean last = i == narrow.length - 1;
        outputs[i] = last ? wideWork.chain : new float[(4 << 2 * i) * places[i].length];
      }
    }
  }

  Work work() {
    return new Work();
  }

  /** Draws into the work's intensities. */
  void draw(float[] latent, Work work) {
    for (int f = 0, w = 0; f < firstBias.length; f++) {
      float sum = firstBias[f];
      for (float z : latent) {
        sum += firstWeights[w++] * z;
      }
      work.first[f] = Math.max(sum, 0);
    }
    float[] in = work.first;
    for (int i = 0; i < narrow.length; i++) {
      int step = i < narrow.length - 1 ? places[i].length : 1;
      narrow[i].apply(in, work.narrowWork[i], work.outputs[i], places[i], step);
      in = work.outputs[i];
    }
    wide.apply(work.wideWork, work.drawn);
    LongLoops.sigmoid(work.drawn);
    for (int i = 0; i < work.drawn.length; i++) {
      work.intensities[i] = (float) work.drawn[i];
    }
  }
}
