package org.glasspcf.encoder;

/**
 * 3×3 convolutions in plain Java, planes first, zero-padded to keep the size.
 *
 * <p>The inner loops are written for HotSpot's vectorizer: one array stored, one index on all
 * arrays, at most five arrays read. So each input plane is first copied into its nine shifted
 * selves, and no inner loop knows rows or borders.
 */
final class Convolutions {
  private static final int TAPS = 9;

  private Convolutions() {}

  /**
   * Convolves.
   *
   * @param input [inputs][n·n]
   * @param n rows and columns of a plane
   * @param weights [filters][inputs][3][3], flat
   * @param bias [filters]
   * @return [filters][n·n]
   */
  static float[][] convolve(float[][] input, int n, float[] weights, float[] bias) {
    int size = n * n;
    int filters = bias.length;
    float[][] out = filled(bias, 1, size);
    float[][] shifted = new float[TAPS][size];
    for (int c = 0; c < input.length; c++) {
      shift(input[c], n, shifted);
      for (int f = 0; f < filters; f++) {
        int w = (f * input.length + c) * TAPS;
        for (int row = 0; row < 3; row++) {
          addThree(out[f], shifted, 3 * row, weights, w + 3 * row, size);
        }
      }
    }
    return out;
  }

  /**
   * Doubles rows and columns by repetition, then convolves; the two at once, on planes of the small
   * size. Each of the four outputs that an input pixel becomes sees only 2×2 input pixels, through
   * the sums of kernel weights that {@link #phaseKernels} makes.
   *
   * @param input [inputs][n·n]
   * @param n rows and columns of an input plane
   * @param kernels [inputs][filters][4 phases][4 taps], flat
   * @param bias [filters]
   * @return [filters][2n·2n]
   */
  static float[][] convolveUpsampled(float[][] input, int n, float[] kernels, float[] bias) {
    int size = n * n;
    int filters = bias.length;
    float[][] phases = filled(bias, 4, size);
    float[][] shifted = new float[TAPS][size];
    int w = 0;
    for (float[] plane : input) {
      shift(plane, n, shifted);
      for (int f = 0; f < filters; f++) {
        for (int phase = 0; phase < 4; phase++) {
          int corner = 3 * (phase >> 1) + (phase & 1); // upper left of the phase's 2×2 window
          addFour(phases[4 * f + phase], shifted, corner, kernels, w, size);
          w += 4;
        }
      }
    }
    float[][] out = new float[filters][4 * size];
    for (int f = 0; f < filters; f++) {
      interleave(phases, 4 * f, n, out[f]);
    }
    return out;
  }

  /**
   * Sums a 3×3 kernel's weights into the four 2×2 kernels of {@link #convolveUpsampled}.
   *
   * @param weights [filters][inputs][3][3], flat
   * @param filters number of filters
   * @param inputs number of input planes
   * @return [inputs][filters][4 phases][4 taps], flat
   */
  static float[] phaseKernels(float[] weights, int filters, int inputs) {
    float[] out = new float[inputs * filters * 16];
    for (int f = 0; f < filters; f++) {
      for (int c = 0; c < inputs; c++) {
        for (int phase = 0; phase < 4; phase++) {
          int base = ((c * filters + f) * 4 + phase) * 4;
          for (int dy = 0; dy < 3; dy++) {
            for (int dx = 0; dx < 3; dx++) {
              // Kernel row dy, seen from output row 2i + p, reads input row i + p - 1 + tap.
              int ty = (phase >> 1) == 0 ? (dy + 1) / 2 : dy / 2;
              int tx = (phase & 1) == 0 ? (dx + 1) / 2 : dx / 2;
              out[base + 2 * ty + tx] += weights[((f * inputs + c) * 3 + dy) * 3 + dx];
            }
          }
        }
      }
    }
    return out;
  }

  /** Replaces every value by max(0, value). */
  static void rectify(float[][] planes) {
    for (float[] plane : planes) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = Math.max(plane[i], 0);
      }
    }
  }

  /** Takes the largest of each 2×2 block: [planes][n·n] → [planes][n/2·n/2]. */
  static float[][] maxPool(float[][] planes, int n) {
    int half = n / 2;
    float[][] out = new float[planes.length][half * half];
    for (int p = 0; p < planes.length; p++) {
      float[] in = planes[p];
      for (int i = 0; i < half; i++) {
        for (int j = 0; j < half; j++) {
          int at = 2 * i * n + 2 * j;
          float upper = Math.max(in[at], in[at + 1]);
          out[p][i * half + j] = Math.max(upper, Math.max(in[at + n], in[at + n + 1]));
        }
      }
    }
    return out;
  }

  /** Planes that start at their filter's bias, each repeated. */
  private static float[][] filled(float[] bias, int repeat, int size) {
    float[][] out = new float[bias.length * repeat][size];
    for (int i = 0; i < out.length; i++) {
      java.util.Arrays.fill(out[i], bias[i / repeat]);
    }
    return out;
  }

  /** Fills shifted[3·(dy+1) + dx+1][i·n+j] with plane[(i+dy)·n + j+dx], zero outside. */
  private static void shift(float[] plane, int n, float[][] shifted) {
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        float[] out = shifted[3 * (dy + 1) + dx + 1];
        for (int i = 0; i < n; i++) {
          int from = i + dy;
          if (from < 0 || from >= n) {
            java.util.Arrays.fill(out, i * n, (i + 1) * n, 0);
          } else if (dx == 0) {
            System.arraycopy(plane, from * n, out, i * n, n);
          } else if (dx < 0) {
            out[i * n] = 0;
            System.arraycopy(plane, from * n, out, i * n + 1, n - 1);
          } else {
            System.arraycopy(plane, from * n + 1, out, i * n, n - 1);
            out[i * n + n - 1] = 0;
          }
        }
      }
    }
  }

  private static void addThree(
      float[] y, float[][] shifted, int first, float[] weights, int w, int size) {
    addThree(
        y,
        shifted[first],
        shifted[first + 1],
        shifted[first + 2],
        weights[w],
        weights[w + 1],
        weights[w + 2],
        size);
  }

  private static void addThree(
      float[] y, float[] p, float[] q, float[] r, float a, float b, float c, int size) {
    for (int k = 0; k < size; k++) {
      y[k] = y[k] + (a * p[k] + b * q[k] + c * r[k]);
    }
  }

  private static void addFour(
      float[] y, float[][] shifted, int corner, float[] weights, int w, int size) {
    addFour(
        y,
        shifted[corner],
        shifted[corner + 1],
        shifted[corner + 3],
        shifted[corner + 4],
        weights[w],
        weights[w + 1],
        weights[w + 2],
        weights[w + 3],
        size);
  }

  private static void addFour(
      float[] y,
      float[] p,
      float[] q,
      float[] r,
      float[] t,
      float a,
      float b,
      float c,
      float d,
      int size) {
    for (int k = 0; k < size; k++) {
      y[k] = y[k] + (a * p[k] + b * q[k] + c * r[k] + d * t[k]);
    }
  }

  private static void interleave(float[][] phases, int first, int n, float[] out) {
    for (int i = 0; i < 2 * n; i++) {
      float[] even = phases[first + 2 * (i & 1)];
      float[] odd = phases[first + 2 * (i & 1) + 1];
      int from = (i >> 1) * n;
      int to = i * 2 * n;
      for (int j = 0; j < n; j++) {
        out[to + 2 * j] = even[from + j];
        out[to + 2 * j + 1] = odd[from + j];
      }
    }
  }
}
