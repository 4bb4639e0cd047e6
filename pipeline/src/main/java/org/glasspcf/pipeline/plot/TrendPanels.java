package org.glasspcf.pipeline.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Charts of quantities against a condition side by side: measured points, a predicted line in its
 * band, and diamonds, darker than the line, for predictions that had not seen the points. One
 * legend on top serves all.
 */
public final class TrendPanels {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 460;
  private static final int FONT = 16;

  /** About what is left to the axis (pixels): a tick for each doubling, and none between. */
  private static final int PLOT_WIDTH = 400;

  private static final int POINT = 8;
  private static final double ROOM = 0.08;

  private TrendPanels() {}

  /**
   * Draws panels in one row.
   *
   * @param heading one line above all panels
   * @param panels at least one panel; ticks of the horizontal axes are doublings of the least
   *     condition in the panel
   * @return the picture; each panel is 560×460 pixels below a strip of 48
   * @throws IllegalArgumentException if there is no panel
   */
  public static Figure of(String heading, List<TrendPanel> panels) {
    Set<String> distinct = new LinkedHashSet<>();
    panels.forEach(panel -> panel.series().forEach(series -> distinct.add(series.name())));
    List<String> names = List.copyOf(distinct);
    List<PanelGrid.Key> keys = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Color color = PlotStyle.color(i);
      keys.add(
          PanelGrid.Key.line(names.get(i), color, PlotStyle.solid(2.5f))
              .on(PlotStyle.faint(color)));
    }
    return new PanelGrid(Math.max(1, panels.size()), WIDTH, HEIGHT, FONT)
        .draw(
            heading,
            keys,
            panels.stream().map(panel -> PanelGrid.Panel.of(() -> chart(panel, names))).toList());
  }

  private static XYChart chart(TrendPanel panel, List<String> names) {
    XYChart chart =
        PlotStyle.chart(WIDTH, HEIGHT, panel.title(), panel.xLabel(), panel.yLabel(), FONT);
    List<TrendPanel.Point> all =
        panel.series().stream()
            .flatMap(s -> Stream.of(s.points(), s.apart(), s.line()).flatMap(List::stream))
            .toList();
    double unit = all.stream().mapToDouble(TrendPanel.Point::x).min().orElseThrow();
    double right = places(all, unit)[indexOfLargest(all)];
    double low = all.stream().mapToDouble(TrendPanel.Point::y).min().orElseThrow();
    double high = all.stream().mapToDouble(TrendPanel.Point::y).max().orElseThrow();
    for (TrendPanel.Series series : panel.series()) {
      low = series.lower().stream().mapToDouble(v -> v).reduce(low, Math::min);
      high = series.upper().stream().mapToDouble(v -> v).reduce(high, Math::max);
      Color color = PlotStyle.color(names.indexOf(series.name()));
      double[] x = places(series.line(), unit);
      if (!series.lower().isEmpty()) {
        PlotStyle.addBand(
            chart,
            "band of " + series.name(),
            x,
            series.lower().stream().mapToDouble(v -> v).toArray(),
            series.upper().stream().mapToDouble(v -> v).toArray(),
            PlotStyle.faint(color));
      }
    }
    for (TrendPanel.Series series : panel.series()) {
      Color color = PlotStyle.color(names.indexOf(series.name()));
      PlotStyle.addLine(
          chart,
          series.name(),
          places(series.line(), unit),
          values(series.line(), TrendPanel.Point::y),
          color,
          PlotStyle.solid(2.5f));

      addMarks(
          chart, "points of " + series.name(), series.points(), unit, color, SeriesMarkers.CIRCLE);
      addMarks(
          chart,
          "apart " + series.name(),
          series.apart(),
          unit,
          color.darker(),
          SeriesMarkers.DIAMOND);
    }
    double room = ROOM * (high > low ? high - low : 1);
    PlotStyle.range(chart, -0.25, right + 0.25, low - room, high + room);
    chart.getStyler().setYAxisDecimalPattern("0.####");
    chart.getStyler().setYAxisTickMarkSpacingHint(50);
    chart.getStyler().setXAxisTickMarkSpacingHint((int) Math.max(30, PLOT_WIDTH / (right + 0.5)));
    chart.getStyler().setXAxisTickLabelsFormattingFunction(place -> doubling(place, unit));
    return chart;
  }

  private static int indexOfLargest(List<TrendPanel.Point> points) {
    int largest = 0;
    for (int i = 1; i < points.size(); i++) {
      largest = points.get(i).x() > points.get(largest).x() ? i : largest;
    }
    return largest;
  }

  private static void addMarks(
      XYChart chart,
      String name,
      List<TrendPanel.Point> points,
      double unit,
      Color color,
      Marker marker) {
    if (points.isEmpty()) {
      return;
    }
    XYSeries marks =
        PlotStyle.addLine(
            chart,
            name,
            places(points, unit),
            values(points, TrendPanel.Point::y),
            color,
            PlotStyle.solid(0));
    marks.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    marks.setMarker(marker);
    chart.getStyler().setMarkerSize(POINT);
  }

  private static double[] places(List<TrendPanel.Point> points, double unit) {
    return values(points, point -> Math.log(point.x() / unit) / Math.log(2));
  }

  private static double[] values(
      List<TrendPanel.Point> points, ToDoubleFunction<TrendPanel.Point> value) {
    return points.stream().mapToDouble(value).toArray();
  }

  /** Equal labels are left out, and so is an axis of many empty ones. */
  private static String doubling(double place, double unit) {
    double value = unit * Math.pow(2, place);
    boolean whole = Math.abs(value - Math.rint(value)) < 1e-6 * value;
    return String.format(Locale.ROOT, whole ? "%.0f" : "%.3g", value);
  }
}
