package org.glasspcf.pipeline.plot;

import java.awt.Color;
import java.util.List;
import org.glasspcf.pipeline.plot.ParityPanel.Points;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Predicted against true numbers side by side, each with the diagonal of perfect predictions: in
 * gray what was trained on, in blue over it what was not.
 */
public final class ParityPanels {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 620;
  private static final int FONT = 16;
  private static final Color TEST = new Color(0x00, 0x72, 0xB2, 0x90);
  private static final Color TRAINING = new Color(0xB4, 0xB4, 0xB4);

  private ParityPanels() {}

  /**
   * Draws panels, two in a row.
   *
   * @param heading one line above all panels
   * @param panels at least one panel
   * @return the picture; each panel is 640×620 pixels below a strip of 48
   * @throws IllegalArgumentException if there is no panel
   */
  public static Figure of(String heading, List<ParityPanel> panels) {
    return new PanelGrid(Math.min(2, Math.max(1, panels.size())), WIDTH, HEIGHT, FONT)
        .draw(
            heading,
            List.of(
                PanelGrid.Key.dot("training curves", TRAINING),
                PanelGrid.Key.dot("test curves", PlotStyle.BLUE)),
            panels.stream().map(panel -> PanelGrid.Panel.of(() -> chart(panel))).toList());
  }

  private static XYChart chart(ParityPanel panel) {
    XYChart chart =
        PlotStyle.chart(
            WIDTH,
            HEIGHT,
            panel.title(),
            "true " + panel.quantity(),
            "predicted " + panel.quantity(),
            FONT);
    double least = 0;
    double greatest = 0;
    for (Points points : List.of(panel.training(), panel.test())) {
      for (double[] values : List.of(points.truth(), points.predicted())) {
        for (double value : values) {
          least = Math.min(least, value);
          greatest = Math.max(greatest, value);
        }
      }
    }
    double low = least < 0 ? -PlotStyle.roundUp(-1.02 * least) : 0;
    double high = greatest > 0 ? PlotStyle.roundUp(1.02 * greatest) : low < 0 ? 0 : 1;
    add(chart, "training", panel.training(), TRAINING);
    add(chart, "test", panel.test(), TEST);
    double[] ends = {low, high};
    PlotStyle.addLine(chart, "perfect", ends, ends, Color.BLACK, PlotStyle.solid(1.5f));
    chart.getStyler().setMarkerSize(5);
    chart.getStyler().setXAxisTickMarkSpacingHint(70);
    chart.getStyler().setYAxisTickMarkSpacingHint(60);
    PlotStyle.range(chart, low, high, low, high);
    return chart;
  }

  private static void add(XYChart chart, String name, Points points, Color color) {
    if (points.truth().length == 0) {
      return;
    }
    XYSeries series = chart.addSeries(name, points.truth(), points.predicted());
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.CIRCLE);
    series.setMarkerColor(color);
  }
}
