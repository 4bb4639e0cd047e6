package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.glasspcf.core.Element;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.lammps.LammpsFolder;
import picocli.CommandLine.Option;

/** Which data a command works on. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "<folder>",
      description = "Folder with glasses.csv, pcf/ and split.csv. Default: the bundled data.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--lammps",
      paramLabel = "<folder>",
      description =
          "Folder of LAMMPS output instead: a dump <id>.dump or <id>.dump.gz for each melt, and"
              + " glasses.csv with columns id and <oxide>_molpct. A split.csv holds glasses out.")
  private Optional<Path> lammps = Optional.empty();

  @Option(
      names = "--elements",
      paramLabel = "<list>",
      hideParamSyntax = true,
      split = ",",
      description =
          "Elements of LAMMPS's types 1, 2, … in --lammps, such as Si,B,O,Na. Not needed for dumps"
              + " with a column element.")
  private List<String> elements = new ArrayList<>();

  /** Reads the data, and says what was read and whether amounts had to be normalized. */
  GlassDataset read(PrintWriter err) {
    GlassDataset dataset = dataset();
    err.println("data: " + dataset);
    List<GlassSimulation> normalized =
        dataset.simulations().stream()
            .filter(melt -> melt.composition().statedSum().isPresent())
            .toList();
    if (!normalized.isEmpty()) {
      GlassSimulation first = normalized.get(0);
      err.printf(
          Locale.ROOT,
          "note: the amounts of %d simulations were normalized to 100 mol%%, such as those of %s,"
              + " which sum to %s mol%%: %s%n",
          normalized.size(),
          first.id(),
          first.composition().statedSum().getAsDouble(),
          first.composition());
    }
    return dataset;
  }

  private GlassDataset dataset() {
    if (folder.isPresent() && lammps.isPresent()) {
      throw new IllegalArgumentException("--data and --lammps exclude each other");
    }
    if (!elements.isEmpty() && lammps.isEmpty()) {
      throw new IllegalArgumentException(
          "--elements needs --lammps: the folder whose types they are");
    }
    if (lammps.isEmpty()) {
      return folder.map(GlassDataset::read).orElseGet(GlassDataset::bundled);
    }
    Element[] types = elements.stream().map(TrajectoryInput::element).toArray(Element[]::new);
    return LammpsFolder.of(lammps.get()).withTypes(types).read();
  }
}
