package org.glasspcf.core.dataset;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.glasspcf.core.AtomicFile;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;

/**
 * Files of curves in the layout of our data sets: a header {@code r_A,Si-Si,Si-O,…}, then one row a
 * bin with its center r (Å) and g(r) (1) of every pair. A file whose name ends in {@code .gz} is
 * compressed.
 */
public final class PcfCsv {
  /** Enough for any grid that people choose, few enough to hide the noise of binary fractions. */
  private static final MathContext CENTER_DIGITS = new MathContext(12);

  private static final double EVEN = 1e-9;

  private PcfCsv() {}

  /**
   * Reads a file of curves. Pairs may come in any order and either orientation.
   *
   * @param file the file
   * @return the curves by pair, all on one grid, unmodifiable; the grid's edges lie half a bin
   *     beside the centers
   * @throws GlassDataException if the file cannot be read, a column is not a pair or a pair is
   *     there twice, a cell is missing, not a finite number or below 0, or the centers are not
   *     evenly spaced; the message names the file, the line, the rule and the offending text
   */
  public static SortedMap<ElementPair, PairCorrelationFunction> read(Path file) {
    return new PcfTable().curves(CsvTable.read(file.toString(), () -> Files.newInputStream(file)));
  }

  /**
   * Writes a file of curves, whole or not at all: into a temporary file beside it, which then takes
   * its place. What is read back from curves on a {@link RadialGrid#uniform uniform} grid, whose
   * end has 9 decimals at most, equals them to the last bit.
   *
   * @param file the file, replaced if it exists; something else than a regular file, such as {@code
   *     /dev/stdout}, is written to directly
   * @param curves g(r) of at least one pair, all on one grid of at least two equally wide bins;
   *     columns come in the pairs' natural order
   * @throws IllegalArgumentException if there is no curve, or the grid is another one
   * @throws GlassDataException if the file cannot be written
   */
  public static void write(Path file, Map<ElementPair, PairCorrelationFunction> curves) {
    SortedMap<ElementPair, PairCorrelationFunction> sorted = new TreeMap<>(curves);
    check(sorted);
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        try (OutputStream out = Files.newOutputStream(file)) {
          print(out, file, sorted);
        }
      } else {
        replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), sorted);
      }
    } catch (IOException e) {
      throw GlassDataException.inFile(file.toString(), "cannot be written: " + e, e);
    }
  }

  private static void check(SortedMap<ElementPair, PairCorrelationFunction> curves) {
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("a file of curves needs at least one pair");
    }
    RadialGrid grid = curves.get(curves.firstKey()).grid();
    curves.forEach(
        (pair, curve) -> {
          if (!curve.grid().equals(grid)) {
            throw new IllegalArgumentException(
                "all curves of a file must lie on one grid, but "
                    + pair
                    + " has "
                    + curve.grid()
                    + " and "
                    + curves.firstKey()
                    + " has "
                    + grid);
          }
        });
    double width = (grid.rMax() - grid.edge(0)) / grid.bins();
    for (int edge = 0; edge <= grid.bins(); edge++) {
      double even = grid.edge(0) + edge * width;
      if (grid.bins() < 2 || !(Math.abs(grid.edge(edge) - even) <= EVEN)) {
        throw new IllegalArgumentException(
            "a file of curves holds bin centers only and needs at least 2 equally wide bins, not "
                + grid);
      }
    }
  }

  private static void replace(Path target, SortedMap<ElementPair, PairCorrelationFunction> curves)
      throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    print(content, target, curves);
    AtomicFile.write(target, content.toByteArray());
  }

  private static void print(
      OutputStream out, Path file, SortedMap<ElementPair, PairCorrelationFunction> curves)
      throws IOException {
    boolean compress = file.toString().endsWith(".gz");
    try (Writer text =
        new BufferedWriter(
            new OutputStreamWriter(
                compress ? new GZIPOutputStream(out) : out, StandardCharsets.UTF_8))) {
      List<PairCorrelationFunction> columns = List.copyOf(curves.values());
      RadialGrid grid = columns.get(0).grid();
      text.write(PcfTable.CENTERS);
      for (ElementPair pair : curves.keySet()) {
        text.write("," + pair);
      }
      text.write('\n');
      for (int row = 0; row < grid.bins(); row++) {
        int bin = row;
        text.write(plain(BigDecimal.valueOf(grid.center(bin)).round(CENTER_DIGITS)));
        text.write(
            columns.stream()
                .map(curve -> "," + plain(BigDecimal.valueOf(curve.value(bin))))
                .collect(Collectors.joining("", "", "\n")));
      }
    }
  }

  /** The shortest of Java's spellings, the same in every locale: 0, 1.042, 16.2, 1E-17. */
  static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.toPlainString() : stripped.toString();
  }
}
