package org.glasspcf.pipeline.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.PairCorrelationFunction;

/**
 * The same test curves on both roads, regression and the paper's (forest and decoder), beside the
 * simulations. Below each curve stands what is left when the simulations' mean is taken away: a
 * first peak of 15 hides what is lost everywhere else.
 */
public final class RoadsPlot {
  /** Below this no atoms come (Å). */
  private static final double NEAREST = 1;

  private static final double LEAST_RANGE = 0.1;

  private RoadsPlot() {}

  /**
   * Draws the curves, two frames each.
   *
   * @param heading one line above all
   * @param panels at least one curve, on a grid that reaches beyond 1 Å
   * @return the picture; from three curves on it has two columns and is 1700 pixels wide
   * @throws IllegalArgumentException if there is no curve
   */
  public static Figure of(String heading, List<RoadPanel> panels) {
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("a figure needs at least one curve, got 0");
    }
    List<PlotPanel> frames = new ArrayList<>();
    for (RoadPanel panel : panels) {
      frames.add(curves(panel));
      frames.add(differences(panel));
    }
    double rMax = panels.get(0).regression().grid().rMax();
    return PanelStack.draw(
        frames,
        new PlotAxis(NEAREST, rMax),
        new PanelStack.Titles(
            heading,
            "r (Å)",
            "g(r), and below it Δg = g − MD mean",
            Optional.empty(),
            "Dotted: standard error of the MD mean, both ways from 0."),
        List.of());
  }

  private static PlotPanel curves(RoadPanel panel) {
    PairCorrelationFunction mean = panel.simulations().meanCurve();
    double top =
        Math.max(mean.maximum(), Math.max(panel.regression().maximum(), panel.decoded().maximum()));
    return new PlotPanel(
        PlotLabels.of(panel.simulations().pair()),
        List.of(PlotLabels.of(panel.simulations().composition())),
        List.of(
            line("MD mean", panel, mean.values(), PlotStyle.GRAY, PlotStyle.solid(5f)),
            decoded(panel, panel.decoded().values()),
            regression(panel, panel.regression().values())),
        PlotAxis.covering(0, top > 0 ? top : 1),
        Optional.empty(),
        OptionalDouble.of(1),
        OptionalDouble.empty());
  }

  private static PlotPanel differences(RoadPanel panel) {
    double[] mean = panel.simulations().meanCurve().values();
    double[] ofRegression = minus(panel.regression().values(), mean);
    double[] ofDecoded = minus(panel.decoded().values(), mean);
    List<PlotPanel.Line> lines = new ArrayList<>();
    double most = Math.max(LEAST_RANGE, Math.max(largest(ofRegression), largest(ofDecoded)));
    if (panel.simulations().standardError().isPresent()) {
      double[] error = panel.simulations().standardError().get();
      double[] below = minus(new double[error.length], error);
      lines.add(line("", panel, error, PlotStyle.GRAY, PlotStyle.dotted(3f)));
      lines.add(line("", panel, below, PlotStyle.GRAY, PlotStyle.dotted(3f)));
      most = Math.max(most, largest(error));
    }
    lines.add(decoded(panel, ofDecoded));
    lines.add(regression(panel, ofRegression));
    return new PlotPanel(
        "Δg",
        List.of(),
        lines,
        new PlotAxis(-1.06 * most, 1.06 * most),
        Optional.empty(),
        OptionalDouble.of(0),
        OptionalDouble.empty());
  }

  private static PlotPanel.Line regression(RoadPanel panel, double[] y) {
    return line("regression", panel, y, PlotStyle.VERMILION, PlotStyle.solid(2.4f));
  }

  private static PlotPanel.Line decoded(RoadPanel panel, double[] y) {
    return line(
        "forest and decoder, the paper's road", panel, y, PlotStyle.BLUE, PlotStyle.solid(2.4f));
  }

  private static PlotPanel.Line line(
      String name, RoadPanel panel, double[] y, Color color, BasicStroke stroke) {
    return new PlotPanel.Line(name, panel.regression().grid().centers(), y, color, stroke, false);
  }

  private static double[] minus(double[] one, double[] other) {
    double[] out = one.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] -= other[i];
    }
    return out;
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }
}
