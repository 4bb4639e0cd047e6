package org.glasspcf.core.correlation;

import java.util.Optional;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;

/**
 * Fits a Gaussian, averaged over each bin's shell, to the bins of a curve inside a window, by the
 * Levenberg–Marquardt method. Each bin counts as much as it overlaps the window.
 */
final class GaussianFit {
  private static final double FULL_WIDTH = 2 * Math.sqrt(2 * Math.log(2));
  private static final int STEPS = 200;

  /** Nodes and weights of Gauss and Legendre's 8-point rule on (−1, 1). */
  private static final double[] NODES = {
    -0.9602898564975363,
    -0.7966664774136267,
    -0.5255324099163290,
    -0.1834346424956498,
    0.1834346424956498,
    0.5255324099163290,
    0.7966664774136267,
    0.9602898564975363
  };

  private static final double[] WEIGHTS = {
    0.1012285362903763,
    0.2223810344533745,
    0.3137066458778873,
    0.3626837833783620,
    0.3626837833783620,
    0.3137066458778873,
    0.2223810344533745,
    0.1012285362903763
  };

  private final PairCorrelationFunction curve;
  private final double from;
  private final double to;
  private final double narrowest;

  private GaussianFit(PairCorrelationFunction curve, double from, double to, double binWidth) {
    this.curve = curve;
    this.from = from;
    this.to = to;
    this.narrowest = binWidth / 8; // thinner than what 8 nodes in a bin can see
  }

  /**
   * Fits a peak.
   *
   * @param curve the curve
   * @param from start of the window (Å)
   * @param to end of the window (Å); both are moved apart until the window is three bins wide
   * @param position a first guess (Å)
   * @param height a first guess (1), above 0
   * @return the peak; empty if the best Gaussian has its top outside the window
   */
  static Optional<ShellPeak> of(
      PairCorrelationFunction curve, double from, double to, double position, double height) {
    RadialGrid grid = curve.grid();
    int bin = 0;
    while (bin < grid.bins() - 1 && grid.edge(bin + 1) < position) {
      bin++;
    }
    double binWidth = grid.edge(bin + 1) - grid.edge(bin);
    double widen = Math.max(0, (3 * binWidth - (to - from)) / 2);
    GaussianFit fit = new GaussianFit(curve, from - widen, to + widen, binWidth);
    double guess = Math.max((to - from) / FULL_WIDTH, binWidth / 4);
    double[] found = fit.minimize(new double[] {height, position, guess});
    return found[1] > fit.from && found[1] < fit.to
        ? Optional.of(new ShellPeak(found[1], found[0], FULL_WIDTH * found[2]))
        : Optional.empty();
  }

  private double[] minimize(double[] guess) {
    double[] best = guess;
    double[][] equations = new double[3][4];
    double error = equations(best, equations);
    double damping = 1e-3;
    for (int step = 0; step < STEPS && damping < 1e12; step++) {
      double[] trial = best.clone();
      double[] change = solve(equations, damping);
      double size = 0;
      for (int i = 0; i < 3; i++) {
        trial[i] += change[i];
        size = Math.max(size, Math.abs(change[i]) / (i == 0 ? best[0] : best[2]));
      }
      trial[2] = Math.max(Math.abs(trial[2]), narrowest);
      double[][] next = new double[3][4];
      double nextError = equations(trial, next);
      if (nextError <= error && trial[0] > 0) {
        best = trial;
        equations = next;
        error = nextError;
        damping /= 10;
        if (size < 1e-10) {
          break;
        }
      } else {
        damping *= 10;
      }
    }
    return best;
  }

  /** Fills in JᵀJ and −Jᵀf of the three parameters, and gives the sum of squares. */
  private double equations(double[] parameters, double[][] equations) {
    RadialGrid grid = curve.grid();
    double squares = 0;
    for (int bin = 0; bin < grid.bins() && grid.edge(bin) < to; bin++) {
      double inner = grid.edge(bin);
      double outer = grid.edge(bin + 1);
      if (outer <= from) {
        continue;
      }
      double weight = Math.min(outer, to) - Math.max(inner, from);
      double[] row = average(parameters, inner, outer);
      double residual = row[3] - curve.value(bin);
      squares += weight * residual * residual;
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          equations[i][j] += weight * row[i] * row[j];
        }
        equations[i][3] -= weight * row[i] * residual;
      }
    }
    return squares;
  }

  /** The Gaussian's derivatives and value, averaged over a shell. */
  private static double[] average(double[] parameters, double inner, double outer) {
    double[] result = new double[4];
    double volume = 0;
    for (int k = 0; k < NODES.length; k++) {
      double r = (inner + outer) / 2 + (outer - inner) / 2 * NODES[k];
      double shell = WEIGHTS[k] * r * r;
      double t = (r - parameters[1]) / parameters[2];
      double value = shell * Math.exp(-t * t / 2);
      result[0] += value;
      result[1] += value * parameters[0] * t / parameters[2];
      result[2] += value * parameters[0] * t * t / parameters[2];
      volume += shell;
    }
    for (int i = 0; i < 3; i++) {
      result[i] /= volume;
    }
    result[3] = result[0] * parameters[0];
    return result;
  }

  /** The step of the damped normal equations, by Cramer's rule. */
  private static double[] solve(double[][] equations, double damping) {
    double[][] a = new double[3][];
    for (int i = 0; i < 3; i++) {
      a[i] = equations[i].clone();
      a[i][i] *= 1 + damping;
    }
    double whole = determinant(a, 0, 1, 2);
    double[] x = {
      determinant(a, 3, 1, 2) / whole,
      determinant(a, 0, 3, 2) / whole,
      determinant(a, 0, 1, 3) / whole
    };
    for (int i = 0; i < 3; i++) {
      if (!Double.isFinite(x[i])) {
        return new double[3];
      }
    }
    return x;
  }

  private static double determinant(double[][] a, int i, int j, int k) {
    return a[0][i] * (a[1][j] * a[2][k] - a[1][k] * a[2][j])
        - a[0][j] * (a[1][i] * a[2][k] - a[1][k] * a[2][i])
        + a[0][k] * (a[1][i] * a[2][j] - a[1][j] * a[2][i]);
  }
}
