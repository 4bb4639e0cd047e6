package org.glasspcf.examples.reproduce;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.SplitKind;
import org.glasspcf.pipeline.evaluation.CurveEvaluation;
import org.glasspcf.pipeline.evaluation.CurveScores;

/** The paper's numbers beside ours, as a text in Markdown. */
final class ReproductionTable {
  private static final String NONE = "–";

  private final ReproductionResult result;
  private final List<List<String>> rows = new ArrayList<>();

  private ReproductionTable(ReproductionResult result) {
    this.result = result;
  }

  static String markdown(ReproductionResult result) {
    return String.join("\n", ReproductionNotes.head(result))
        + "\n\n"
        + new ReproductionTable(result).main()
        + "\n"
        + new ReproductionTable(result).latentSizes()
        + "\n"
        + new ReproductionTable(result).seeds()
        + "\n"
        + String.join("\n", ReproductionNotes.foot(result))
        + "\n";
  }

  private String main() {
    List<String> head = new ArrayList<>(List.of("", "paper"));
    for (Setting setting : Setting.all()) {
      head.add(
          setting.label()
              + result
                  .experiment(setting)
                  .map(e -> ", " + (training(e) + test(e)) + " curves")
                  .orElse(", " + setting.size().id().replace('-', ' ')));
    }
    rows.add(head);
    ReproductionOptions options = result.options();
    add(
        "curves, training / test",
        (PaperValues.CURVES - PaperValues.TEST_CURVES) + " / " + PaperValues.TEST_CURVES,
        e -> training(e) + " / " + test(e));
    add("glasses, training / test (both)", NONE, ReproductionTable::glasses);
    add(
        "epochs (steps)",
        PaperValues.EPOCHS + " (" + NONE + ")",
        e -> e.network().epochs() + " (" + steps(e) + ")");
    add("seed (left: stayed black)", NONE, e -> e.network().seedText());
    add("training of the autoencoder (min)", NONE, e -> text("%.1f", e.network().seconds() / 60));
    addMse(
        "autoencoder MSE, training",
        "about " + PaperValues.AUTOENCODER_MSE,
        i -> i.autoencoderTraining());
    addMse("autoencoder MSE, test", NONE, i -> i.autoencoderTest());
    addMse("– of a black image, training", NONE, i -> i.blackTraining());
    addMse("pipeline's image MSE, test", NONE, i -> i.pipeline());
    add(
        "– largest of the nine of Figure 9",
        "below " + PaperValues.IMAGE_MSE,
        e -> text("%.5f", FigureCurves.largestMse(e)));
    addMse("– of the pair's mean image, test", NONE, i -> i.pairMean());
    addMse("– of a black image, test", NONE, i -> i.black());
    add(
        "dead latents of " + PaperValues.LATENT_SIZE,
        NONE,
        e -> Integer.toString(e.latents().dead()));
    add("latent R², test", NONE, e -> text("%.3f", e.latentR2()));
    add(
        "latent R², all curves",
        Double.toString(PaperValues.LATENT_R2),
        e -> text("%.3f", e.latentR2All()));
    for (CurveMethod method : CurveMethod.values()) {
      add(
          "R² of g(r), " + method.label(),
          NONE,
          e -> text("%.3f", e.curves().get(method).all().r2()));
    }
    for (CurveMethod method : CurveMethod.values()) {
      add(
          "RMSE of g(r), " + method.label(),
          NONE,
          e -> text("%.3f", e.curves().get(method).all().rmse()));
    }
    add("RMSE of g(r), noise floor", NONE, ReproductionTable::noiseFloor);
    for (ForestParameter parameter : ForestParameter.values()) {
      addRow(
          "best " + parameter.label() + " (cost of the paper's)",
          Integer.toString(parameter.paper()),
          setting -> result.forests(setting).map(scans -> best(scans, parameter)));
    }
    return "## The paper beside ours"
        + (options.quick() ? " (quick run)" : "")
        + "\n\n"
        + MarkdownTable.of(rows);
  }

  private void addMse(
      String what, String paper, ToDoubleFunction<ExperimentResult.ImageErrors> error) {
    add(what, paper, e -> text("%.5f", error.applyAsDouble(e.images())));
  }

