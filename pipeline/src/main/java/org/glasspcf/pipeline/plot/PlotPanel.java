package org.glasspcf.pipeline.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one frame of a figure shows.
 *
 * @param label what it is, drawn in its upper right corner, bold
 * @param detail smaller lines below the label
 * @param lines the curves, the first one lowest
 * @param left the axis of most curves
 * @param right the axis of those that say so
 * @param level where a thin line runs from side to side on the left axis
 * @param vertical where a dotted line runs from top to bottom
 */
record PlotPanel(
    String label,
    List<String> detail,
    List<Line> lines,
    PlotAxis left,
    Optional<PlotAxis> right,
    OptionalDouble level,
    OptionalDouble vertical) {

  /**
   * A curve.
   *
   * @param name its name in the legend
   * @param x horizontal positions, increasing
   * @param y as many values
   * @param color its color
   * @param stroke its line
   * @param onRight whether it belongs to the right axis
   */
  record Line(
      String name, double[] x, double[] y, Color color, BasicStroke stroke, boolean onRight) {}

  /** This panel with another left axis. */
  PlotPanel withLeft(PlotAxis axis) {
    return new PlotPanel(label, detail, lines, axis, right, level, vertical);
  }
}
