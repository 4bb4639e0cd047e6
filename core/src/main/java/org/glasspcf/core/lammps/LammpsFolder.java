package org.glasspcf.core.lammps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.NumericInput;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.correlation.PairCorrelationCalculator;
import org.glasspcf.core.correlation.PairCorrelations;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.dataset.MeltTable;
import org.glasspcf.core.trajectory.DirectedPair;
import org.glasspcf.core.trajectory.LammpsRdf;
import org.glasspcf.core.trajectory.TrajectoryOptions;
import org.glasspcf.core.trajectory.TrajectoryReader;

/**
 * A folder of LAMMPS output as a data set: one file for each melt, and a table that says which melt
 * is which glass. Immutable.
 *
 * <pre>{@code
 * GlassDataset data =
 *     LammpsFolder.of(Path.of("my-dumps"))
 *         .withTypes(Element.Si, Element.B, Element.O, Element.Na)
 *         .withGlass("traj", GlassComposition.parse("60SiO2-20B2O3-20Na2O"))
 *         .read();
 * }</pre>
 *
 * <p>A melt of the id {@code m1} has one of these files:
 *
 * <ul>
 *   <li>{@code m1.dump} or {@code m1.dump.gz}: a text dump, whose frames are averaged; atoms and
 *       volume are the file's own;
 *   <li>{@code m1.rdf} or {@code m1.rdf.gz}: what {@code fix ave/time … mode vector} wrote of
 *       {@code compute rdf}, pairs in the order of {@link #withPairs}; the table must count the
 *       atoms, in columns {@code n_<Element>}, because the file does not. Its volume or density, if
 *       the table has one, gives coordination numbers.
 * </ul>
 *
 * <p>The table is {@code glasses.csv} in the folder: {@code id} and {@code <oxide>_molpct} (mol%),
 * and whatever else a {@linkplain org.glasspcf.core.dataset data set} may tell of a melt. What it
 * tells of a dump's atoms and volume must be the dump's own. Without a table, {@link #withGlass}
 * names the melts. Each dump and rdf file in the folder must be a melt's. A {@code split.csv} holds
 * melts out, as in a data set.
 */
public final class LammpsFolder {
  private static final String TABLE = "glasses.csv";
  private static final String SPLIT = "split.csv";
  private static final List<String> DUMPS = List.of(".dump", ".dump.gz");
  private static final List<String> RDFS = List.of(".rdf", ".rdf.gz");

  private final Path folder;
  private final RadialGrid grid;
  private final List<Element> types;
  private final List<DirectedPair> pairs;
  private final LammpsRdf.Blocks blocks;
  private final List<NumericInput> conditions;
  private final List<MeltTable.Row> named;

  private LammpsFolder(
      Path folder,
      RadialGrid grid,
      List<Element> types,
      List<DirectedPair> pairs,
      LammpsRdf.Blocks blocks,
      List<NumericInput> conditions,
      List<MeltTable.Row> named) {
    this.folder = folder;
    this.grid = grid;
    this.types = types;
    this.pairs = pairs;
    this.blocks = blocks;
    this.conditions = conditions;
    this.named = named;
  }

  /**
   * A folder, with curves of dumps on 500 bins of 0.02 Å up to 10 Å, and the mean of an rdf file's
   * blocks.
   *
   * @param folder the folder
   * @return the folder, not read yet
   */
  public static LammpsFolder of(Path folder) {
    Objects.requireNonNull(folder, "folder");
    return new LammpsFolder(
        folder,
        RadialGrid.uniform(10, 500),
        List.of(),
        List.of(),
        LammpsRdf.Blocks.MEAN,
        List.of(),
        List.of());
  }

  /**
   * Names the elements of LAMMPS's atom types 1, 2, … in dumps. Not needed for dumps with a column
   * {@code element}; where it is there, it must not contradict.
   *
   * @param elements the element of each type
   * @return a changed copy
   */
  public LammpsFolder withTypes(Element... elements) {
    return new LammpsFolder(folder, grid, List.of(elements), pairs, blocks, conditions, named);
  }

