package org.glasspcf.examples.reproduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.dataset.SplitKind;
import org.glasspcf.encoder.TrainingHistory;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.plot.CurvePanel;
import org.glasspcf.pipeline.plot.CurvePanels;
import org.glasspcf.pipeline.plot.Figure;
import org.glasspcf.pipeline.plot.ImagePair;
import org.glasspcf.pipeline.plot.ImagePairs;
import org.glasspcf.pipeline.plot.LossPlot;
import org.glasspcf.pipeline.plot.ParityPanel;
import org.glasspcf.pipeline.plot.ParityPanel.Points;
import org.glasspcf.pipeline.plot.ParityPanels;
import org.glasspcf.pipeline.plot.PlotLabels;
import org.glasspcf.pipeline.plot.ScanPanel;
import org.glasspcf.pipeline.plot.ScanPanels;
import org.glasspcf.pipeline.plot.ScanSeries;

/** Draws the paper's figures of what is there. */
final class ReproductionFigures {
  private static final String PNG = ".png";
  private static final String LATENT_SIZE = "latent-size" + PNG;

  private final ReproductionResult result;
  private final Map<String, Figure> figures = new LinkedHashMap<>();

  private ReproductionFigures(ReproductionResult result) {
    this.result = result;
  }

  /** Every file name that {@link #of} may give. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (DataSize size : DataSize.values()) {
      names.add(name("figure6a", size.id()));
      names.add(name("figure8", size.id()));
    }
    for (Setting setting : Setting.all()) {
      for (String figure : List.of("figure6b", "figure7", "figure9")) {
        names.add(name(figure, setting.id()));
      }
    }
    names.add(LATENT_SIZE);
    return names;
  }

  private static String name(String figure, String id) {
    return figure + "-" + id + PNG;
  }

  /** File name → picture. */
  static Map<String, Figure> of(ReproductionResult result) {
    ReproductionFigures drawing = new ReproductionFigures(result);
    for (DataSize size : DataSize.values()) {
      drawing.losses(size);
      drawing.parity(size);
    }
    for (Setting setting : Setting.all()) {
      result.experiment(setting).ifPresent(drawing::images);
      drawing.forests(setting);
      result.experiment(setting).ifPresent(drawing::curves);
    }
    drawing.latentSizes();
    return drawing.figures;
  }

  private String heading(String text) {
    return result.options().quick() ? "Quick run, untrained: " + text : text;
  }

  private List<ExperimentResult> ofSize(DataSize size) {
    return Setting.all().stream()
        .filter(setting -> setting.size() == size)
        .flatMap(setting -> result.experiment(setting).stream())
        .toList();
  }

  private static String curves(List<ExperimentResult> experiments) {
    TreeSet<Integer> counts = new TreeSet<>();
    experiments.forEach(e -> counts.add(e.data().curves()));
    return counts.first() + " curves";
  }

  private void losses(DataSize size) {
    List<ExperimentResult> experiments = ofSize(size);
    if (experiments.isEmpty()) {
      return;
    }
    Map<String, TrainingHistory> histories = new LinkedHashMap<>();
    experiments.forEach(
        e -> histories.put(e.data().setting().label(), e.network().trained().history()));
    Map<String, Double> levels = new LinkedHashMap<>();
    levels.put("black image, training", experiments.get(0).images().blackTraining());
    levels.put("the paper's, training", PaperValues.AUTOENCODER_MSE);
    figures.put(
        name("figure6a", size.id()),
        LossPlot.compare(
            heading("Autoencoder, " + curves(experiments) + " (Figure 6a)"), histories, levels));
  }

  private void images(ExperimentResult e) {
    List<GlassSample> samples = e.data().test().samples();
    List<ImagePair> pairs =
        FigureCurves.three(e).stream()
            .map(
                i ->
                    new ImagePair(
                        name(samples.get(i)),
                        e.data().test().images().get(i),
                        e.reconstructedImages().get(i)))
            .toList();
    String heading =
        String.format(
            Locale.ROOT,
            "Test curves through the autoencoder, %s (Figure 6b). Left to right r from 0 to 10 Å,"
                + " bottom to top g from 0 to %.1f",
            e.data().title(),
            e.data().codec().maxHeight());
    figures.put(
        name("figure6b", e.data().setting().id()),
        ImagePairs.of(heading(heading), "reconstruction", pairs));
  }

  private static String name(GlassSample sample) {
    return PlotLabels.of(sample.composition(), sample.pair());
  }

