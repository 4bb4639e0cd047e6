package org.glasspcf.forest;

import java.util.Arrays;
import java.util.List;
import org.glasspcf.core.TrainingException;
import org.tribuo.Dataset;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.regression.Regressor;

/**
 * Grows a {@link RandomForest} with Tribuo 4.3.2 (RandomForestTrainer over
 * CARTJointRegressionTrainer).
 *
 * <p>A tree is grown on a bootstrap sample (as many rows as there are, drawn with replacement). A
 * split is the one of all drawn features and all midpoints between neighboring values that leaves
 * the smallest squared error summed over the targets; a leaf holds the mean of its rows. All rows
 * are dense: a zero is a value like any other.
 *
 * <h2>What the options become</h2>
 *
 * <ul>
 *   <li><b>trees</b>: members of Tribuo's ensemble; their predictions are averaged, all with one
 *       weight.
 *   <li><b>featuresPerSplit</b> n: {@code fractionFeaturesInSplit = n / features}, which Tribuo
 *       multiplies by the number of features and rounds, so that exactly n are drawn. All of them
 *       is allowed and makes bagged trees. If none of the drawn features splits the node better
 *       than not at all, the node stays a leaf; scikit-learn would go on drawing. So these trees
 *       are smaller (some 260 leaves instead of 345 on 665 fingerprints) and fit their training
 *       rows less closely (RMSE of g 0.082 against 0.070) but predict glasses they have not seen as
 *       well: in 5-fold cross-validation by glass over 10 seeds, RMSE of g over all curves 0.143 ±
 *       0.001 (scikit-learn 1.2.1: 0.145 ± 0.002), well-sampled curves 0.082 ± 0.002 (0.081 ±
 *       0.002). Drawing on as scikit-learn does was tried and gave 0.145 and 0.082.
 *   <li><b>maxDepth</b>: Tribuo's {@code maxDepth}, of the same meaning.
 *   <li><b>minSamplesToSplit</b>: {@code minChildWeight}. Despite its name Tribuo compares it with
 *       the weight of the node to be split, and every row weighs 1; a child may be smaller. A row
 *       counts as often as the bootstrap drew it, in scikit-learn once; with the default of 2 that
 *       changes nothing, for copies of one row cannot be split.
 *   <li><b>seed</b>: seeds the bootstrap and the drawing of features, each with its own stream. The
 *       same rows, options and seed give the same forest, on any number of processors.
 * </ul>
 *
 * <p>Features are rounded to single precision before they are split, as in scikit-learn: two mole
 * fractions that differ in their last digit only by the way they were computed are one value. Leaf
 * means carry the precision of single-precision targets too, which is Tribuo's.
 *
 * <p>Needs Tribuo on the class path, which comes with the artifact {@code glass-pcf-training}.
 * Training runs on the calling thread and changes no logger, property or other global state. Its
 * cost grows with distinct values × rows × targets: 832 fingerprints take about 0.2 s with 8
 * targets and 1 s with 100.
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
    checkRows(features, targets);
    int featureCount = features[0].length;
    checkFeaturesPerSplit(options.featuresPerSplit(), featureCount);
    requireEngine();
    InterruptibleSquaredError.stopIfInterrupted();
    TargetScaling scaling =
        options.standardizeTargets()
            ? TargetScaling.of(targets)
            : TargetScaling.none(targets[0].length);
    Dataset<Regressor> dataset =
        TribuoForest.dataset(singlePrecision(features), scaling.standardize(targets));
    List<TreeModel<Regressor>> trees = TribuoForest.of(options, featureCount).trainTrees(dataset);
    return RandomForest.of(ForestFlattener.flatten(trees, featureCount, scaling));
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
