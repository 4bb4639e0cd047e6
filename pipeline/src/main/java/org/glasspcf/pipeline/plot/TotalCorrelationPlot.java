package org.glasspcf.pipeline.plot;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Total correlation functions against r (Å), such as T(r) or D(r) of one glass from several
 * sources, with marks at measured distances. Immutable; {@link #draw} makes the picture.
 */
public final class TotalCorrelationPlot {
  private final String heading;
  private final String title;
  private final List<NamedCurve> curves;
  private final List<PlotMark> marks;
  private final String note;

  private TotalCorrelationPlot(
      String heading, String title, List<NamedCurve> curves, List<PlotMark> marks, String note) {
    this.heading = Objects.requireNonNull(heading, "heading");
    this.title = Objects.requireNonNull(title, "title");
    this.curves = List.copyOf(curves);
    this.marks = List.copyOf(marks);
    this.note = Objects.requireNonNull(note, "note");
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("a plot of " + title + " needs at least one curve, got 0");
    }
  }

  /**
   * A plot without marks.
   *
   * @param heading one line above: the glass
   * @param title the function and its unit: {@code T(r) (Å⁻²)}
   * @param curves at least one curve; the first is drawn thickest, below the others
   * @return the plot
   * @throws IllegalArgumentException if there is no curve
   */
  public static TotalCorrelationPlot of(String heading, String title, List<NamedCurve> curves) {
    return new TotalCorrelationPlot(heading, title, curves, List.of(), "");
  }

  /**
   * Sets the marks.
   *
   * @param newMarks measured distances (Å); those beyond the curves are left out
   * @return a changed copy
   */
  public TotalCorrelationPlot withMarks(List<PlotMark> newMarks) {
    return new TotalCorrelationPlot(heading, title, curves, newMarks, note);
  }

  /**
   * Sets the text below the axis.
   *
   * @param newNote what a reader must know: radiation, limits
   * @return a changed copy
   */
  public TotalCorrelationPlot withNote(String newNote) {
    return new TotalCorrelationPlot(heading, title, curves, marks, newNote);
  }

  /**
   * Draws the plot.
   *
   * @return the picture, 1000 pixels wide
   */
  public Figure draw() {
    List<PlotPanel> panels = NamedCurves.panels(List.of(new NamedCurves("", curves)), 0);
    return PanelStack.draw(
        panels,
        NamedCurves.axis(curves),
        new PanelStack.Titles(heading, "r (Å)", title, Optional.empty(), note),
        marks);
  }
}