  private void add(String what, String paper, Function<ExperimentResult, String> cell) {
    addRow(what, paper, setting -> result.experiment(setting).map(cell));
  }

  private void addRow(String what, String paper, Function<Setting, Optional<String>> cell) {
    List<String> row = new ArrayList<>(List.of(what, paper));
    Setting.all().forEach(setting -> row.add(cell.apply(setting).orElse(NONE)));
    rows.add(row);
  }

  static String text(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : NONE;
  }

  private static int training(ExperimentResult e) {
    return e.data().training().samples().size();
  }

  private static int test(ExperimentResult e) {
    return e.data().test().samples().size();
  }

  private static String steps(ExperimentResult e) {
    return String.format(
        Locale.ROOT, "%,d", e.network().epochs() * ReproductionOptions.steps(training(e)));
  }

  private static String glasses(ExperimentResult e) {
    List<GlassComposition> training = e.data().split().training().compositions();
    List<GlassComposition> test = e.data().split().test().compositions();
    Set<GlassComposition> both = new HashSet<>(training);
    both.retainAll(test);
    return training.size() + " / " + test.size() + " (" + both.size() + ")";
  }

  private static String noiseFloor(ExperimentResult e) {
    CurveEvaluation pipeline = e.curves().get(CurveMethod.PIPELINE);
    CurveScores scores = pipeline.all();
    return text("%.3f", scores.noiseFloor().orElse(Double.NaN));
  }

  private static String best(ForestScans scans, ForestParameter parameter) {
    ForestScan scan =
        scans.scans().stream().filter(s -> s.parameter() == parameter).findFirst().orElseThrow();
    return scan.best() + text(" (+%.1f %%)", 100 * scan.excessOfPaper());
  }

  private String latentSizes() {
    List<String> head = new ArrayList<>(List.of("latents"));
    for (SplitKind kind : List.of(SplitKind.BY_CURVE, SplitKind.BY_GLASS)) {
      String label = Setting.label(kind);
      head.addAll(List.of(label + ", training", label + ", test", label + ", dead"));
    }
    rows.add(head);
    for (int i = 0; i < result.options().latentSizes().size(); i++) {
      int size = result.options().latentSizes().get(i);
      List<String> row = new ArrayList<>();
      row.add(size + (size == PaperValues.LATENT_SIZE ? " (paper)" : ""));
      for (SplitKind kind : List.of(SplitKind.BY_CURVE, SplitKind.BY_GLASS)) {
        List<NetworkCheck> checks = result.latentSizes().getOrDefault(kind, List.of());
        if (i < checks.size()) {
          NetworkCheck check = checks.get(i);
          row.add(text("%.5f", check.training()));
          row.add(text("%.5f", check.test()));
          row.add(check.dead() + " of " + size);
        } else {
          row.addAll(List.of(NONE, NONE, NONE));
        }
      }
      rows.add(row);
    }
    return "## Autoencoder MSE against the latent size\n\n"
        + result.options().curves()
        + " curves, "
        + ReproductionNotes.count(result.options().latentEpochs(), "epoch")
        + " (not the "
        + PaperValues.EPOCHS
        + " of the paper), one network each\n\n"
        + MarkdownTable.of(rows);
  }

  private String seeds() {
    rows.add(List.of("seed", "epochs", "dead latents", "MSE, training", "MSE, test"));
    Setting first = Setting.all().get(0);
    result
        .experiment(first)
        .ifPresent(
            e ->
                rows.add(
                    List.of(
                        Long.toString(e.network().options().seed()),
                        Integer.toString(e.network().epochs()),
                        e.latents().dead() + " of " + e.latents().size(),
                        text("%.5f", e.images().autoencoderTraining()),
                        text("%.5f", e.images().autoencoderTest()))));
    for (NetworkCheck check : result.seeds()) {
      rows.add(
          List.of(
              Long.toString(check.options().seed()),
              Integer.toString(check.options().epochs()),
              check.dead() + " of " + check.options().latentSize(),
              text("%.5f", check.training()),
              text("%.5f", check.test())));
    }
    return "## Dead latents by seed\n\n"
        + first.label()
        + ", "
        + result.options().curves()
        + " curves; a latent is dead if it is the same for all training images\n\n"
        + MarkdownTable.of(rows);
  }
}
