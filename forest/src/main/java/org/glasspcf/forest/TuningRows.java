package org.glasspcf.forest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rows that forests are tuned on, checked and copied; never changed after that. */
final class TuningRows {

  private final double[][] features;
  private final double[][] targets;
  private final int[] groupOfRow;
  private final int groups;
  private final TargetScaling scaling;
  private final double variation;

  private TuningRows(double[][] features, double[][] targets, int[] groupOfRow, int groups) {
    this.features = features;
    this.targets = targets;
    this.groupOfRow = groupOfRow;
    this.groups = groups;
    this.scaling = TargetScaling.of(targets);
    double squares = 0;
    for (double[] row : targets) {
      for (int target = 0; target < row.length; target++) {
        double deviation = row[target] - scaling.mean()[target];
        squares += deviation * deviation;
      }
    }
    this.variation = squares;
    if (!(variation > 0)) {
      throw new IllegalArgumentException(
          "at least one target must vary between rows, but all "
              + targets.length
              + " rows of targets are "
              + Arrays.toString(targets[0]));
    }
  }

  static TuningRows of(double[][] features, double[][] targets, List<?> labels) {
    ForestTrainer.checkRows(features, targets);
    if (labels.size() != features.length) {
      throw new IllegalArgumentException(
          "groups must hold one label for every row, "
              + features.length
              + ", got "
              + labels.size());
    }
    Map<Object, Integer> numbers = new HashMap<>();
    int[] groupOfRow = new int[labels.size()];
    int row = 0;
    for (Object label : labels) {
      Objects.requireNonNull(label, "groups[" + row + "]");
      Integer known = numbers.putIfAbsent(label, numbers.size());
      groupOfRow[row++] = known == null ? numbers.size() - 1 : known;
    }
    if (numbers.size() < 2) {
      throw new IllegalArgumentException(
          "cross-validation needs rows of at least 2 groups, but all "
              + groupOfRow.length
              + " rows are of group "
              + labels.get(0));
    }
    return new TuningRows(copy(features), copy(targets), groupOfRow, numbers.size());
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  int featureCount() {
    return features[0].length;
  }

  int groups() {
    return groups;
  }

  /** Sum of the squared deviations of all targets from their means, in their own units. */
  double variation() {
    return variation;
  }

  List<GroupedFold> folds(int count, long seed) {
    return GroupedFold.draw(groupOfRow, groups, count, seed);
  }

  FoldScore score(GroupedFold fold, ForestOptions options, boolean standardized) {
    RandomForest forest =
        ForestTrainer.train(
            chosen(features, fold.training()),
            chosen(targets, fold.training()),
            options.withSeed(fold.forestSeed()));
    double[] train = squares(forest, fold.training());
    double[] validation = squares(forest, fold.validation());
    return new FoldScore(
        mean(train, fold.training().length, standardized),
        mean(validation, fold.validation().length, standardized),
        Arrays.stream(validation).sum(),
        forest.tables().feature().length);
  }

  private static double[][] chosen(double[][] rows, int[] indices) {
    return Arrays.stream(indices).mapToObj(row -> rows[row]).toArray(double[][]::new);
  }

  /** For every target the sum of (predicted − true)² over some rows, in its own unit. */
  private double[] squares(RandomForest forest, int[] indices) {
    double[] squares = new double[targets[0].length];
    for (int row : indices) {
      double[] predicted = forest.predict(features[row]);
      for (int target = 0; target < squares.length; target++) {
        double error = predicted[target] - targets[row][target];
        squares[target] += error * error;
      }
    }
    return squares;
  }

  private double mean(double[] squares, int rows, boolean standardized) {
    double sum = 0;
    for (int target = 0; target < squares.length; target++) {
      double scale = standardized ? scaling.scale()[target] : 1;
      sum += squares[target] / rows / scale / scale;
    }
    return sum / squares.length;
  }
}
