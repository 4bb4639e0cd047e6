package org.glasspcf.forest;

import java.util.List;

/**
 * How forests of some options did in cross-validation.
 *
 * <p>The MSE of one forest on some rows is the mean over rows and targets of ((predicted − true) /
 * s)². For standardized errors s is the target's standard deviation (over n) over the
 * <em>whole</em> set that {@link ForestTuning#of} was given, one for all folds and options, and 1
 * for a constant target: always predicting a target's mean scores about 1. For errors as they are s
 * is 1, and the MSE is in the targets' squared units.
 *
 * @param options the options
 * @param trainMse error on the rows that a forest was trained on; mean and deviation over all folds
 *     of all seeds, each forest with one weight
 * @param validationMse error on the rows that a forest was not trained on; likewise
 * @param validationStandardError the deviation of {@code validationMse} divided by √folds. More
 *     seeds do not lessen it, for they draw other folds of the same rows; and as folds share
 *     training rows it is rather too small
 * @param validationR2 1 − Σ(predicted − true)² / Σ(true − mean)², both sums over all rows and
 *     targets, each row predicted by the forest of a seed that was not trained on it, each target
 *     in its own unit and with its own mean over the whole set: a target weighs as its variance.
 *     Mean and deviation over the seeds (1 is perfect, 0 as good as the mean)
 * @param meanNodes number of nodes of a forest, splits and leaves of all trees, averaged over all
 *     folds of all seeds; the measure of simplicity
 */
public record TuningTrial(
    ForestOptions options,
    TuningBand trainMse,
    TuningBand validationMse,
    double validationStandardError,
    TuningBand validationR2,
    double meanNodes) {

  /** The scores of one seed after the other, each fold by fold. */
  static TuningTrial of(
      ForestOptions options, List<FoldScore> scores, int folds, double variation) {
    TuningBand validation =
        TuningBand.of(scores.stream().mapToDouble(FoldScore::validationMse).toArray());
    double[] r2 = new double[scores.size() / folds];
    for (int seed = 0; seed < r2.length; seed++) {
      double squares = 0;
      for (FoldScore score : scores.subList(seed * folds, (seed + 1) * folds)) {
        squares += score.validationSquares();
      }
      r2[seed] = 1 - squares / variation;
    }
    return new TuningTrial(
        options,
        TuningBand.of(scores.stream().mapToDouble(FoldScore::trainMse).toArray()),
        validation,
        validation.deviation() / Math.sqrt(folds),
        TuningBand.of(r2),
        TuningBand.of(scores.stream().mapToDouble(FoldScore::nodes).toArray()).mean());
  }
}
