package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.encoder.TrainingListener;
import org.glasspcf.examples.reproduce.Reproduction;
import org.glasspcf.examples.reproduce.ReproductionOptions;
import org.glasspcf.examples.reproduce.StageListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code glass-pcf reproduce}. */
@Command(
    name = "reproduce",
    description = {
      "Follows the paper's protocol on the training part of our data, split by curve as in the paper"
          + " and by glass, and writes its figures and a table of its numbers beside ours.",
      "It takes hours; after Ctrl-C or a crash the same command goes on after the last finished"
          + " stage. --quick shows in minutes that all of it works."
    },
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    sortOptions = false)
final class ReproduceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private GlassPcf tool;
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      defaultValue = "reproduction",
      description =
          "Where table.md, reproduction.json, pictures and finished stages go. Default:"
              + " ${DEFAULT-VALUE}.")
  private Path out;

  @Option(names = "--quick", description = "Few epochs: all outputs in minutes, and no result.")
  private boolean quick;

  @Option(
      names = "--epochs",
      paramLabel = "<n>",
      description = "Epochs at the paper's size. Default: 800, the paper's; quick: 20.")
  private Optional<Integer> epochs = Optional.empty();

  @Option(
      names = "--epochs-all",
      paramLabel = "<n>",
      description =
          "Epochs over all curves. Default: as many optimization steps as --epochs makes.")
  private Optional<Integer> epochsAll = Optional.empty();

  @Option(
      names = "--trials",
      paramLabel = "<n>",
      description =
          "Seeds tried until a network draws more than black images; 1 takes the first as it"
              + " comes. Default: 10.")
  private Optional<Integer> trials = Optional.empty();

  @Option(
      names = "--trial-epochs",
      paramLabel = "<n>",
      description =
          "Epochs after which it must. Trainings that are not longer are not tried. Default: 100.")
  private Optional<Integer> trialEpochs = Optional.empty();

  @Option(
      names = "--curves",
      paramLabel = "<n>",
      description = "Curves of the paper's size, 50 of every 230 for test. Default: 230.")
  private Optional<Integer> curves = Optional.empty();

  @Option(
      names = "--latent-sizes",
      paramLabel = "<n>",
      split = ",",
      description = "Latent sizes to compare. Default: 2,4,8,16,32.")
  private List<Integer> latentSizes = List.of();

  @Option(
      names = "--latent-epochs",
      paramLabel = "<n>",
      description = "Epochs for each latent size. Default: 400; quick: 4.")
  private Optional<Integer> latentEpochs = Optional.empty();

  @Option(
      names = "--seeds",
      paramLabel = "<n>",
      description = "Networks to count dead latents in, each from another seed. Default: 1.")
  private Optional<Integer> seeds = Optional.empty();

  @Option(
      names = "--seed-epochs",
      paramLabel = "<n>",
      description = "Epochs for each of these but the first. Default: 400; quick: 4.")
  private Optional<Integer> seedEpochs = Optional.empty();

  @Option(
      names = "--forest-seeds",
      paramLabel = "<n>",
      description = "Forests for each point of a scan. Default: 10; quick: 3.")
  private Optional<Integer> forestSeeds = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      defaultValue = "0",
      description = "Seed of splits, networks and forests. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "<n>",
      description = "Threads that train. Default: 2, or 1 on one processor.")
  private Optional<Integer> threads = Optional.empty();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    OutputFiles.requireFolder("--out", out);
    ReproductionOptions options = options();
    int wanted = threads.map(Threads::require).orElseGet(Threads::forTraining);
    OptionalInt childsCode = tool.runInChild(spec, err);
    if (childsCode.isPresent()) {
      return childsCode.getAsInt();
    }
    GlassDataset dataset = data.read(err);
    int heldOut = dataset.compositions().size() - dataset.trainingPart().compositions().size();
    err.println("note: the " + heldOut + " glasses of the fixed test list never enter");
    try (StagePrinter printer = new StagePrinter(err)) {
      Reproduction.Summary summary = Reproduction.run(dataset, options, wanted, out, printer);
      spec.commandLine().getOut().print(summary.report().table());
      spec.commandLine().getOut().flush();
      err.printf(
          Locale.ROOT,
          "reproduction: %d files in %s; stages: %d new, %d reused%n",
          summary.files().size(),
          out,
          summary.made(),
          summary.reused());
    }
    return 0;
  }

  /** The options that the command line gives. */
  ReproductionOptions options() {
    ReproductionOptions preset =
        quick ? ReproductionOptions.shortened() : ReproductionOptions.paper();
    ReproductionOptions options = preset.withSeed(seed);
    options = with(options, curves, ReproductionOptions::withCurves);
    options = with(options, epochs, ReproductionOptions::withEpochs);
    options = with(options, epochsAll, ReproductionOptions::withEpochsAll);
    options = with(options, latentEpochs, ReproductionOptions::withLatentEpochs);
    options = with(options, forestSeeds, ReproductionOptions::withForestSeeds);
    options =
        options
            .withTrials(trials.orElse(options.trials()), trialEpochs.orElse(options.trialEpochs()))
            .withSeeds(seeds.orElse(options.seeds()), seedEpochs.orElse(options.seedEpochs()));
    return latentSizes.isEmpty() ? options : options.withLatentSizes(latentSizes);
  }

  private static ReproductionOptions with(
      ReproductionOptions options,
      Optional<Integer> value,
      BiFunction<ReproductionOptions, Integer, ReproductionOptions> change) {
    return value.map(number -> change.apply(options, number)).orElse(options);
  }

  /** A line at the start and the end of each stage, and the progress of its training between. */
  private final class StagePrinter implements StageListener, AutoCloseable {
    private final PrintWriter err;
    private Optional<ProgressPrinter> training = Optional.empty();

    StagePrinter(PrintWriter err) {
      this.err = err;
    }

    @Override
    public TrainingListener onStart(String stage, int step, int steps) {
      err.printf(Locale.ROOT, "step %d of %d: %s%n", step, steps, stage);
      ProgressPrinter printer = tool.progress(err);
      training = Optional.of(printer);
      return printer;
    }

    @Override
    public void onEnd(String stage, int step, int steps, boolean reused, Duration time) {
      close();
      String took = ProgressPrinter.shortly(time);
      if (reused) {
        err.printf(Locale.ROOT, "step %d of %d: %s: reused (took %s)%n", step, steps, stage, took);
      } else {
        err.printf(Locale.ROOT, "step %d of %d: done in %s%n", step, steps, took);
      }
    }

    @Override
    public void close() {
      training.ifPresent(ProgressPrinter::close);
      training = Optional.empty();
    }
  }
}
