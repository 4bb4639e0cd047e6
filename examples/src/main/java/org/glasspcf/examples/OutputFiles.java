package org.glasspcf.examples;

import java.nio.file.Files;
import java.nio.file.Path;

/** Checks where results shall go before minutes are spent on them. */
final class OutputFiles {
  private OutputFiles() {}

  static void requireFile(String option, Path file) {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(
          option + " must name a file, but this is a folder: " + file);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          option + " must name a file in a folder that exists, but there is no folder " + folder);
    }
  }

  static void requireFolder(String option, Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          option + " must name a folder, but this is a file: " + folder);
    }
  }
}
