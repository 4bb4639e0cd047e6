package org.glasspcf.pipeline.uncertainty;

import java.util.Objects;

/**
 * A predicted number with its interval: that of a new melt lies inside with the level's
 * probability, on average over cation–oxygen pairs.
 *
 * @param value the prediction, in the quantity's unit
 * @param lower lower end, in the same unit
 * @param upper upper end, in the same unit
 * @param level the nominal coverage
 */
public record Interval(double value, double lower, double upper, BandLevel level) {

  /**
   * Checks the order.
   *
   * @param value the prediction
   * @param lower lower end
   * @param upper upper end
   * @param level the nominal coverage
   * @throws IllegalArgumentException unless lower ≤ value ≤ upper
   */
  public Interval {
    Objects.requireNonNull(level, "level");
    if (!(lower <= value && value <= upper)) {
      throw new IllegalArgumentException(
          "an interval must hold its value, got " + value + " and " + lower + " to " + upper);
    }
  }
}
