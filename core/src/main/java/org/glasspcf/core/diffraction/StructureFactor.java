package org.glasspcf.core.diffraction;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A structure factor S(Q), partial or total, on a grid of scattering vectors. Immutable.
 *
 * <p>S is dimensionless and goes to 1 at large Q. A partial one may be negative, and so may a total
 * one where the transform of a cut g(r) rings.
 */
public final class StructureFactor {
  private static final double FIRST_SHARP_FROM = 1.0;
  private static final double FIRST_SHARP_TO = 2.4;

  private final QGrid grid;
  private final double[] values;

  private StructureFactor(QGrid grid, double[] values) {
    this.grid = grid;
    this.values = values;
  }

  /**
   * A local maximum.
   *
   * @param position scattering vector (Å⁻¹)
   * @param height S at the highest point of the grid (1)
   */
  public record Peak(double position, double height) {}

  /**
   * A structure factor of given values.
   *
   * @param grid the scattering vectors
   * @param values S (1) at each of them, finite; copied
   * @return the structure factor
   * @throws IllegalArgumentException if there are not as many values as scattering vectors, or one
   *     is not a finite number
   */
  public static StructureFactor of(QGrid grid, double[] values) {
    if (values.length != grid.size()) {
      throw new IllegalArgumentException(
          "a structure factor must have one value for each Q of its grid, got "
              + values.length
              + " values for "
              + grid);
    }
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      Checks.finite(copy[i], "S at Q = " + grid.value(i) + " Å⁻¹", "1");
      copy[i] += 0.0; // a negative zero would make equal structure factors unequal
    }
    return new StructureFactor(grid, copy);
  }

  /**
   * The grid.
   *
   * @return the scattering vectors
   */
  public QGrid grid() {
    return grid;
  }

  /**
   * One value.
   *
   * @param index from 0 to grid().size() − 1
   * @return S (1)
   * @throws IndexOutOfBoundsException if there is no such point
   */
  public double value(int index) {
    return values[Checks.index(index, values.length, "point of a structure factor")];
  }

  /**
   * All values.
   *
   * @return a copy of the values of S (1)
   */
  public double[] values() {
    return values.clone();
  }

  /**
   * The highest local maximum in a range.
   *
   * <p>A local maximum is a point higher than both its neighbors. The position is the vertex of the
   * parabola through the three points, so that it is finer than the grid; the height is that of the
   * point itself.
   *
   * @param from start of the range (Å⁻¹)
   * @param to end of the range (Å⁻¹)
   * @return the peak whose highest point lies in the range; empty if there is none
   * @throws IllegalArgumentException if the range does not run from a finite number above 0 to a
   *     larger one
   */
  public Optional<Peak> highestPeak(double from, double to) {
    Checks.positive(from, "the start of a range of Q", "Å⁻¹");
    if (!(to > from && to < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a range of Q must end at a finite number above its start, " + from + " Å⁻¹, got " + to);
    }
    int best = -1;
    for (int i = 1; i < values.length - 1; i++) {
      boolean inRange = grid.value(i) >= from && grid.value(i) <= to;
      boolean maximum = values[i] > values[i - 1] && values[i] > values[i + 1];
      if (inRange && maximum && (best < 0 || values[i] > values[best])) {
        best = i;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(new Peak(vertex(best), values[best]));
  }

  /**
   * The first sharp diffraction peak of an oxide glass: the {@linkplain #highestPeak highest local
   * maximum} from 1.0 to 2.4 Å⁻¹. It stands for the order beyond the first neighbors; for vitreous
   * SiO2 neutrons find it at 1.52 Å⁻¹ (Encyclopedia of Glass Science, Technology, History, and
   * Culture, Wiley, on diffraction by vitreous SiO2).
   *
   * <p>Curves that end at r_max place it no better than about a tenth of 2π/r_max: for 10 Å, look
   * at both windows before believing the second decimal.
   *
   * @return the peak; empty if there is no local maximum there
   */
  public Optional<Peak> firstSharpPeak() {
    return highestPeak(FIRST_SHARP_FROM, FIRST_SHARP_TO);
  }

  private double vertex(int i) {
    double left = grid.value(i - 1) - grid.value(i);
    double right = grid.value(i + 1) - grid.value(i);
    double slopeLeft = (values[i - 1] - values[i]) / left;
    double slopeRight = (values[i + 1] - values[i]) / right;
    double curvature = (slopeRight - slopeLeft) / (right - left);
    return grid.value(i) - (slopeLeft - curvature * left) / (2 * curvature);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StructureFactor factor
        && grid.equals(factor.grid)
        && Arrays.equals(values, factor.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(grid, Arrays.hashCode(values));
  }

  @Override
  public String toString() {
    return "S(Q) on " + grid;
  }
}
