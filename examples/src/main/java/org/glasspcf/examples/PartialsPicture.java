package org.glasspcf.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.correlation.PairCorrelations;
import org.glasspcf.pipeline.plot.PartialPanel;
import org.glasspcf.pipeline.plot.PartialsPlot;

/** Draws what {@code rdf} computes; a class of its own, so that graphics are loaded only for it. */
final class PartialsPicture {
  private PartialsPicture() {}

  static void write(Path file, String heading, PairCorrelations result, Shells shells) {
    List<PartialPanel> panels = new ArrayList<>();
    for (ElementPair pair : result.pairs()) {
      PartialPanel panel =
          PartialPanel.of(pair, result.curve(pair))
              .withCoordination(result.runningCoordination(pair.first(), pair.second()));
      panels.add(
          shells
              .shell(pair)
              .map(shell -> panel.withShell(shell.position(), shell.minimum()))
              .orElse(panel));
    }
    PartialsPlot.of(heading, panels).write(file);
  }
}
