package org.glasspcf.encoder;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.glasspcf.encoder.AutoencoderArchitecture.Convolution;

/**
 * The encoder half of {@link PcfAutoencoder}: convolve with 3×3 kernels, take the largest of 2×2,
 * rectify, six times.
 *
 * <p>Each input plane is copied into its nine shifted selves, so that no inner loop knows rows or
 * borders. Rows of zeros at its top and bottom, a third of all rows behind a rectifier, are left
 * out, which is exact. Sums run over inputs and kernel rows in this order and add up three numbers
 * at a time: a forest trained on the latent vectors depends on their last bits.
 */
final class ImageEncoder {
  private static final int TAPS = 9;
  private static final int SIZE = PcfImage.SIZE;

  /** Pixels worked on at a time: nine such pieces and a sum fit the nearest cache. */
  private static final int PIECE = 1024;

  /** The fewest rows of a plane that {@link LongLoops} are for. */
  private static final int LONG = 8;

  private final List<Convolution> layers;
  private final float[][] weights;
  private final float[][] bias;
  private final boolean rectifiesLatents;

  ImageEncoder(AutoencoderArchitecture architecture, Map<String, float[]> parameters) {
    layers = architecture.encoder();
    weights = layers.stream().map(c -> parameters.get(c.weightName())).toArray(float[][]::new);
    bias = layers.stream().map(c -> parameters.get(c.biasName())).toArray(float[][]::new);
    rectifiesLatents = architecture.latentActivation() == LatentActivation.RELU;
  }

  /** What one call after the other works on. */
  final class Work {
    /** What {@link #condense} reads: 64×64 intensities, row by row. */
    final float[] intensities = new float[PcfImage.PIXELS];

    private final float[][] shifted = new float[TAPS][];
    private final float[] neighbors = LongLoops.array(PIECE);
    private final float[][] sums;
    private final float[][][] pooled = new float[layers.size()][][];

    /** Rows of the input, counted from the piece's first, from and before which it is not zero. */
    private int from;

    private int to;

    private Work() {
      for (int tap = 0; tap < TAPS; tap++) {
        shifted[tap] = LongLoops.array(PIECE);
      }
      int most = 0;
      for (int i = 0, n = SIZE / 2; i < pooled.length; i++, n /= 2) {
        pooled[i] = new float[bias[i].length][n * n];
        most = Math.max(most, bias[i].length);
      }
      sums = new float[most][];
      for (int f = 0; f < most; f++) {
        sums[f] = LongLoops.array(PIECE);
      }
    }
  }

  Work work() {
    return new Work();
  }

  /** Condenses the work's intensities into a latent vector. */
  void condense(Work work, float[] latent) {
    first(work);
    for (int layer = 1, n = SIZE / 2; layer < layers.size(); layer++, n /= 2) {
      convolve(work, layer, n);
      for (int f = 0; f < bias[layer].length; f++) {
        pool(work.sums[f], n, n, work.neighbors, work.pooled[layer][f], 0);
        if (layer < layers.size() - 1 || rectifiesLatents) {
          LongLoops.rectify(work.pooled[layer][f]);
        }
      }
    }
    for (int i = 0; i < latent.length; i++) {
      latent[i] = work.pooled[layers.size() - 1][i][0];
    }
  }

  /** The first layer, of a single input: filter by filter, a quarter of the image at a time. */
  private void first(Work work) {
    int rows = PIECE / SIZE;
    float[] y = work.sums[0];
    float[][] out = work.pooled[0];
    for (int top = 0; top < SIZE; top += rows) {
      int at = top * SIZE / 4;
      shift(work.intensities, SIZE, top, rows, work);
      for (int f = 0; f < out.length; f++) {
        if (work.from == work.to) { // a black piece, as most images have at the top
          Arrays.fill(out[f], at, at + PIECE / 4, bias[0][f]);
          continue;
        }
        Arrays.fill(y, bias[0][f]);
        addInput(y, work, weights[0], f * TAPS, SIZE, rows);
        pool(y, SIZE, rows, work.neighbors, out[f], at);
      }
    }
    for (float[] plane : out) {
      LongLoops.rectify(plane);
    }
  }

