package org.glasspcf.pipeline.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.pipeline.BandCoverage;
import org.glasspcf.pipeline.PipelineEvaluation;
import org.glasspcf.pipeline.PipelineProvenance;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.evaluation.CurveEvaluation;
import org.glasspcf.pipeline.evaluation.CurveScores;
import org.glasspcf.pipeline.evaluation.PairClass;
import org.glasspcf.pipeline.plot.Figure;
import org.glasspcf.pipeline.uncertainty.BandScore;

/** The figures and pictures of a report as a page to read. */
final class ReportPage {
  private static final Map<String, String> CAPTIONS =
      Map.of(
          "loss.png", "Image error of the autoencoder, epoch by epoch.",
          "curves.png",
              "Predicted and simulated g(r) of test glasses, chosen by class of pair and not by error.",
          "roads.png",
              "The regression beside the paper's road, and what each leaves of the simulations' mean.",
          "parity.png",
              "Predicted against simulated g, a point a bin; perfect predictions lie on the line.",
          "importance.png",
              "How much the error rises when one input is shuffled among the curves.");

  private final PipelineEvaluation evaluation;
  private final PipelineProvenance provenance;
  private final ReportAdditions additions;
  private final String dataSha256;

  ReportPage(
      PipelineEvaluation evaluation,
      PipelineProvenance provenance,
      ReportAdditions additions,
      String dataSha256) {
    this.evaluation = evaluation;
    this.provenance = provenance;
    this.additions = additions;
    this.dataSha256 = dataSha256;
  }

  String html(Map<String, Figure> pictures) {
    HtmlPage page = new HtmlPage("Glass PCF: evaluation on glasses not trained on");
    summary(page);
    page.section("curves", "Curves");
    List.of("curves.png", "parity.png", "roads.png")
        .forEach(
            name ->
                Optional.ofNullable(pictures.get(name))
                    .ifPresent(p -> page.figure(p, CAPTIONS.get(name))));
    errors(page);
    bands(page);
    budget(page);
    List.of("importance.png", "loss.png")
        .forEach(
            name ->
                Optional.ofNullable(pictures.get(name))
                    .ifPresent(
                        p ->
                            page.section(
                                    name.replace(".png", ""),
                                    name.startsWith("loss") ? "Training" : "Which inputs matter")
                                .figure(p, CAPTIONS.get(name))));
    glasses(page);
    origin(page);
    return page.html("All numbers are in evaluation.json, all figures as PNG, beside this page.");
  }

  private CurveScores headline() {
    return evaluation.curves().wellSampled().orElse(evaluation.curves().all());
  }

  private void summary(HtmlPage page) {
    CurveScores scores = headline();
    Optional<CationOxygenScores> shells = evaluation.curves().cationOxygen();
    page.section("summary", "Summary");
    page.text(
        switch (evaluation.kind()) {
          case FIXED ->
              "The test glasses are those that the data set holds out; no training, calibration or"
                  + " choice has seen them.";
          case BY_GLASS -> "The test glasses were not trained on.";
          case BY_CONDITION ->
              "The test glasses were trained on at other conditions: this is a test of conditions, and"
                  + " no test on unseen glasses.";
          case BY_CURVE ->
              "Other pairs of the same glasses were trained on: this is no test on unseen glasses.";
        });
    page.cards(
        HtmlTable.number(OptionalDouble.of(scores.rmse()), 4),
        "RMSE of g over " + scores.curves() + " curves, bins of 0.1 \u00c5",
        HtmlTable.number(scores.noiseFloor(), 4),
        "noise floor: what a perfect prediction would show",
        HtmlTable.number(shells.map(s -> OptionalDouble.of(s.bondLengthMae())).orElse(none()), 4),
        "\u00c5, mean error of cation\u2013oxygen bond lengths",
        HtmlTable.number(shells.map(CationOxygenScores::coordinationMae).orElse(none()), 3),
        "mean error of cation\u2013oxygen coordination numbers");
  }

  private static OptionalDouble none() {
    return OptionalDouble.empty();
  }

