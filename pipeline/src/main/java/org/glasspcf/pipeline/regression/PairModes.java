package org.glasspcf.pipeline.regression;

import java.util.Arrays;

/**
 * The fitted regression of one pair, in single precision: g(x) = m + Σ over modes of c(x)·b, with
 * c(x) = Σ over length scales and training glasses of k(x, X)·w. {@link ModalFit} finds it.
 *
 * @param points training glasses × coordinates, as {@link GlassFeatures} gives them
 * @param mean m, one number a bin
 * @param basis b, modes × bins, row by row
 * @param weights w, length scales × training glasses × modes, row by row
 */
record PairModes(double[][] points, float[] mean, float[] basis, float[] weights) {
  /** Length scales ℓ of the kernels, distances in the coordinates (1). */
  static final double[] LENGTH_SCALES = {0.35, 0.7, 1.4};

  int modes() {
    return basis.length / mean.length;
  }

  /** g in each bin (1), which may come out below 0. */
  double[] predict(double[] point) {
    int modes = modes();
    double[] c = new double[modes];
    int at = 0;
    for (double lengthScale : LENGTH_SCALES) {
      for (double[] training : points) {
        double k = GlassFeatures.kernel(point, training, lengthScale);
        for (int m = 0; m < modes; m++) {
          c[m] += k * weights[at++];
        }
      }
    }
    double[] g = new double[mean.length];
    for (int i = 0; i < g.length; i++) {
      g[i] = mean[i];
    }
    for (int m = 0, b = 0; m < modes; m++) {
      for (int i = 0; i < g.length; i++) {
        g[i] += c[m] * basis[b++];
      }
    }
    return g;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PairModes that
        && Arrays.deepEquals(points, that.points)
        && Arrays.equals(mean, that.mean)
        && Arrays.equals(basis, that.basis)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(mean) + Arrays.hashCode(weights);
  }
}
