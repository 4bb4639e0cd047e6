package org.glasspcf.pipeline.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Structure factors against Q (Å⁻¹), totals and partials in frames of their own, each with one
 * curve or several to compare. Immutable; {@link #draw} makes the picture.
 *
 * <pre>{@code
 * StructureFactorPlot.of("SiO2")
 *     .withPanel("neutrons", List.of(new NamedCurve("MD", q, neutrons)))
 *     .withPanel("X-rays", List.of(new NamedCurve("MD", q, xrays)))
 *     .withMarks(List.of(new PlotMark(1.52, "FSDP")))
 *     .draw();
 * }</pre>
 */
public final class StructureFactorPlot {
  private final String heading;
  private final List<NamedCurves> panels;
  private final List<PlotMark> marks;
  private final String note;

  private StructureFactorPlot(
      String heading, List<NamedCurves> panels, List<PlotMark> marks, String note) {
    this.heading = Objects.requireNonNull(heading, "heading");
    this.panels = panels;
    this.marks = List.copyOf(marks);
    this.note = Objects.requireNonNull(note, "note");
  }

  /**
   * A plot that has no panel yet.
   *
   * @param heading one line above all: the glass
   * @return the plot
   */
  public static StructureFactorPlot of(String heading) {
    return new StructureFactorPlot(heading, List.of(), List.of(), "");
  }

  /**
   * Adds a frame below the others.
   *
   * @param label what its curves are: the radiation of a total, the pair of a partial; may be empty
   * @param curves at least one normalized structure factor, which tends to 1; the first is drawn
   *     thickest, below the others
   * @return a changed copy
   * @throws IllegalArgumentException if there is no curve
   */
  public StructureFactorPlot withPanel(String label, List<NamedCurve> curves) {
    List<NamedCurves> more = new ArrayList<>(panels);
    more.add(new NamedCurves(label, curves));
    return new StructureFactorPlot(heading, List.copyOf(more), marks, note);
  }

  /**
   * Sets the marks.
   *
   * @param newMarks measured positions (Å⁻¹); those beyond the curves are left out
   * @return a changed copy
   */
  public StructureFactorPlot withMarks(List<PlotMark> newMarks) {
    return new StructureFactorPlot(heading, panels, newMarks, note);
  }

  /**
   * Sets the text below the axis.
   *
   * @param newNote what a reader must know: the window, the resolution in Q (Å⁻¹)
   * @return a changed copy
   */
  public StructureFactorPlot withNote(String newNote) {
    return new StructureFactorPlot(heading, panels, marks, newNote);
  }

  /**
   * Draws the plot.
   *
   * @return the picture; up to 5 panels are below each other and 1000 pixels wide
   * @throws IllegalArgumentException if there is no panel
   */
  public Figure draw() {
    List<NamedCurve> all = panels.stream().flatMap(panel -> panel.curves().stream()).toList();
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a plot of S(Q) needs at least one panel, got 0");
    }
    return PanelStack.draw(
        NamedCurves.panels(panels, 1),
        NamedCurves.axis(all),
        new PanelStack.Titles(heading, "Q (Å⁻¹)", "S(Q)", Optional.empty(), note),
        marks);
  }
}
