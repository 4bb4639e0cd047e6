package org.glasspcf.examples;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.correlation.BoronCoordination;
import org.glasspcf.core.correlation.CoordinationShell;
import org.glasspcf.core.correlation.GlassStructure;
import org.glasspcf.core.correlation.GlassStructure.Row;
import org.glasspcf.core.correlation.ShellSearch;
import org.glasspcf.core.density.NumberDensities;

/**
 * The first shells of neighbors in a glass, as a table on the terminal.
 *
 * @param pairs the pairs whose curves are known, in their order
 * @param structure what their curves show
 */
record Shells(List<ElementPair> pairs, GlassStructure structure) {
  private static final String ROW = "%-8s %7s %7s %7s %8s %7s %7s %8s %8s";

  static Shells of(Map<ElementPair, PairCorrelationFunction> curves, NumberDensities densities) {
    return new Shells(
        curves.keySet().stream().sorted().toList(), GlassStructure.of(curves, densities));
  }

  /** The shell of a pair's curve. */
  Optional<CoordinationShell> shell(ElementPair pair) {
    return row(pair.first(), pair.second()).shell();
  }

  /** Prints a row a pair, with both directions of its coordination number. */
  void print(PrintWriter out) {
    line(out, "pair i-j", "peak", "g peak", "FWHM", "minimum", "g min", "bond", "N i-j", "N j-i");
    line(out, "", "Å", "", "Å", "Å", "", "Å", "", "");
    List<String> missing = new ArrayList<>();
    for (ElementPair pair : pairs) {
      Row row = row(pair.first(), pair.second());
      ShellSearch search = row.search();
      line(
          out,
          pair.toString(),
          text(3, search.peak().map(peak -> peak.position())),
          text(2, search.peak().map(peak -> peak.height())),
          text(3, search.peak().map(peak -> peak.width())),
          text(2, row.shell().map(CoordinationShell::minimum)),
          text(3, row.shell().map(CoordinationShell::depth)),
          text(3, row.shell().map(CoordinationShell::meanDistance)),
          text(3, row.coordinationNumber()),
          text(3, row(pair.second(), pair.first()).coordinationNumber()));
      if (row.shell().isEmpty()) {
        missing.add(pair + ": " + search.verdict().reason());
      }
    }
    out.println(
        "bond: mean distance of the neighbors up to the minimum; N i-j: neighbors j of an atom i up"
            + " to there");
    boron().ifPresent(boron -> printBoron(out, boron));
    missing.forEach(reason -> out.println("no shell in " + reason));
  }

  private static void printBoron(PrintWriter out, BoronCoordination boron) {
    out.printf(
        Locale.ROOT,
        "fourfold boron (BO4): %.1f %% of all boron, from N B-O%s%n",
        100 * boron.fourfold(),
        boron.possible()
            ? ""
            : "; impossible: N counts others than BO3 and BO4, or a prediction is off");
  }

  private Optional<BoronCoordination> boron() {
    return structure.row(Element.B, Element.O).flatMap(Row::boron);
  }

  private Row row(Element center, Element neighbor) {
    return structure.row(center, neighbor).orElseThrow();
  }

  private static void line(PrintWriter out, Object... cells) {
    out.println(String.format(Locale.ROOT, ROW, cells).stripTrailing());
  }

  private static String text(int decimals, Optional<Double> value) {
    return value.map(v -> String.format(Locale.ROOT, "%." + decimals + "f", v)).orElse("-");
  }

  private static String text(int decimals, OptionalDouble value) {
    return text(decimals, value.stream().boxed().findFirst());
  }
}
