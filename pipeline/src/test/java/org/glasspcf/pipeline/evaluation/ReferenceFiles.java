package org.glasspcf.pipeline.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Reads the figures and predictions of the reference script; see origin.md beside them. */
final class ReferenceFiles {

  private ReferenceFiles() {}

  /** The rows of a CSV file without its header, cells as text. */
  static List<String[]> rows(String name) {
    try (InputStream file = ReferenceFiles.class.getResourceAsStream(name);
        InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(file) : file;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Figures by name of one seed of a file with the columns seed, figure, value. */
  static Map<String, Double> figures(String name, int seed) {
    return rows(name).stream()
        .filter(row -> Integer.parseInt(row[0]) == seed)
        .collect(Collectors.toMap(row -> row[1], row -> Double.valueOf(row[2])));
  }

  /** The numbers from the given column on, of the rows that a test accepts. */
  static double[][] numbers(String name, int firstColumn, Predicate<String[]> keep) {
    return rows(name).stream()
        .filter(keep)
        .map(
            row ->
                Arrays.stream(row, firstColumn, row.length)
                    .mapToDouble(Double::parseDouble)
                    .toArray())
        .toArray(double[][]::new);
  }
}
