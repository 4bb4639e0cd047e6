package org.glasspcf.pipeline.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.glasspcf.core.PairCorrelationFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Predicted against simulated g, a point a bin, with the diagonal of perfect predictions. */
public final class ParityPlot {
  private static final ChartLayout LAYOUT = new ChartLayout(900, 900, 18);
  // Most of the points lie near g = 1; they must let each other shine through.
  private static final Color POINT = new Color(0x00, 0x72, 0xB2, 0x60);

  private ParityPlot() {}

  /**
   * Draws all bins of all curves.
   *
   * @param title one line
   * @param truth mean simulated curves, at least one
   * @param predicted the predicted curves, in the same order and on the same grids
   * @return the picture, 900×900 pixels
   * @throws IllegalArgumentException if there is no curve, or counts or grids differ
   */
  public static Figure of(
      String title, List<PairCorrelationFunction> truth, List<PairCorrelationFunction> predicted) {
    return of(title, truth, predicted, LAYOUT);
  }

  static Figure of(
      String title,
      List<PairCorrelationFunction> truth,
      List<PairCorrelationFunction> predicted,
      ChartLayout layout) {
    if (truth.isEmpty() || truth.size() != predicted.size()) {
      throw new IllegalArgumentException(
          "a parity plot needs at least one curve and as many predictions, got "
              + truth.size()
              + " and "
              + predicted.size());
    }
    for (int i = 0; i < truth.size(); i++) {
      if (!truth.get(i).grid().equals(predicted.get(i).grid())) {
        throw new IllegalArgumentException(
            "curve "
                + i
                + " and its prediction must lie on one grid, got "
                + truth.get(i).grid()
                + " and "
                + predicted.get(i).grid());
      }
    }
    double[] x = pooled(truth);
    double[] y = pooled(predicted);
    double top = 0;
    for (int i = 0; i < x.length; i++) {
      top = Math.max(top, Math.max(x[i], y[i]));
    }
    double end = PlotStyle.roundUp(1.02 * top);
    return Figure.of(
        title,
        layout.width(),
        layout.height(),
        page -> chart(title, x, y, end, layout).paint(page, layout.width(), layout.height()));
  }

  private static XYChart chart(
      String title, double[] x, double[] y, double top, ChartLayout layout) {
    XYChart chart =
        PlotStyle.chart(
            layout.width(),
            layout.height(),
            title,
            "g(r) of the simulations (mean)",
            "predicted g(r)",
            layout.fontSize());
    XYSeries points = chart.addSeries("bins", x, y);
    points.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    points.setMarker(SeriesMarkers.CIRCLE);
    points.setMarkerColor(POINT);
    double[] ends = {0, top};
    BasicStroke stroke = PlotStyle.solid(1.5f);
    PlotStyle.addLine(chart, "perfect", ends, ends, Color.BLACK, stroke);
    chart.getStyler().setMarkerSize(5);
    chart.getStyler().setYAxisTickMarkSpacingHint(70);
    PlotStyle.range(chart, 0, top, 0, top);
    return chart;
  }

  private static double[] pooled(List<PairCorrelationFunction> curves) {
    return curves.stream().flatMapToDouble(c -> Arrays.stream(c.values())).toArray();
  }
}
