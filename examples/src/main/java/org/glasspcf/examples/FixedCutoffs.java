package org.glasspcf.examples;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;

/** Coordination numbers as {@code predict} counts them, to lay beside those up to a minimum. */
final class FixedCutoffs {
  private FixedCutoffs() {}

  /** Prints one line, if a pair has a cutoff. */
  static void print(PrintWriter out, GlassCurves source) {
    double oxygen = source.densities().of(Element.O);
    List<String> counts = new ArrayList<>();
    for (ElementPair pair : source.curves().keySet().stream().sorted().toList()) {
      OptionalDouble count =
          CationOxygenScores.coordinationNumber(pair, source.curves().get(pair), oxygen);
      if (count.isPresent()) {
        double cutoff = CationOxygenScores.cutoff(pair).orElseThrow();
        counts.add(
            String.format(Locale.ROOT, "%s %.3f (%.1f Å)", pair, count.getAsDouble(), cutoff));
      }
    }
    if (!counts.isEmpty()) {
      out.println("N i-j within the fixed cutoffs of predict: " + String.join(", ", counts));
    }
  }
}
