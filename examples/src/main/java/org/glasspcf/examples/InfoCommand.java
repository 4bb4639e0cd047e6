package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.glasspcf.core.Oxide;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.forest.ForestOptions;
import org.glasspcf.pipeline.Calibration;
import org.glasspcf.pipeline.CurveSource;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PipelineOptions;
import org.glasspcf.pipeline.PipelineProvenance;
import org.glasspcf.pipeline.regression.CurveRegression;
import org.glasspcf.pipeline.uncertainty.TrainingDomain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code glass-pcf info}. */
@Command(
    name = "info",
    description = "Tells where a model comes from and how well it did on held-out glasses.",
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class)
final class InfoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "<model>",
      arity = "0..1",
      defaultValue = Models.PRETRAINED,
      description = "The model file. Default: the one that comes with the library.")
  private Path model;

  @Option(
      names = "--model",
      paramLabel = "<file>",
      description = "The same, as other commands name it.")
  private Optional<Path> named = Optional.empty();

  @Override
  public Integer call() {
    if (named.isPresent() && !model.equals(Path.of(Models.PRETRAINED))) {
      throw new IllegalArgumentException("<model> and --model exclude each other");
    }
    model = named.orElse(model);
    GlassPcfPipeline pipeline = Models.load(model);
    PipelineProvenance provenance = pipeline.provenance();
    PipelineOptions options = provenance.options();
    AutoencoderOptions encoder = options.autoencoder();
    ForestOptions forest = options.forest();
    line("model", model);
    line("SHA-256", pipeline.sha256());
    line("trained by", "version " + provenance.version());
    line(
        "trained on",
        provenance.trainingGlasses().size()
            + " glasses, "
            + provenance.trainedOn().values().stream().mapToInt(Set::size).sum()
            + " curves");
    line("data SHA-256", provenance.trainingSha256());
    line(
        "oxides",
        pipeline.schema().oxides().stream().map(Oxide::formula).collect(Collectors.joining(", ")));
    line("fingerprint", pipeline.schema().id());
    line(
        "images",
        String.format(
            Locale.ROOT, "%s, up to g = %.1f", options.codec().id(), pipeline.codec().maxHeight()));
    line(
        "autoencoder",
        String.format(
            Locale.ROOT,
            "latent %d (%s), %d epochs, batch %d, rate %s, schedule %s%s, seed %d",
            encoder.latentSize(),
            HyphenatedName.of(encoder.latentActivation()),
            encoder.epochs(),
            encoder.batchSize(),
            encoder.learningRate(),
            HyphenatedName.of(encoder.schedule()),
            encoder
                .earlyStopping()
                .map(stop -> ", early stopping after " + stop.patience())
                .orElse(""),
            encoder.seed()));
    line(
        "forest",
        String.format(
            Locale.ROOT,
            "%d trees, %d features per split, depth %d, %d samples to split, latents %s, seed %d",
            forest.trees(),
            forest.featuresPerSplit(),
            forest.maxDepth(),
            forest.minSamplesToSplit(),
            forest.standardizeTargets() ? "standardized" : "as they are",
            forest.seed()));
    line(
        "curves",
        options.curves() == CurveSource.REGRESSION
            ? "regression on the composition; forest and decoder for pairs of fewer than "
                + CurveRegression.FEWEST_GLASSES
                + " glasses"
            : "forest and decoder");
    line("bands", bands(pipeline));
    TrainingDomain domain = TrainingDomain.of(provenance.trainedOn());
    line(
        "domain",
        String.format(
            Locale.ROOT,
            "inside up to %.1f mol%% from the nearest training glass with the pair, outside beyond"
                + " %.1f mol%%",
            domain.insideDistance(),
            domain.edgeDistance()));
    if (provenance.heldOutFigures().isEmpty()) {
      line("held out", "nothing was evaluated");
    }
    provenance
        .heldOutFigures()
        .forEach(
            (name, value) ->
                line("held out", String.format(Locale.ROOT, "%s = %s", name, figure(value))));
    return 0;
  }

  private static String bands(GlassPcfPipeline pipeline) {
    Calibration calibration = pipeline.provenance().options().calibration();
    if (pipeline.hasBands()) {
      return "50 % and 90 %, calibrated on training glasses: " + HyphenatedName.of(calibration);
    }
    return calibration == Calibration.NONE ? "none" : "none: no training glass has two melts";
  }

  private static String figure(double value) {
    boolean whole = value == Math.rint(value);
    return String.format(Locale.ROOT, whole ? "%.0f" : "%.6g", value);
  }

  private void line(String name, Object value) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%-14s %s%n", name, value);
  }
}
