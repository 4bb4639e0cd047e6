package org.glasspcf.examples;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.glasspcf.pipeline.BandCoverage;
import org.glasspcf.pipeline.PipelineEvaluation;
import org.glasspcf.pipeline.evaluation.PairClass;
import org.glasspcf.pipeline.report.BandComparison;
import org.glasspcf.pipeline.uncertainty.BandEvaluation;
import org.glasspcf.pipeline.uncertainty.BandScore;
import org.glasspcf.pipeline.uncertainty.BaselineBands;

/** Prints how many single melts' values lie inside bands, and how wide these are. */
final class BandTable {
  private final PrintWriter out;

  BandTable(PrintWriter out) {
    this.out = out;
  }

  void print(PipelineEvaluation evaluation, Optional<BandComparison> baselines) {
    if (evaluation.bands().isEmpty()) {
      out.println("No bands: the model was not calibrated.");
      return;
    }
    out.println(
        "Bands, judged by single melts in bins with g > 0.05 (well-sampled curves; classes of pairs:"
            + " all curves)");
    out.printf(
        Locale.ROOT, "%-14s %-16s %-10s %-9s %s%n", "", "", "coverage", "width", "interval score");
    for (BandCoverage band : evaluation.bands()) {
      String level = percent(band.level().coverage());
      curves(level, "this model", band.curves());
      for (PairClass kind : PairClass.values()) {
        Optional.ofNullable(band.curves().byClass().get(kind))
            .ifPresent(score -> row("", "  " + kind.key(), score, ""));
      }
      band.bondLengths().ifPresent(score -> row("", "  bond length", score, " Å"));
      band.coordinationNumbers().ifPresent(score -> row("", "  coordination", score, ""));
      for (BaselineBands kind : BaselineBands.values()) {
        baselines
            .flatMap(all -> all.of(kind, band.level()))
            .ifPresent(found -> curves(level, kind.key(), found));
      }
    }
  }

  /** The well-sampled curves, or all where none is well sampled. */
  private void curves(String level, String name, BandEvaluation found) {
    row(level, name, found.wellSampled().orElse(found.all()), "");
  }

  private void row(String level, String name, BandScore score, String unit) {
    out.printf(
        Locale.ROOT,
        "%-14s %-16s %-10s %-9s %.4f%s%n",
        level,
        name,
        String.format(Locale.ROOT, "%.1f %%", 100 * score.coverage()),
        String.format(Locale.ROOT, "%.4f", score.width()),
        score.intervalScore(),
        unit);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
