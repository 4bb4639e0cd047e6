package org.glasspcf.forest;

import java.util.Objects;
import org.glasspcf.core.TrainingException;
import org.tribuo.regression.rtree.impl.JointRegressorTrainingNode;

/** Tribuo, which is not there where forests are only to predict. */
final class TrainingEngine {
  private static final double[][] ROWS = {{0}, {1}};
  private static final ForestOptions SMALLEST =
      ForestOptions.defaults().withTrees(1).withFeaturesPerSplit(1);

  private TrainingEngine() {}

  /**
   * Makes, on two rows, what every training begins with, and names what grows; that takes its
   * classes.
   */
  static void require() {
    try {
      new TribuoForest(SMALLEST, ROWS, ROWS);
      Objects.requireNonNull(JointRegressorTrainingNode.class);
    } catch (LinkageError e) {
      throw new TrainingException(
          "growing a forest needs Tribuo 4.3.2 on the class path: add the dependency"
              + " org.glasspcf:glass-pcf-training, of type pom and of the version of"
              + " glass-pcf-forest",
          e);
    }
  }
}
