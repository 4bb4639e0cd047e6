package org.glasspcf.core.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;

/** The rows of a {@code glasses.csv}, to which one can be added. */
final class GlassesCsv {
  private final CsvTable table;
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  private GlassesCsv(CsvTable table, List<String> header) {
    this.table = table;
    this.header = header;
  }

  /** The rows of a file that was found sound. */
  static GlassesCsv of(CsvTable table) {
    GlassesCsv csv = new GlassesCsv(table, new ArrayList<>(table.header()));
    for (int row = 0; row < table.rows(); row++) {
      csv.rows.add(new ArrayList<>(table.cells(row)));
    }
    return csv;
  }

  /** No row yet, and the columns that a simulation needs. */
  static GlassesCsv empty(GlassSimulation simulation) {
    List<String> header = new ArrayList<>(List.of("id"));
    simulation.composition().oxides().forEach(oxide -> header.add(oxide + DatasetReader.AMOUNT));
    header.addAll(simulation.composition().conditions().keySet());
    simulation.seed().ifPresent(seed -> header.add(DatasetReader.SEED));
    simulation.density().ifPresent(density -> header.add(DatasetReader.DENSITY));
    simulation.volume().ifPresent(volume -> header.add(DatasetReader.VOLUME));
    for (Element element : simulation.composition().elements()) {
      header.add(DatasetReader.COUNT + element.symbol());
    }
    if (!simulation.engine().isEmpty()) {
      header.add(DatasetReader.ENGINE);
    }
    CsvTable table =
        CsvTable.read(
            DatasetReader.GLASSES,
            () ->
                new ByteArrayInputStream(
                    String.join(",", header).getBytes(StandardCharsets.UTF_8)));
    return new GlassesCsv(table, header);
  }

  /** The text of the file with one more row. */
  String with(GlassSimulation simulation) {
    GlassComposition glass = simulation.composition();
    List<String> row = new ArrayList<>(Collections.nCopies(header.size(), ""));
    row.set(header.indexOf("id"), simulation.id());
    optional(row, simulation, DatasetReader.SEED, seed(simulation));
    optional(row, simulation, DatasetReader.DENSITY, number(simulation.density()));
    optional(row, simulation, DatasetReader.VOLUME, number(simulation.volume()));
    optional(
        row,
        simulation,
        DatasetReader.ENGINE,
        Optional.of(simulation.engine()).filter(engine -> !engine.isEmpty()));
    glass
        .conditions()
        .forEach((name, value) -> optional(row, simulation, name, Optional.of(plain(value))));
    requireConditions(simulation);
    Map<Oxide, Integer> amounts = DatasetReader.amountColumns(table);
    Map<Element, Integer> counts = DatasetReader.countColumns(table);
    amounts.forEach((oxide, column) -> row.set(column, plain(glass.molePercent(oxide))));
    counts.forEach(
        (element, column) -> row.set(column, Integer.toString(simulation.atomCount(element))));
    rows.add(row);
    for (Oxide oxide : glass.oxides()) {
      if (!amounts.containsKey(oxide)) {
        insert(
            oxide + DatasetReader.AMOUNT,
            name -> name.endsWith(DatasetReader.AMOUNT),
            plain(glass.molePercent(oxide)));
      }
    }
    for (Element element : glass.elements()) {
      if (!counts.containsKey(element)) {
        insert(
            DatasetReader.COUNT + element.symbol(),
            name -> name.startsWith(DatasetReader.COUNT),
            Integer.toString(simulation.atomCount(element)));
      }
    }
    return text();
  }

  /**
   * A column that no other rule knows is a condition's, if all earlier rows have a number there.
   */
  private void requireConditions(GlassSimulation simulation) {
    for (int column = 0; column < header.size(); column++) {
      String name = header.get(column);
      if (!DatasetReader.isReserved(name)
          && !simulation.composition().conditions().containsKey(name)
          && !rows.isEmpty()
          && isOfNumbers(column)) {
        throw new IllegalArgumentException(
            "simulation "
                + simulation.id()
                + " needs the condition "
                + name
                + " to be added to "
                + table.source()
                + ", whose rows all have one");
      }
    }
  }

  private boolean isOfNumbers(int column) {
    for (List<String> row : rows) {
      try {
        Double.parseDouble(row.get(column));
      } catch (NumberFormatException e) {
        return false;
      }
    }
    return true;
  }

  private void optional(
      List<String> row, GlassSimulation simulation, String name, Optional<String> value) {
    int column = header.indexOf(name);
    if (column < 0 && value.isEmpty()) {
      return;
    }
    if (column < 0) {
      throw new IllegalArgumentException(
          "simulation "
              + simulation.id()
              + " must have no "
              + name
              + " to be added to "
              + table.source()
              + ", which has no such column, but has "
              + value.get());
    }
    row.set(
        column,
        value.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "simulation "
                        + simulation.id()
                        + " needs a value for the column "
                        + name
                        + " of "
                        + table.source())));
  }

  /** A column behind its like: 0 in the earlier rows, the value in the new one. */
  private void insert(String name, Predicate<String> like, String value) {
    int place = 0;
    for (int column = 0; column < header.size(); column++) {
      if (like.test(header.get(column))) {
        place = column + 1;
      }
    }
    header.add(place, name);
    for (List<String> row : rows) {
      row.add(place, row == rows.get(rows.size() - 1) ? value : "0");
    }
  }

  private String text() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory does not fail", e);
    }
    return text.toString();
  }

  private static Optional<String> seed(GlassSimulation simulation) {
    return simulation.seed().isPresent()
        ? Optional.of(Long.toString(simulation.seed().getAsLong()))
        : Optional.empty();
  }

  private static Optional<String> number(OptionalDouble value) {
    return value.isPresent() ? Optional.of(plain(value.getAsDouble())) : Optional.empty();
  }

  private static String plain(double value) {
    return PcfCsv.plain(BigDecimal.valueOf(value));
  }
}
