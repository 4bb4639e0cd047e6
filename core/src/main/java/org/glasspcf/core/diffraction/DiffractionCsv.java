package org.glasspcf.core.diffraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.zip.GZIPOutputStream;
import org.glasspcf.core.AtomicFile;
import org.glasspcf.core.GlassDataException;

/**
 * Files of structure factors and of total correlation functions: a header, then one row a point.
 * They are written whole or not at all; a file whose name ends in {@code .gz} is compressed, and
 * something else than a regular file, such as {@code /dev/stdout}, is written to directly.
 */
public final class DiffractionCsv {
  /** Few enough to hide the noise of binary fractions. */
  private static final MathContext ABSCISSA_DIGITS = new MathContext(12);

  private DiffractionCsv() {}

  /**
   * Writes structure factors: a first column {@code Q_A-1} (Å⁻¹), then one of S (1) each.
   *
   * @param file the file, replaced if it exists
   * @param columns structure factors by the name of their column, such as {@code Si-O} or {@code
   *     neutron}, in the order they are to be written; all on one grid
   * @throws IllegalArgumentException if there is none, a name is empty or holds a comma, a quote or
   *     a line break, or the grids differ
   * @throws GlassDataException if the file cannot be written
   */
  public static void write(Path file, Map<String, StructureFactor> columns) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a file of structure factors needs at least one");
    }
    QGrid grid = columns.values().iterator().next().grid();
    Map<String, IntToDoubleFunction> cells = new LinkedHashMap<>();
    columns.forEach(
        (name, factor) -> {
          if (!name.matches("[^,\"\\r\\n]+")) {
            throw new IllegalArgumentException(
                "the name of a column must be text without comma, quote or line break, got \""
                    + name
                    + '"');
          }
          if (!factor.grid().equals(grid)) {
            throw new IllegalArgumentException(
                "all structure factors of a file must lie on one grid, but "
                    + name
                    + " has "
                    + factor.grid()
                    + " and the first has "
                    + grid);
          }
          cells.put(name, factor::value);
        });
    write(file, table("Q_A-1", grid.size(), grid::value, cells));
  }

  /**
   * Writes total correlation functions: the columns {@code r_A} (Å, middles of the bins), {@code
   * G_barn}, {@code D_barn_A-2} and {@code T_barn_A-2}.
   *
   * @param file the file, replaced if it exists
   * @param functions Keen's G(r), D(r) and T(r)
   * @throws GlassDataException if the file cannot be written
   */
  public static void write(Path file, TotalCorrelation functions) {
    Map<String, IntToDoubleFunction> cells = new LinkedHashMap<>();
    cells.put("G_barn", at(functions.radialDistribution()));
    cells.put("D_barn_A-2", at(functions.differential()));
    cells.put("T_barn_A-2", at(functions.total()));
    write(file, table("r_A", functions.grid().bins(), functions.grid()::center, cells));
  }

  private static IntToDoubleFunction at(double[] values) {
    return i -> values[i];
  }

  private static String table(
      String abscissa, int rows, IntToDoubleFunction x, Map<String, IntToDoubleFunction> columns) {
    StringBuilder text = new StringBuilder(abscissa);
    columns.keySet().forEach(name -> text.append(',').append(name));
    text.append('\n');
    for (int row = 0; row < rows; row++) {
      text.append(plain(BigDecimal.valueOf(x.applyAsDouble(row)).round(ABSCISSA_DIGITS)));
      for (IntToDoubleFunction column : columns.values()) {
        text.append(',').append(plain(BigDecimal.valueOf(column.applyAsDouble(row))));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void write(Path file, String text) {
    try {
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      if (file.toString().endsWith(".gz")) {
        content = compressed(content);
      }
      if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
        try (OutputStream out = Files.newOutputStream(file)) {
          out.write(content);
        }
      } else {
        AtomicFile.write(file, content);
      }
    } catch (IOException e) {
      throw GlassDataException.inFile(file.toString(), "cannot be written: " + e, e);
    }
  }

  private static byte[] compressed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  /** The shortest of Java's spellings, the same in every locale. */
  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.toPlainString() : stripped.toString();
  }
}
