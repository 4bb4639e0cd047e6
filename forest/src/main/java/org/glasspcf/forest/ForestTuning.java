package org.glasspcf.forest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Chooses a forest's hyper-parameters by grouped cross-validation: {@link #grid()} tries all
 * combinations of candidates, {@link #scan()} one parameter at a time as in the paper's Figure 7.
 * Immutable and safe to share between threads; every method gives a changed copy.
 *
 * <pre>{@code
 * TuningResult depths =
 *     ForestTuning.of(fingerprints, latents, glasses)
 *         .withMaxDepth(2, 5, 10, 20)
 *         .withSeeds(1, 2, 3)
 *         .scan(ForestParameter.MAX_DEPTH);
 * ForestOptions chosen = depths.simplestWithinOneStandardError().options();
 * }</pre>
 *
 * <p>Rows of one group, such as all pairs of one glass, always stand on one side: they resemble
 * each other, and a forest that has seen one of them is flattered by the others. Every seed
 * shuffles the groups, in the order of their first rows, and deals them into folds that differ in
 * size by one group at most; each fold is left out once, while {@link ForestTrainer#train} grows a
 * forest on the others. All options meet the same folds with the same forest seeds (which replace
 * {@link ForestOptions#seed()}), so that their difference is that of the options, and a trial does
 * not depend on what else is tried. If groups first appear in the order of a data set's
 * compositions, the folds are those of its {@code groupedFolds(k, seed)}. What the errors are is
 * told by {@link TuningTrial}.
 *
 * <p>Only the calling thread trains, unless {@link #withExecutor} gives it helpers; the result is
 * the same to the last bit with any number of threads.
 */
public final class ForestTuning {
  private static final int FOLDS = 5;

  private final TuningRows rows;
  private final TuningPlan plan;
  private final TuningListener listener;
  private final Executor executor;
  private final int parallelism;

  private ForestTuning(
      TuningRows rows,
      TuningPlan plan,
      TuningListener listener,
      Executor executor,
      int parallelism) {
    this.rows = rows;
    this.plan = plan;
    this.listener = listener;
    this.executor = executor;
    this.parallelism = parallelism;
  }

  /**
   * A tuning without candidates yet, of 5 folds (or as many as there are groups) and seed 0, around
   * the {@linkplain ForestOptions#defaults() default options} with as many features per split as
   * there are, if those are fewer.
   *
   * @param features one row of features for every training row, as {@link ForestTrainer#train}
   *     takes them; copied
   * @param targets one row of targets for every training row, likewise; copied
   * @param groups the group of every row, told apart by {@code equals}, such as its composition; at
   *     least 2 different ones
   * @return the tuning
   * @throws IllegalArgumentException if rows are missing, of unequal length or not finite, if there
   *     are not as many groups as rows or only one group, or if no target varies
   * @throws NullPointerException if a group is null; names its row
   */
  public static ForestTuning of(double[][] features, double[][] targets, List<?> groups) {
    TuningRows rows = TuningRows.of(features, targets, groups);
    ForestOptions defaults = ForestOptions.defaults();
    ForestOptions start =
        defaults.withFeaturesPerSplit(Math.min(defaults.featuresPerSplit(), rows.featureCount()));
    int folds = Math.min(FOLDS, rows.groups());
    return new ForestTuning(
        rows,
        new TuningPlan(start, Map.of(), folds, List.of(0L), true),
        progress -> {},
        Runnable::run,
        1);
  }

  private ForestTuning with(TuningPlan changed) {
    return new ForestTuning(rows, changed, listener, executor, parallelism);
  }

  /**
   * The same tuning around other options: what has no candidates stays as in these.
   *
   * @param start the options to start from; their seed plays no part
   * @return the changed tuning
   * @throws IllegalArgumentException if more features are wanted per split than there are
   */
  public ForestTuning from(ForestOptions start) {
    ForestTrainer.checkFeaturesPerSplit(start.featuresPerSplit(), rows.featureCount());
    return with(plan.withStart(start));
  }

  /**
   * The same tuning with other numbers of trees to try.
   *
   * @param trees candidates, all different, in the order that results shall have
   * @return the changed tuning
   * @throws IllegalArgumentException if there is none, one comes twice or is out of range
   */
  public ForestTuning withTrees(int... trees) {
    return with(plan.withCandidates(ForestParameter.TREES, trees));
  }

  /**
   * The same tuning with other numbers of features per split to try.
   *
   * @param featuresPerSplit candidates, all different, at most the number of features
   * @return the changed tuning
   * @throws IllegalArgumentException if there is none, one comes twice or is out of range
   */
  public ForestTuning withFeaturesPerSplit(int... featuresPerSplit) {
    for (int candidate : featuresPerSplit) {
      ForestTrainer.checkFeaturesPerSplit(candidate, rows.featureCount());
    }
    return with(plan.withCandidates(ForestParameter.FEATURES_PER_SPLIT, featuresPerSplit));
  }

  /**
   * The same tuning with other greatest depths to try.
   *
   * @param maxDepth candidates, all different, in the order that results shall have
   * @return the changed tuning
   * @throws IllegalArgumentException if there is none, one comes twice or is out of range
   */
  public ForestTuning withMaxDepth(int... maxDepth) {
    return with(plan.withCandidates(ForestParameter.MAX_DEPTH, maxDepth));
  }

  /**
   * The same tuning with other smallest sizes of a node that is split to try.
   *
   * @param minSamplesToSplit candidates, all different, in the order that results shall have
   * @return the changed tuning
   * @throws IllegalArgumentException if there is none, one comes twice or is out of range
   */
  public ForestTuning withMinSamplesToSplit(int... minSamplesToSplit) {
    return with(plan.withCandidates(ForestParameter.MIN_SAMPLES_TO_SPLIT, minSamplesToSplit));
  }

  /**
   * The same tuning with another number of folds.
   *
   * @param folds the number of folds, from 2 to the number of groups
   * @return the changed tuning
   * @throws IllegalArgumentException if the number is out of range
   */
  public ForestTuning withFolds(int folds) {
    if (folds < 2 || folds > rows.groups()) {
      throw new IllegalArgumentException(
          "folds must be from 2 to the number of groups, " + rows.groups() + ", got " + folds);
    }
    return with(plan.withFolds(folds));
  }

  /**
   * The same tuning repeated with several seeds, each of which draws its own folds and forests.
   *
   * @param seeds any numbers, all different, at least one
   * @return the changed tuning
   * @throws IllegalArgumentException if there is none or one comes twice
   */
  public ForestTuning withSeeds(long... seeds) {
    return with(plan.withSeeds(seeds));
  }

  /**
   * The same tuning with errors in standardized units, which is the default, or in the targets'
   * own. The paper's Figure 7 is taken to be in standardized ones: it calls its data normalized and
   * does not say how. What forests are trained on is not this but {@link
   * ForestOptions#standardizeTargets()}.
   *
   * @param standardizedErrors whether every target's error is divided by its standard deviation
   *     over the whole set
   * @return the changed tuning
   */
  public ForestTuning withStandardizedErrors(boolean standardizedErrors) {
    return with(plan.withStandardizedErrors(standardizedErrors));
  }

  /**
   * The same tuning, helped by an executor of the caller's; several forests are trained at once.
   * Helpers that do not get to run are not waited for, so that a tuning may itself be a task of the
   * executor; one whose thread is interrupted by others leaves its work to the rest.
   *
   * @param executor what runs the tasks that help the calling thread; it is not shut down
   * @param parallelism the number of threads to use at most, with the calling one, at least 1
   * @return the changed tuning
   * @throws IllegalArgumentException if the parallelism is below 1
   */
  public ForestTuning withExecutor(Executor executor, int parallelism) {
    Objects.requireNonNull(executor, "executor");
    Preconditions.atLeast(1, parallelism, "parallelism");
    return new ForestTuning(rows, plan, listener, executor, parallelism);
  }

  /**
   * The same tuning with another listener.
   *
   * @param listener hears of every forest
   * @return the changed tuning
   */
  public ForestTuning withListener(TuningListener listener) {
    Objects.requireNonNull(listener, "listener");
    return new ForestTuning(rows, plan, listener, executor, parallelism);
  }

  /**
   * Tries every combination of the candidates; without any, the start alone.
   *
   * @return the trials; of the order trees, features per split, depth, samples to split, what comes
   *     last changes fastest
   * @throws org.glasspcf.core.TrainingInterruptedException if the calling thread is interrupted;
   *     its interrupt flag stays set, and no helper is at work any more
   * @throws org.glasspcf.core.TrainingException if the training engine fails
   */
  public TuningResult grid() {
    return result(plan.grid(), run(plan.grid()));
  }

  /**
   * Tries the candidates of one parameter, everything else as in the start: a panel of the paper's
   * Figure 7.
   *
   * @param parameter a parameter that has candidates
   * @return the trials, in the order of the candidates
   * @throws IllegalStateException if the parameter has no candidates
   * @throws org.glasspcf.core.TrainingInterruptedException if the calling thread is interrupted;
   *     its interrupt flag stays set, and no helper is at work any more
   * @throws org.glasspcf.core.TrainingException if the training engine fails
   */
  public TuningResult scan(ForestParameter parameter) {
    return result(plan.scan(parameter), run(plan.scan(parameter)));
  }

  /**
   * Tries the candidates of every parameter that has some, one parameter at a time: the whole of
   * the paper's Figure 7. Options that several scans share are tried once.
   *
   * @return one result for every parameter that has candidates, as {@link #scan(ForestParameter)}
   *     gives it; unmodifiable, in the order of {@link ForestParameter}
   * @throws IllegalStateException if no parameter has candidates
   * @throws org.glasspcf.core.TrainingInterruptedException if the calling thread is interrupted;
   *     its interrupt flag stays set, and no helper is at work any more
   * @throws org.glasspcf.core.TrainingException if the training engine fails
   */
  public Map<ForestParameter, TuningResult> scan() {
    Set<ForestParameter> parameters = plan.candidates().keySet();
    if (parameters.isEmpty()) {
      throw new IllegalStateException("a scan needs candidates for a parameter, got none");
    }
    Set<ForestOptions> all = new LinkedHashSet<>();
    parameters.forEach(parameter -> all.addAll(plan.scan(parameter)));
    Map<ForestOptions, TuningTrial> trials = run(new ArrayList<>(all));
    Map<ForestParameter, TuningResult> results = new EnumMap<>(ForestParameter.class);
    parameters.forEach(parameter -> results.put(parameter, result(plan.scan(parameter), trials)));
    return Collections.unmodifiableMap(results);
  }

  private Map<ForestOptions, TuningTrial> run(List<ForestOptions> options) {
    return new TuningRun(rows, plan, options, listener).trials(executor, parallelism);
  }

  private TuningResult result(List<ForestOptions> options, Map<ForestOptions, TuningTrial> trials) {
    return new TuningResult(options.stream().map(trials::get).toList(), plan.folds(), plan.seeds());
  }
}
