package org.glasspcf.encoder;

/**
 * Monotone piecewise cubic interpolation of increasing data (PCHIP): where the data rise, so does
 * the curve.
 *
 * <p>Slopes at inner knots are the weighted harmonic mean of the neighboring secants, zero where
 * they change sign; end slopes are the shape-preserving three-point formula. Source: F. N. Fritsch
 * and J. Butland, SIAM J. Sci. Stat. Comput. 5, 300 (1984), as in SciPy's {@code
 * PchipInterpolator}.
 */
final class MonotoneCubic {
  private final double[] x;
  private final double[] y;
  private final double[] slope;

  MonotoneCubic(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    this.slope = slopes(x, y);
  }

  private static double[] slopes(double[] x, double[] y) {
    int n = x.length;
    double[] width = new double[n - 1];
    double[] secant = new double[n - 1];
    for (int i = 0; i < n - 1; i++) {
      width[i] = x[i + 1] - x[i];
      secant[i] = (y[i + 1] - y[i]) / width[i];
    }
    double[] d = new double[n];
    for (int i = 1; i < n - 1; i++) {
      if (secant[i - 1] * secant[i] > 0) {
        double w1 = 2 * width[i] + width[i - 1];
        double w2 = width[i] + 2 * width[i - 1];
        d[i] = (w1 + w2) / (w1 / secant[i - 1] + w2 / secant[i]);
      }
    }
    d[0] = endSlope(width[0], width[1], secant[0], secant[1]);
    d[n - 1] = endSlope(width[n - 2], width[n - 3], secant[n - 2], secant[n - 3]);
    return d;
  }

  private static double endSlope(double h0, double h1, double s0, double s1) {
    double d = ((2 * h0 + h1) * s0 - h0 * s1) / (h0 + h1);
    if (Math.signum(d) != Math.signum(s0)) {
      return 0;
    }
    if (Math.signum(s0) != Math.signum(s1) && Math.abs(d) > 3 * Math.abs(s0)) {
      return 3 * s0;
    }
    return d;
  }

  /**
   * Evaluates the interpolant at increasing points inside the knots' range.
   *
   * @param at where, increasing, from the first to the last knot
   * @return the values there
   */
  double[] values(double[] at) {
    double[] out = new double[at.length];
    int k = 0;
    for (int i = 0; i < at.length; i++) {
      while (k < x.length - 2 && at[i] > x[k + 1]) {
        k++;
      }
      double h = x[k + 1] - x[k];
      double t = (at[i] - x[k]) / h;
      double u = 1 - t;
      out[i] =
          y[k] * (1 + 2 * t) * u * u
              + h * slope[k] * t * u * u
              + y[k + 1] * t * t * (3 - 2 * t)
              - h * slope[k + 1] * t * t * u;
    }
    return out;
  }
}
