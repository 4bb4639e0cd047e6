package org.glasspcf.core;

import java.util.Objects;

/**
 * The amounts of one oxide in a {@link CompositionGrid}.
 *
 * @param oxide the oxide
 * @param from the least amount (mol%), at least 0
 * @param to the largest amount (mol%), at most 100 and not below {@code from}
 */
public record OxideRange(Oxide oxide, double from, double to) {

  /**
   * Checks the range.
   *
   * @param oxide the oxide
   * @param from the least amount (mol%)
   * @param to the largest amount (mol%)
   * @throws IllegalArgumentException unless 0 ≤ from ≤ to ≤ 100 mol%
   */
  public OxideRange {
    Objects.requireNonNull(oxide, "oxide");
    if (!(from >= 0 && from <= to && to <= 100)) {
      throw new IllegalArgumentException(
          "the amounts of "
              + oxide
              + " must go from 0 up to 100 (mol%), got "
              + Preconditions.plain(from)
              + " to "
              + Preconditions.plain(to));
    }
  }

  /**
   * Amounts between two.
   *
   * @param oxide the oxide
   * @param from the least amount (mol%), at least 0
   * @param to the largest amount (mol%), at most 100
   * @return the range, both ends included
   * @throws IllegalArgumentException unless 0 ≤ from ≤ to ≤ 100 mol%
   */
  public static OxideRange of(Oxide oxide, double from, double to) {
    return new OxideRange(oxide, from, to);
  }

  /**
   * One amount.
   *
   * @param oxide the oxide
   * @param molPercent its amount (mol%) in every glass, from 0 to 100
   * @return the range of this amount alone
   * @throws IllegalArgumentException if the amount is not from 0 to 100 mol%
   */
  public static OxideRange of(Oxide oxide, double molPercent) {
    return new OxideRange(oxide, molPercent, molPercent);
  }

  /**
   * Whatever the other oxides leave.
   *
   * @param oxide the oxide
   * @return the range from 0 to 100 mol%
   */
  public static OxideRange rest(Oxide oxide) {
    return new OxideRange(oxide, 0, 100);
  }

  /** The range as {@code SiO2 40 to 80}, the same in every locale. */
  @Override
  public String toString() {
    return oxide
        + " "
        + Preconditions.plain(from)
        + (from < to ? " to " + Preconditions.plain(to) : "");
  }
}
