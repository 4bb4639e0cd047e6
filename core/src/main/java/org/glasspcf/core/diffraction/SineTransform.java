package org.glasspcf.core.diffraction;

import org.glasspcf.core.RadialGrid;

/**
 * Integrals of r² M(r) sin(Qr)/(Qr) over each bin of a grid: exact, so that a function that is
 * constant inside the bins is transformed exactly.
 */
final class SineTransform {
  /** Below it, sin x − x cos x would lose more digits than its series leaves out. */
  private static final double SMALL = 0.1;

  private final RadialGrid grid;
  private final WindowFunction window;

  SineTransform(RadialGrid grid, WindowFunction window) {
    this.grid = grid;
    this.window = window;
  }

  /** ∫ r² M(r) sin(Qr)/(Qr) dr over each bin (Å³). */
  double[] weights(double q) {
    double[] weights = new double[grid.bins()];
    double inner = primitive(q, grid.edge(0));
    for (int bin = 0; bin < weights.length; bin++) {
      double outer = primitive(q, grid.edge(bin + 1));
      weights[bin] = outer - inner;
      inner = outer;
    }
    return weights;
  }

  private double primitive(double q, double r) {
    return window == WindowFunction.NONE
        ? sineMinusCosine(q * r) / (q * q * q)
        : lorch(q, r, grid.rMax());
  }

  /** ∫ x sin x dx = sin x − x cos x. */
  private static double sineMinusCosine(double x) {
    if (x < SMALL) {
      double square = x * x;
      return x * square * (1.0 / 3 - square * (1.0 / 30 - square * (1.0 / 840 - square / 45360)));
    }
    return Math.sin(x) - x * Math.cos(x);
  }

  /** ∫ sin(Qr) sin(ar) dr / (aQ) with a = π/r_max. */
  private static double lorch(double q, double r, double rMax) {
    double a = Math.PI / rMax;
    return (sineOver(q - a, r) - sineOver(q + a, r)) / (2 * a * q);
  }

  private static double sineOver(double k, double r) {
    return k == 0 ? r : Math.sin(k * r) / k;
  }
}
