package org.glasspcf.forest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** One cross-validation of several options: every forest is a job of its own. */
final class TuningRun {
  private final TuningRows rows;
  private final TuningListener listener;
  private final boolean standardizedErrors;
  private final List<ForestOptions> options;
  private final int foldsPerSeed;
  private final List<GroupedFold> folds = new ArrayList<>();
  private final FoldScore[] scores;
  private final long begin = System.nanoTime();
  private int finished;

  /**
   * A run that has not begun.
   *
   * @param rows what to train and validate on
   * @param plan folds and seeds
   * @param options what to try, all different
   * @param listener hears of every forest
   */
  TuningRun(
      TuningRows rows, TuningPlan plan, List<ForestOptions> options, TuningListener listener) {
    this.rows = rows;
    this.listener = listener;
    this.options = options;
    standardizedErrors = plan.standardizedErrors();
    foldsPerSeed = plan.folds();
    for (long seed : plan.seeds()) {
      folds.addAll(rows.folds(foldsPerSeed, seed));
    }
    scores = new FoldScore[Math.multiplyExact(options.size(), folds.size())];
  }

  /** Scores are kept by place and summed up in that order, whoever made them and when. */
  Map<ForestOptions, TuningTrial> trials(Executor executor, int parallelism) {
    TrainingTeam.run(scores.length, this::train, executor, parallelism, "tuning of the forest");
    List<FoldScore> all = List.of(scores);
    Map<ForestOptions, TuningTrial> trials = new LinkedHashMap<>();
    for (int i = 0; i < options.size(); i++) {
      List<FoldScore> some = all.subList(i * folds.size(), (i + 1) * folds.size());
      trials.put(
          options.get(i), TuningTrial.of(options.get(i), some, foldsPerSeed, rows.variation()));
    }
    return trials;
  }

  private void train(int job) {
    ForestOptions tried = options.get(job / folds.size());
    GroupedFold fold = folds.get(job % folds.size());
    scores[job] = rows.score(fold, tried, standardizedErrors);
    report(tried.withSeed(fold.forestSeed()), scores[job]);
  }

  private synchronized void report(ForestOptions trained, FoldScore score) {
    finished++;
    Duration spent = Duration.ofNanos(System.nanoTime() - begin);
    Duration left = spent.multipliedBy(scores.length - finished).dividedBy(finished);
    listener.onForest(
        new TuningProgress(finished, scores.length, trained, score.validationMse(), left));
  }
}
