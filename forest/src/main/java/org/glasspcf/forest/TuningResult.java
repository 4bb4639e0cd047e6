package org.glasspcf.forest;

import java.util.Comparator;
import java.util.List;

/**
 * The scores of all options that were tried.
 *
 * <p>The lowest of many noisy errors is lower than what its options deserve: it chooses between
 * options, and is no estimate of the error on rows that took no part in the choice.
 *
 * @param trials the options with their scores, in the order they were asked for; at least one;
 *     unmodifiable
 * @param folds the number of folds of each seed
 * @param seeds the seeds of folds and forests; unmodifiable
 */
public record TuningResult(List<TuningTrial> trials, int folds, List<Long> seeds) {

  private static final Comparator<TuningTrial> BY_ERROR =
      Comparator.comparingDouble(trial -> trial.validationMse().mean());
  private static final Comparator<TuningTrial> BY_NODES =
      Comparator.comparingDouble(TuningTrial::meanNodes);

  /**
   * Copies the lists.
   *
   * @param trials the options with their scores, at least one
   * @param folds the number of folds of each seed, at least 2
   * @param seeds the seeds of folds and forests, at least one
   * @throws IllegalArgumentException if there is no trial, no seed or fewer than 2 folds
   */
  public TuningResult {
    Preconditions.atLeast(1, trials.size(), "the number of trials");
    Preconditions.atLeast(2, folds, "the number of folds");
    Preconditions.atLeast(1, seeds.size(), "the number of seeds");
    trials = List.copyOf(trials);
    seeds = List.copyOf(seeds);
  }

  /**
   * The trial of the lowest mean validation MSE; of equal ones the one with fewest nodes, then the
   * first.
   *
   * @return the best trial
   */
  public TuningTrial best() {
    return trials.stream().min(BY_ERROR.thenComparing(BY_NODES)).orElseThrow();
  }

  /**
   * The one-standard-error rule (L. Breiman et al., Classification and Regression Trees, 1984): of
   * the trials whose mean validation MSE is at most that of {@link #best()} plus its {@link
   * TuningTrial#validationStandardError()}, the one whose forests have fewest nodes; of equally
   * small ones the one of the lowest error, then the first. It may be the best one itself.
   *
   * @return the simplest trial that is about as good as the best
   */
  public TuningTrial simplestWithinOneStandardError() {
    TuningTrial best = best();
    double limit = best.validationMse().mean() + best.validationStandardError();
    return trials.stream()
        .filter(trial -> trial.validationMse().mean() <= limit)
        .min(BY_NODES.thenComparing(BY_ERROR))
        .orElseThrow();
  }
}
