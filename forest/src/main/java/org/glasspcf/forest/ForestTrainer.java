package org.glasspcf.forest;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.glasspcf.core.TrainingException;

/**
 * Grows a {@link RandomForest} with Tribuo 4.3.2 (the nodes of its CARTJointRegressionTrainer).
 *
 * <p>A tree is grown on a bootstrap sample (as many rows as there are, drawn with replacement). A
 * split is the one of all drawn features and all midpoints between neighboring values that leaves
 * the smallest squared error summed over the targets; a leaf holds the mean of its rows. All rows
 * are dense: a zero is a value like any other.
 *
 * <h2>What the options become</h2>
 *
 * <ul>
 *   <li><b>trees</b>: their predictions are averaged, all with one weight.
 *   <li><b>featuresPerSplit</b> n: n features are drawn for every node, without replacement. All of
 *       them is allowed and makes bagged trees. If none of the drawn features splits the node
 *       better than not at all, the others are tried one by one in a new random order, as in
 *       scikit-learn, which also splits where nothing is gained; Tribuo's own forest would leave
 *       the node alone, which fingerprints often meet, as most of their slots are the same in all
 *       rows of a node.
 *   <li><b>maxDepth</b>: Tribuo's {@code maxDepth}, of the same meaning.
 *   <li><b>minSamplesToSplit</b>: {@code minChildWeight}. Despite its name Tribuo compares it with
 *       the weight of the node to be split, and every row weighs 1; a child may be smaller. A row
 *       counts as often as the bootstrap drew it, in scikit-learn once; with the default of 2 that
 *       changes nothing, for copies of one row cannot be split.
 *   <li><b>seed</b>: seeds the bootstrap and the drawing of features of every tree, each with its
 *       own stream. The same rows, options and seed give the same forest, on any number of threads
 *       and processors; fewer trees give the first ones of it.
 * </ul>
 *
 * <p>Features are rounded to single precision before they are split, as in scikit-learn: two mole
 * fractions that differ in their last digit only by the way they were computed are one value. Leaf
 * means carry the precision of single-precision targets too, which is Tribuo's.
 *
 * <p>Needs Tribuo on the class path, which comes with the artifact {@code glass-pcf-training}.
 * Training runs on the calling thread and, if asked to, on threads of an executor, and changes no
 * logger, property or other global state. Its cost grows with distinct values × rows × targets: 832
 * fingerprints take about 0.2 s with 8 targets and 1 s with 100.
 */
public final class ForestTrainer {

  // Squares of targets are held as floats in the training engine.
  private static final double LARGEST_TARGET = 1e15;

  private ForestTrainer() {}

  /**
   * Grows a forest.
   *
   * @param features one row of features for every training row; finite, all of one length, at least
   *     one row and one feature
   * @param targets one row of targets for every training row; finite, at most 10¹⁵ in magnitude,
   *     all of one length, at least one target
   * @param options how to grow it
   * @return the forest, which needs Tribuo no longer
   * @throws IllegalArgumentException if rows are missing, of unequal length or not finite, or if
   *     more features are wanted per split than there are
   * @throws org.glasspcf.core.TrainingInterruptedException if the thread is interrupted; its
   *     interrupt flag stays set
   * @throws TrainingException if the training engine is missing or fails
   */
  public static RandomForest train(double[][] features, double[][] targets, ForestOptions options) {
    return train(features, targets, options, Runnable::run, 1);
  }

  /**
   * Grows a forest, several trees at a time. It is the same to the bit with any number of threads.
   *
   * @param features one row of features for every training row, as above
   * @param targets one row of targets for every training row, as above
   * @param options how to grow it
   * @param executor what runs the tasks that help the calling thread; it is not shut down, and
   *     tasks that it does not get to are not waited for
   * @param parallelism the number of threads to use at most, with the calling one, at least 1
   * @return the forest, which needs Tribuo no longer
   * @throws IllegalArgumentException if rows are missing, of unequal length or not finite, more
   *     features are wanted per split than there are, or the parallelism is below 1
   * @throws java.util.concurrent.RejectedExecutionException if the executor refuses a task
   * @throws org.glasspcf.core.TrainingInterruptedException if the thread is interrupted; its
   *     interrupt flag stays set, and no helper is at work any more
   * @throws TrainingException if the training engine is missing or fails
   */
  public static RandomForest train(
      double[][] features,
      double[][] targets,
      ForestOptions options,
      Executor executor,
      int parallelism) {
    Objects.requireNonNull(executor, "executor");
    Preconditions.atLeast(1, parallelism, "parallelism");
    checkRows(features, targets);
    int featureCount = features[0].length;
    checkFeaturesPerSplit(options.featuresPerSplit(), featureCount);
    requireEngine();
    InterruptibleSquaredError.stopIfInterrupted();
    TargetScaling scaling =
        options.standardizeTargets()
            ? TargetScaling.of(targets)
            : TargetScaling.none(targets[0].length);
    TribuoForest forest =
        new TribuoForest(options, singlePrecision(features), scaling.standardize(targets));
    AtomicReferenceArray<TribuoForest.Tree> trees = new AtomicReferenceArray<>(options.trees());
    TrainingTeam.run(
        options.trees(),
        tree -> trees.set(tree, forest.grow(tree)),
        executor,
        parallelism,
        "training of the forest");
    List<TribuoForest.Tree> grown =
        IntStream.range(0, options.trees()).mapToObj(trees::get).toList();
    return RandomForest.of(ForestFlattener.flatten(grown, featureCount, scaling));
  }

  /**
   * Checks that forests can be grown here. {@link #train} does so at its start too; this is for
   * whoever has other work to do before.
   *
   * @throws TrainingException if Tribuo is missing; the message says what to add
   */
  public static void requireEngine() {
    TrainingEngine.require();
  }

  static void checkRows(double[][] features, double[][] targets) {
    checkTable(features, "features", Float.MAX_VALUE);
    checkTable(targets, "targets", LARGEST_TARGET);
    if (features.length != targets.length) {
      throw new IllegalArgumentException(
          "features and targets must have as many rows, got "
              + features.length
              + " and "
              + targets.length);
    }
  }

  static void checkFeaturesPerSplit(int featuresPerSplit, int featureCount) {
    if (featuresPerSplit > featureCount) {
      throw new IllegalArgumentException(
          "featuresPerSplit must be at most the number of features, "
              + featureCount
              + ", got "
              + featuresPerSplit);
    }
  }

  private static void checkTable(double[][] rows, String what, double largest) {
    Preconditions.atLeast(1, rows.length, "the number of rows of " + what);
    Preconditions.atLeast(1, rows[0].length, "the length of a row of " + what);
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != rows[0].length) {
        throw new IllegalArgumentException(
            "all rows of %s must be as long as the first, %d; row %d holds %d numbers"
                .formatted(what, rows[0].length, row, rows[row].length));
      }
      for (int column = 0; column < rows[row].length; column++) {
        if (!(Math.abs(rows[row][column]) <= largest)) {
          throw new IllegalArgumentException(
              what
                  + "["
                  + row
                  + "]["
                  + column
                  + "] must be finite and at most "
                  + largest
                  + " in magnitude, got "
                  + rows[row][column]);
        }
      }
    }
  }

  /** Rounded as the class says; adding zero makes -0 the same value as 0. */
  static double[][] singlePrecision(double[][] features) {
    return Arrays.stream(features)
        .map(row -> Arrays.stream(row).map(value -> (float) value + 0.0f).toArray())
        .toArray(double[][]::new);
  }
}
