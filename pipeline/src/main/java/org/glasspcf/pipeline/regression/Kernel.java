package org.glasspcf.pipeline.regression;

/** exp(−|a − b|² / 2ℓ²), the squared exponential kernel of unit variance. */
final class Kernel {
  private Kernel() {}

  static double of(double[] a, double[] b, double lengthScale) {
    return of(squaredDistance(a, b), lengthScale);
  }

  static double of(double squaredDistance, double lengthScale) {
    return Math.exp(-squaredDistance / (2 * lengthScale * lengthScale));
  }

  static double squaredDistance(double[] a, double[] b) {
    double squared = 0;
    for (int i = 0; i < a.length; i++) {
      squared += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return squared;
  }

  static double[][] matrix(double[][] points, double lengthScale) {
    double[][] out = new double[points.length][points.length];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j <= i; j++) {
        out[i][j] = of(points[i], points[j], lengthScale);
        out[j][i] = out[i][j];
      }
    }
    return out;
  }
}
