package org.glasspcf.pipeline.plot;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One small chart of quantities against a setting.
 *
 * @param title what is drawn
 * @param xLabel the setting, with its unit
 * @param yLabel the quantity, with its unit
 * @param doubling whether equal steps on the horizontal axis are factors of 2; settings are then
 *     above 0
 * @param series what is drawn, at least one
 * @param mark a setting to be marked by an upright line; empty for none
 */
public record ScanPanel(
    String title,
    String xLabel,
    String yLabel,
    boolean doubling,
    List<ScanSeries> series,
    OptionalDouble mark) {
  /**
   * Copies the list.
   *
   * @param title what is drawn
   * @param xLabel the setting, with its unit
   * @param yLabel the quantity, with its unit
   * @param doubling whether equal steps on the horizontal axis are factors of 2
   * @param series what is drawn
   * @param mark a setting to be marked
   * @throws IllegalArgumentException if there is no series, or a setting not above 0 on an axis of
   *     doublings
   */
  public ScanPanel {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(xLabel, "xLabel");
    Objects.requireNonNull(yLabel, "yLabel");
    series = List.copyOf(series);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("a scan needs at least one series, got 0: " + title);
    }
    double least = mark.orElse(Double.POSITIVE_INFINITY);
    for (ScanSeries one : series) {
      least = Math.min(least, one.x()[0]);
    }
    if (doubling && !(least > 0)) {
      throw new IllegalArgumentException(
          "settings on an axis of doublings must be above 0, got " + least);
    }
  }
}
