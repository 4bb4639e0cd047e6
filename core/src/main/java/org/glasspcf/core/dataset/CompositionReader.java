package org.glasspcf.core.dataset;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.Oxide;

/** Reads the glasses of a {@link CompositionFile} one by one. */
final class CompositionReader implements Iterator<GlassComposition>, AutoCloseable {
  private static final String AMOUNT = "_molpct";

  /** Not those of pairs, such as B-O_domain_distance_molpct. */
  private static final Pattern OXIDE_COLUMN = Pattern.compile("[^-_]+" + AMOUNT);

  private static final String COMMENT = "#";

  private final String source;
  private final BufferedReader text;
  private long line;
  private Optional<String> next = Optional.empty();

  /** Oxides by their column; empty for plain text. */
  private final Map<Integer, Oxide> columns = new LinkedHashMap<>();

  private Iterator<CsvRecord> rows = List.<CsvRecord>of().iterator();
  private int cells;
  private long linesBefore;

  private CompositionReader(String source, BufferedReader text) {
    this.source = source;
    this.text = text;
  }

  /** Opens bytes, and passes over the first glasses. */
  static CompositionReader open(String source, InputStream bytes, long first) {
    try {
      CompositionReader reader =
          new CompositionReader(
              source,
              new BufferedReader(
                  CsvTable.utf8(source.endsWith(".gz") ? CsvTable.gunzip(bytes) : bytes)));
      reader.begin();
      for (long passed = 0; passed < first && reader.hasNext(); passed++) {
        reader.pass();
      }
      return reader;
    } catch (IOException e) {
      closeAfter(bytes, e);
      throw CsvTable.unreadable(source, e);
    } catch (GlassDataException e) {
      closeAfter(bytes, e);
      throw e;
    }
  }

  private static void closeAfter(InputStream bytes, Exception failure) {
    try {
      bytes.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private void begin() throws IOException {
    next = nextLine();
    if (next.filter(text -> text.contains(AMOUNT)).isPresent()) {
      readHeader(CsvTable.stripped(next.get()));
      linesBefore = line;
      rows =
          CsvReader.builder()
              .commentStrategy(CommentStrategy.SKIP)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofCsvRecord(text)
              .stream()
              .filter(row -> row.getFieldCount() != 1 || !row.getField(0).isBlank())
              .iterator();
    }
  }

  private Optional<String> nextLine() throws IOException {
    String read = text.readLine();
    if (line == 0 && read != null) {
      read = CsvTable.stripped(read);
    }
    line++;
    while (read != null && (read.isBlank() || read.startsWith(COMMENT))) {
      read = text.readLine();
      line++;
    }
    return Optional.ofNullable(read);
  }

  private void readHeader(String header) {
    List<String> names = reading(() -> fields(header));
    cells = names.size();
    for (int i = 0; i < cells; i++) {
      String name = names.get(i).strip();
      if (OXIDE_COLUMN.matcher(name).matches()) {
        Oxide oxide = oxide(name);
        if (columns.containsValue(oxide)) {
          throw error("a column must be there once, but there are two named '" + name + "'");
        }
        columns.put(i, oxide);
      }
    }
  }

  private static List<String> fields(String header) throws IOException {
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(header)) {
      return csv.iterator().next().getFields();
    }
  }

  private Oxide oxide(String name) {
    try {
      return Oxide.of(name.substring(0, name.length() - AMOUNT.length()));
    } catch (IllegalArgumentException e) {
      throw GlassDataException.atLine(
          source, line, "column " + name + " must begin with an oxide: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean hasNext() {
    return reading(() -> columns.isEmpty() ? next.isPresent() : rows.hasNext());
  }

  @Override
  public GlassComposition next() {
    if (!hasNext()) {
      throw new NoSuchElementException("there is no other glass in " + source);
    }
    return columns.isEmpty() ? ofLine() : ofRow();
  }

  private void pass() {
    if (columns.isEmpty()) {
      next = reading(this::nextLine);
    } else {
      reading(rows::next);
    }
  }

  private GlassComposition ofLine() {
    String written = next.orElseThrow();
    long at = line;
    next = reading(this::nextLine);
    try {
      return GlassComposition.parse(CsvTable.stripped(written));
    } catch (IllegalArgumentException e) {
      throw GlassDataException.atLine(source, at, e.getMessage(), e);
    }
  }

  private GlassComposition ofRow() {
    CsvRecord row = reading(rows::next);
    line = linesBefore + row.getStartingLineNumber();
    if (row.getFieldCount() != cells) {
      throw error(
          "a row must have " + cells + " cells like the header, not " + row.getFieldCount());
    }
    Map<Oxide, Double> amounts = new LinkedHashMap<>();
    columns.forEach(
        (column, oxide) -> {
          String cell = row.getField(column).strip();
          double amount = cell.isEmpty() ? 0 : CsvTable.number(cell);
          if (!(amount >= 0)) {
            throw error(
                "column " + oxide + AMOUNT + " must be 0 or more (mol%), was '" + cell + "'");
          }
          amounts.put(oxide, amount);
        });
    try {
      return GlassComposition.ofMolePercent(amounts);
    } catch (IllegalArgumentException e) {
      throw GlassDataException.atLine(source, line, e.getMessage(), e);
    }
  }

  private GlassDataException error(String rule) {
    return GlassDataException.atLine(source, line, rule);
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }

  private <T> T reading(Reading<T> reading) {
    try {
      return reading.read();
    } catch (CsvParseException e) {
      throw GlassDataException.inFile(source, "must be valid CSV: " + CsvTable.messages(e), e);
    } catch (UncheckedIOException e) {
      throw CsvTable.unreadable(source, e.getCause());
    } catch (IOException e) {
      throw CsvTable.unreadable(source, e);
    }
  }

  @Override
  public void close() {
    try {
      text.close();
    } catch (IOException e) {
      throw CsvTable.unreadable(source, e);
    }
  }
}
