package org.glasspcf.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.examples.melt.MeltCampaign;
import org.glasspcf.examples.melt.MeltQuenchProtocol;
import org.glasspcf.pipeline.design.DesignObjective;
import org.glasspcf.pipeline.design.DesignSpace;
import org.glasspcf.pipeline.design.InverseDesign;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code glass-pcf design-check}. */
@Command(
    name = "design-check",
    description = {
      "Designs a glass for each target alone, simulates the best candidate, and compares.",
      "It needs packmol and lmp as simulate does. After Ctrl-C the same command goes on after the"
          + " last finished stage of a melt; melts that are there are not made again."
    },
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    sortOptions = false)
final class DesignCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private GlassPcf tool;

  @Mixin private DesignOptions options = new DesignOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "<folder>",
      description = "The simulated glasses as a data set, and the comparison in design-check.csv.")
  private Path out;

  @Option(
      names = "--melt-seed",
      paramLabel = "<n>",
      defaultValue = "1000",
      description = "Each melt has the seed <n> + 7919. Default: ${DEFAULT-VALUE}.")
  private long meltSeed;

  @Option(
      names = "--parallel",
      paramLabel = "<n>",
      defaultValue = "1",
      description = "Melts made at once, each on one core. Default: ${DEFAULT-VALUE}.")
  private int parallel;

  @Mixin private ProtocolOptions protocol = new ProtocolOptions();

  @Override
  public Integer call() throws InterruptedException, IOException {
    PrintWriter err = spec.commandLine().getErr();
    OutputFiles.requireFolder("--out", out);
    if (parallel < 1) {
      throw new IllegalArgumentException("--parallel must be at least 1, got " + parallel);
    }
    MeltQuenchProtocol wanted = protocol.protocol();
    List<TargetText> targets = options.targets();
    targets.forEach(DesignCheck::requireValue);
    DesignSpace space = options.space();
    BoronNote note = new BoronNote(err);
    note.onTargets(targets);
    InverseDesign search = options.search(options.pipeline(), err).withCount(1);
    List<DesignCheck.Design> designs = new ArrayList<>();
    for (TargetText target : targets) {
      DesignObjective objective = DesignObjective.of(target.target());
      designs.add(
          new DesignCheck.Design(target, search.search(objective, space, options.seed()).get(0)));
    }
    new DesignCheckTable(spec.commandLine().getOut()).printDesigns(designs);
    note.onCandidates(designs.stream().map(DesignCheck.Design::candidate).toList());
    List<GlassComposition> glasses =
        designs.stream().map(design -> design.candidate().composition()).distinct().toList();
    try (SimulationPrinter progress =
        new SimulationPrinter(err, tool.showsTerminal(), glasses.size(), System::nanoTime)) {
      GlassDataset melts =
          MeltCampaign.of(out, glasses, wanted, 1, meltSeed, progress).run(parallel);
      List<DesignCheck> checks =
          designs.stream().map(design -> DesignCheck.of(design, melts)).toList();
      new DesignCheckTable(spec.commandLine().getOut()).print(checks);
      TextFile.write(out.resolve("design-check.csv"), DesignCheckTable.csv(checks));
    }
    return 0;
  }
}
