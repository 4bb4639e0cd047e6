package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.PcfCsv;
import org.glasspcf.core.trajectory.LammpsRdf;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.plot.PlotLabels;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The curves that a command works on: from a file, predicted by a model, or one beside the other.
 */
final class CurvesInput {
  private static final String PREDICTED = "predicted";

  /** The bins of the data set, on which predicted curves show all that their image holds. */
  private static final RadialGrid FINE = RadialGrid.uniform(PcfPrediction.GRID.rMax(), 500);

  /** Which blocks of LAMMPS's file are taken. */
  enum Blocks {
    LAST,
    MEAN
  }

  @Option(
      names = "--curves",
      paramLabel = "<file>",
      description = "Curves as rdf and predict write them (CSV, also gzip).")
  private Optional<Path> curves = Optional.empty();

  @Option(
      names = "--lammps-rdf",
      paramLabel = "<file>",
      description =
          "Curves as LAMMPS writes them: compute rdf with fix ave/time … mode vector (also gzip).")
  private Optional<Path> lammps = Optional.empty();

  @Option(
      names = "--pairs",
      paramLabel = "<list>",
      hideParamSyntax = true,
      split = ",",
      description = "The pairs of that file in its order, centers first: Si-Si,Si-O,O-O.")
  private List<String> pairs = new ArrayList<>();

  @Option(
      names = "--pairs-file",
      paramLabel = "<file>",
      description = "The same from a JSON file: {\"pairs\": [\"Si-Si\", …]}.")
  private Optional<Path> pairsFile = Optional.empty();

  @Option(
      names = "--blocks",
      paramLabel = "last|mean",
      defaultValue = "last",
      description = "The block of that file to take, or all. Default: ${DEFAULT-VALUE}.")
  private Blocks blocks = Blocks.LAST;

  @Option(
      names = "--model",
      paramLabel = "<file>",
      description =
          "Predict the curves of --composition with this model; beside the curves of a file, if one"
              + " is given. Default without such a file: pretrained, the model that comes with the"
              + " library.")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--label",
      paramLabel = "<text>",
      description = "What to call the curves of the file, for example MD. Default: its name.")
  private Optional<String> label = Optional.empty();

  @Mixin private DensityOptions density = new DensityOptions();

  private boolean trainedOn;
  private Optional<String> warning = Optional.empty();

  /** Adds the files that are read to those that must not be written over. */
  OutputFiles keepIn(OutputFiles files) {
    curves.ifPresent(file -> files.keep("--curves", file));
    lammps.ifPresent(file -> files.keep("--lammps-rdf", file));
    pairsFile.ifPresent(file -> files.keep("--pairs-file", file));
    model.ifPresent(file -> files.keep("--model", file));
    return files;
  }

  /**
   * Reads and predicts.
   *
   * @param err where notes go
   * @return the curves of the file, then the predicted ones; at least one of them
   * @throws IllegalArgumentException if options are missing or exclude each other
   * @throws org.glasspcf.core.GlassPcfException if a file cannot be used
   */
  List<GlassCurves> read(PrintWriter err) {
    check();
    density.check(err);
    Optional<Path> predicting = predicting();
    List<GlassCurves> sources = new ArrayList<>();
    fromFile().ifPresent(found -> sources.add(new GlassCurves(name(), found, density.ofCurves())));
    if (predicting.isPresent()) {
      GlassComposition glass =
          density
              .glass()
              .orElseThrow(() -> new IllegalArgumentException("--model needs --composition"));
      GlassPcfPipeline pipeline = Models.load(predicting.get());
      DomainVerdict verdict = pipeline.domain(glass);
      if (verdict.place() == DomainVerdict.Place.OUTSIDE) {
        warning =
            Optional.of(
                "warning: "
                    + glass
                    + " lies outside the training domain: an extrapolation; "
                    + verdict);
      }
      trainedOn = pipeline.provenance().trainedOn().containsKey(glass);
      sources.add(
          new GlassCurves(PREDICTED, predicted(pipeline, glass, grid(sources)), density.ofBulk()));
    }
    return sources;
  }

  /** The glass as a picture's heading: its composition, or the file it came from. */
  String heading() {
    return density.glass().map(PlotLabels::of).orElseGet(this::name);
  }

  /** The same on the terminal, with exact amounts. */
  String title() {
    return density.glass().map(GlassComposition::toString).orElseGet(this::name);
  }

  /** What a reader must know of a prediction; may be empty. */
  String caveat() {
    List<String> notes = new ArrayList<>();
    if (trainedOn) {
      notes.add("The model was trained on this glass.");
    }
    if (warning.isPresent()) {
      notes.add("Pairs of the glass lie outside the model's training domain: an extrapolation.");
    }
    return String.join(" ", notes);
  }

  /** Says at once what {@link #caveat} says below the results. */
  void warn(PrintWriter err) {
    warning.ifPresent(err::println);
  }

  /** One line on the density that was used. */
  String density() {
    return density.description(warning.isPresent());
  }

  /** The model that is asked for; without curves and only a composition, the pretrained one. */
  private Optional<Path> predicting() {
    boolean measured = curves.isPresent() || lammps.isPresent();
    return measured || !density.namesGlass()
        ? model
        : Optional.of(model.orElse(Path.of(Models.PRETRAINED)));
  }

  private void check() {
    if (curves.isEmpty() && lammps.isEmpty() && predicting().isEmpty()) {
      throw new IllegalArgumentException(
          "no curves: give them with --curves or --lammps-rdf, or a --composition to predict them of");
    }
    if (curves.isPresent() && lammps.isPresent()) {
      throw new IllegalArgumentException("--curves and --lammps-rdf exclude each other");
    }
    if (lammps.isPresent() && pairs.isEmpty() == pairsFile.isEmpty()) {
      throw new IllegalArgumentException(
          "--lammps-rdf needs either --pairs or --pairs-file: the file does not name its pairs");
    }
    if (lammps.isEmpty() && (!pairs.isEmpty() || pairsFile.isPresent())) {
      throw new IllegalArgumentException("--pairs and --pairs-file belong to --lammps-rdf");
    }
  }

  private Optional<SortedMap<ElementPair, PairCorrelationFunction>> fromFile() {
    if (curves.isPresent()) {
      return curves.map(PcfCsv::read);
    }
    return lammps.map(
        file -> {
          LammpsRdf rdf =
              LammpsRdf.read(
                  file,
                  pairsFile.map(PairsFile::read).orElseGet(() -> PairsFile.parse(pairs)),
                  blocks == Blocks.MEAN ? LammpsRdf.Blocks.MEAN : LammpsRdf.Blocks.LAST);
          return rdf.curves();
        });
  }

  private String name() {
    return label.orElseGet(
        () ->
            curves
                .or(() -> lammps)
                .map(file -> file.getFileName().toString().replaceFirst("\\.[^/]*$", ""))
                .orElse(PREDICTED));
  }

  /** Heights on different bins must not be compared, so that a prediction takes the file's. */
  private static RadialGrid grid(List<GlassCurves> given) {
    return given.stream()
        .map(GlassCurves::grid)
        .filter(grid -> grid.rMax() <= FINE.rMax())
        .findFirst()
        .orElse(FINE);
  }

  private static SortedMap<ElementPair, PairCorrelationFunction> predicted(
      GlassPcfPipeline pipeline, GlassComposition glass, RadialGrid grid) {
    SortedMap<ElementPair, PairCorrelationFunction> curves = new TreeMap<>();
    for (PcfPrediction prediction : pipeline.predictAll(glass)) {
      curves.put(prediction.pair(), prediction.curve(grid));
    }
    return curves;
  }
}
