package org.glasspcf.core.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.NumericInput;
import org.glasspcf.core.Oxide;

/**
 * Reads which melt is which glass: a {@code glasses.csv} as in a {@linkplain
 * org.glasspcf.core.dataset data set}, of which only {@code id} and the amounts of the oxides have
 * to be there. For those who take the curves from elsewhere.
 */
public final class MeltTable {
  private MeltTable() {}

  /**
   * One row.
   *
   * @param id the name of the melt; letters, digits and {@code . _ + -}
   * @param glass its composition and conditions
   * @param atoms atoms of each element that has a column {@code n_<Element>}; unmodifiable
   * @param seed random seed, empty if not told
   * @param density (g/cm³), empty if not told
   * @param volume of the box (Å³), empty if not told
   * @param engine the program that simulated, empty if not told
   * @param line line in the file
   */
  public record Row(
      String id,
      GlassComposition glass,
      Map<Element, Integer> atoms,
      OptionalLong seed,
      OptionalDouble density,
      OptionalDouble volume,
      String engine,
      long line) {
    /**
     * Copies the counts.
     *
     * @param id the name of the melt
     * @param glass its composition and conditions
     * @param atoms atoms of each element
     * @param seed random seed
     * @param density (g/cm³)
     * @param volume of the box (Å³)
     * @param engine the program that simulated
     * @param line line in the file
     * @throws IllegalArgumentException if the name has other characters
     */
    public Row {
      if (!DatasetReader.ID.matcher(id).matches()) {
        throw new IllegalArgumentException(
            "the name of a melt must be letters, digits and . _ + - (it names a file), got '"
                + id
                + "'");
      }
      atoms = Map.copyOf(atoms);
    }
  }

  /**
   * Reads a table.
   *
   * @param file the table
   * @param conditions columns that are conditions of the melts
   * @return its rows, at least one
   * @throws IllegalArgumentException if conditions have one name, or that of another column
   * @throws org.glasspcf.core.GlassDataException if the file is missing or breaks a rule; names
   *     file and line
   */
  public static List<Row> read(Path file, List<NumericInput> conditions) {
    DatasetReader.requireNames(conditions);
    CsvTable table = CsvTable.read(file.toString(), () -> Files.newInputStream(file));
    int idColumn = table.requiredColumn("id", "one name for each simulation");
    Map<Oxide, Integer> amounts = DatasetReader.amountColumns(table);
    Map<Element, Integer> counts = DatasetReader.countColumns(table);
    Map<String, Long> lines = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      String id = DatasetReader.id(table, row, idColumn, lines);
      GlassComposition plain = DatasetReader.composition(table, row, amounts);
      rows.add(
          new Row(
              id,
              DatasetReader.withConditions(table, row, plain, conditions),
              atoms(table, row, counts),
              seed(table, row),
              positive(table, row, DatasetReader.DENSITY, "g/cm³"),
              positive(table, row, DatasetReader.VOLUME, "Å³"),
              engine(table, row),
              table.line(row)));
    }
    if (rows.isEmpty()) {
      throw table.headerError("the table must list at least one simulation");
    }
    return List.copyOf(rows);
  }

  /**
   * Reads which melts are held out: a {@code split.csv} as in a data set, with the columns {@code
   * id} and {@code part}, train or test.
   *
   * @param file the split
   * @param table the table of the melts, for errors
   * @param rows its rows
   * @param melts the melts, each of a row
   * @return the compositions that are held out
   * @throws org.glasspcf.core.GlassDataException if the file is missing, breaks a rule, does not
   *     list each melt once or parts the melts of a composition; names file and line
   */
  public static Set<GlassComposition> heldOut(
      Path file, Path table, List<Row> rows, List<GlassSimulation> melts) {
    CsvTable split = CsvTable.read(file.toString(), () -> Files.newInputStream(file));
    Map<String, Long> lines = rows.stream().collect(Collectors.toMap(Row::id, Row::line));
    return DatasetReader.heldOut(split, table.toString(), melts, lines);
  }

  private static Map<Element, Integer> atoms(
      CsvTable table, int row, Map<Element, Integer> columns) {
    Map<Element, Integer> atoms = new EnumMap<>(Element.class);
    columns.forEach((element, column) -> atoms.put(element, table.count(row, column)));
    return atoms;
  }

  private static OptionalLong seed(CsvTable table, int row) {
    OptionalInt column = table.column(DatasetReader.SEED);
    return column.isPresent()
        ? OptionalLong.of(table.wholeNumber(row, column.getAsInt()))
        : OptionalLong.empty();
  }

  private static OptionalDouble positive(CsvTable table, int row, String name, String unit) {
    OptionalInt column = table.column(name);
    return column.isPresent()
        ? OptionalDouble.of(DatasetReader.positive(table, row, column.getAsInt(), unit))
        : OptionalDouble.empty();
  }

  private static String engine(CsvTable table, int row) {
    OptionalInt column = table.column(DatasetReader.ENGINE);
    return column.isPresent() ? table.text(row, column.getAsInt()) : "";
  }
}
