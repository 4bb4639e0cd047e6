package org.glasspcf.core.density;

import java.util.List;
import java.util.Optional;

/** Linear least squares by the normal equations; for a handful of well-scaled columns. */
final class LeastSquares {
  /** A column whose part outside the others' span is smaller than this (1) is no column. */
  private static final double DEPENDENT = 1e-10;

  private LeastSquares() {}

  /**
   * Minimizes |Ax − y|².
   *
   * @param rows the rows of A, all of one length
   * @param y the right-hand side, as many values as rows
   * @return x; empty if the columns are linearly dependent
   */
  static Optional<double[]> solve(List<double[]> rows, double[] y) {
    int n = rows.isEmpty() ? 0 : rows.get(0).length;
    double[][] normal = new double[n][n];
    double[] x = new double[n];
    for (int row = 0; row < y.length; row++) {
      double[] a = rows.get(row);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          normal[i][j] += a[i] * a[j];
        }
        x[i] += a[i] * y[row];
      }
    }
    for (int i = 0; i < n; i++) { // Cholesky, and the forward substitution with it
      double whole = normal[i][i];
      for (int j = 0; j <= i; j++) {
        for (int k = 0; k < j; k++) {
          normal[i][j] -= normal[i][k] * normal[j][k];
        }
        if (j < i) {
          normal[i][j] /= normal[j][j];
          x[i] -= normal[i][j] * x[j];
        }
      }
      if (!(normal[i][i] > DEPENDENT * whole)) {
        return Optional.empty();
      }
      normal[i][i] = Math.sqrt(normal[i][i]);
      x[i] /= normal[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= normal[k][i] * x[k];
      }
      x[i] /= normal[i][i];
    }
    return Optional.of(x);
  }
}
