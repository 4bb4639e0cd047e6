package org.glasspcf.pipeline.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Charts of quantities against settings side by side: a line through the means over the seeds, in a
 * band of ± one standard deviation. One legend on top serves all.
 */
public final class ScanPanels {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 440;
  private static final int SINGLE_WIDTH = 1000;
  private static final int SINGLE_HEIGHT = 600;
  private static final int FONT = 16;
  private static final int POINT = 7;

  /** What lies beside the frame: margins and the vertical axis (pixels). */
  private static final int SIDES = 95;

  private ScanPanels() {}

  /**
   * Draws panels, two in a row.
   *
   * @param heading one line above all panels
   * @param mark what the marked settings are, for the legend
   * @param panels at least one panel; all vertical axes begin at 0
   * @return the picture; each panel is 640×440 pixels (a single one 1000×600) below a strip of 48
   * @throws IllegalArgumentException if there is no panel
   */
  public static Figure of(String heading, String mark, List<ScanPanel> panels) {
    Set<String> distinct = new LinkedHashSet<>();
    panels.forEach(panel -> panel.series().forEach(series -> distinct.add(series.name())));
    List<String> names = List.copyOf(distinct);
    boolean single = panels.size() == 1;
    int width = single ? SINGLE_WIDTH : WIDTH;
    int height = single ? SINGLE_HEIGHT : HEIGHT;
    List<PanelGrid.Key> keys = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      keys.add(PanelGrid.Key.line(names.get(i), PlotStyle.color(i), stroke(i)));
    }
    if (panels.stream().anyMatch(panel -> panel.mark().isPresent())) {
      keys.add(PanelGrid.Key.line(mark, PlotStyle.GRAY, PlotStyle.dotted(3f)));
    }
    return new PanelGrid(single ? 1 : 2, width, height, FONT)
        .draw(
            heading,
            keys,
            panels.stream()
                .map(panel -> PanelGrid.Panel.of(() -> chart(panel, names, width, height)))
                .toList());
  }

  private static BasicStroke stroke(int index) {
    return index % 2 == 0 ? PlotStyle.solid(2.5f) : PlotStyle.dashed(2.5f);
  }

  private static XYChart chart(ScanPanel panel, List<String> names, int width, int height) {
    XYChart chart =
        PlotStyle.chart(width, height, panel.title(), panel.xLabel(), panel.yLabel(), FONT);
    double top = top(panel);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (ScanSeries series : panel.series()) {
      double[] x = places(panel, series.x());
      low = Math.min(low, x[0]);
      high = Math.max(high, x[x.length - 1]);
      Color color = PlotStyle.color(names.indexOf(series.name()));
      addBand(chart, series, x, PlotStyle.faint(color));
    }
    if (panel.mark().isPresent()) {
      double at = places(panel, panel.mark().getAsDouble())[0];
      low = Math.min(low, at);
      high = Math.max(high, at);
      double[] upright = {at, at};
      PlotStyle.addLine(
          chart, "mark", upright, new double[] {0, top}, PlotStyle.GRAY, PlotStyle.dotted(3f));
    }
    for (ScanSeries series : panel.series()) {
      int index = names.indexOf(series.name());
      Color color = PlotStyle.color(index);
      double[] x = places(panel, series.x());
      XYSeries line =
          PlotStyle.addLine(chart, series.name(), x, series.mean(), color, stroke(index));
      line.setMarker(index % 2 == 0 ? SeriesMarkers.CIRCLE : SeriesMarkers.DIAMOND);
    }
    chart.getStyler().setMarkerSize(POINT);
    double room = high > low ? 0.04 * (high - low) : 0.5;
    // A setting begins at its own zero where that is near, so that its ticks are round.
    double left = panel.doubling() || low > 0.2 * high ? low - room : 0;
    PlotStyle.range(chart, left, high + room, 0, top);
    // Two decimals would make all labels of so small numbers 0, and equal labels are left out.
    chart.getStyler().setYAxisDecimalPattern(top < 0.1 ? "0.#####" : "0.##");
    if (panel.doubling()) {
      chart.getStyler().setXAxisTickLabelsFormattingFunction(ScanPanels::power);
    }
    // A tick at every doubling, but none between, which a smaller hint would allow.
    double doubling = (width - SIDES) / (high - low + 2 * room);
    chart
        .getStyler()
        .setXAxisTickMarkSpacingHint(panel.doubling() ? (int) Math.max(30, 0.85 * doubling) : 60);
    chart.getStyler().setYAxisTickMarkSpacingHint(50);
    return chart;
  }

  private static double top(ScanPanel panel) {
    double top = 0;
    for (ScanSeries series : panel.series()) {
      double[] mean = series.mean();
      double[] deviation = series.deviation();
      for (int i = 0; i < mean.length; i++) {
        top = Math.max(top, mean[i] + deviation[i]);
      }
    }
    return PlotStyle.roundUp(1.04 * top);
  }

  private static void addBand(XYChart chart, ScanSeries series, double[] x, Color color) {
    double[] low = series.mean();
    double[] high = series.mean();
    double[] deviation = series.deviation();
    boolean wide = false;
    for (int i = 0; i < low.length; i++) {
      low[i] = Math.max(0, low[i] - deviation[i]);
      high[i] += deviation[i];
      wide |= deviation[i] > 0;
    }
    if (wide && x.length > 1) {
      PlotStyle.addBand(chart, "band of " + series.name(), x, low, high, color);
    }
  }

  private static double[] places(ScanPanel panel, double... settings) {
    if (panel.doubling()) {
      for (int i = 0; i < settings.length; i++) {
        settings[i] = Math.log(settings[i]) / Math.log(2);
      }
    }
    return settings;
  }

  /** The setting at a place on an axis of doublings; ticks stand at whole powers. */
  private static String power(double place) {
    long exponent = Math.round(place);
    return exponent >= 0 && Math.abs(place - exponent) < 1e-9
        ? Long.toString(1L << exponent)
        : String.format(Locale.ROOT, "%.2f", Math.pow(2, place));
  }
}
