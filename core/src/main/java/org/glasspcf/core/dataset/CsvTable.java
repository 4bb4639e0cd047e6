package org.glasspcf.core.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.glasspcf.core.GlassDataException;

/**
 * One CSV file in memory: a header of distinct column names, and rows of as many cells. Blank lines
 * are skipped, cells are stripped of white space. Lines count from 1 in the uncompressed text.
 */
final class CsvTable {
  private static final int GZIP_BUFFER = 1 << 16;

  private final String source;
  private final List<String> header;
  private final long headerLine;
  private final List<CsvRecord> rows;

  private CsvTable(String source, List<String> header, long headerLine, List<CsvRecord> rows) {
    this.source = source;
    this.header = header;
    this.headerLine = headerLine;
    this.rows = rows;
  }

  /** Opens the bytes of a file, so that failures to open are reported like failures to read. */
  @FunctionalInterface
  interface Input {
    InputStream open() throws IOException;
  }

  /** Reads a file; one whose name ends in {@code .gz} is decompressed. */
  static CsvTable read(String source, Input input) {
    List<CsvRecord> records = new ArrayList<>();
    try (InputStream bytes = input.open();
        Reader text = utf8(source.endsWith(".gz") ? gunzip(bytes) : bytes);
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
      csv.forEach(records::add);
    } catch (CsvParseException e) {
      throw GlassDataException.inFile(source, "must be valid CSV: " + messages(e), e);
    } catch (UncheckedIOException e) {
      throw unreadable(source, e.getCause());
    } catch (IOException e) {
      throw unreadable(source, e);
    }
    if (records.isEmpty()) {
      throw GlassDataException.inFile(source, "must hold a header line, but the file is empty");
    }
    CsvRecord first = records.get(0);
    CsvTable table =
        new CsvTable(
            source,
            first.getFields().stream().map(CsvTable::stripped).toList(),
            first.getStartingLineNumber(),
            List.copyOf(records.subList(1, records.size())));
    table.checkShape();
    return table;
  }

  private void checkShape() {
    Map<String, Integer> seen = new HashMap<>();
    for (int column = 0; column < header.size(); column++) {
      Integer earlier = seen.put(header.get(column), column);
      if (earlier != null) {
        throw headerError(
            "a column must be there once, but columns "
                + (earlier + 1)
                + " and "
                + (column + 1)
                + " are both named '"
                + header.get(column)
                + "'");
      }
    }
    for (int row = 0; row < rows.size(); row++) {
      int cells = rows.get(row).getFieldCount();
      if (cells < header.size()) {
        throw error(
            row,
            header.get(cells),
            "must have a value, but the row ends after " + cells + " cells");
      }
      if (cells > header.size()) {
        throw error(
            row, "a row must have " + header.size() + " cells like the header, not " + cells);
      }
    }
  }

  String source() {
    return source;
  }

  List<String> header() {
    return header;
  }

  int rows() {
    return rows.size();
  }

  /** All cells of a row as they are, blank ones too. */
  List<String> cells(int row) {
    return rows.get(row).getFields();
  }

  long line(int row) {
    return rows.get(row).getStartingLineNumber();
  }

  OptionalInt column(String name) {
    int column = header.indexOf(name);
    return column < 0 ? OptionalInt.empty() : OptionalInt.of(column);
  }

  int requiredColumn(String name, String meaning) {
    return column(name)
        .orElseThrow(() -> headerError("needs a column " + name + " (" + meaning + ")"));
  }

  /** The text of a cell, which must not be blank. */
  String text(int row, int column) {
    String text = rows.get(row).getField(column).strip();
    if (text.isEmpty()) {
      throw error(row, header.get(column), "must have a value, but the cell is empty");
    }
    return text;
  }

  /** The finite number in a cell. */
  double number(int row, int column) {
    String text = text(row, column);
    double value = number(text);
    if (!Double.isFinite(value)) {
      throw error(row, header.get(column), "must be a finite number, was '" + text + "'");
    }
    return value;
  }

  /** The finite number in a cell, which must be 0 or more. */
  double nonNegative(int row, int column, String unit) {
    double value = number(row, column);
    if (!(value >= 0)) {
      throw error(
          row,
          header.get(column),
          "must be 0 or more (" + unit + "), was '" + text(row, column) + "'");
    }
    return value + 0.0; // no negative zero
  }

  /** The whole number in a cell. */
  long wholeNumber(int row, int column) {
    String text = text(row, column);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw error(row, header.get(column), "must be a whole number, was '" + text + "'");
    }
  }

  /** The number of atoms in a cell. */
  int count(int row, int column) {
    long count = wholeNumber(row, column);
    if (count < 0 || count > Integer.MAX_VALUE) {
      throw error(row, header.get(column), "must be 0 or more (atoms), was '" + count + "'");
    }
    return (int) count;
  }

  GlassDataException headerError(String rule) {
    return GlassDataException.atLine(source, headerLine, rule);
  }

  GlassDataException error(int row, String rule) {
    return GlassDataException.atLine(source, line(row), rule);
  }

  GlassDataException error(int row, String column, String rule) {
    return error(row, "column " + column + " " + rule);
  }

  /** The number that a text spells; NaN if it is none. */
  static double number(String text) {
    try {
      return isPlainNumber(text) ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Java's own parser also takes "NaN", "1d" and hexadecimal, which no CSV writer means. */
  private static boolean isPlainNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E')) {
        return false;
      }
    }
    return true;
  }

  static InputStream gunzip(InputStream bytes) throws IOException {
    return new GZIPInputStream(bytes, GZIP_BUFFER);
  }

  static Reader utf8(InputStream bytes) {
    return new InputStreamReader(
        bytes,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** Some programs begin UTF-8 text with a byte order mark. */
  static String stripped(String name) {
    return (name.startsWith("\uFEFF") ? name.substring(1) : name).strip();
  }

  static String messages(Throwable e) {
    String message = String.valueOf(e.getMessage());
    return e.getCause() == null ? message : message + ": " + messages(e.getCause());
  }

  static GlassDataException unreadable(String source, IOException e) {
    String rule;
    if (e instanceof EOFException) {
      rule = "must be whole, but its gzip data end early: the file seems truncated";
    } else if (e instanceof ZipException) {
      rule = "must be valid gzip data: " + e.getMessage();
    } else if (e instanceof CharacterCodingException) {
      rule = "must be UTF-8 text";
    } else {
      rule = "cannot be read: " + e;
    }
    return GlassDataException.inFile(source, rule, e);
  }
}
