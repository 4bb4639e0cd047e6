package org.glasspcf.forest;

import java.util.Arrays;

/** The shift and scale of every target: standardized = (target − mean) / scale. */
record TargetScaling(double[] mean, double[] scale) {

  static TargetScaling none(int targetCount) {
    double[] scale = new double[targetCount];
    Arrays.fill(scale, 1);
    return new TargetScaling(new double[targetCount], scale);
  }

  /** Mean and standard deviation (over n, not n − 1) of every column; a constant has scale 1. */
  static TargetScaling of(double[][] targets) {
    TargetScaling scaling = none(targets[0].length);
    for (int column = 0; column < targets[0].length; column++) {
      double sum = 0;
      boolean constant = true;
      for (double[] row : targets) {
        sum += row[column];
        constant &= row[column] == targets[0][column];
      }
      if (constant) {
        scaling.mean[column] = targets[0][column];
        continue;
      }
      double mean = sum / targets.length;
      double squares = 0;
      for (double[] row : targets) {
        squares += (row[column] - mean) * (row[column] - mean);
      }
      double deviation = Math.sqrt(squares / targets.length);
      scaling.mean[column] = mean;
      scaling.scale[column] = deviation > 0 ? deviation : 1;
    }
    return scaling;
  }

  double[][] standardize(double[][] targets) {
    double[][] standardized = new double[targets.length][mean.length];
    for (int row = 0; row < targets.length; row++) {
      for (int column = 0; column < mean.length; column++) {
        standardized[row][column] = (targets[row][column] - mean[column]) / scale[column];
      }
    }
    return standardized;
  }

  double restore(double standardized, int column) {
    return standardized * scale[column] + mean[column];
  }
}
