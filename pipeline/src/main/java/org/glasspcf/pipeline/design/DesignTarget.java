package org.glasspcf.pipeline.design;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.glasspcf.core.ElementPair;

/**
 * What one number of the predicted structure is to be: near a value, or as large or as small as it
 * can.
 *
 * @param pair the pair of elements
 * @param quantity the number of its curve
 * @param goal near a value, largest or smallest
 * @param value the value aimed at, in the quantity's unit; empty unless the goal is near
 * @param tolerance how far from the value still meets the target, in the quantity's unit, above 0;
 *     also the unit in which misses are counted, for every goal
 * @param weight how much the target counts beside others (1), above 0
 */
public record DesignTarget(
    ElementPair pair,
    DesignQuantity quantity,
    Goal goal,
    OptionalDouble value,
    double tolerance,
    double weight) {

  /** What is wanted of a number. */
  public enum Goal {
    /** A given value. */
    NEAR,
    /** As much as possible. */
    LARGEST,
    /** As little as possible. */
    SMALLEST
  }

  /**
   * Checks the target.
   *
   * @param pair the pair of elements
   * @param quantity the number of its curve
   * @param goal near a value, largest or smallest
   * @param value the value aimed at
   * @param tolerance how far from the value still meets the target
   * @param weight how much the target counts
   * @throws IllegalArgumentException if the pair has no such number, a goal other than near has a
   *     value or near has none, or a number is not finite and above 0
   */
  public DesignTarget {
    Objects.requireNonNull(pair, "pair");
    Objects.requireNonNull(goal, "goal");
    if (!quantity.isOf(pair)) {
      throw new IllegalArgumentException(
          "a target for "
              + name(quantity)
              + " must be of a cation and oxygen whose first shell is known, got "
              + pair);
    }
    if (value.isPresent() != (goal == Goal.NEAR)) {
      throw new IllegalArgumentException(
          "a target must have a value if it is to be near one, and only then, got "
              + goal
              + " and "
              + value);
    }
    value.ifPresent(v -> requirePositive(v, "value", quantity.unit()));
    requirePositive(tolerance, "tolerance", quantity.unit());
    requirePositive(weight, "weight", "1");
  }

  private static void requirePositive(double number, String what, String unit) {
    if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the "
              + what
              + " of a target must be a finite number above 0 ("
              + unit
              + "), got "
              + number);
    }
  }

  /**
   * A number near a value.
   *
   * @param pair the pair of elements
   * @param quantity the number of its curve
   * @param value the value aimed at, in the quantity's unit, above 0
   * @return the target, with the quantity's {@linkplain DesignQuantity#defaultTolerance tolerance}
   *     and weight 1
   * @throws IllegalArgumentException if the pair has no such number or the value is not finite and
   *     above 0
   */
  public static DesignTarget near(ElementPair pair, DesignQuantity quantity, double value) {
    return of(pair, quantity, Goal.NEAR, OptionalDouble.of(value));
  }

  /**
   * A number as large as possible.
   *
   * @param pair the pair of elements
   * @param quantity the number of its curve
   * @return the target, with weight 1
   * @throws IllegalArgumentException if the pair has no such number
   */
  public static DesignTarget largest(ElementPair pair, DesignQuantity quantity) {
    return of(pair, quantity, Goal.LARGEST, OptionalDouble.empty());
  }

  /**
   * A number as small as possible.
   *
   * @param pair the pair of elements
   * @param quantity the number of its curve
   * @return the target, with weight 1
   * @throws IllegalArgumentException if the pair has no such number
   */
  public static DesignTarget smallest(ElementPair pair, DesignQuantity quantity) {
    return of(pair, quantity, Goal.SMALLEST, OptionalDouble.empty());
  }

  private static DesignTarget of(
      ElementPair pair, DesignQuantity quantity, Goal goal, OptionalDouble value) {
    return new DesignTarget(pair, quantity, goal, value, quantity.defaultTolerance(), 1);
  }

  /**
   * The same target with another tolerance.
   *
   * @param changed how far from the value still meets it, in the quantity's unit, above 0
   * @return the changed target
   * @throws IllegalArgumentException if it is not finite and above 0
   */
  public DesignTarget withTolerance(double changed) {
    return new DesignTarget(pair, quantity, goal, value, changed, weight);
  }

  /**
   * The same target with another weight.
   *
   * @param changed how much it counts beside others (1), above 0
   * @return the changed target
   * @throws IllegalArgumentException if it is not finite and above 0
   */
  public DesignTarget withWeight(double changed) {
    return new DesignTarget(pair, quantity, goal, value, tolerance, changed);
  }

  /**
   * What a predicted number costs: ((x − value)² + s²)/tolerance² near a value, (s − x)/tolerance
   * for the largest and (s + x)/tolerance for the smallest.
   *
   * @param predicted x, in the quantity's unit
   * @param spread s, standard deviation of melts around it
   */
  double cost(double predicted, double spread) {
    return switch (goal) {
      case NEAR -> {
        double miss = predicted - value.getAsDouble();
        yield (miss * miss + spread * spread) / (tolerance * tolerance);
      }
      case LARGEST -> (spread - predicted) / tolerance;
      case SMALLEST -> (spread + predicted) / tolerance;
    };
  }

  private static String name(DesignQuantity quantity) {
    return quantity.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** As {@code coordination number of B-O near 3.6 ± 0.05 (1)}. */
  @Override
  public String toString() {
    String aim =
        value.isPresent()
            ? "near " + plain(value.getAsDouble()) + " ± " + plain(tolerance)
            : "as " + (goal == Goal.LARGEST ? "large" : "small") + " as possible";
    return name(quantity) + " of " + pair + " " + aim + " (" + quantity.unit() + ")";
  }

  private static String plain(double number) {
    return new BigDecimal(number, MathContext.DECIMAL32).stripTrailingZeros().toPlainString();
  }
}
