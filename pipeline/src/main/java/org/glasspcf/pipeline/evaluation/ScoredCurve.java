package org.glasspcf.pipeline.evaluation;

import java.util.Optional;

/**
 * A prediction beside its truth, bin by bin. The arrays are shared, not copied: this type never
 * leaves the package.
 *
 * @param predicted predicted g(r) (dimensionless)
 * @param truth mean g(r) over the simulations of the composition (dimensionless)
 * @param standardError s/√k of the truth (dimensionless); empty for a single simulation
 */
record ScoredCurve(double[] predicted, double[] truth, Optional<double[]> standardError) {

  double squaredError() {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      double error = predicted[i] - truth[i];
      sum += error * error;
    }
    return sum;
  }

  double absoluteError() {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      sum += Math.abs(predicted[i] - truth[i]);
    }
    return sum;
  }
}
