package org.glasspcf.pipeline.plot;

import java.util.Objects;

/**
 * A curve with a name, such as the structure factor of one glass from one source.
 *
 * @param name its name in the legend; equal names have one color in all frames of a figure
 * @param x horizontal positions, strictly increasing
 * @param y as many values
 */
public record NamedCurve(String name, double[] x, double[] y) {
  /**
   * Copies the arrays.
   *
   * @param name its name in the legend
   * @param x at least two horizontal positions, strictly increasing
   * @param y as many values, all finite
   * @throws IllegalArgumentException if the arrays differ in length, hold fewer than two points or
   *     a number that is not finite, or the positions do not increase
   */
  public NamedCurve {
    Objects.requireNonNull(name, "name");
    if (x.length != y.length || x.length < 2) {
      throw new IllegalArgumentException(
          "curve "
              + name
              + " needs at least two points, got "
              + x.length
              + " positions and "
              + y.length
              + " values");
    }
    x = x.clone();
    y = y.clone();
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i]) || i > 0 && !(x[i] > x[i - 1])) {
        throw new IllegalArgumentException(
            "curve "
                + name
                + " needs finite values at increasing positions, but point "
                + i
                + " is ("
                + x[i]
                + ", "
                + y[i]
                + ")");
      }
    }
  }

  /**
   * Returns the horizontal positions.
   *
   * @return a copy
   */
  @Override
  public double[] x() {
    return x.clone();
  }

  /**
   * Returns the values.
   *
   * @return a copy
   */
  @Override
  public double[] y() {
    return y.clone();
  }
}
