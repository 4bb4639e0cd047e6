package org.glasspcf.pipeline.plot;

import java.util.List;
import java.util.Objects;

/**
 * One small chart of a quantity against a condition on a logarithmic axis.
 *
 * @param title what is drawn
 * @param xLabel the condition, with its unit
 * @param yLabel the quantity, with its unit
 * @param series what is drawn, at least one
 */
public record TrendPanel(String title, String xLabel, String yLabel, List<Series> series) {
  /**
   * Copies the list.
   *
   * @param title what is drawn
   * @param xLabel the condition, with its unit
   * @param yLabel the quantity, with its unit
   * @param series what is drawn
   * @throws IllegalArgumentException if there is no series, or two have one name
   */
  public TrendPanel {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(xLabel, "xLabel");
    Objects.requireNonNull(yLabel, "yLabel");
    series = List.copyOf(series);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("a trend needs at least one series, got 0: " + title);
    }
    if (series.stream().map(Series::name).distinct().count() < series.size()) {
      throw new IllegalArgumentException(
          "series of a trend need different names, got "
              + series.stream().map(Series::name).toList());
    }
  }

  /**
   * A value at a condition.
   *
   * @param x the condition, above 0 (unit of the x label)
   * @param y the value (unit of the y label)
   */
  public record Point(double x, double y) {
    /**
     * Checks the point.
     *
     * @param x the condition, above 0
     * @param y the value
     * @throws IllegalArgumentException if the condition is not above 0, or a number is not finite
     */
    public Point {
      if (!(x > 0 && x < Double.POSITIVE_INFINITY && Double.isFinite(y))) {
        throw new IllegalArgumentException(
            "a point on a logarithmic axis must be finite and above 0, got " + x + ", " + y);
      }
    }
  }

  /**
   * Points that were measured beside a line in its band that was predicted.
   *
   * @param name its name in the legend; equal names have one color in all panels of a figure
   * @param points what was measured; possibly none
   * @param apart predictions made without what was measured there; possibly none
   * @param line the prediction, at least two points, conditions increasing
   * @param lower lower end of the band at the line's conditions; none for no band
   * @param upper upper end of the band
   */
  public record Series(
      String name,
      List<Point> points,
      List<Point> apart,
      List<Point> line,
      List<Double> lower,
      List<Double> upper) {
    /**
     * Copies the lists.
     *
     * @param name its name in the legend
     * @param points what was measured
     * @param apart predictions made without what was measured there
     * @param line the prediction
     * @param lower lower end of the band
     * @param upper upper end of the band
     * @throws IllegalArgumentException if the line has fewer than two points or is not in order, or
     *     the band has another number of points, one that is not finite or ends that are crossed
     */
    public Series {
      Objects.requireNonNull(name, "name");
      points = List.copyOf(points);
      apart = List.copyOf(apart);
      line = List.copyOf(line);
      lower = List.copyOf(lower);
      upper = List.copyOf(upper);
      boolean inOrder = line.size() > 1;
      for (int i = 1; i < line.size(); i++) {
        inOrder &= line.get(i).x() > line.get(i - 1).x();
      }
      if (!inOrder
          || lower.size() != upper.size()
          || !lower.isEmpty() && lower.size() != line.size()) {
        throw new IllegalArgumentException(
            "series "
                + name
                + " needs a line of two or more points at increasing conditions, and as many ends"
                + " of its band or none");
      }
      for (int i = 0; i < lower.size(); i++) {
        double from = lower.get(i);
        double to = upper.get(i);
        if (!(from <= to && Double.isFinite(from) && Double.isFinite(to))) {
          throw new IllegalArgumentException(
              "a band of series "
                  + name
                  + " must go from a finite number up to another, got "
                  + from
                  + " to "
                  + to);
        }
      }
    }
  }
}
