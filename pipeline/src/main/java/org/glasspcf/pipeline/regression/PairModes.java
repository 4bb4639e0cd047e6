package org.glasspcf.pipeline.regression;

import java.util.Arrays;

/**
 * The fitted regression of one pair: g(x) = m + Σ over modes of c(x)·b, with c(x) = Σ over length
 * scales and training glasses of k(x, X)·w. {@link ModalFit} finds it.
 *
 * <p>Numbers are of single precision; here they stand as doubles, which spares every prediction
 * their conversion. Immutable.
 */
final class PairModes {
  /** Length scales ℓ of the kernels, distances in the coordinates (1). */
  static final double[] LENGTH_SCALES = {0.35, 0.7, 1.4};

  private final double[][] points;
  private final double[] mean;
  private final double[][] basis;
  private final double[] weights;

  /**
   * Takes what was fitted; the caller keeps no part of it.
   *
   * @param points training glasses × coordinates, as {@link GlassFeatures} gives them
   * @param mean m, one number a bin
   * @param basis b, modes × bins, row by row
   * @param weights w, length scales × training glasses × modes, row by row
   */
  PairModes(double[][] points, float[] mean, float[] basis, float[] weights) {
    this.points = points;
    this.mean = doubles(mean, 0, mean.length);
    this.basis = new double[basis.length / mean.length][];
    for (int m = 0; m < this.basis.length; m++) {
      this.basis[m] = doubles(basis, m * mean.length, mean.length);
    }
    this.weights = doubles(weights, 0, weights.length);
  }

  private static double[] doubles(float[] values, int from, int count) {
    double[] out = new double[count];
    for (int i = 0; i < count; i++) {
      out[i] = values[from + i];
    }
    return out;
  }

  /** Training glasses × coordinates; not a copy. */
  double[][] points() {
    return points;
  }

  int modes() {
    return basis.length;
  }

  float[] mean() {
    return floats(mean);
  }

  /** Modes × bins, row by row. */
  float[] basis() {
    float[] out = new float[basis.length * mean.length];
    for (int m = 0; m < basis.length; m++) {
      System.arraycopy(floats(basis[m]), 0, out, m * mean.length, mean.length);
    }
    return out;
  }

  /** Length scales × training glasses × modes, row by row. */
  float[] weights() {
    return floats(weights);
  }

  private static float[] floats(double[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }

  /** g in each bin (1), negative values set to 0. */
  double[] predict(double[] point) {
    double[] c = coefficients(point);
    double[] g = mean.clone();
    int m = 0;
    for (; m + 4 <= c.length; m += 4) {
      addFour(g, c, m);
    }
    for (; m < c.length; m++) {
      add(g, c[m], basis[m]);
    }
    for (int i = 0; i < g.length; i++) {
      g[i] = Math.max(g[i], 0);
    }
    return g;
  }

  private double[] coefficients(double[] point) {
    double[] squared = new double[points.length];
    for (int i = 0; i < squared.length; i++) {
      squared[i] = Kernel.squaredDistance(point, points[i]);
    }
    double[] c = new double[basis.length];
    int at = 0;
    for (double lengthScale : LENGTH_SCALES) {
      for (double distance : squared) {
        double k = Kernel.of(distance, lengthScale);
        for (int m = 0; m < c.length; m++) {
          c[m] += k * weights[at++];
        }
      }
    }
    return c;
  }

  /** Four modes at once, in their order: HotSpot makes vectors of it, and g is read once. */
  private void addFour(double[] g, double[] c, int m) {
    addFour(
        g, basis[m], basis[m + 1], basis[m + 2], basis[m + 3], c[m], c[m + 1], c[m + 2], c[m + 3]);
  }

  private static void addFour(
      double[] y,
      double[] p,
      double[] q,
      double[] r,
      double[] t,
      double a,
      double b,
      double c,
      double d) {
    for (int i = 0; i < y.length; i++) {
      y[i] = (((y[i] + a * p[i]) + b * q[i]) + c * r[i]) + d * t[i];
    }
  }

  private static void add(double[] y, double a, double[] p) {
    for (int i = 0; i < y.length; i++) {
      y[i] += a * p[i];
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PairModes that
        && Arrays.deepEquals(points, that.points)
        && Arrays.equals(mean, that.mean)
        && Arrays.deepEquals(basis, that.basis)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(mean) + Arrays.hashCode(weights);
  }
}
