package org.glasspcf.core;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A number besides the composition that a model learns from, such as the quench rate of a melt,
 * with its unit, its scale and the range it may have.
 *
 * <pre>{@code
 * NumericInput rate = NumericInput.logarithmic("quench_K_per_ps", "K/ps", 10, 160);
 * GlassComposition glass = GlassComposition.parse("60SiO2-40Na2O").withCondition(rate, 20);
 * }</pre>
 *
 * @param name letters, digits and {@code _}, beginning with a letter: the name of a {@linkplain
 *     GlassComposition#conditions() condition} and of a data set's column
 * @param unit the unit, {@code 1} for a plain number; without white space, brackets, comma and
 *     semicolon
 * @param scale on which scale equal steps count the same
 * @param least the least value (unit)
 * @param most the greatest value (unit), above the least
 */
public record NumericInput(String name, String unit, Scale scale, double least, double most) {
  private static final Pattern UNIT = Pattern.compile("[^\\s\\[\\](),;\\p{Cntrl}]+");

  /** On which scale equal steps count the same. */
  public enum Scale {
    /** Equal differences. */
    LINEAR,
    /** Equal ratios. */
    LOGARITHMIC
  }

  /**
   * Checks the input.
   *
   * @param name the name
   * @param unit the unit
   * @param scale the scale
   * @param least the least value (unit)
   * @param most the greatest value (unit)
   * @throws IllegalArgumentException if the name or unit cannot stand, a bound is not finite, the
   *     least value is not below the greatest, or not above 0 on a logarithmic scale
   */
  public NumericInput {
    Conditions.requireName(name);
    Objects.requireNonNull(scale, "scale");
    if (!UNIT.matcher(unit).matches()) {
      throw new IllegalArgumentException(
          "the unit of "
              + name
              + " must be without white space, brackets, comma and semicolon (1 for a plain"
              + " number), got "
              + Preconditions.quoted(unit));
    }
    if (!(least < most && most - least < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the range of "
              + name
              + " must be finite and its least value below its greatest ("
              + unit
              + "), got "
              + least
              + " to "
              + most);
    }
    if (scale == Scale.LOGARITHMIC && !(least > 0 && Math.log(most) > Math.log(least))) {
      throw new IllegalArgumentException(
          "the range of "
              + name
              + " must be above 0 on a logarithmic scale ("
              + unit
              + "), got "
              + least
              + " to "
              + most);
    }
    least += 0.0; // no negative zero
    most += 0.0;
  }

  /**
   * An input whose differences count.
   *
   * @param name the name
   * @param unit the unit
   * @param least the least value (unit)
   * @param most the greatest value (unit)
   * @return the input
   * @throws IllegalArgumentException as the constructor
   */
  public static NumericInput linear(String name, String unit, double least, double most) {
    return new NumericInput(name, unit, Scale.LINEAR, least, most);
  }

  /**
   * An input whose ratios count: from 10 to 20 is as far as from 80 to 160.
   *
   * @param name the name
   * @param unit the unit
   * @param least the least value (unit), above 0
   * @param most the greatest value (unit)
   * @return the input
   * @throws IllegalArgumentException as the constructor
   */
  public static NumericInput logarithmic(String name, String unit, double least, double most) {
    return new NumericInput(name, unit, Scale.LOGARITHMIC, least, most);
  }

  /**
   * Checks a value.
   *
   * @param value the value (unit)
   * @return the value
   * @throws IllegalArgumentException if it is not in the range
   */
  public double requireInRange(double value) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + most + " (" + unit + "), got " + value);
    }
    return value;
  }

  /**
   * Where a value lies in the range.
   *
   * @param value the value (unit), in the range
   * @return 0 at the least value, 1 at the greatest, in equal steps on the input's scale (1)
   * @throws IllegalArgumentException if the value is not in the range
   */
  public double position(double value) {
    requireInRange(value);
    return switch (scale) {
      case LINEAR -> (value - least) / (most - least);
      case LOGARITHMIC -> (Math.log(value) - Math.log(least)) / (Math.log(most) - Math.log(least));
    };
  }

  /** Name, unit, scale and range, {@code quench_K_per_ps[K/ps]LOGARITHMIC(10.0..160.0)}. */
  @Override
  public String toString() {
    return name + "[" + unit + "]" + scale + "(" + least + ".." + most + ")";
  }
}
