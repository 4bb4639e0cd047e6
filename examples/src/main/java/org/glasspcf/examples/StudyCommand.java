package org.glasspcf.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.glasspcf.core.AtomicFile;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.examples.study.AccuracyStudy;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PipelineBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code glass-pcf study}. */
@Command(
    name = "study",
    description =
        "Measures every accuracy claim again: trains one model a seed, and compares them with all"
            + " baselines on the held-out glasses, with the spread over seeds and intervals over"
            + " glasses. Started again, it goes on where it was stopped.",
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    sortOptions = false)
final class StudyCommand implements Callable<Integer> {
  private static final int QUICK_EPOCHS = 2;
  private static final int QUICK_DRAWS = 200;

  @Spec private CommandSpec spec;
  @ParentCommand private GlassPcf tool;
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      defaultValue = "study",
      description = "Where models and results go. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--seeds",
      paramLabel = "<n>",
      description = "Models to train, with seeds 0 to n - 1. Default: 5.")
  private Optional<Integer> seeds = Optional.empty();

  @Option(
      names = "--epochs",
      paramLabel = "<n>",
      description = "Passes over the training images. Default: the pipeline's.")
  private Optional<Integer> epochs = Optional.empty();

  @Option(
      names = "--draws",
      paramLabel = "<n>",
      description = "Sets of test glasses that the bootstrap draws. Default: 10000.")
  private Optional<Integer> draws = Optional.empty();

  @Option(
      names = "--subsets",
      paramLabel = "<n>",
      description =
          "Subsets of the training glasses for each point of a learning curve. Default: 5.")
  private Optional<Integer> subsets = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "<n>",
      description = "Threads that train. Default: as train.")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--quick",
      description = "One seed, 2 epochs, 200 draws, one subset: tells that it works, and no more.")
  private boolean quick;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    OutputFiles.requireFolder("--out", out);
    int models = seeds.orElse(quick ? 1 : 5);
    requireAtLeastOne("--seeds", models);
    int sets = draws.orElse(quick ? QUICK_DRAWS : 10_000);
    requireAtLeastOne("--draws", sets);
    int parts = subsets.orElse(quick ? 1 : 5);
    requireAtLeastOne("--subsets", parts);
    int wanted = threads.map(Threads::require).orElseGet(Threads::forTraining);
    PipelineBuilder builder = builder().threads(wanted);
    OptionalInt childsCode = tool.runInChild(spec, err);
    if (childsCode.isPresent()) {
      return childsCode.getAsInt();
    }
    GlassDataset dataset = data.read(err);
    AccuracyStudy study;
    try (ProgressPrinter progress = tool.progress(err)) {
      study =
          AccuracyStudy.of(
              dataset, builder.onProgress(progress), models, out.resolve("models"), err::println);
    }
    AccuracyStudy.Report report = study.report(sets, parts, quick);
    write(report, err);
    spec.commandLine().getOut().print(report.markdown());
    spec.commandLine().getOut().flush();
    return 0;
  }

  private PipelineBuilder builder() {
    PipelineBuilder builder = GlassPcfPipeline.builder();
    Optional<Integer> wanted =
        epochs.or(() -> quick ? Optional.of(QUICK_EPOCHS) : Optional.empty());
    return wanted
        .map(n -> builder.autoencoder(builder.options().autoencoder().withEpochs(n)))
        .orElse(builder);
  }

  private static void requireAtLeastOne(String option, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s must be at least 1, got %d", option, value));
    }
  }

  private void write(AccuracyStudy.Report report, PrintWriter err) {
    try {
      AtomicFile.write(out.resolve("study.md"), report.markdown().getBytes(StandardCharsets.UTF_8));
      AtomicFile.write(
          out.resolve("study.json"),
          report.json().toIndentedJson().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the study " + out + " cannot be written: " + e, e);
    }
    report.learningCurves().writePng(out.resolve("learning.png"));
    err.println("study: study.md, study.json and learning.png in " + out);
  }
}
