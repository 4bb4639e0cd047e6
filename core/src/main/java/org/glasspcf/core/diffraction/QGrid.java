package org.glasspcf.core.diffraction;

import java.util.Arrays;

/**
 * Scattering vectors Q = 4π sin θ/λ (Å⁻¹), increasing. Immutable; grids are equal if all their
 * values are.
 *
 * <p>Below 2π/r_max, where r_max is the end of the curves (0.63 Å⁻¹ for 10 Å), a structure factor
 * computed from g(r) says more of the cut at r_max than of the glass. Q = 0 is refused, and so is
 * everything below {@link #SMALLEST}: there the compressibility counts, which a box of constant
 * size does not have.
 */
public final class QGrid {
  /** The smallest Q that a grid can hold: 0.001 Å⁻¹. */
  public static final double SMALLEST = 0.001;

  private final double[] values;

  private QGrid(double[] values) {
    this.values = values;
  }

  /**
   * Evenly spaced scattering vectors.
   *
   * @param first the first (Å⁻¹), at least 0.001
   * @param last the last (Å⁻¹), above the first
   * @param points how many, at least 2
   * @return the grid; value i is at {@code first + (last - first) * i / (points - 1)} (Å⁻¹)
   * @throws IllegalArgumentException if there are fewer than two points, or first and last do not
   *     increase or are not finite
   */
  public static QGrid uniform(double first, double last, int points) {
    if (points < 2) {
      throw new IllegalArgumentException(
          "a uniform grid of Q must have at least 2 points, got " + points);
    }
    checkFirst(first);
    if (!(last > first && last < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the last Q of a grid must be a finite number above the first, "
              + first
              + " Å⁻¹, got "
              + last);
    }
    double[] values = new double[points];
    for (int i = 0; i < points; i++) {
      values[i] = first + (last - first) * i / (points - 1);
    }
    return of(values);
  }

  /**
   * Any increasing scattering vectors.
   *
   * @param values at least one Q (Å⁻¹), each finite and above the one before, the first at least
   *     0.001; copied
   * @return the grid
   * @throws IllegalArgumentException if they break that rule
   */
  public static QGrid of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a grid of Q must have at least 1 point, got 0");
    }
    double[] copy = values.clone();
    checkFirst(copy[0]);
    for (int i = 1; i < copy.length; i++) {
      if (!(copy[i] > copy[i - 1] && copy[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the Q of a grid must be finite and increase, but value "
                + i
                + " ("
                + copy[i]
                + " Å⁻¹) follows "
                + copy[i - 1]
                + " Å⁻¹");
      }
    }
    return new QGrid(copy);
  }

  private static void checkFirst(double first) {
    if (!(first >= SMALLEST && first < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Q must be a finite number from " + SMALLEST + " (Å⁻¹), got " + first);
    }
  }

  /**
   * How many there are.
   *
   * @return number of scattering vectors, at least 1
   */
  public int size() {
    return values.length;
  }

  /**
   * One scattering vector.
   *
   * @param index from 0 to size() − 1
   * @return Q (Å⁻¹)
   * @throws IndexOutOfBoundsException if there is no such value
   */
  public double value(int index) {
    return values[Checks.index(index, values.length, "point of a grid of Q")];
  }

  /**
   * All scattering vectors.
   *
   * @return a copy of the size() values (Å⁻¹)
   */
  public double[] values() {
    return values.clone();
  }

  /**
   * The last.
   *
   * @return the largest Q (Å⁻¹)
   */
  public double last() {
    return values[values.length - 1];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QGrid grid && Arrays.equals(values, grid.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values.length
        + " Q from "
        + Checks.shortly(values[0])
        + " to "
        + Checks.shortly(last())
        + " Å⁻¹";
  }
}
