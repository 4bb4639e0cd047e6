package org.glasspcf.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.diffraction.StructureFactor;
import org.glasspcf.core.diffraction.TotalCorrelation;
import org.glasspcf.pipeline.plot.NamedCurve;
import org.glasspcf.pipeline.plot.PlotLabels;
import org.glasspcf.pipeline.plot.PlotMark;
import org.glasspcf.pipeline.plot.StructureFactorPlot;
import org.glasspcf.pipeline.plot.TotalCorrelationPlot;

/**
 * Draws what {@code diffraction} computes; a class of its own, so that graphics are loaded only for
 * it.
 */
final class DiffractionPictures {
  private DiffractionPictures() {}

  /** Draws the totals, and below them the partials if they are asked for. */
  static void writeStructureFactors(
      Path file,
      String heading,
      List<Diffracted> sources,
      boolean partials,
      List<String> marks,
      String note) {
    Map<String, List<NamedCurve>> panels = new LinkedHashMap<>();
    SortedSet<ElementPair> pairs = new TreeSet<>();
    for (Diffracted source : sources) {
      source.totals().forEach((kind, s) -> add(panels, kind.label(), source, s));
      pairs.addAll(source.partials().keySet());
    }
    for (ElementPair pair : partials ? pairs : List.<ElementPair>of()) {
      for (Diffracted source : sources) {
        String label = PlotLabels.of(pair);
        add(panels, label, source, source.partials().get(pair));
      }
    }
    StructureFactorPlot plot = StructureFactorPlot.of(heading);
    for (Map.Entry<String, List<NamedCurve>> panel : panels.entrySet()) {
      plot = plot.withPanel(panel.getKey(), panel.getValue());
    }
    plot.withMarks(parsed(marks)).withNote(note).draw().write(file);
  }

  private static void add(
      Map<String, List<NamedCurve>> panels, String label, Diffracted source, StructureFactor s) {
    double[] q = s.grid().values();
    double start = Math.min(source.glass().resolution(), q[q.length - 1] / 2);
    panels
        .computeIfAbsent(label, any -> new ArrayList<>())
        .add(new NamedCurve(source.name(), from(start, q, q), from(start, q, s.values())));
  }

  /** The values at all Q from a start: below the resolution, S shows where g(r) was cut off. */
  private static double[] from(double start, double[] q, double[] values) {
    int first = 0;
    while (q[first] < start) {
      first++;
    }
    return Arrays.copyOfRange(values, first, values.length);
  }

  /** Draws T(r) of neutrons. */
  static void writeTotalCorrelation(
      Path file,
      String heading,
      Map<String, TotalCorrelation> sources,
      List<String> marks,
      String note) {
    List<NamedCurve> curves = new ArrayList<>();
    sources.forEach(
        (name, functions) ->
            curves.add(new NamedCurve(name, functions.grid().centers(), functions.total())));
    TotalCorrelationPlot.of(heading, "T(r) (barn Å⁻²)", curves)
        .withMarks(parsed(marks))
        .withNote(note)
        .draw()
        .write(file);
  }

  /**
   * Reads marks.
   *
   * @param marks positions with labels, {@code 1.52:FSDP}
   * @return the marks, with the position behind its label as it was written
   * @throws IllegalArgumentException if one does not begin with a number
   */
  static List<PlotMark> parsed(List<String> marks) {
    List<PlotMark> parsed = new ArrayList<>();
    for (String text : marks) {
      PlotMark mark = PlotMark.parse(text);
      String label = mark.label().isEmpty() ? "" : mark.label() + " ";
      parsed.add(new PlotMark(mark.position(), label + text.split(":", 2)[0].strip()));
    }
    return parsed;
  }
}
