package org.glasspcf.examples.melt;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the log of a LAMMPS run, also while it grows: the rows of step, temperature, pressure,
 * potential energy, density and volume that every {@code run} prints.
 */
final class ThermoLog {
  /**
   * One row.
   *
   * @param run number of the run that printed it, from 1
   * @param step step within that run, from 0
   * @param temperature temperature (K)
   * @param pressure pressure (bar)
   * @param energy potential energy (eV)
   * @param density density (g/cm³)
   */
  record Row(
      int run, long step, double temperature, double pressure, double energy, double density) {
    boolean isFinite() {
      return Double.isFinite(temperature) && Double.isFinite(pressure) && Double.isFinite(energy);
    }
  }

  private static final int COLUMNS = 6;

  private final Path file;
  private final List<Row> rows = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private long read;
  private int runs;
  private long stepsOfEarlierRuns;
  private long stepsOfRun;
  private long firstStep;
  private boolean inRun;
  private boolean inRows;

  private ThermoLog(Path file) {
    this.file = file;
  }

  /** The log of a run that may not have begun. */
  static ThermoLog of(Path file) {
    return new ThermoLog(file);
  }

  /** Reads what was added since the last call. */
  ThermoLog update() {
    if (!Files.exists(file)) {
      return this;
    }
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(read);
      byte[] bytes = new byte[(int) Math.min(1 << 24, Math.max(0, in.length() - read))];
      in.readFully(bytes);
      read += bytes.length;
      for (char c : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
        if (c == '\n') {
          accept(line.toString().strip());
          line.setLength(0);
        } else {
          line.append(c);
        }
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void accept(String text) {
    String[] words = text.split("\\s+");
    if (words[0].equals("run") && words.length == 2 && words[1].matches("\\d{1,18}")) {
      stepsOfEarlierRuns += stepsOfRun;
      stepsOfRun = Long.parseLong(words[1]);
      runs++;
      inRun = true;
    } else if (words[0].equals("Step") && inRun) {
      inRows = true;
      firstStep = -1;
    } else if (text.startsWith("Loop time") && inRun) {
      inRows = false;
      inRun = false;
    } else if (inRows && words.length == COLUMNS && words[0].matches("\\d{1,18}")) {
      long step = Long.parseLong(words[0]);
      firstStep = firstStep < 0 ? step : firstStep;
      rows.add(
          new Row(
              runs,
              step - firstStep,
              number(words[1]),
              number(words[2]),
              number(words[3]),
              number(words[4])));
    }
  }

  private static double number(String word) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** All rows so far. */
  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** The rows of the last run. */
  List<Row> lastRun() {
    return rows.stream().filter(row -> row.run() == runs).toList();
  }

  /** The last row so far. */
  Optional<Row> last() {
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
  }

  /** Steps that all runs of the log have made so far. */
  long steps() {
    return last()
        .map(row -> row.run() == runs ? stepsOfEarlierRuns + row.step() : stepsOfEarlierRuns)
        .orElse(0L);
  }
}
