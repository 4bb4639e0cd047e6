package org.glasspcf.core.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.NumericInput;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;

/** Reads one data set in the layout of the package description. */
final class DatasetReader {
  static final String GLASSES = "glasses.csv";
  static final String SPLIT = "split.csv";

  static final String AMOUNT = "_molpct";
  static final String COUNT = "n_";
  static final String SEED = "seed";
  static final String DENSITY = "density_g_cm3";
  static final String VOLUME = "volume_A3";
  static final String ENGINE = "engine";

  /** Ids become file names, on every file system and never outside the folder. */
  static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}._+-]*");

  private final DatasetFiles files;
  private final List<NumericInput> conditions;
  private final PcfTable curvesReader = new PcfTable();
  private final Map<String, Long> lines = new HashMap<>();
  private RadialGrid commonGrid;
  private String commonGridSource = "";

  private DatasetReader(DatasetFiles files, List<NumericInput> conditions) {
    this.files = files;
    this.conditions = requireNames(conditions);
  }

  static GlassDataset read(DatasetFiles files, List<NumericInput> conditions) {
    return new DatasetReader(files, conditions).read();
  }

  private GlassDataset read() {
    if (!files.has(GLASSES)) {
      throw GlassDataException.inFile(
          files.describe(GLASSES),
          "must be there: a data set is " + GLASSES + ", pcf/<id>.csv.gz and, if any, " + SPLIT);
    }
    CsvTable table = table(GLASSES);
    List<GlassSimulation> simulations = simulations(table);
    if (simulations.isEmpty()) {
      throw GlassDataException.inFile(table.source(), "must list at least one simulation");
    }
    GlassDataset dataset = GlassDataset.of(simulations);
    return files.has(SPLIT)
        ? dataset.withHeldOut(heldOut(table(SPLIT), table.source(), simulations, lines))
        : dataset;
  }

  private CsvTable table(String name) {
    return CsvTable.read(files.describe(name), () -> files.open(name));
  }

  private List<GlassSimulation> simulations(CsvTable table) {
    int idColumn = table.requiredColumn("id", "one name for each simulation");
    Map<Oxide, Integer> amounts = amountColumns(table);
    Map<Element, Integer> counts = countColumns(table);
    List<GlassSimulation> simulations = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      String id = id(table, row, idColumn, lines);
      GlassComposition composition =
          withConditions(table, row, composition(table, row, amounts), conditions);
      Map<Element, Integer> atoms = atoms(table, row, composition, counts);
      simulations.add(simulation(table, row, id, composition, atoms));
    }
    return simulations;
  }

  /** The id in a row, which no line before has. */
  static String id(CsvTable table, int row, int column, Map<String, Long> lines) {
    String id = table.text(row, column);
    if (!ID.matcher(id).matches()) {
      throw table.error(
          row, "id", "must be letters, digits and . _ + - (it names a file), was '" + id + "'");
    }
    Long earlier = lines.putIfAbsent(id, table.line(row));
    if (earlier != null) {
      throw table.error(
          row, "simulation " + id + " must be listed once, is also in line " + earlier);
    }
    return id;
  }

  /** Conditions whose columns can be told apart, and from the others. */
  static List<NumericInput> requireNames(List<NumericInput> conditions) {
    Set<String> names = new HashSet<>();
    for (NumericInput input : conditions) {
      if (isReserved(input.name())) {
        throw new IllegalArgumentException(
            "a condition must not have the name of another column, got " + input.name());
      }
      if (!names.add(input.name())) {
        throw new IllegalArgumentException(
            "conditions must have different names, got " + input.name() + " twice");
      }
    }
    return List.copyOf(conditions);
  }

  /** Whether a column of this name means something else than a condition. */
  static boolean isReserved(String name) {
    return List.of("id", SEED, DENSITY, VOLUME, ENGINE).contains(name)
        || name.endsWith(AMOUNT)
        || name.startsWith(COUNT)
            && Arrays.stream(Element.values()).anyMatch(e -> name.equals(COUNT + e.symbol()));
  }

  static Map<Oxide, Integer> amountColumns(CsvTable table) {
    Map<Oxide, Integer> columns = new LinkedHashMap<>();
    for (int column = 0; column < table.header().size(); column++) {
      String name = table.header().get(column);
      if (name.endsWith(AMOUNT)) {
        Oxide oxide;
        try {
          oxide = Oxide.of(name.substring(0, name.length() - AMOUNT.length()));
        } catch (IllegalArgumentException e) {
          throw table.headerError("column " + name + " must name an oxide: " + e.getMessage());
        }
        Integer earlier = columns.put(oxide, column);
        if (earlier != null) {
          throw table.headerError(
              "an oxide must have one column, but "
                  + table.header().get(earlier)
                  + " and "
                  + name
                  + " are the same oxide");
        }
      }
    }
    if (columns.isEmpty()) {
      throw table.headerError("needs a column <oxide>" + AMOUNT + " (mol%), such as SiO2" + AMOUNT);
    }
    return columns;
  }

  static Map<Element, Integer> countColumns(CsvTable table) {
    Map<Element, Integer> columns = new EnumMap<>(Element.class);
    for (Element element : Element.values()) {
      table.column(COUNT + element.symbol()).ifPresent(column -> columns.put(element, column));
    }
    return columns;
  }

  static GlassComposition composition(CsvTable table, int row, Map<Oxide, Integer> columns) {
    Map<Oxide, Double> amounts = new LinkedHashMap<>();
    columns.forEach((oxide, column) -> amounts.put(oxide, table.nonNegative(row, column, "mol%")));
    try {
      return GlassComposition.ofMolePercent(amounts);
    } catch (IllegalArgumentException e) {
      throw table.error(row, "the columns *" + AMOUNT + " make no glass: " + e.getMessage());
    }
  }

  static GlassComposition withConditions(
      CsvTable table, int row, GlassComposition composition, List<NumericInput> conditions) {
    GlassComposition glass = composition;
    for (NumericInput input : conditions) {
      int column = table.requiredColumn(input.name(), input.unit());
      double value = table.number(row, column);
      try {
        glass = glass.withCondition(input, value);
      } catch (IllegalArgumentException e) {
        throw table.error(row, "column " + e.getMessage());
      }
    }
    return glass;
  }

  private static Map<Element, Integer> atoms(
      CsvTable table, int row, GlassComposition composition, Map<Element, Integer> columns) {
    for (Element element : composition.elements()) {
      if (!columns.containsKey(element)) {
        throw table.headerError(
            "needs a column "
                + COUNT
                + element.symbol()
                + " (atoms), because line "
                + table.line(row)
                + " is "
                + composition
                + "; a folder of LAMMPS output, which counts atoms itself, is read by LammpsFolder");
      }
    }
    Map<Element, Integer> atoms = new EnumMap<>(Element.class);
    columns.forEach(
        (element, column) -> {
          String name = COUNT + element.symbol();
          int count = table.count(row, column);
          if (count > 0 && !composition.contains(element)) {
            throw table.error(
                row,
                name,
                "must be 0 (atoms), because " + composition + " holds none, was " + count);
          }
          atoms.put(element, count);
        });
    return atoms;
  }

  private GlassSimulation simulation(
      CsvTable table,
      int row,
      String id,
      GlassComposition composition,
      Map<Element, Integer> atoms) {
    CsvTable curvesTable = table(curvesFile(table, row, id));
    SortedMap<ElementPair, PairCorrelationFunction> curves = curvesReader.curves(curvesTable);
    for (ElementPair pair : curves.keySet()) {
      for (Element element : List.of(pair.first(), pair.second())) {
        if (atoms.getOrDefault(element, 0) == 0) {
          throw curvesTable.headerError(
              "column "
                  + pair
                  + " must be a pair of the glass, but line "
                  + table.line(row)
                  + " of "
                  + table.source()
                  + " counts no atoms of "
                  + element.symbol());
        }
      }
    }
    checkGrid(curvesTable, curves.get(curves.firstKey()).grid());
    GlassSimulation simulation = GlassSimulation.of(id, composition, atoms, curves);
    OptionalInt seed = table.column(SEED);
    if (seed.isPresent()) {
      simulation = simulation.withSeed(table.wholeNumber(row, seed.getAsInt()));
    }
    OptionalInt density = table.column(DENSITY);
    if (density.isPresent()) {
      simulation = simulation.withDensity(positive(table, row, density.getAsInt(), "g/cm³"));
    }
    OptionalInt volume = table.column(VOLUME);
    if (volume.isPresent()) {
      simulation = simulation.withVolume(positive(table, row, volume.getAsInt(), "Å³"));
    }
    OptionalInt engine = table.column(ENGINE);
    return engine.isPresent()
        ? simulation.withEngine(table.text(row, engine.getAsInt()))
        : simulation;
  }

  private String curvesFile(CsvTable table, int row, String id) {
    String plain = "pcf/" + id + ".csv";
    String compressed = plain + ".gz";
    boolean hasPlain = files.has(plain);
    boolean hasCompressed = files.has(compressed);
    if (hasPlain && hasCompressed) {
      throw table.error(
          row,
          "simulation "
              + id
              + " must have one file, but "
              + plain
              + " is there with and without .gz");
    }
    if (!hasPlain && !hasCompressed) {
      throw table.error(
          row,
          "simulation " + id + " must have its curves in " + compressed + ", which is missing");
    }
    return hasPlain ? plain : compressed;
  }

  private void checkGrid(CsvTable table, RadialGrid grid) {
    if (commonGrid == null) {
      commonGrid = grid;
      commonGridSource = table.source();
    } else if (!grid.equals(commonGrid)) {
      throw GlassDataException.inFile(
          table.source(),
          "all curves of a data set must lie on one grid, but this file has "
              + grid
              + " and "
              + commonGridSource
              + " has "
              + commonGrid);
    }
  }

  static double positive(CsvTable table, int row, int column, String unit) {
    double value = table.number(row, column);
    if (!(value > 0)) {
      throw table.error(
          row,
          table.header().get(column),
          "must be above 0 (" + unit + "), was '" + table.text(row, column) + "'");
    }
    return value;
  }

  /** The compositions that a split holds out, of the simulations that stand in these lines. */
  static Set<GlassComposition> heldOut(
      CsvTable split, String glasses, List<GlassSimulation> simulations, Map<String, Long> lines) {
    Map<String, GlassComposition> compositions = new HashMap<>();
    simulations.forEach(melt -> compositions.put(melt.id(), melt.composition()));
    int idColumn = split.requiredColumn("id", "a simulation of " + GLASSES);
    int partColumn = split.requiredColumn("part", "train or test");
    Map<String, Integer> rows = new HashMap<>();
    Map<GlassComposition, Integer> firstRows = new HashMap<>();
    Set<GlassComposition> heldOut = new HashSet<>();
    for (int row = 0; row < split.rows(); row++) {
      String id = split.text(row, idColumn);
      GlassComposition composition = compositions.get(id);
      if (composition == null) {
        throw split.error(row, "simulation '" + id + "' must be listed in " + glasses);
      }
      Integer earlier = rows.put(id, row);
      if (earlier != null) {
        throw split.error(
            row,
            "simulation " + id + " must be listed once, is also in line " + split.line(earlier));
      }
      String part = split.text(row, partColumn);
      if (!part.equals("train") && !part.equals("test")) {
        throw split.error(row, "part", "must be train or test, was '" + part + "'");
      }
      Integer first = firstRows.putIfAbsent(composition, row);
      if (first != null && !split.text(first, partColumn).equals(part)) {
        throw split.error(
            row,
            "all melts of a composition must be in one part, but "
                + composition
                + " is in '"
                + split.text(first, partColumn)
                + "' in line "
                + split.line(first)
                + " and in '"
                + part
                + "' here");
      }
      if (part.equals("test")) {
        heldOut.add(composition);
      }
    }
    for (GlassSimulation simulation : simulations) {
      if (!rows.containsKey(simulation.id())) {
        throw GlassDataException.inFile(
            split.source(),
            "must list every simulation, but "
                + simulation.id()
                + " (line "
                + lines.get(simulation.id())
                + " of "
                + glasses
                + ") is missing");
      }
    }
    return heldOut;
  }
}
