package org.glasspcf.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.glasspcf.pipeline.BandCoverage;
import org.glasspcf.pipeline.PipelineEvaluation;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.evaluation.PairClass;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.BandScore;
import org.glasspcf.pipeline.uncertainty.BaselineBands;

/** A study as Markdown. */
final class StudyTable {
  private final StudyResult result;
  private final List<String> lines = new ArrayList<>();

  private StudyTable(StudyResult result) {
    this.result = result;
  }

  static String of(StudyResult result, String heading) {
    StudyTable table = new StudyTable(result);
    table.line("# Accuracy study");
    table.line("");
    table.line(heading);
    table.curves();
    table.shells();
    table.bands();
    table.domain();
    table.learning();
    table.claims();
    return String.join("\n", table.lines) + "\n";
  }

  private void line(String text, Object... values) {
    lines.add(values.length == 0 ? text : String.format(Locale.ROOT, text, values));
  }

  private void head(String title, String... columns) {
    line("");
    line("## " + title);
    line("");
    line("| " + String.join(" | ", columns) + " |");
    line("|" + "---|".repeat(columns.length));
  }

  private static String band(Method.Band band) {
    return String.format(Locale.ROOT, "%.4f ± %.4f", band.mean(), band.deviation());
  }

  private void curves() {
    head(
        "Errors of g(r), bins of 0.1 Å",
        "method",
        "RMSE, well sampled",
        "excess, well sampled",
        "÷ pair GP's",
        "RMSE, all",
        "excess, all",
        "÷ pair GP's");
    Method gp = result.method(Baseline.PAIR_GP.key());
    for (Method method : result.methods().values()) {
      line(
          "| %s | %s | %s | %s | %s | %s | %s |",
          method.title(),
          band(method.rmse(StudyResult.WELL_SAMPLED)),
          band(method.excess(StudyResult.WELL_SAMPLED)),
          result.ratio(method, gp, StudyResult.WELL_SAMPLED).text("%.2f"),
          band(method.rmse(StudyResult.ALL)),
          band(method.excess(StudyResult.ALL)),
          result.ratio(method, gp, StudyResult.ALL).text("%.2f"));
    }
    line(
        "| true image through the autoencoder | %s | | | | | |",
        band(result.rmseOf(PipelineEvaluation::autoencoderOnly)));
    line(
        "| true image read back (codec) | %s | | | | | |",
        band(result.rmseOf(PipelineEvaluation::codecOnly)));
    line(
        "| *noise floor* | %.4f | 0 | | %.4f | 0 | |",
        result.noiseFloor(StudyResult.WELL_SAMPLED), result.noiseFloor(StudyResult.ALL));
    line("");
    line(
        "Mean ± standard deviation over the seeds (0 where no seed enters); ratios with the 95 %% interval of a paired"
            + " bootstrap over test glasses, %,d draws. Near the floor a ratio is as uncertain as the floor; it cancels from the"
            + " difference of the mean squares, default − pair GP, well sampled: %s. Forest + decoder ÷ direct forest: %s.",
        result.draws(),
        result.difference(result.method(Study.DEFAULT), gp).text("%.6f"),
        result
            .ratio(
                result.method(Study.DECODED),
                result.method(Baseline.DIRECT_FOREST.key()),
                StudyResult.WELL_SAMPLED)
            .text("%.2f"));
    line("");
    line(
        "Images: MSE %s, black image %.4f, autoencoder alone %s; latent R² %s.",
        band(result.overSeeds(PipelineEvaluation::imageMse)),
        result.evaluations().get(0).blackImageMse(),
        band(result.overSeeds(PipelineEvaluation::autoencoderMse)),
        band(result.overSeeds(PipelineEvaluation::latentR2)));
  }

  private void shells() {
    CationOxygenScores s = result.cationOxygen();
    head(
        "First oxygen shells, default pipeline, " + s.curves() + " well-sampled curves",
        "quantity",
        "mean absolute error",
        "standard error of the truth",
        "wanted");
    line(
        "| mean bond length (Å) | %.4f | %s | ≤ 0.005 |",
        s.bondLengthMae(), number(s.bondLengthStandardError(), "%.4f"));
    line(
        "| first-peak height (%%) | %.2f | %s | ≤ 5 |",
        s.firstPeakHeightMape(), number(s.firstPeakHeightStandardError(), "%.2f"));
    line(
        "| coordination number (1) | %s | %s | ≤ 0.1 |",
        number(s.coordinationMae(), "%.3f"), number(s.coordinationStandardError(), "%.3f"));
  }

  private static String number(OptionalDouble value, String format) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "–";
  }

  private void bands() {
    head(
        "Bands for one new melt, judged by single test melts, bins with g > 0.05",
        "bands",
        "level",
        "over",
        "values",
        "coverage",
        "mean width",
        "interval score");
    for (BandLevel level : BandLevel.values()) {
      BandCoverage ours = result.bands(level);
      score("default", level, "all curves", ours.curves().all());
      ours.curves().wellSampled().ifPresent(s -> score("default", level, "well sampled", s));
      for (Map.Entry<PairClass, BandScore> e : ours.curves().byClass().entrySet()) {
        score("default", level, e.getKey().key(), e.getValue());
      }
      ours.bondLengths().ifPresent(s -> score("default", level, "bond length (Å)", s));
      ours.coordinationNumbers().ifPresent(s -> score("default", level, "coordination", s));
      for (BaselineBands simple : BaselineBands.values()) {
        result
            .baselineBands()
            .of(simple, level)
            .ifPresent(judged -> score(simple.key(), level, "all curves", judged.all()));
      }
    }
  }

  private void score(String bands, BandLevel level, String over, BandScore s) {
    line(
        "| %s | %.0f %% | %s | %,d | %.3f | %.4f | %.4f |",
        bands,
        100 * level.coverage(),
        over,
        s.values(),
        s.coverage(),
        s.width(),
        s.intervalScore());
  }

  private void domain() {
    line("");
    line("## Training domain");
    line("");
    line(
        "%d of %d test glasses are outside%s.",
        result.outside().size(),
        result.evaluations().get(0).glasses().size(),
        result.outside().isEmpty() ? "" : ": " + result.outside());
    line("");
    line("| far glass | verdict |");
    line("|---|---|");
    result.far().forEach((glass, verdict) -> line("| %s | %s |", glass, verdict));
  }

  private void learning() {
    head(
        "Learning curves: excess, well-sampled test curves",
        "training glasses",
        "draws",
        "default",
        "pair GP");
    for (LearningCurve.Point p : result.learning().points()) {
      line(
          "| %d (%.0f %%) | %d | %s | %s |",
          p.glasses(), 100 * p.share(), p.draws(), band(p.ours()), band(p.pairGp()));
    }
  }

  private void claims() {
    head("Claims", "claim", "met");
    result.claims().forEach((claim, met) -> line("| %s | %s |", claim, met ? "yes" : "**no**"));
  }
}
