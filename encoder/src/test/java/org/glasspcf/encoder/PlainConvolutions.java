package org.glasspcf.encoder;

import java.util.Random;

/** Convolutions as they are defined, pixel by pixel: what the fast ones are tested against. */
final class PlainConvolutions {
  private PlainConvolutions() {}

  static float[] draw(Random random, int count, double size) {
    float[] out = new float[count];
    for (int i = 0; i < count; i++) {
      out[i] = (float) (size * random.nextGaussian());
    }
    return out;
  }

  /** Planes of numbers, half of them 0, as behind a rectifier. */
  static float[][] rectified(Random random, int count, int size) {
    float[][] out = new float[count][];
    for (int c = 0; c < count; c++) {
      out[c] = draw(random, size, 1);
      rectify(out[c]);
    }
    return out;
  }

  static void rectify(float[] plane) {
    for (int i = 0; i < plane.length; i++) {
      plane[i] = Math.max(plane[i], 0);
    }
  }

  /** Zero outside the plane; in double precision. */
  static float[] convolve(float[][] in, int n, float[] weights, float bias, int filter) {
    float[] out = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = bias;
        for (int c = 0; c < in.length; c++) {
          for (int k = 0; k < 9; k++) {
            double weight = weights[(filter * in.length + c) * 9 + k];
            sum += weight * pixel(in[c], n, i + k / 3 - 1, j + k % 3 - 1);
          }
        }
        out[i * n + j] = (float) sum;
      }
    }
    return out;
  }

  /** In single precision, three products at a time: the order that the encoder keeps. */
  static float[] convolveInOrder(float[][] in, int n, float[] weights, float bias, int filter) {
    float[] out = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        float sum = bias;
        for (int c = 0; c < in.length; c++) {
          for (int y = 0; y < 3; y++) {
            int w = (filter * in.length + c) * 9 + 3 * y;
            float p = pixel(in[c], n, i + y - 1, j - 1);
            float q = pixel(in[c], n, i + y - 1, j);
            float r = pixel(in[c], n, i + y - 1, j + 1);
            sum = sum + (weights[w] * p + weights[w + 1] * q + weights[w + 2] * r);
          }
        }
        out[i * n + j] = sum;
      }
    }
    return out;
  }

  private static float pixel(float[] plane, int n, int row, int column) {
    boolean inside = row >= 0 && row < n && column >= 0 && column < n;
    return inside ? plane[row * n + column] : 0;
  }

  /** Repeats each row and column. */
  static float[][] doubled(float[][] in, int n) {
    float[][] out = new float[in.length][4 * n * n];
    for (int c = 0; c < in.length; c++) {
      for (int i = 0; i < 4 * n * n; i++) {
        out[c][i] = in[c][i / (2 * n) / 2 * n + i % (2 * n) / 2];
      }
    }
    return out;
  }

  static float[] largestOfFour(float[] in, int n) {
    float[] out = new float[n * n / 4];
    for (int i = 0; i < out.length; i++) {
      int at = 2 * (i / (n / 2)) * n + 2 * (i % (n / 2));
      float upper = Math.max(in[at], in[at + 1]);
      out[i] = Math.max(upper, Math.max(in[at + n], in[at + n + 1]));
    }
    return out;
  }
}