  private void forests(Setting setting) {
    if (result.forests(setting).isEmpty()) {
      return;
    }
    String letters = "abcd";
    List<ScanPanel> panels = new ArrayList<>();
    for (ForestScan scan : result.forests(setting).get().scans()) {
      ForestParameter parameter = scan.parameter();
      double[] x = parameter.settings().stream().mapToDouble(Integer::doubleValue).toArray();
      panels.add(
          new ScanPanel(
              letters.charAt(parameter.ordinal()) + ": " + parameter.label(),
              parameter.axis(),
              "MSE of standardized latents (1)",
              parameter == ForestParameter.TREES || parameter == ForestParameter.MIN_SAMPLES,
              List.of(series("training", x, scan.training()), series("test", x, scan.test())),
              OptionalDouble.of(parameter.paper())));
    }
    String heading =
        String.format(
            Locale.ROOT,
            "Forest, %s, scanned on the test curves as in the paper (Figure 7)",
            result.experiment(setting).orElseThrow().data().title());
    figures.put(
        name("figure7", setting.id()),
        ScanPanels.of(heading(heading), "the paper's choice", panels));
  }

  private static ScanSeries series(String name, double[] x, double[][] errors) {
    return new ScanSeries(name, x, ForestScan.mean(errors), ForestScan.deviation(errors));
  }

  private void parity(DataSize size) {
    List<ExperimentResult> experiments = ofSize(size);
    List<ParityPanel> panels = new ArrayList<>();
    experiments.forEach(
        e ->
            panels.add(
                new ParityPanel(
                    title(
                        "a: direct forest, ",
                        e,
                        e.curves().get(CurveMethod.DIRECT_FOREST).all().r2(),
                        e.directAll().all().r2()),
                    "g(r) (1)",
                    points(
                        Arrays.asList(Experiment.values(e.data().training())), e.directTraining()),
                    points(Arrays.asList(Experiment.values(e.data().test())), e.directTest()))));
    experiments.forEach(
        e ->
            panels.add(
                new ParityPanel(
                    title("b: latents, ", e, e.latentR2(), e.latentR2All()),
                    "latent − its training mean (1)",
                    centered(e, e.latents().training(), e.predictedTraining()),
                    centered(e, e.latents().test(), e.predictedTest()))));
    if (!panels.isEmpty()) {
      figures.put(
          name("figure8", size.id()),
          ParityPanels.of(heading("Forests, " + curves(experiments) + " (Figure 8)"), panels));
    }
  }

  /** Latents lie far apart, and R² counts none of that: each is drawn around its training mean. */
  private static Points centered(ExperimentResult e, double[][] truth, double[][] predicted) {
    Latents latents = e.latents();
    return points(
        Arrays.asList(latents.centered(truth)), Arrays.asList(latents.centered(predicted)));
  }

  private static String title(String what, ExperimentResult e, double test, double all) {
    return what
        + e.data().setting().label()
        + ": R² "
        + ReproductionTable.text("%.3f", test)
        + " test, "
        + ReproductionTable.text("%.3f", all)
        + " all";
  }

  private static Points points(List<double[]> truth, List<double[]> predicted) {
    return new Points(pooled(truth), pooled(predicted));
  }

  private static double[] pooled(List<double[]> rows) {
    return rows.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private void curves(ExperimentResult e) {
    List<GlassSample> samples = e.data().test().samples();
    List<CurvePanel> panels =
        FigureCurves.nine(e).stream()
            .map(
                i ->
                    CurvePanel.of(
                            String.format(
                                Locale.ROOT,
                                "%s, MSE %.4f",
                                name(samples.get(i)),
                                FigureCurves.mse(e, i)),
                            e.predictedCurves().get(i))
                        .withSimulations(samples.get(i).rebin(PcfPrediction.GRID)))
            .toList();
    String heading =
        String.format(
            Locale.ROOT,
            "Test curves, %s (Figure 9), with image MSE; a black image has %.4f, the pair's mean"
                + " %.4f on average",
            e.data().title(),
            e.images().black(),
            e.images().pairMean());
    figures.put(name("figure9", e.data().setting().id()), CurvePanels.of(heading(heading), panels));
  }

  private void latentSizes() {
    List<ScanPanel> panels = new ArrayList<>();
    for (SplitKind kind : List.of(SplitKind.BY_CURVE, SplitKind.BY_GLASS)) {
      List<NetworkCheck> checks = result.latentSizes().getOrDefault(kind, List.of());
      if (checks.isEmpty()) {
        continue;
      }
      double[] x = checks.stream().mapToDouble(c -> c.options().latentSize()).toArray();
      double[] training = checks.stream().mapToDouble(NetworkCheck::training).toArray();
      double[] test = checks.stream().mapToDouble(NetworkCheck::test).toArray();
      double[] one = new double[x.length];
      panels.add(
          new ScanPanel(
              Setting.label(kind) + ", " + result.options().curves() + " curves",
              "numbers in a latent vector",
              "image MSE (pixels 0–1)",
              true,
              List.of(
                  new ScanSeries("training", x, training, one),
                  new ScanSeries("test", x, test, one)),
              OptionalDouble.of(PaperValues.LATENT_SIZE)));
    }
    if (!panels.isEmpty()) {
      String heading =
          "Autoencoders of several latent sizes after "
              + ReproductionNotes.count(result.options().latentEpochs(), "epoch")
              + ", one network each";
      figures.put(LATENT_SIZE, ScanPanels.of(heading(heading), "the paper's choice", panels));
    }
  }
}
