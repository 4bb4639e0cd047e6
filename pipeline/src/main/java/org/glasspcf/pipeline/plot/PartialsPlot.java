package org.glasspcf.pipeline.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;

/**
 * Partial g(r) of a glass, one frame a pair on top of each other, with the running coordination
 * number n(r) on a second axis at the right. Each frame has heights of its own.
 *
 * <p>The axis of n(r) ends at about twice the first shell, which is what is read from it; the line
 * leaves the frame there.
 */
public final class PartialsPlot {
  private static final String G = "g(r)";
  private static final String N = "n(r)";

  /** Where n(r) is judged by if no minimum is known, over the first peak's position. */
  private static final double SHELL_OVER_PEAK = 1.4;

  private PartialsPlot() {}

  /**
   * Draws the panels: below each other up to 5, in two columns up to 12, else in three.
   *
   * @param heading one line above all: the glass and where its curves come from
   * @param panels at least one panel; the longest curve sets the range of r
   * @return the picture; 1000 pixels wide for one column, 1700 for two, 2350 for three
   * @throws IllegalArgumentException if there is no panel
   */
  public static Figure of(String heading, List<PartialPanel> panels) {
    double end = panels.stream().mapToDouble(panel -> panel.curve().grid().rMax()).max().orElse(1);
    boolean neighbors = panels.stream().anyMatch(panel -> panel.coordination().isPresent());
    return PanelStack.draw(
        panels.stream().map(PartialsPlot::panel).toList(),
        new PlotAxis(0, end),
        new PanelStack.Titles(
            heading, "r (Å)", G, neighbors ? Optional.of(N) : Optional.empty(), ""),
        List.of());
  }

  private static PlotPanel panel(PartialPanel panel) {
    PairCorrelationFunction curve = panel.curve();
    RadialGrid grid = curve.grid();
    List<PlotPanel.Line> lines = new ArrayList<>();
    lines.add(
        new PlotPanel.Line(
            G, grid.centers(), curve.values(), PlotStyle.BLUE, PlotStyle.solid(2.8f), false));
    Optional<PlotAxis> right = Optional.empty();
    if (panel.coordination().isPresent()) {
      double[] n = panel.coordination().get();
      right = Optional.of(new PlotAxis(0, 2.1 * shell(panel, n)));
      lines.add(
          new PlotPanel.Line(
              N + ", right axis",
              outerEdges(grid),
              n,
              PlotStyle.VERMILION,
              PlotStyle.dashed(3f),
              true));
    }
    double top = curve.maximum() > 0 ? curve.maximum() : 1;
    return new PlotPanel(
        PlotLabels.of(panel.pair()),
        detail(panel),
        lines,
        PlotAxis.covering(0, top),
        right,
        OptionalDouble.of(1),
        panel.minimum());
  }

  private static double[] outerEdges(RadialGrid grid) {
    double[] edges = new double[grid.bins()];
    for (int bin = 0; bin < edges.length; bin++) {
      edges[bin] = grid.edge(bin + 1);
    }
    return edges;
  }

  /** The number of neighbors in the first shell, or something near it to scale an axis by. */
  private static double shell(PartialPanel panel, double[] n) {
    RadialGrid grid = panel.curve().grid();
    double until =
        panel
            .minimum()
            .orElseGet(
                () ->
                    panel
                        .curve()
                        .firstPeak()
                        .map(peak -> SHELL_OVER_PEAK * peak.position())
                        .orElse(grid.rMax()));
    double count = at(grid, n, until);
    return count > 0 ? count : Math.max(n[n.length - 1], 1);
  }

  /** n(r) at any distance; in a bin that it cuts the neighbors are spread evenly. */
  static double at(RadialGrid grid, double[] n, double r) {
    double before = 0;
    for (int bin = 0; bin < n.length; bin++) {
      if (r <= grid.edge(bin + 1)) {
        double inner = cube(grid.edge(bin));
        double share = (cube(r) - inner) / (cube(grid.edge(bin + 1)) - inner);
        return before + (n[bin] - before) * Math.max(0, share);
      }
      before = n[bin];
    }
    return before;
  }

  private static double cube(double r) {
    return r * r * r;
  }

  private static List<String> detail(PartialPanel panel) {
    if (panel.peak().isEmpty() || panel.minimum().isEmpty()) {
      return List.of();
    }
    double minimum = panel.minimum().getAsDouble();
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "peak %.2f Å", panel.peak().getAsDouble()));
    panel
        .coordination()
        .ifPresent(
            n ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "n(%.2f Å) = %.2f",
                        minimum,
                        at(panel.curve().grid(), n, minimum))));
    return lines;
  }
}
