package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.pipeline.GlassPcfPipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glass-pcf evaluate}. */
@Command(
    name = "evaluate",
    description = {
      "Measures a model on glasses that it was not trained on: the data set's held-out glasses, or"
          + " all of them if it holds none out."
    },
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "<file>",
      defaultValue = Models.PRETRAINED,
      description = "The model file. Default: the one that comes with the library.")
  private Path model;

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--report",
      paramLabel = "<folder>",
      description = "Where evaluation.json and pictures go. Default: no report.")
  private Optional<Path> report = Optional.empty();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    report.ifPresent(folder -> OutputFiles.requireFolder("--report", folder));
    GlassPcfPipeline pipeline = Models.load(model);
    GlassDataset dataset = data.read(err);
    new Evaluations(spec.commandLine().getOut(), err)
        .run(pipeline, dataset, OptionalDouble.empty(), report);
    return 0;
  }
}
