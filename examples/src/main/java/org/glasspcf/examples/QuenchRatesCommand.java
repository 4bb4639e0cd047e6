package org.glasspcf.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
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
            + " of five in turn, and compares with a model without the rate, the glass's own melts at"
            + " the other rates (their mean, a straight line in log(rate), the nearest) and the"
            + " noise of melts.",
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    sortOptions = false)
final class QuenchRatesCommand implements Callable<Integer> {
  /** The curves come from the regression; forest and decoder are trained for moments only. */
  private static final int EPOCHS = 1;

  private static final String TABLE = "quench.md of --out";
  private static final String JSON = "quench.json of --out";
  private static final String PICTURE = "quench.png of --out";

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
    OutputFiles files = files();
    PipelineBuilder builder = GlassPcfPipeline.builder().threads(Threads.forTraining());
    OptionalInt childsCode = tool.runInChild(spec, err);
    if (childsCode.isPresent()) {
      return childsCode.getAsInt();
    }
    QuenchStudy study =
        QuenchStudy.of(builder.autoencoder(builder.options().autoencoder().withEpochs(EPOCHS)));
    String table = QuenchReport.markdown(study);
    files.write(
        Map.of(
            TABLE, file -> TextFile.write(file, table),
            JSON, file -> TextFile.write(file, QuenchReport.json(study).toIndentedJson()),
            PICTURE, file -> QuenchPlot.of(study).writePng(file)));
    spec.commandLine().getOut().print(table);
    spec.commandLine().getOut().flush();
    err.println("quench rates: quench.md, quench.json and quench.png in " + out);
    return 0;
  }

  /** The files that will be written, in a folder that is there: checked before the training. */
  private OutputFiles files() {
    OutputFiles.requireFolder("--out", out);
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--out must name a folder that is there or can be made, but not " + out + ": " + e, e);
    }
    if (!Files.isWritable(out)) {
      throw new IllegalArgumentException("--out must name a folder to write to, not " + out);
    }
    return new OutputFiles()
        .add(TABLE, Optional.of(out.resolve("quench.md")))
        .add(JSON, Optional.of(out.resolve("quench.json")))
        .addPicture(PICTURE, Optional.of(out.resolve("quench.png")));
  }
}
