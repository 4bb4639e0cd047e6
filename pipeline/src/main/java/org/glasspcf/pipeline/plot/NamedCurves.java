package org.glasspcf.pipeline.plot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The curves of one frame, and how frames of named curves look. */
record NamedCurves(String label, List<NamedCurve> curves) {
  NamedCurves {
    curves = List.copyOf(curves);
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("a panel needs at least one curve, got 0: " + label);
    }
  }

  /** The range of positions from 0 to the end of the longest curve. */
  static PlotAxis axis(List<NamedCurve> curves) {
    double end = 0;
    for (NamedCurve curve : curves) {
      double[] x = curve.x();
      end = Math.max(end, x[x.length - 1]);
    }
    return PlotAxis.upTo(end);
  }

  /** One frame each; a curve's name decides its color. */
  static List<PlotPanel> panels(List<NamedCurves> all, double level) {
    Set<String> names = new LinkedHashSet<>();
    all.forEach(panel -> panel.curves().forEach(curve -> names.add(curve.name())));
    List<String> order = List.copyOf(names);
    return all.stream().map(panel -> panel.panel(order, level)).toList();
  }

  private PlotPanel panel(List<String> order, double level) {
    double least = level;
    double greatest = level;
    List<PlotPanel.Line> lines = new ArrayList<>();
    for (NamedCurve curve : curves) {
      double[] y = curve.y();
      for (double value : y) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
      int index = order.indexOf(curve.name());
      // A single curve needs no legend.
      lines.add(
          new PlotPanel.Line(
              order.size() == 1 ? "" : curve.name(),
              curve.x(),
              y,
              PlotStyle.color(index),
              PlotStyle.stroke(index),
              false));
    }
    return new PlotPanel(
        label,
        List.of(),
        lines,
        PlotAxis.covering(least, greatest),
        Optional.empty(),
        OptionalDouble.of(level),
        OptionalDouble.empty());
  }
}
