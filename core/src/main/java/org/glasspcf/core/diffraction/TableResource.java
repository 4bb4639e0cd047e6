package org.glasspcf.core.diffraction;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.glasspcf.core.GlassDataException;

/** A table beside this class: comment lines of {@code #}, a header, rows of as many cells. */
final class TableResource {
  private final String name;
  private final List<NamedCsvRecord> rows;

  private TableResource(String name, List<NamedCsvRecord> rows) {
    this.name = name;
    this.rows = rows;
  }

  static TableResource read(String name) {
    try (InputStream bytes = TableResource.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw GlassDataException.inFile(name, "must be in the jar of glass-pcf-core");
      }
      try (CsvReader<NamedCsvRecord> csv =
          CsvReader.builder()
              .commentStrategy(CommentStrategy.SKIP)
              .ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
        return new TableResource(name, csv.stream().toList());
      }
    } catch (CsvParseException | UncheckedIOException | IOException e) {
      throw GlassDataException.inFile(name, "cannot be read: " + e, e);
    }
  }

  List<NamedCsvRecord> rows() {
    return rows;
  }

  double number(NamedCsvRecord row, String column) {
    return numberIfAny(row, column)
        .orElseThrow(() -> broken(row, column + " must be a number, was empty"));
  }

  OptionalDouble numberIfAny(NamedCsvRecord row, String column) {
    String cell = row.getField(column);
    if (cell.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(cell);
      if (Double.isFinite(value)) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      throw GlassDataException.atLine(
          name, row.getStartingLineNumber(), column + " must be a number, was '" + cell + "'", e);
    }
    throw broken(row, column + " must be a finite number, was '" + cell + "'");
  }

  private GlassDataException broken(NamedCsvRecord row, String rule) {
    return GlassDataException.atLine(name, row.getStartingLineNumber(), rule);
  }
}
