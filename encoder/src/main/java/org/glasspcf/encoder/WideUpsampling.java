package org.glasspcf.encoder;

import java.util.Arrays;

/**
 * The decoder's last two convolutions, nine tenths of its work: planes of 16×16 pixels doubled and
 * convolved to 32×32, rectified, doubled and convolved to the image.
 *
 * <p>A convolution sums over inputs and over the nine places of a kernel. Here the inputs come
 * first: for each place a weighted sum of the planes as they lie; only the nine sums are then
 * shifted and doubled. A plane's rows are 16 numbers and a row of zeros follows the last, so that a
 * shift by a row is a constant offset. The planes of 32×32 stay in four quarters, even and odd rows
 * by even and odd columns, as they are made.
 */
final class WideUpsampling {
  /** Rows and columns of an input plane. */
  static final int N = 16;

  private static final int TAPS = 9;
  private static final int PIXELS = N * N;
  private static final int PLANE = LongLoops.PLANE;
  private static final int QUARTERS = 4 * PLANE;

  // The scratch array: a row of zeros, the nine sums, then for even and for odd output rows the
  // three sums over kernel rows, room for one of them shifted, and two quarters of the output.
  private static final int SUMS = N;
  private static final int EVEN = SUMS + TAPS * PLANE;
  private static final int SHIFTED = 3 * PLANE;
  private static final int QUARTER = 4 * PLANE;
  private static final int ODD = EVEN + 6 * PLANE;
  private static final int SCRATCH = ODD + 6 * PLANE;

  /** A row of 32 pixels between two zeros. */
  private static final int ROW = 2 * N + 2;

  private final int inputs;
  private final int filters;
  private final float[] weights;
  private final float[] bias;
  private final float[] lastWeights;
  private final float lastBias;

  /**
   * Prepares.
   *
   * @param inputs number of input planes, a multiple of 4
   * @param weights [filters][inputs][3][3], flat
   * @param bias [filters], a multiple of 4
   * @param lastWeights [1][filters][3][3], flat
   * @param lastBias the last filter's bias
   */
  WideUpsampling(int inputs, float[] weights, float[] bias, float[] lastWeights, float lastBias) {
    this.inputs = inputs;
    this.filters = bias.length;
    this.bias = bias;
    this.lastWeights = lastWeights;
    this.lastBias = lastBias;
    this.weights = new float[weights.length]; // [filters][3][3][inputs]
    for (int f = 0; f < filters; f++) {
      for (int tap = 0; tap < TAPS; tap++) {
        for (int c = 0; c < inputs; c++) {
          this.weights[(f * TAPS + tap) * inputs + c] = weights[(f * inputs + c) * TAPS + tap];
        }
      }
    }
  }

  /** What one call after the other works on. */
  final class Work {
    /** Input planes in groups of four; before each group and at the end the sum so far. */
    final float[] chain = new float[(inputs / 4 * 5 + 1) * PLANE];

    private final float[] scratch = new float[SCRATCH];
    private final float[][] quarters = new float[4][];
    private final float[][] sums = new float[TAPS][];
    private final float[] rows = new float[3 * ROW];

    private Work() {
      for (int i = 0; i < quarters.length; i++) {
        quarters[i] = LongLoops.array(QUARTERS);
      }
      for (int tap = 0; tap < TAPS; tap++) {
        sums[tap] = LongLoops.array(QUARTERS);
      }
    }
  }

  Work work() {
    return new Work();
  }

  /** The place of each input plane in a chain. */
  int[] places() {
    int[] out = new int[inputs];
    for (int c = 0; c < inputs; c++) {
      out[c] = (c / 4 * 5 + 1 + c % 4) * PLANE;
    }
    return out;
  }

  /**
   * Computes.
   *
   * @param work from {@link #work()}, its chain holding the inputs
   * @param out 64×64 numbers, row by row
   */
  void apply(Work work, double[] out) {
    for (float[] sum : work.sums) {
      Arrays.fill(sum, 0);
    }
    for (int f = 0; f < filters; f += 4) {
      for (int i = 0; i < 4; i++) {
        sumInputs(f + i, work.chain, work.scratch);
        shiftAndRectify(work.scratch, bias[f + i]);
        System.arraycopy(work.scratch, EVEN + QUARTER, work.quarters[i], 0, 2 * PLANE);
        System.arraycopy(work.scratch, ODD + QUARTER, work.quarters[i], 2 * PLANE, 2 * PLANE);
      }
      for (int tap = 0; tap < TAPS; tap++) {
        int w = f * TAPS + tap;
        LongLoops.addFour(
            work.sums[tap],
            work.quarters[0],
            work.quarters[1],
            work.quarters[2],
            work.quarters[3],
            lastWeights[w],
            lastWeights[w + TAPS],
            lastWeights[w + 2 * TAPS],
            lastWeights[w + 3 * TAPS]);
      }
    }
    shiftLast(work.sums, work.rows, out);
  }

