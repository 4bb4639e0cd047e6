package org.glasspcf.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.glasspcf.core.AtomicFile;
import org.glasspcf.examples.quench.QuenchPlot;
import org.glasspcf.examples.quench.QuenchReport;
import org.glasspcf.examples.quench.QuenchStudy;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PipelineBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code glass-pcf quench-rates}. */
@Command(
    name = "quench-rates",
    description =
        "Trains on six glasses with the quench rate of their melts as an input, leaving out one rate"
            + " of five in turn, and compares with a model without the rate, the curves of the"
            + " nearest rates and the noise of melts.",
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    sortOptions = false)
final class QuenchRatesCommand implements Callable<Integer> {
  /** The curves come from the regression; forest and decoder are trained for moments only. */
  private static final int EPOCHS = 1;

  @Spec private CommandSpec spec;
  @ParentCommand private GlassPcf tool;

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      defaultValue = "quench-rates",
      description = "Where quench.md, quench.json and quench.png go. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    OutputFiles.requireFolder("--out", out);
    PipelineBuilder builder = GlassPcfPipeline.builder().threads(Threads.forTraining());
    OptionalInt childsCode = tool.runInChild(spec, err);
    if (childsCode.isPresent()) {
      return childsCode.getAsInt();
    }
    QuenchStudy study =
        QuenchStudy.of(builder.autoencoder(builder.options().autoencoder().withEpochs(EPOCHS)));
    String table = QuenchReport.markdown(study);
    try {
      Files.createDirectories(out);
      AtomicFile.write(out.resolve("quench.md"), table.getBytes(StandardCharsets.UTF_8));
      AtomicFile.write(
          out.resolve("quench.json"),
          QuenchReport.json(study).toIndentedJson().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the results " + out + " cannot be written: " + e, e);
    }
    QuenchPlot.of(study).writePng(out.resolve("quench.png"));
    spec.commandLine().getOut().print(table);
    spec.commandLine().getOut().flush();
    err.println("quench rates: quench.md, quench.json and quench.png in " + out);
    return 0;
  }
}
