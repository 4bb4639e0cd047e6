package org.glasspcf.encoder;

import java.util.Arrays;

/**
 * Doubles rows and columns by repetition, convolves with 3×3 kernels and rectifies: for planes of
 * up to 8×8 pixels, where not the pixels but the filters make long loops.
 *
 * <p>An output pixel sees 2×2 input pixels, through sums of kernel weights. So each input pixel
 * first gives 16 numbers a filter: its part in the outputs of odd or even row and column that see
 * it in one of four corners. Inputs that are zero, half of them behind a rectifier, are left out.
 * Then each output adds up four parts.
 */
final class NarrowUpsampling {
  private static final int PARTS = 16;
  private static final int CORNERS = 4;
  private static final int TAPS = 9;

  private final int n;
  private final int inputs;
  private final int filters;
  private final float[][] kernels;
  private final float[] bias;

  /**
   * Prepares.
   *
   * @param n rows and columns of an input plane
   * @param inputs number of input planes
   * @param weights [filters][inputs][3][3], flat
   * @param bias [filters]
   */
  NarrowUpsampling(int n, int inputs, float[] weights, float[] bias) {
    this.n = n;
    this.inputs = inputs;
    this.filters = bias.length;
    this.bias = bias;
    this.kernels = kernels(weights, inputs, filters);
  }

  /** [inputs][output row even or odd][output column even or odd][2×2 corners][filters]. */
  private static float[][] kernels(float[] weights, int inputs, int filters) {
    float[][] out = new float[inputs][];
    for (int c = 0; c < inputs; c++) {
      out[c] = LongLoops.array(PARTS * filters);
      for (int f = 0; f < filters; f++) {
        for (int phase = 0; phase < CORNERS; phase++) {
          for (int tap = 0; tap < TAPS; tap++) {
            // Kernel row k, seen from output row 2i + p, reads input row i + p - 1 + corner.
            int row = (tap / 3 + 1 - (phase >> 1)) / 2;
            int column = (tap % 3 + 1 - (phase & 1)) / 2;
            int part = CORNERS * phase + 2 * row + column;
            out[c][part * filters + f] += weights[(f * inputs + c) * TAPS + tap];
          }
        }
      }
    }
    return out;
  }

  /** What one call after the other works on. */
  final class Work {
    /** Parts of each input pixel. */
    private final float[][] parts = new float[n * n][];

    /** Parts of a pixel that is zero or lies outside: the bias, in each first corner. */
    private final float[] none = LongLoops.array(PARTS * filters);

    private final float[] value = new float[inputs + 3];
    private final int[] index = new int[inputs + 3];

    private Work() {
      for (int i = 0; i < parts.length; i++) {
        parts[i] = LongLoops.array(PARTS * filters);
      }
      for (int phase = 0; phase < CORNERS; phase++) {
        System.arraycopy(bias, 0, none, CORNERS * phase * filters, filters);
      }
    }

    private float[] parts(int row, int column) {
      boolean inside = row >= 0 && row < n && column >= 0 && column < n;
      return inside ? parts[row * n + column] : none;
    }
  }

  Work work() {
    return new Work();
  }

  /**
   * Computes.
   *
   * @param in [n·n][inputs]
   * @param work from {@link #work()}
   * @param out where the 2n·2n pixels of each filter go; what else it holds is rectified too
   * @param places the place of each filter's first pixel
   * @param step from one pixel's place to the next one's
   */
  void apply(float[] in, Work work, float[] out, int[] places, int step) {
    for (int pixel = 0; pixel < n * n; pixel++) {
      sumInputs(in, pixel * inputs, work, work.parts[pixel]);
    }
    for (int i = 0; i < 2 * n; i++) {
      int row = (i + 1) / 2;
      for (int j = 0; j < 2 * n; j++) {
        int column = (j + 1) / 2;
        float[] p = work.parts(row - 1, column - 1);
        float[] q = work.parts(row - 1, column);
        float[] r = work.parts(row, column - 1);
        float[] t = work.parts(row, column);
        int k = (2 * (i & 1) + (j & 1)) * CORNERS * filters;
        int at = (i * 2 * n + j) * step;
        for (int f = 0; f < filters; f++, k++) {
          out[places[f] + at] = p[k] + q[k + filters] + r[k + 2 * filters] + t[k + 3 * filters];
        }
      }
    }
    LongLoops.rectify(out);
  }

  private void sumInputs(float[] in, int from, Work work, float[] sums) {
    float[] value = work.value;
    int[] index = work.index;
    int found = 0;
    for (int c = 0; c < inputs; c++) {
      value[found] = in[from + c];
      index[found] = c;
      found += in[from + c] != 0 ? 1 : 0;
    }
    Arrays.fill(value, found, found + 3, 0);
    Arrays.fill(index, found, found + 3, 0);
    System.arraycopy(work.none, 0, sums, 0, sums.length);
    for (int i = 0; i < found; i += 4) {
      LongLoops.addFour(
          sums,
          kernels[index[i]],
          kernels[index[i + 1]],
          kernels[index[i + 2]],
          kernels[index[i + 3]],
          value[i],
          value[i + 1],
          value[i + 2],
          value[i + 3]);
    }
  }
}
