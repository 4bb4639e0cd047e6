package org.glasspcf.pipeline.evaluation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Errors of g(r) over a group of curves, pooled: every bin of every curve counts the same.
 *
 * <p>With e = predicted − true and T the true value, over curves and bins: MAE = mean |e|, RMSE =
 * √(mean e²), R² = 1 − Σe² / Σ(T − mean T)² with one mean of T for all. The truth of a composition
 * with k simulations is their mean, with standard error s/√k (s: sample standard deviation, k − 1
 * in the denominator); the noise floor is √(mean s²/k), the excess √max(0, RMSE² − floor²). A
 * composition with one simulation has no s: its curves count in MAE, RMSE and R², and neither in
 * the floor nor in the RMSE from which the excess is taken.
 *
 * @param curves how many curves were pooled, at least 1
 * @param mae mean absolute error of g (dimensionless)
 * @param rmse root mean square error of g (dimensionless)
 * @param r2 coefficient of determination (1 is perfect); NaN when the true values do not vary
 * @param noiseFloor the RMSE that a perfect predictor would still show (dimensionless); empty when
 *     no composition has two simulations
 * @param excess the RMSE beyond the noise floor (dimensionless); empty when there is no floor
 */
public record CurveScores(
    int curves,
    double mae,
    double rmse,
    double r2,
    OptionalDouble noiseFloor,
    OptionalDouble excess) {

  static CurveScores of(List<ScoredCurve> curves) {
    Checks.require(!curves.isEmpty(), "scores need at least one curve, got 0");
    long bins = 0;
    double absolute = 0;
    double squared = 0;
    double sum = 0;
    for (ScoredCurve curve : curves) {
      bins += curve.truth().length;
      absolute += curve.absoluteError();
      squared += curve.squaredError();
      for (double value : curve.truth()) {
        sum += value;
      }
    }
    double mean = sum / bins;
    double variation = 0;
    for (ScoredCurve curve : curves) {
      for (double value : curve.truth()) {
        variation += (value - mean) * (value - mean);
      }
    }
    double r2 = variation > 0 ? 1 - squared / variation : Double.NaN;
    OptionalDouble floor = noiseFloor(curves);
    OptionalDouble excess =
        floor.isPresent()
            ? OptionalDouble.of(excess(curves, floor.getAsDouble()))
            : OptionalDouble.empty();
    return new CurveScores(
        curves.size(), absolute / bins, Math.sqrt(squared / bins), r2, floor, excess);
  }

  private static OptionalDouble noiseFloor(List<ScoredCurve> curves) {
    long bins = 0;
    double sum = 0;
    for (ScoredCurve curve : curves) {
      if (curve.standardError().isPresent()) {
        for (double error : curve.standardError().get()) {
          sum += error * error;
          bins++;
        }
      }
    }
    return bins == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(sum / bins));
  }

  private static double excess(List<ScoredCurve> curves, double floor) {
    long bins = 0;
    double squared = 0;
    for (ScoredCurve curve : curves) {
      if (curve.standardError().isPresent()) {
        bins += curve.truth().length;
        squared += curve.squaredError();
      }
    }
    return Math.sqrt(Math.max(0, squared / bins - floor * floor));
  }
}
