package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.PairCorrelationFunction.Peak;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.PcfCsv;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.plot.CurvePanel;
import org.glasspcf.pipeline.plot.CurvePanels;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glass-pcf predict}. */
@Command(
    name = "predict",
    description = "Predicts g(r) of a glass, for every pair of its elements or the ones asked for.",
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    sortOptions = false)
final class PredictCommand implements Callable<Integer> {
  private static final double R_MAX = PcfPrediction.GRID.rMax();

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "<file>",
      description = "The model file.")
  private Path model;

  @Option(
      names = "--composition",
      required = true,
      paramLabel = "<glass>",
      description = "The glass in mol%%, for example 57SiO2-23.5B2O3-19.5Na2O.")
  private String composition;

  @Option(names = "--mass", description = "The composition is given in mass%%.")
  private boolean mass;

  @Option(
      names = "--pair",
      paramLabel = "<pair>",
      description = "A pair such as Si-O; may be given again. Default: every pair.")
  private List<String> pairs = new ArrayList<>();

  @Option(
      names = "--grid",
      paramLabel = "<width>",
      defaultValue = "0.1",
      description = "Width of a bin (Å); 10 Å must be a multiple of it. Default: ${DEFAULT-VALUE}.")
  private double binWidth;

  @Option(
      names = "--csv",
      paramLabel = "<file>",
      description = "Write the curves: r_A (bin centers, Å), then a column a pair.")
  private Optional<Path> csv = Optional.empty();

  @Option(names = "--plot", paramLabel = "<file>", description = "Draw the curves (PNG).")
  private Optional<Path> plot = Optional.empty();

  @Override
  public Integer call() {
    OutputFiles files = new OutputFiles().add("--csv", csv).add("--plot", plot);
    RadialGrid grid = grid();
    GlassComposition glass = Compositions.read(composition, mass, spec.commandLine().getErr());
    List<ElementPair> asked = pairs.stream().map(ElementPair::parse).distinct().sorted().toList();
    GlassPcfPipeline pipeline = GlassPcfPipeline.load(model);
    List<PcfPrediction> predictions =
        asked.isEmpty()
            ? pipeline.predictAll(glass)
            : asked.stream().map(pair -> pipeline.predict(glass, pair)).toList();
    if (csv.isEmpty()) {
      printPeaks(glass, predictions);
    }
    files.write(
        Map.of(
            "--csv", file -> PcfCsv.write(file, curves(predictions, grid)),
            "--plot", file -> draw(file, glass, predictions, grid)));
    return 0;
  }

  private RadialGrid grid() {
    return RadialGrid.uniform(R_MAX, BinWidth.count("--grid", binWidth, R_MAX));
  }

  private static Map<ElementPair, PairCorrelationFunction> curves(
      List<PcfPrediction> predictions, RadialGrid grid) {
    Map<ElementPair, PairCorrelationFunction> curves = new TreeMap<>();
    predictions.forEach(prediction -> curves.put(prediction.pair(), prediction.curve(grid)));
    return curves;
  }

  private static void draw(
      Path file, GlassComposition glass, List<PcfPrediction> predictions, RadialGrid grid) {
    List<CurvePanel> panels =
        predictions.stream()
            .map(
                prediction -> {
                  CurvePanel panel =
                      CurvePanel.of(prediction.pair().toString(), prediction.curve(grid));
                  return grid.equals(PcfPrediction.GRID)
                      ? prediction.band(BandLevel.NINETY_PERCENT).map(panel::withBand).orElse(panel)
                      : panel;
                })
            .toList();
    CurvePanels.of(glass.toString(), panels).writePng(file);
  }

  private void printPeaks(GlassComposition glass, List<PcfPrediction> predictions) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(glass + ", first peaks on bins of 0.1 Å");
    out.printf(Locale.ROOT, "%-8s %10s %10s%n", "pair", "r (Å)", "g");
    for (PcfPrediction prediction : predictions) {
      Optional<Peak> peak = prediction.firstPeak();
      out.printf(
          Locale.ROOT,
          "%-8s %10s %10s%n",
          prediction.pair(),
          peak.map(p -> String.format(Locale.ROOT, "%.3f", p.position())).orElse("-"),
          peak.map(p -> String.format(Locale.ROOT, "%.2f", p.height())).orElse("-"));
    }
  }
}
