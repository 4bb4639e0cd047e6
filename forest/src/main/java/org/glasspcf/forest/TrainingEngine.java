package org.glasspcf.forest;

import org.glasspcf.core.TrainingException;

/** Tribuo, which is not there where forests are only to predict. */
final class TrainingEngine {
  private static final double[][] ROWS = {{0}, {1}};
  private static final ForestOptions SMALLEST =
      ForestOptions.defaults().withTrees(1).withFeaturesPerSplit(1);

  private TrainingEngine() {}

  /** Makes, on two rows, what every training begins with; that takes its classes. */
  static void require() {
    try {
      TribuoForest.of(SMALLEST, ROWS[0].length);
      TribuoForest.dataset(ROWS, ROWS);
    } catch (LinkageError e) {
      throw new TrainingException(
          "growing a forest needs Tribuo 4.3.2 on the class path: add the dependency"
              + " org.glasspcf:glass-pcf-training, of type pom and of the version of"
              + " glass-pcf-forest",
          e);
    }
  }
}
