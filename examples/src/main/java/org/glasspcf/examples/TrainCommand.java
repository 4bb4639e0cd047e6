package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PipelineBuilder;
import org.glasspcf.pipeline.PipelineEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code glass-pcf train}. */
@Command(
    name = "train",
    description =
        "Trains a model, saves it, evaluates it on the held-out glasses beside simple baselines, and"
            + " saves it again with the figures.",
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    sortOptions = false)
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private GlassPcf tool;
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--out",
      paramLabel = "<file>",
      defaultValue = "model.glasspcf",
      description = "The model file. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--report",
      paramLabel = "<folder>",
      description = "Where evaluation.json and pictures go. Default: no report.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "<n>",
      description =
          "Threads that train. Default: 2, or 1 on one processor; the autoencoder uses no more.")
  private Optional<Integer> threads = Optional.empty();

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    OutputFiles.requireFile("--out", out);
    report.ifPresent(folder -> OutputFiles.requireFolder("--report", folder));
    int wanted = threads.map(Threads::require).orElseGet(Threads::forTraining);
    PipelineBuilder builder = training.builder().threads(wanted);
    OptionalInt childsCode = tool.runInChild(spec, err);
    if (childsCode.isPresent()) {
      return childsCode.getAsInt();
    }
    GlassDataset dataset = data.read(err);
    if (!dataset.hasHeldOut()) {
      err.println(
          "the data set holds no glasses out: all are trained on, nothing is left to evaluate on");
    }
    long start = System.nanoTime();
    GlassPcfPipeline pipeline = train(builder, dataset, err);
    double seconds = Evaluations.secondsSince(start);
    // At once: whatever happens to the evaluation or its report, the training is not lost.
    pipeline.save(out);
    err.println("model: " + out);
    if (dataset.hasHeldOut()) {
      PipelineEvaluation evaluation =
          new Evaluations(spec.commandLine().getOut(), err)
              .run(pipeline, dataset, OptionalDouble.of(seconds), report);
      pipeline.withEvaluation(evaluation).save(out);
      err.println("model: " + out + ", with the figures of this evaluation");
    }
    return 0;
  }

  private GlassPcfPipeline train(PipelineBuilder builder, GlassDataset dataset, PrintWriter err) {
    try (ProgressPrinter progress = tool.progress(err)) {
      return builder.onProgress(progress).train(dataset);
    }
  }
}
