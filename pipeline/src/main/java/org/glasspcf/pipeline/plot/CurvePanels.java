package org.glasspcf.pipeline.plot;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.uncertainty.CurveBand;
import org.knowm.xchart.XYChart;

/**
 * Charts of g(r) side by side, each with its own height: the first Si–O peak is 16 high where
 * cation–cation curves reach 3. One legend on top serves all.
 */
public final class CurvePanels {
  private static final int PANEL_WIDTH = 480;
  private static final int PANEL_HEIGHT = 340;
  private static final int SINGLE_WIDTH = 800;
  private static final int SINGLE_HEIGHT = 520;
  private static final int FONT = 15;

  /** Letters of a title that just fit the width of a panel. */
  private static final int LONG_TITLE = 39;

  private CurvePanels() {}

  /**
   * Draws panels row by row: three in a row, or fewer where there are few.
   *
   * @param heading one line above all panels
   * @param panels at least one panel
   * @return the picture; each panel is 480×340 pixels (a single one 800×520) below a strip of 48
   * @throws IllegalArgumentException if there is no panel
   */
  public static Figure of(String heading, List<CurvePanel> panels) {
    int columns = panels.size() == 4 ? 2 : Math.min(3, panels.size());
    int width = panels.size() == 1 ? SINGLE_WIDTH : PANEL_WIDTH;
    int height = panels.size() == 1 ? SINGLE_HEIGHT : PANEL_HEIGHT;
    return new PanelGrid(columns, width, height, FONT)
        .draw(
            heading,
            keys(panels),
            panels.stream().map(p -> PanelGrid.Panel.of(() -> chart(p, width, height))).toList());
  }

  private static XYChart chart(CurvePanel panel, int width, int height) {
    XYChart chart = PlotStyle.chart(width, height, panel.title(), "r (Å)", "g(r)", FONT);
    Font title = chart.getStyler().getChartTitleFont();
    if (panel.title().length() > LONG_TITLE) {
      float size = title.getSize2D() * LONG_TITLE / panel.title().length();
      chart.getStyler().setChartTitleFont(title.deriveFont(size));
    }
    PairCorrelationFunction prediction = panel.prediction();
    RadialGrid grid = prediction.grid();
    double top = prediction.maximum();
    if (panel.band().isPresent()) {
      CurveBand band = panel.band().get();
      PlotStyle.addBand(
          chart,
          "band",
          grid.centers(),
          band.lower().values(),
          band.upper().values(),
          PlotStyle.LIGHT_VERMILION);
      top = Math.max(top, band.upper().maximum());
    }
    if (panel.simulations().isPresent()) {
      GlassSample sample = panel.simulations().get();
      double[] mean = sample.meanCurve().values();
      double[] x = sample.meanCurve().grid().centers();
      top = Math.max(top, sample.meanCurve().maximum());
      sample
          .standardError()
          .ifPresent(error -> addBand(chart, "error", x, mean, error, PlotStyle.LIGHT_GRAY));
      PlotStyle.addLine(chart, "simulations", x, mean, PlotStyle.GRAY, PlotStyle.solid(3f));
    }
    PlotStyle.addLine(
        chart,
        "prediction",
        grid.centers(),
        prediction.values(),
        PlotStyle.VERMILION,
        PlotStyle.solid(1.8f));
    PlotStyle.range(chart, 0, grid.rMax(), 0, PlotStyle.roundUp(1.04 * top));
    chart.getStyler().setYAxisTickMarkSpacingHint(40);
    return chart;
  }

  private static void addBand(
      XYChart chart, String name, double[] x, double[] middle, double[] half, Color color) {
    double[] low = new double[middle.length];
    double[] high = new double[middle.length];
    for (int i = 0; i < low.length; i++) {
      low[i] = Math.max(0, middle[i] - half[i]);
      high[i] = middle[i] + half[i];
    }
    PlotStyle.addBand(chart, name, x, low, high, color);
  }

  private static List<PanelGrid.Key> keys(List<CurvePanel> panels) {
    List<PanelGrid.Key> keys = new ArrayList<>();
    if (panels.stream().anyMatch(panel -> panel.simulations().isPresent())) {
      keys.add(
          PanelGrid.Key.line("MD mean ± standard error", PlotStyle.GRAY, PlotStyle.solid(3))
              .on(PlotStyle.LIGHT_GRAY));
    }
    String prediction =
        panels.stream()
            .flatMap(panel -> panel.band().stream())
            .findFirst()
            .map(
                b ->
                    String.format(
                        Locale.ROOT,
                        "prediction, and where %.0f %% of melts lie",
                        100 * b.level().coverage()))
            .orElse("prediction");
    Color band = prediction.equals("prediction") ? Color.WHITE : PlotStyle.LIGHT_VERMILION;
    keys.add(PanelGrid.Key.line(prediction, PlotStyle.VERMILION, PlotStyle.solid(2)).on(band));
    return keys;
  }
}
