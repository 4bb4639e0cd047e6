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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code glass-pcf simulate}. */
@Command(
    name = "simulate",
    description = {
      "Makes glasses by melt-quench molecular dynamics and adds them to a data set.",
      "It needs the programs packmol and lmp (LAMMPS) on the PATH, of the Debian packages packmol"
          + " and lammps. A melt of the default protocol takes 5 to 10 minutes of one core."
          + " After Ctrl-C the same command goes on after the last finished stage."
    },
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    sortOptions = false)
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private GlassPcf tool;

  @Option(
      names = "--composition",
      required = true,
      paramLabel = "<glass>",
      description =
          "A glass of SiO2, B2O3, Na2O, BaO, ZnO and TiO2 in mol%%, for example"
              + " 57SiO2-23.5B2O3-19.5Na2O; may be given again.")
  private List<String> compositions = new ArrayList<>();

  @Option(names = "--mass", description = "The compositions are given in mass%%.")
  private boolean mass;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "<folder>",
      description =
          "The data set: glasses.csv, pcf/<id>.csv.gz, raw/<id>; work/<id> while a melt is made."
              + " Melts that are there are not made again.")
  private Path out;

  @Option(
      names = "--melts",
      paramLabel = "<n>",
      defaultValue = "1",
      description = "Independent melts of each glass: s1, s2 ... Default: ${DEFAULT-VALUE}.")
  private int melts;

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      defaultValue = "1000",
      description = "Melt n has the seed <n> + 7919 n. Default: ${DEFAULT-VALUE}.")
  private long seed;

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
    List<GlassComposition> glasses =
        compositions.stream().map(text -> Compositions.read(text, mass, err)).distinct().toList();
    try (SimulationPrinter progress =
        new SimulationPrinter(
            err, tool.showsTerminal(), glasses.size() * melts, System::nanoTime)) {
      GlassDataset dataset =
          MeltCampaign.of(out, glasses, protocol(), melts, seed, progress).run(parallel);
      spec.commandLine().getOut().println(out + ": " + dataset);
    }
    return 0;
  }

  /** The protocol that the options give. */
  MeltQuenchProtocol protocol() {
    return protocol.protocol();
  }
}
