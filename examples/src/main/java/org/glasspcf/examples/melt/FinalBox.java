package org.glasspcf.examples.melt;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glasspcf.core.GlassDataException;

/**
 * The head of the data file that LAMMPS leaves.
 *
 * @param atoms number of atoms
 * @param volume volume of the box (Å³)
 */
record FinalBox(int atoms, double volume) {
  private static final int MOST_LINES = 40;

  /**
   * Reads the head.
   *
   * @param file a file of {@code write_data}
   * @return what it says
   * @throws GlassDataException if it does not say it
   */
  static FinalBox read(Path file) throws IOException {
    int atoms = 0;
    double volume = 1;
    int axes = 0;
    try (BufferedReader in = Files.newBufferedReader(file)) {
      String line = in.readLine();
      for (int number = 1; line != null && number <= MOST_LINES; number++) {
        String[] words = line.strip().split("\\s+");
        try {
          if (words.length == 2 && words[1].equals("atoms")) {
            atoms = Integer.parseInt(words[0]);
          } else if (words.length == 4 && words[3].matches("[xyz]hi")) {
            volume *= Double.parseDouble(words[1]) - Double.parseDouble(words[0]);
            axes++;
          }
        } catch (NumberFormatException e) {
          throw GlassDataException.atLine(
              file.toString(), number, "must hold numbers, was '" + line + "'", e);
        }
        line = in.readLine();
      }
    }
    if (atoms < 1 || axes != 3 || !(volume > 0 && volume < Double.POSITIVE_INFINITY)) {
      throw GlassDataException.inFile(
          file.toString(), "must begin with the number of atoms and the bounds of three axes");
    }
    return new FinalBox(atoms, volume);
  }
}