  /**
   * Names the pairs of {@code compute rdf}, in its order; one order for all rdf files.
   *
   * @param texts pairs, the center first: {@code "Si-Si", "Si-O"}
   * @return a changed copy
   * @throws IllegalArgumentException if a text is no pair
   */
  public LammpsFolder withPairs(String... texts) {
    List<DirectedPair> order = Arrays.stream(texts).map(DirectedPair::parse).toList();
    return new LammpsFolder(folder, grid, types, order, blocks, conditions, named);
  }

  /**
   * Sets which blocks of rdf files to take.
   *
   * @param changed the mean of all or the last
   * @return a changed copy
   */
  public LammpsFolder withBlocks(LammpsRdf.Blocks changed) {
    return new LammpsFolder(folder, grid, types, pairs, changed, conditions, named);
  }

  /**
   * Sets the bins on which dumps are counted; rdf files have their own.
   *
   * @param changed even bins from 0 (Å), up to half the least width of a box
   * @return a changed copy
   */
  public LammpsFolder withGrid(RadialGrid changed) {
    return new LammpsFolder(folder, changed, types, pairs, blocks, conditions, named);
  }

  /**
   * Sets which columns of the table are conditions, such as quench rates.
   *
   * @param inputs names, units and ranges; {@code schema.inputs()}
   * @return a changed copy
   */
  public LammpsFolder withConditions(List<NumericInput> inputs) {
    return new LammpsFolder(folder, grid, types, pairs, blocks, List.copyOf(inputs), named);
  }

  /**
   * Names the glass of a melt that has a dump, in place of a table.
   *
   * @param id the name of the dump before {@code .dump} or {@code .dump.gz}
   * @param glass its composition, with conditions if it has some
   * @return a copy with one more melt
   * @throws IllegalArgumentException if the name has other characters than letters, digits and
   *     {@code . _ + -}
   */
  public LammpsFolder withGlass(String id, GlassComposition glass) {
    Objects.requireNonNull(glass, "glass");
    List<MeltTable.Row> more = new ArrayList<>(named);
    more.add(
        new MeltTable.Row(
            id,
            glass,
            Map.of(),
            OptionalLong.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            "",
            0));
    return new LammpsFolder(folder, grid, types, pairs, blocks, conditions, List.copyOf(more));
  }

  /**
   * Reads everything.
   *
   * @return the data set; what a {@code split.csv} in the folder names is held out
   * @throws GlassDataException if the table or a file is missing or breaks its format, a file is no
   *     melt's, or the atoms are not those of the glass or of the table; names file and line
   * @throws IllegalArgumentException if two melts have one id, curves lie on different grids,
   *     glasses are named beside a table, or a named glass lacks a condition
   * @throws UncheckedIOException if a file cannot be read
   */
  public GlassDataset read() {
    Path table = folder.resolve(TABLE);
    List<MeltTable.Row> rows =
        named.isEmpty() ? MeltTable.read(table, conditions) : requireNamed(table);
    requireListed(rows);
    List<GlassSimulation> melts = rows.stream().map(row -> melt(table, row)).toList();
    GlassDataset data = GlassDataset.of(melts);
    Path split = folder.resolve(SPLIT);
    return Files.exists(split)
        ? data.withHeldOut(MeltTable.heldOut(split, table, rows, melts))
        : data;
  }

  private List<MeltTable.Row> requireNamed(Path table) {
    if (Files.exists(table)) {
      throw new IllegalArgumentException(
          "melts must be named by withGlass or by a table, not by both, but there is " + table);
    }
    for (MeltTable.Row row : named) {
      for (NumericInput input : conditions) {
        if (!row.glass().conditions().containsKey(input.name())) {
          throw new IllegalArgumentException(
              "a glass that withGlass names needs the condition "
                  + input.name()
                  + ", got "
                  + row.glass());
        }
      }
    }
    return named;
  }

