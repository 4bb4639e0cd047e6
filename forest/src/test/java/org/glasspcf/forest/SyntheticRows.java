package org.glasspcf.forest;

import java.util.SplittableRandom;

/** Rows to train on in tests, and a row to predict from them. */
final class SyntheticRows {

  final double[][] features;
  final double[][] targets;

  private SyntheticRows(double[][] features, double[][] targets) {
    this.features = features;
    this.targets = targets;
  }

  /** Smooth targets of scales from 1 to 10 over features uniform from −1 to 1. */
  static SyntheticRows continuous(int rows, int featureCount, int targetCount, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] features = new double[rows][featureCount];
    for (double[] row : features) {
      for (int i = 0; i < featureCount; i++) {
        row[i] = random.nextDouble() * 2 - 1;
      }
    }
    return of(features, targetCount, random);
  }

  /** As a fingerprint: a few fractions of few distinct values, then mostly zeros with some ones. */
  static SyntheticRows fingerprints(int rows, int featureCount, int targetCount, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] features = new double[rows][featureCount];
    for (double[] row : features) {
      for (int i = 0; i < Math.min(3, featureCount); i++) {
        row[i] = random.nextInt(7) / 7.0;
      }
      for (int i = 3; i < featureCount; i++) {
        row[i] = random.nextInt(8) == 0 ? 1 : 0;
      }
    }
    return of(features, targetCount, random);
  }

  private static SyntheticRows of(double[][] features, int targetCount, SplittableRandom random) {
    double[][] targets = new double[features.length][targetCount];
    for (int row = 0; row < features.length; row++) {
      double[] x = features[row];
      for (int target = 0; target < targetCount; target++) {
        targets[row][target] =
            (1 + 9.0 * target / targetCount)
                    * (Math.sin(3 * x[target % x.length]) + x[(target + 1) % x.length])
                + 0.1 * random.nextDouble();
      }
    }
    return new SyntheticRows(features, targets);
  }
}