  private void convolve(Work work, int layer, int n) {
    float[][] input = work.pooled[layer - 1];
    int filters = bias[layer].length;
    for (int f = 0; f < filters; f++) {
      Arrays.fill(work.sums[f], 0, n * n, bias[layer][f]);
    }
    for (int c = 0; c < input.length; c++) {
      shift(input[c], n, 0, n, work);
      for (int f = 0; f < filters; f++) {
        addInput(work.sums[f], work, weights[layer], (f * input.length + c) * TAPS, n, n);
      }
    }
  }

  /**
   * Copies the rows of a piece that are not zero, as each kernel place sees them: row i of the
   * piece sees the plane's row top + i + ky − 1 through kernel row ky.
   */
  private static void shift(float[] plane, int n, int top, int rows, Work work) {
    int from = Math.max(top - 1, 0);
    int to = Math.min(top + rows + 1, n);
    while (from < to && isZero(plane, from * n, n)) {
      from++;
    }
    while (from < to && isZero(plane, (to - 1) * n, n)) {
      to--;
    }
    work.from = from - top;
    work.to = to - top;
    for (int ky = 0; ky < 3; ky++) {
      int at = firstRow(work, ky) * n;
      int count = endRow(work, ky, rows) * n - at;
      if (count > 0) {
        int source = (top + ky - 1) * n + at;
        float[] left = work.shifted[3 * ky];
        float[] right = work.shifted[3 * ky + 2];
        System.arraycopy(plane, source, left, at + 1, count - 1);
        System.arraycopy(plane, source, work.shifted[3 * ky + 1], at, count);
        System.arraycopy(plane, source + 1, right, at, count - 1);
        for (int k = at; k < at + count; k += n) {
          left[k] = 0;
          right[k + n - 1] = 0;
        }
      }
    }
  }

  private static boolean isZero(float[] plane, int from, int count) {
    for (int k = from; k < from + count; k++) {
      if (plane[k] != 0) {
        return false;
      }
    }
    return true;
  }

  private static int firstRow(Work work, int ky) {
    return Math.max(work.from + 1 - ky, 0);
  }

  private static int endRow(Work work, int ky, int rows) {
    return Math.min(work.to + 1 - ky, rows);
  }

  private static void addInput(float[] y, Work work, float[] weights, int w, int n, int rows) {
    for (int ky = 0; ky < 3; ky++) {
      int k = 3 * ky;
      float[] p = work.shifted[k];
      float[] q = work.shifted[k + 1];
      float[] r = work.shifted[k + 2];
      int from = firstRow(work, ky) * n;
      int to = endRow(work, ky, rows) * n;
      if (n < LONG) {
        addShort(y, p, q, r, weights[w + k], weights[w + k + 1], weights[w + k + 2], from, to);
      } else if (from < to) {
        LongLoops.addThree(
            y, p, q, r, weights[w + k], weights[w + k + 1], weights[w + k + 2], from, to);
      }
    }
  }

  /** As {@link LongLoops#addThree}, for a few numbers. */
  private static void addShort(
      float[] y, float[] p, float[] q, float[] r, float a, float b, float c, int from, int to) {
    for (int k = from; k < to; k++) {
      y[k] = y[k] + (a * p[k] + b * q[k] + c * r[k]);
    }
  }

  /** Takes the largest of each 2×2 numbers: of each with its neighbors, then of every second. */
  private static void pool(float[] y, int n, int rows, float[] neighbors, float[] out, int at) {
    int size = rows * n;
    System.arraycopy(y, n, neighbors, 0, size - n);
    LongLoops.max(y, neighbors, size - n);
    System.arraycopy(y, 1, neighbors, 0, size - n - 1);
    LongLoops.max(y, neighbors, size - n - 1);
    for (int i = 0; i < size; i += 2 * n) {
      for (int k = i; k < i + n; k += 2) {
        out[at++] = y[k];
      }
    }
  }
}