  private void errors(HtmlPage page) {
    page.section("errors", "Errors of g(r)");
    page.text(
        "Against the mean of the simulations of each glass, on 100 bins of 0.1 \u00c5. The excess is"
            + " the error beyond the noise of that mean, by which methods are to be judged.");
    HtmlTable table =
        new HtmlTable(
            "This model by class of pair",
            List.of("curves", "number", "RMSE of g", "excess", "MAE of g", "R\u00b2"));
    scores(table, "all", evaluation.curves().all());
    evaluation.curves().wellSampled().ifPresent(s -> scores(table, "well sampled", s));
    evaluation.curves().byClass().forEach((kind, s) -> scores(table, words(kind), s));
    page.table(table);

    HtmlTable methods =
        new HtmlTable(
            "Methods, over the well-sampled curves",
            List.of("method", "number", "RMSE of g", "excess", "MAE of g", "R\u00b2"));
    method(methods, "this model", evaluation.curves());
    method(methods, "forest and decoder, the paper's road", evaluation.decoded());
    method(methods, "true images through the autoencoder", evaluation.autoencoderOnly());
    additions
        .baselines()
        .ifPresent(
            all -> {
              for (Map.Entry<Baseline, CurveEvaluation> entry : all.results().entrySet()) {
                method(methods, "baseline: " + words(entry.getKey()), entry.getValue());
              }
            });
    page.table(methods);
    evaluation.curves().cationOxygen().ifPresent(s -> shells(page, s));
  }

  private static void shells(HtmlPage page, CationOxygenScores s) {
    page.table(
        new HtmlTable(
                "Cation\u2013oxygen shells: mean absolute errors",
                List.of("quantity", "error", "standard error of the simulations"))
            .numbers(
                "bond length (\u00c5)",
                4,
                OptionalDouble.of(s.bondLengthMae()),
                s.bondLengthStandardError())
            .numbers(
                "height of the first peak (%)",
                2, OptionalDouble.of(s.firstPeakHeightMape()), s.firstPeakHeightStandardError())
            .numbers("coordination number", 3, s.coordinationMae(), s.coordinationStandardError()));
  }

  private static String words(PairClass kind) {
    return switch (kind) {
      case CATION_OXYGEN -> "cation\u2013oxygen";
      case OXYGEN_OXYGEN -> "oxygen\u2013oxygen";
      case CATION_CATION -> "cation\u2013cation";
      case WITH_DOPANT -> "with a dopant";
    };
  }

