package org.glasspcf.examples;

import java.nio.file.Path;
import java.util.Optional;
import org.glasspcf.core.dataset.GlassDataset;
import picocli.CommandLine.Option;

/** Which data a command works on. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "<folder>",
      description = "Folder with glasses.csv, pcf/ and split.csv. Default: the bundled data.")
  private Optional<Path> folder = Optional.empty();

  GlassDataset read() {
    return folder.map(GlassDataset::read).orElseGet(GlassDataset::bundled);
  }
}
