package org.glasspcf.examples;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.glasspcf.pipeline.PipelineEvaluation;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.evaluation.CurveEvaluation;
import org.glasspcf.pipeline.evaluation.CurveScores;
import org.glasspcf.pipeline.report.BandComparison;
import org.glasspcf.pipeline.report.BaselineComparison;
import org.glasspcf.pipeline.report.ErrorBudget;

/** Prints an evaluation beside the baselines, and says which of them are better. */
final class ResultTable {
  private static final String US = "this model";

  private final PrintWriter out;

  ResultTable(PrintWriter out) {
    this.out = out;
  }

  void print(
      PipelineEvaluation evaluation,
      Optional<BaselineComparison> baselines,
      Optional<BandComparison> bands) {
    CurveEvaluation curves = evaluation.curves();
    out.printf(
        Locale.ROOT,
        "Errors of g(r) on %d curves of %d %s, bins of 0.1 Å%n",
        curves.all().curves(),
        evaluation.glasses().size(),
        whatTheyAre(evaluation));
    out.printf(
        Locale.ROOT,
        "%-14s %-34s %s%n",
        "",
        "well sampled (" + curves.wellSampled().map(CurveScores::curves).orElse(0) + ")",
        "all (" + curves.all().curves() + ")");
    String head = String.format(Locale.ROOT, "%-8s %-8s %-8s %-8s", "MAE", "RMSE", "R2", "excess");
    out.println(String.format(Locale.ROOT, "%-14s %s%s", "", head, head).stripTrailing());
    row(US, curves);
    if (!evaluation.decoded().equals(curves)) {
      row("paper's road", evaluation.decoded());
    }
    baselines.ifPresent(all -> all.results().forEach((b, scores) -> row(b.key(), scores)));
    out.printf(
        Locale.ROOT,
        "%-14s %-8s %-26s%-8s %s%n",
        "noise floor",
        "",
        number(curves.wellSampled().map(CurveScores::noiseFloor).orElse(OptionalDouble.empty())),
        "",
        number(curves.all().noiseFloor()));
    baselines.ifPresent(all -> verdict(all.betterThan(curves)));
    ErrorBudget.of(evaluation).ifPresent(this::budget);
    new BandTable(out).print(evaluation, bands);
    rest(evaluation);
  }

  private void budget(ErrorBudget budget) {
    out.printf(
        Locale.ROOT,
        "What each step of the paper's road adds to the mean square of errors of g (%d well-sampled"
            + " curves)%n",
        budget.curves());
    out.printf(Locale.ROOT, "%-14s %-12s %s%n", "", "square", "signed root");
    part("codec", budget.codec());
    part("autoencoder", budget.autoencoder());
    part("forest", budget.forest());
    part("their sum", budget.total());
    budget.noise().ifPresent(part -> part("noise in it", part));
    budget.regression().ifPresent(part -> part("regression", part));
  }

  private void part(String name, ErrorBudget.Part part) {
    out.printf(Locale.ROOT, "%-14s %-12.6f %.4f%n", name, part.meanSquare(), part.root());
  }

  private static String whatTheyAre(PipelineEvaluation evaluation) {
    return switch (evaluation.kind()) {
      case FIXED -> "held-out glasses";
      case BY_GLASS -> "glasses that were not trained on";
      case BY_CONDITION ->
          "conditions that were not trained on, of glasses that were (no test on unseen glasses)";
      case BY_CURVE -> "glasses of which other pairs were trained on (no test on unseen glasses)";
    };
  }

  private void row(String name, CurveEvaluation evaluation) {
    out.println(
        String.format(
                Locale.ROOT,
                "%-14s %s%s",
                name,
                scores(evaluation.wellSampled()),
                scores(Optional.of(evaluation.all())))
            .stripTrailing());
  }

  private static String scores(Optional<CurveScores> scores) {
    return scores
        .map(
            s ->
                String.format(
                    Locale.ROOT,
                    "%-8.4f %-8.4f %-8.4f %-8s  ",
                    s.mae(),
                    s.rmse(),
                    s.r2(),
                    number(s.excess())))
        .orElse(" ".repeat(37));
  }

  private static String number(OptionalDouble value) {
    return number(value, 4);
  }

  private static String number(OptionalDouble value, int decimals) {
    return value.isPresent()
        ? String.format(Locale.ROOT, "%." + decimals + "f", value.getAsDouble())
        : "-";
  }

  private void verdict(List<Baseline> better) {
    if (better.isEmpty()) {
      out.println("No baseline has a lower RMSE on these curves.");
    } else {
      out.println(
          "Baselines with a lower RMSE than this model: "
              + better.stream().map(Baseline::key).collect(Collectors.joining(", "))
              + ".");
    }
  }

  private void rest(PipelineEvaluation evaluation) {
    evaluation
        .curves()
        .cationOxygen()
        .ifPresent(
            scores -> {
              out.printf(
                  Locale.ROOT,
                  "Cation-oxygen shells (%d curves), mean absolute errors (standard error of the"
                      + " truth): bond length %.4f Å (%s Å), first-peak height %.2f %% (%s %%)",
                  scores.curves(),
                  scores.bondLengthMae(),
                  number(scores.bondLengthStandardError()),
                  scores.firstPeakHeightMape(),
                  number(scores.firstPeakHeightStandardError(), 2));
              if (scores.coordinationMae().isPresent()) {
                out.printf(
                    Locale.ROOT,
                    ", coordination number %s (%s)",
                    number(scores.coordinationMae(), 3),
                    number(scores.coordinationStandardError(), 3));
              }
              out.println();
            });
    out.printf(
        Locale.ROOT,
        "Images: MSE %.5f, through the autoencoder alone %.5f, black image %.5f; latent R2 %.4f%n",
        evaluation.imageMse(),
        evaluation.autoencoderMse(),
        evaluation.blackImageMse(),
        evaluation.latentR2());
    if (!evaluation.outside().isEmpty()) {
      out.printf(
          Locale.ROOT,
          "%d test glasses lie outside the training domain: %s%n",
          evaluation.outside().size(),
          evaluation.outside().stream().map(Object::toString).collect(Collectors.joining(", ")));
    }
    if (evaluation.clippedColumns() > 0) {
      out.printf(
          Locale.ROOT,
          "%d columns of true curves are higher than the images reach.%n",
          evaluation.clippedColumns());
    }
  }
}