  /** The nine sums over inputs of one filter. */
  private void sumInputs(int filter, float[] chain, float[] scratch) {
    int end = inputs / 4 * 5 * PLANE;
    int w = filter * TAPS * inputs;
    for (int tap = 0; tap < TAPS; tap++) {
      for (int at = 0; at < end; at += 5 * PLANE, w += 4) {
        LongLoops.addPlanes(chain, at, weights[w], weights[w + 1], weights[w + 2], weights[w + 3]);
      }
      System.arraycopy(chain, end, scratch, SUMS + tap * PLANE, PIXELS);
    }
  }

  /**
   * From the nine sums of one filter to its four quarters; what runs into rows of zeros is none.
   */
  private static void shiftAndRectify(float[] z, float bias) {
    // Even output rows see the input row above through kernel row 0, their own through 1 and 2.
    for (int k = SUMS; k < SUMS + 3 * PLANE; k++) {
      z[k + EVEN - SUMS] = z[k - N] + (z[k + 3 * PLANE] + z[k + 6 * PLANE]);
    }
    // Odd ones see their own through 0 and 1, the one below through 2.
    for (int k = SUMS; k < SUMS + 3 * PLANE; k++) {
      z[k + ODD - SUMS] = (z[k] + z[k + 3 * PLANE]) + z[k + 6 * PLANE + N];
    }
    for (int side = EVEN; side <= ODD; side += ODD - EVEN) {
      int shifted = side + SHIFTED;
      System.arraycopy(z, side, z, shifted + 1, PIXELS - 1);
      for (int k = shifted; k < shifted + PIXELS; k += N) {
        z[k] = 0;
      }
      evenColumns(z, side, bias);
      System.arraycopy(z, side + 2 * PLANE + 1, z, shifted, PIXELS - 1);
      for (int k = shifted + N - 1; k < shifted + PIXELS; k += N) {
        z[k] = 0;
      }
      oddColumns(z, side, bias);
    }
  }

  private static void evenColumns(float[] z, int at, float bias) {
    int to = at + PIXELS;
    for (int k = at; k < to; k++) {
      z[k + QUARTER] = Math.max(bias + (z[k + SHIFTED] + (z[k + PLANE] + z[k + 2 * PLANE])), 0);
    }
  }

  private static void oddColumns(float[] z, int at, float bias) {
    int to = at + PIXELS;
    for (int k = at; k < to; k++) {
      z[k + QUARTER + PLANE] = Math.max(bias + ((z[k] + z[k + PLANE]) + z[k + SHIFTED]), 0);
    }
  }

  /** The same for the last filter, row by row: from quarters to an image. */
  private void shiftLast(float[][] sums, float[] rows, double[] out) {
    int at = 0;
    for (int i = 0; i < 4 * N; i++) {
      for (int kx = 0; kx < 3; kx++) {
        for (int odd = 0; odd < 2; odd++) {
          int p = place((i + 1) / 2 - 1, odd);
          int q = place(i / 2, odd);
          int r = place((i + 1) / 2, odd);
          int to = kx * ROW + 1 + odd;
          for (int x = 0; x < N; x++) {
            rows[to + 2 * x] = sums[kx][p + x] + (sums[3 + kx][q + x] + sums[6 + kx][r + x]);
          }
        }
      }
      for (int x = 1; x <= 2 * N; x++) {
        out[at++] = lastBias + (rows[x - 1] + (rows[ROW + x] + rows[2 * ROW + x]));
        out[at++] = lastBias + ((rows[x] + rows[ROW + x]) + rows[2 * ROW + x + 1]);
      }
    }
  }

  /** Where a row of even or odd columns starts; row −1 and row 32 are rows of zeros. */
  private static int place(int row, int odd) {
    return (2 * (row & 1) + odd) * PLANE + (row >> 1) * N;
  }
}
