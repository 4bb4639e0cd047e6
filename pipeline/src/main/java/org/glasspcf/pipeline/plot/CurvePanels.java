package org.glasspcf.pipeline.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
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

  /** What the legend says of a dashed line. */
  private static final String EXTRAPOLATION = "extrapolation: outside the training domain";

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
    PlotStyle.fitTitle(chart, width - 90);
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
      PlotStyle.addLine(chart, "simulations", x, mean, PlotStyle.GRAY, PlotStyle.solid(4.5f));
    }
    double end = PlotStyle.roundUp(1.04 * top);
    double[] x = grid.centers();
    double[] y = prediction.values();
    if (panel.extrapolated()) {
      // pixels of the frame: about the panel's without its labels
      DashedCurve dashes = DashedCurve.of(x, y, (width - 75) / grid.rMax(), (height - 110) / end);
      x = dashes.x();
      y = dashes.y();
    }
    PlotStyle.addLine(chart, "prediction", x, y, PlotStyle.VERMILION, PlotStyle.solid(1.5f));
    PlotStyle.range(chart, 0, grid.rMax(), 0, end);
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
          PanelGrid.Key.line("MD mean ± standard error", PlotStyle.GRAY, PlotStyle.solid(4.5f))
              .on(PlotStyle.LIGHT_GRAY));
    }
    boolean known = panels.stream().anyMatch(panel -> !panel.extrapolated());
    boolean extrapolated = panels.stream().anyMatch(CurvePanel::extrapolated);
    Color band =
        panels.stream().anyMatch(panel -> panel.band().isPresent())
            ? PlotStyle.LIGHT_VERMILION
            : Color.WHITE;
    if (known) {
      keys.add(key(prediction(panels), PlotStyle.solid(2)).on(band));
    }
    if (extrapolated) {
      keys.add(key(EXTRAPOLATION, PlotStyle.dashed(2)).on(band));
    }
    return keys;
  }

  private static PanelGrid.Key key(String text, BasicStroke stroke) {
    return PanelGrid.Key.line(text, PlotStyle.VERMILION, stroke);
  }

  private static String prediction(List<CurvePanel> panels) {
    return panels.stream()
        .flatMap(panel -> panel.band().stream())
        .findFirst()
        .map(b -> "prediction, and where " + PlotLabels.percent(b) + " of melts lie")
        .orElse("prediction");
  }
}
