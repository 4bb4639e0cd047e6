package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import picocli.CommandLine.Option;

/** Which data a command works on. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "<folder>",
      description = "Folder with glasses.csv, pcf/ and split.csv. Default: the bundled data.")
  private Optional<Path> folder = Optional.empty();

  /** Reads the data, and says what was read and whether amounts had to be normalized. */
  GlassDataset read(PrintWriter err) {
    GlassDataset dataset = folder.map(GlassDataset::read).orElseGet(GlassDataset::bundled);
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
}
