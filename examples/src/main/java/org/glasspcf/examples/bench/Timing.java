package org.glasspcf.examples.bench;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a trial took.
 *
 * @param trial the trial
 * @param seconds time of one item (s), one number a measurement, in ascending order
 * @param bytes memory allocated for one item (bytes), the median; empty if the JVM does not tell
 */
record Timing(Trial trial, List<Double> seconds, OptionalDouble bytes) {
  Timing {
    if (seconds.isEmpty()) {
      throw new IllegalArgumentException("a timing needs at least one measurement, got 0");
    }
    seconds = seconds.stream().sorted().toList();
  }

  double median() {
    return quantile(seconds, 0.5);
  }

  double lowerQuartile() {
    return quantile(seconds, 0.25);
  }

  double upperQuartile() {
    return quantile(seconds, 0.75);
  }

  /** Items that all callers together get in a second (1/s). */
  double perSecond() {
    return trial.callers() / median();
  }

  /** Between the two nearest of sorted numbers, linearly. */
  static double quantile(List<Double> sorted, double share) {
    double place = share * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }
}
