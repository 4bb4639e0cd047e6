package org.glasspcf.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Rows in groups, to tune on in tests. */
record GroupedRows(double[][] features, double[][] targets, List<String> groups) {

  ForestTuning tuning() {
    return ForestTuning.of(features, targets, groups);
  }

  /** Smooth targets; four rows a group, the groups' rows mixed. */
  static GroupedRows smooth(int rows, int featureCount, int targetCount) {
    SyntheticRows synthetic = SyntheticRows.continuous(rows, featureCount, targetCount, 1);
    List<String> groups = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      groups.add("glass " + row % (rows / 4));
    }
    return new GroupedRows(synthetic.features, synthetic.targets, groups);
  }

  /**
   * Two binary features make four levels, which trees of depth 2 learn and shallower ones cannot;
   * all that a third split could learn is noise, on which six more features are drawn.
   */
  static GroupedRows twoSteps(int rows) {
    SplittableRandom random = new SplittableRandom(3);
    double[][] features = new double[rows][8];
    double[][] targets = new double[rows][1];
    List<String> groups = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < 8; i++) {
        features[row][i] = i < 2 ? random.nextInt(2) : random.nextDouble();
      }
      targets[row][0] = 4 * features[row][0] + 2 * features[row][1] + random.nextDouble() * 2 - 1;
      groups.add("glass " + row / 3);
    }
    return new GroupedRows(features, targets, groups);
  }

  /** Every group has a place of its own and a target drawn by lot: nothing to learn of another. */
  static GroupedRows lottery(int groupCount, int rowsPerGroup) {
    SplittableRandom random = new SplittableRandom(5);
    int rows = groupCount * rowsPerGroup;
    double[][] features = new double[rows][1];
    double[][] targets = new double[rows][1];
    List<String> groups = new ArrayList<>();
    for (int group = 0; group < groupCount; group++) {
      double place = random.nextDouble();
      double prize = random.nextDouble();
      for (int i = 0; i < rowsPerGroup; i++) {
        int row = i * groupCount + group;
        features[row][0] = place;
        targets[row][0] = prize;
      }
    }
    for (int row = 0; row < rows; row++) {
      groups.add("glass " + row % groupCount);
    }
    return new GroupedRows(features, targets, groups);
  }
}