  private static String words(Baseline baseline) {
    return switch (baseline) {
      case PAIR_MEAN -> "mean of the pair";
      case NEAREST_GLASS -> "nearest training glass";
      case PAIR_RIDGE -> "ridge regression of the pair";
      case PAIR_GP -> "Gaussian process of the pair";
      case DIRECT_FOREST -> "forest straight to the curve";
      case PCA_FOREST -> "principal components and forest";
    };
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void method(HtmlTable table, String name, CurveEvaluation evaluation) {
    scores(table, name, evaluation.wellSampled().orElse(evaluation.all()));
  }

  private static void scores(HtmlTable table, String name, CurveScores s) {
    table.row(
        List.of(
            name,
            Integer.toString(s.curves()),
            HtmlTable.number(OptionalDouble.of(s.rmse()), 4),
            HtmlTable.number(s.excess(), 4),
            HtmlTable.number(OptionalDouble.of(s.mae()), 4),
            HtmlTable.number(OptionalDouble.of(s.r2()), 4)));
  }

  private void bands(HtmlPage page) {
    page.section("bands", "Bands");
    if (evaluation.bands().isEmpty()) {
      page.text("This model was not calibrated and has no bands.");
      return;
    }
    page.text(
        "A band says where g of one new melt lies. It is right if it holds its share of single"
            + " melts' bins, and the better the narrower it is.");
    HtmlTable table =
        new HtmlTable(
            "Bins of single test melts",
            List.of("band", "values", "share inside (%)", "mean width", "interval score"));
    for (BandCoverage band : evaluation.bands()) {
      String level = Math.round(100 * band.level().coverage()) + " %";
      bandRow(table, level + ", g", band.curves().all(), 3);
      band.bondLengths().ifPresent(s -> bandRow(table, level + ", bond length (\u00c5)", s, 4));
      band.coordinationNumbers()
          .ifPresent(s -> bandRow(table, level + ", coordination number", s, 3));
    }
    page.table(table);
  }

  private static void bandRow(HtmlTable table, String name, BandScore s, int decimals) {
    table.row(
        List.of(
            name,
            Long.toString(s.values()),
            HtmlTable.number(OptionalDouble.of(100 * s.coverage()), 1),
            HtmlTable.number(OptionalDouble.of(s.width()), decimals),
            HtmlTable.number(OptionalDouble.of(s.intervalScore()), decimals)));
  }

  private void budget(HtmlPage page) {
    ErrorBudget.of(evaluation)
        .ifPresent(
            b -> {
              page.section("budget", "Where the paper's road loses accuracy");
              HtmlTable table =
                  new HtmlTable(
                      "Mean square error of g over " + b.curves() + " curves",
                      List.of("step", "mean square", "root"));
              budgetRow(table, "image codec", b.codec());
              budgetRow(table, "autoencoder", b.autoencoder());
              budgetRow(table, "forest", b.forest());
              budgetRow(table, "all steps", b.total());
              b.noise().ifPresent(n -> budgetRow(table, "noise of the simulations", n));
              b.regression().ifPresent(r -> budgetRow(table, "regression instead", r));
              page.table(table);
            });
  }

  private static void budgetRow(HtmlTable table, String name, ErrorBudget.Part part) {
    table.row(
        List.of(
            name,
            HtmlTable.number(OptionalDouble.of(part.meanSquare()), 5),
            HtmlTable.number(OptionalDouble.of(part.root()), 4)));
  }

  private void glasses(HtmlPage page) {
    page.section("glasses", "Test glasses");
    HtmlTable table =
        new HtmlTable(
            evaluation.glasses().size() + " glasses (mol%)",
            List.of("glass", "curves", "RMSE of g", "training domain"));
    for (GlassComposition glass : evaluation.glasses()) {
      double sum = 0;
      int curves = 0;
      int bins = 0;
      for (var curve : evaluation.results()) {
        if (curve.sample().composition().equals(glass)) {
          double[] truth =
              curve.sample().meanCurve().rebin(curve.prediction().curve().grid()).values();
          double[] predicted = curve.prediction().curve().values();
          for (int i = 0; i < truth.length; i++) {
            sum += (truth[i] - predicted[i]) * (truth[i] - predicted[i]);
          }
          bins += truth.length;
          curves++;
        }
      }
      table.row(
          List.of(
              glass.toString(),
              Integer.toString(curves),
              HtmlTable.number(OptionalDouble.of(Math.sqrt(sum / bins)), 4),
              evaluation.outside().contains(glass) ? "outside" : "inside or edge"));
    }
    page.table(table);
  }

  private void origin(HtmlPage page) {
    page.section("origin", "Where the model comes from");
    var options = provenance.options();
    page.table(
        new HtmlTable("Data, options and version", List.of("what", "value"))
            .row(List.of("version of the library", provenance.version()))
            .row(List.of("seed", Long.toString(options.autoencoder().seed())))
            .row(List.of("training glasses", provenance.trainedOn().size() + ""))
            .row(List.of("SHA-256 of the training data", provenance.trainingSha256()))
            .row(List.of("SHA-256 of the data evaluated on", dataSha256))
            .row(List.of("curves from", words(options.curves().name())))
            .row(List.of("bands", words(options.calibration().name())))
            .row(List.of("image codec", options.codec().id()))
            .row(List.of("fingerprint", options.schema().id()))
            .row(List.of("autoencoder epochs", options.autoencoder().epochs() + ""))
            .row(List.of("forest trees", options.forest().trees() + "")));
  }
}
