package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.PcfCsv;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.plot.CurvePanel;
import org.glasspcf.pipeline.plot.CurvePanels;
import org.glasspcf.pipeline.plot.PlotLabels;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;
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
  private static final BandLevel LEVEL = BandLevel.NINETY_PERCENT;
  private static final double R_MAX = PcfPrediction.GRID.rMax();

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "<file>",
      defaultValue = Models.PRETRAINED,
      description = "The model file. Default: the one that comes with the library.")
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

  @Option(
      names = "--bands",
      description =
          "Add the ends of the 90 %% band to --csv: after each pair's column Si-O come"
              + " Si-O_lower90 and Si-O_upper90. Needs bins of 0.1 Å and a calibrated model.")
  private boolean bands;

  @Option(
      names = "--plot",
      paramLabel = "<file>",
      description =
          "Draw the curves (a .png or .svg file), on bins of 0.1 Å with their 90 %% bands.")
  private Optional<Path> plot = Optional.empty();

  @Option(
      names = "--refuse-outside",
      description =
          "End with an error, and not with a warning, if the glass lies outside the training"
              + " domain.")
  private boolean refuseOutside;

  @Override
  public Integer call() {
    OutputFiles files = new OutputFiles().add("--csv", csv).addPicture("--plot", plot);
    RadialGrid grid = grid();
    checkBands(grid);
    GlassComposition glass = Compositions.read(composition, mass, spec.commandLine().getErr());
    List<ElementPair> asked = pairs.stream().map(ElementPair::parse).distinct().sorted().toList();
    GlassPcfPipeline loaded = Models.load(model);
    GlassPcfPipeline pipeline = refuseOutside ? loaded.refusingOutside() : loaded;
    List<PcfPrediction> predictions =
        asked.isEmpty()
            ? pipeline.predictAll(glass)
            : asked.stream().map(pair -> pipeline.predict(glass, pair)).toList();
    if (bands && predictions.stream().allMatch(p -> p.band(LEVEL).isEmpty())) {
      throw new IllegalArgumentException(
          "--bands needs a calibrated model, but this one has no bands for "
              + glass
              + "; train it with --calibration out-of-fold");
    }
    PcfPrediction farthest = farthest(predictions);
    if (csv.isEmpty()) {
      PrintWriter out = spec.commandLine().getOut();
      new PredictionTable(out, glass).print(predictions);
      out.println(
          "training domain, judged by "
              + farthest.pair()
              + ", the pair farthest from its training glasses: "
              + farthest.domain());
    }
    if (farthest.domain().place() == DomainVerdict.Place.OUTSIDE) {
      spec.commandLine()
          .getErr()
          .println(
              "warning: "
                  + glass
                  + " lies outside the training domain, judged by "
                  + farthest.pair()
                  + ", the pair farthest from its training glasses: an extrapolation, which"
                  + " --refuse-outside makes an error; "
                  + farthest.domain());
    }
    files.write(
        Map.of(
            "--csv", file -> writeCsv(file, predictions, grid),
            "--plot", file -> draw(file, glass, predictions, grid)));
    return 0;
  }

  private void checkBands(RadialGrid grid) {
    if (bands && csv.isEmpty()) {
      throw new IllegalArgumentException("--bands needs --csv: the file that they are written to");
    }
    if (bands && !grid.equals(PcfPrediction.GRID)) {
      throw new IllegalArgumentException(
          "--bands needs bins of 0.1 Å, for which bands are calibrated, got --grid "
              + binWidth
              + " Å");
    }
  }

  /** The prediction whose pair lies farthest out of the training domain. */
  private static PcfPrediction farthest(List<PcfPrediction> predictions) {
    return predictions.stream()
        .max(
            Comparator.comparing((PcfPrediction p) -> p.domain().place())
                .thenComparingDouble(p -> p.domain().distance()))
        .orElseThrow();
  }

  private void writeCsv(Path file, List<PcfPrediction> predictions, RadialGrid grid) {
    if (bands) {
      BandsCsv.write(file, predictions);
    } else {
      PcfCsv.write(file, curves(predictions, grid));
    }
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
                  CurvePanel panel = CurvePanel.of(prediction, grid);
                  return grid.equals(PcfPrediction.GRID)
                      ? prediction.band(LEVEL).map(panel::withBand).orElse(panel)
                      : panel;
                })
            .toList();
    CurvePanels.of(PlotLabels.of(glass), panels).write(file);
  }
}
