package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.design.DesignCandidate;
import org.glasspcf.pipeline.design.DesignObjective;
import org.glasspcf.pipeline.design.DesignSpace;
import org.glasspcf.pipeline.design.InverseDesign;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glass-pcf design}. */
@Command(
    name = "design",
    description = {
      "Finds glasses whose predicted structure comes nearest to what is wanted.",
      "Candidates are ranked by misfit, the expected square of a new melt's miss in tolerances."
    },
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    sortOptions = false)
final class DesignCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private DesignOptions options = new DesignOptions();

  @Option(
      names = "--count",
      paramLabel = "<n>",
      defaultValue = "5",
      description = "The most candidates. Default: ${DEFAULT-VALUE}.")
  private int count;

  @Option(
      names = "--distance",
      paramLabel = "<x>",
      defaultValue = "5",
      description = "The least distance between two candidates (mol%%). Default: ${DEFAULT-VALUE}.")
  private double distance;

  @Option(
      names = "--threads",
      paramLabel = "<n>",
      description = "Threads that predict; the result does not depend on it. Default: processors.")
  private Optional<Integer> threads = Optional.empty();

  @Option(names = "--csv", paramLabel = "<file>", description = "Writes the candidates as CSV.")
  private Optional<Path> csv = Optional.empty();

  @Override
  public Integer call() {
    OutputFiles files = new OutputFiles().add("--csv", csv);
    List<TargetText> targets = options.targets();
    DesignSpace space = options.space();
    GlassPcfPipeline pipeline = options.pipeline();
    PrintWriter err = spec.commandLine().getErr();
    BoronNote note = new BoronNote(err);
    note.onTargets(targets);
    InverseDesign search = options.search(pipeline, err).withCount(count).withDistance(distance);
    if (threads.isPresent()) {
      search = search.withThreads(Threads.require(threads.get()));
    }
    DesignObjective objective =
        new DesignObjective(targets.stream().map(TargetText::target).toList());
    List<DesignCandidate> candidates = search.search(objective, space, options.seed());
    new DesignTable(spec.commandLine().getOut(), targets).print(candidates);
    note.onCandidates(candidates);
    files.write(
        Map.of(
            "--csv", file -> TextFile.write(file, DesignCsv.of(space, targets).text(candidates))));
    return 0;
  }
}