  /** A file that no row names is a melt that would be lost without a word. */
  private void requireListed(List<MeltTable.Row> rows) {
    Set<String> ids = rows.stream().map(MeltTable.Row::id).collect(Collectors.toSet());
    List<String> unlisted;
    try (Stream<Path> files = Files.list(folder)) {
      unlisted =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> ending(name).isPresent() && !ids.contains(idOf(name)))
              .sorted()
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
    }
    if (!unlisted.isEmpty()) {
      throw GlassDataException.inFile(
          folder.toString(),
          "must hold no dump or rdf file of a melt that is not listed, but holds "
              + String.join(", ", unlisted));
    }
  }

  private static Optional<String> ending(String name) {
    return Stream.of(DUMPS, RDFS).flatMap(List::stream).filter(name::endsWith).findFirst();
  }

  private static String idOf(String name) {
    return name.substring(0, name.length() - ending(name).orElseThrow().length());
  }

  private GlassSimulation melt(Path table, MeltTable.Row row) {
    List<Path> files =
        Stream.of(DUMPS, RDFS)
            .flatMap(List::stream)
            .map(ending -> folder.resolve(row.id() + ending))
            .filter(Files::exists)
            .toList();
    if (files.size() != 1) {
      throw GlassDataException.inFile(
          folder.toString(),
          "must hold one file of melt "
              + row.id()
              + ", with the ending .dump, .dump.gz, .rdf or .rdf.gz, but holds "
              + (files.isEmpty()
                  ? "none"
                  : files.stream()
                      .map(file -> file.getFileName().toString())
                      .collect(Collectors.joining(", "))));
    }
    Path file = files.get(0);
    boolean isDump = DUMPS.stream().anyMatch(file.toString()::endsWith);
    GlassSimulation melt = isDump ? ofDump(file, table, row) : ofRdf(file, table, row);
    melt = row.seed().isPresent() ? melt.withSeed(row.seed().getAsLong()) : melt;
    melt = row.density().isPresent() ? melt.withDensity(row.density().getAsDouble()) : melt;
    if (!isDump && row.volume().isPresent()) {
      melt = melt.withVolume(row.volume().getAsDouble());
    }
    return row.engine().isEmpty() ? melt : melt.withEngine(row.engine());
  }

  private GlassSimulation ofDump(Path file, Path table, MeltTable.Row row) {
    TrajectoryOptions options =
        types.isEmpty()
            ? TrajectoryOptions.defaults()
            : TrajectoryOptions.defaults().withElements(types.toArray(Element[]::new));
    PairCorrelations found;
    try (TrajectoryReader frames = TrajectoryReader.open(file, options)) {
      found = PairCorrelationCalculator.of(grid).ofFrames(frames);
    } catch (IllegalArgumentException e) {
      throw GlassDataException.inFile(file.toString(), e.getMessage(), e);
    }
    MeltChecks.requireTold(file, table, row, found);
    return simulation(file, row, found.atomCounts(), found.curves()).withVolume(found.meanVolume());
  }

  private GlassSimulation ofRdf(Path file, Path table, MeltTable.Row row) {
    if (pairs.isEmpty()) {
      throw GlassDataException.inFile(
          file.toString(),
          "does not name its pairs: give those of compute rdf, in its order, by withPairs");
    }
    if (row.atoms().isEmpty() && !named.isEmpty()) {
      throw GlassDataException.inFile(
          file.toString(),
          "does not count its atoms, and withGlass cannot: name the melts in a table "
              + TABLE
              + " with columns n_<Element>");
    }
    if (row.atoms().isEmpty()) {
      throw GlassDataException.inFile(
          table.toString(),
          "must count the atoms of melt "
              + row.id()
              + ", in columns n_<Element>, for "
              + file.getFileName()
              + " does not");
    }
    Map<ElementPair, PairCorrelationFunction> curves =
        new HashMap<>(LammpsRdf.read(file, pairs, blocks).curves());
    // One order serves all glasses; LAMMPS writes zeros for types without atoms.
    curves
        .keySet()
        .removeIf(
            pair ->
                row.atoms().getOrDefault(pair.first(), 0) == 0
                    || row.atoms().getOrDefault(pair.second(), 0) == 0);
    return simulation(file, row, row.atoms(), curves);
  }

  private static GlassSimulation simulation(
      Path file,
      MeltTable.Row row,
      Map<Element, Integer> atoms,
      Map<ElementPair, PairCorrelationFunction> curves) {
    MeltChecks.requireShares(file, row.glass(), atoms);
    MeltChecks.requireBonds(file, curves);
    try {
      return GlassSimulation.of(row.id(), row.glass(), atoms, curves);
    } catch (IllegalArgumentException e) {
      throw GlassDataException.inFile(file.toString(), e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return "LammpsFolder[" + folder + "]";
  }
}
