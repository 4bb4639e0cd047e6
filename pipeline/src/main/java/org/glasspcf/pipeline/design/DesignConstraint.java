package org.glasspcf.pipeline.design;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;

/**
 * What a composition must hold beside the ranges of its oxides.
 *
 * @param description what it says, for messages
 * @param test tells whether a glass holds it; called by several threads at once, and always of the
 *     same opinion of a glass
 */
public record DesignConstraint(String description, Predicate<GlassComposition> test) {
  /** Sums of amounts of 6 decimals are exact to far less than this (mol%). */
  private static final double TOLERANCE = 1e-7;

  /**
   * Checks the parts.
   *
   * @param description what it says
   * @param test tells whether a glass holds it
   * @throws IllegalArgumentException if the description is blank
   */
  public DesignConstraint {
    Objects.requireNonNull(test, "test");
    if (description.isBlank()) {
      throw new IllegalArgumentException("a constraint must have a description, got a blank one");
    }
  }

  /**
   * A constraint of one's own.
   *
   * @param description what it says, for messages
   * @param test tells whether a glass holds it
   * @return the constraint
   * @throws IllegalArgumentException if the description is blank
   */
  public static DesignConstraint of(String description, Predicate<GlassComposition> test) {
    return new DesignConstraint(description, test);
  }

  /**
   * A sum of oxides that lies in a range.
   *
   * @param from the least sum (mol%), at least 0
   * @param to the largest sum (mol%), not below {@code from}, at most 100
   * @param oxides the oxides, at least one, each once
   * @return the constraint
   * @throws IllegalArgumentException unless 0 ≤ from ≤ to ≤ 100 mol%, and the oxides are different
   */
  public static DesignConstraint sum(double from, double to, Oxide... oxides) {
    List<Oxide> summed = List.of(oxides);
    String what = summed.stream().map(Oxide::toString).collect(Collectors.joining(" + "));
    if (summed.isEmpty() || Set.copyOf(summed).size() < summed.size()) {
      throw new IllegalArgumentException(
          "a sum must be of at least one oxide, each once, got " + summed);
    }
    if (!(from >= 0 && from <= to && to <= 100)) {
      throw new IllegalArgumentException(
          "a sum of oxides must go from 0 up to 100 (mol%), got "
              + from
              + " to "
              + to
              + " "
              + what);
    }
    return of(
        what + " from " + from + " to " + to + " mol%",
        glass -> {
          double sum = summed.stream().mapToDouble(glass::molePercent).sum();
          return sum >= from - TOLERANCE && sum <= to + TOLERANCE;
        });
  }

  /**
   * A ratio of two oxides that lies in a range. A glass without the second oxide does not hold it.
   *
   * @param over the oxide above the line
   * @param under the oxide below it
   * @param from the least ratio of their mol% (1), at least 0
   * @param to the largest (1), not below {@code from}, finite
   * @return the constraint
   * @throws IllegalArgumentException unless 0 ≤ from ≤ to, and the oxides are different
   */
  public static DesignConstraint ratio(Oxide over, Oxide under, double from, double to) {
    if (!(from >= 0 && from <= to && to < Double.POSITIVE_INFINITY) || over.equals(under)) {
      throw new IllegalArgumentException(
          "a ratio of two oxides must go from 0 or more up to a finite number, got "
              + over
              + "/"
              + under
              + " from "
              + from
              + " to "
              + to);
    }
    return of(
        over + "/" + under + " from " + from + " to " + to,
        glass -> {
          double above = glass.molePercent(over);
          double below = glass.molePercent(under);
          return below > 0 && above >= from * below - TOLERANCE && above <= to * below + TOLERANCE;
        });
  }

  boolean holds(GlassComposition glass) {
    return test.test(glass);
  }

  @Override
  public String toString() {
    return description;
  }
}
