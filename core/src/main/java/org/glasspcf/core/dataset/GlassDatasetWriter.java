package org.glasspcf.core.dataset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glasspcf.core.AtomicFile;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;

/**
 * Adds simulations to a data set in a folder, in the layout of the {@linkplain
 * org.glasspcf.core.dataset package description}.
 *
 * <pre>{@code
 * try (TrajectoryReader frames = TrajectoryReader.open(Path.of("traj.dump.gz"))) {
 *   PairCorrelations md = PairCorrelationCalculator.of(RadialGrid.uniform(10, 500)).ofFrames(frames);
 *   GlassComposition glass = GlassComposition.parse("60SiO2-20B2O3-20Na2O");
 *   GlassSimulation melt =
 *       GlassSimulation.of("melt-1", glass, md.atomCounts(), md.curves())
 *           .withVolume(md.meanVolume()); // Å³
 *   GlassDatasetWriter.append(Path.of("own-glasses"), melt);
 * }
 * GlassDataset own = GlassDataset.read(Path.of("own-glasses"));
 * }</pre>
 *
 * <p>The folder can be read at any time, also when the process is killed: the curves are written
 * first, then {@code glasses.csv} is replaced in one step. What {@link GlassDataset#read} gives
 * back equals what was appended to the last bit. Writers take turns, in one process and between
 * processes, by a lock on the empty file {@code .glass-pcf.lock}, which stays.
 */
public final class GlassDatasetWriter {
  private static final String LOCK = ".glass-pcf.lock";

  /** A lock on a file is held by the process; threads need one of their own. */
  private static final Object THREADS = new Object();

  private GlassDatasetWriter() {}

  /**
   * Adds one simulation.
   *
   * <p>A folder without {@code glasses.csv} becomes a data set with the columns of this simulation.
   * One with it keeps its columns and rows; for an oxide or element that no glass held before there
   * is a new column, with 0 in the earlier rows. Seed, density, volume and engine are columns that
   * all simulations have or none: a simulation with one more or one less is refused. Each condition
   * of the glass is a column of its name, there from the first simulation on.
   *
   * <p>A folder with {@code split.csv} is refused: a fixed split lists every simulation, and the
   * two files cannot be replaced in one step.
   *
   * @param folder the folder, made if it does not exist
   * @param simulation the simulation; its id becomes a file name and consists of letters, digits
   *     and {@code . _ + -}, and all its curves lie on equally wide bins, those of the data set
   * @throws IllegalArgumentException if the simulation does not suit the data set: its id is no
   *     file name or there already, its bins are others, it has or lacks a seed, density, volume or
   *     engine, or it has a condition without a column
   * @throws GlassDataException if the folder is no sound data set, has a {@code split.csv} or other
   *     curves under that id, or cannot be written
   */
  public static void append(Path folder, GlassSimulation simulation) {
    if (!DatasetReader.ID.matcher(simulation.id()).matches()) {
      throw new IllegalArgumentException(
          "the id of a simulation must be letters, digits and . _ + - (it names a file), was '"
              + simulation.id()
              + "'");
    }
    for (String name : simulation.composition().conditions().keySet()) {
      if (DatasetReader.isReserved(name)) {
        throw new IllegalArgumentException(
            "a condition must not have the name of another column of a data set, got " + name);
      }
    }
    synchronized (THREADS) {
      try {
        Files.createDirectories(folder.resolve("pcf"));
        try (FileChannel channel =
                FileChannel.open(
                    folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          appendLocked(folder, simulation);
        }
      } catch (IOException e) {
        throw GlassDataException.inFile(folder.toString(), "cannot be written: " + e, e);
      }
    }
  }

  private static void appendLocked(Path folder, GlassSimulation simulation) throws IOException {
    Path glasses = folder.resolve(DatasetReader.GLASSES);
    Path split = folder.resolve(DatasetReader.SPLIT);
    if (Files.exists(split)) {
      throw GlassDataException.inFile(
          split.toString(),
          "must not be there to add simulation "
              + simulation.id()
              + ": a fixed split lists every simulation of a data set; add to another folder");
    }
    String text;
    if (Files.exists(glasses)) {
      requireSuitable(folder, GlassDataset.read(folder), simulation);
      text =
          GlassesCsv.of(CsvTable.read(glasses.toString(), () -> Files.newInputStream(glasses)))
              .with(simulation);
    } else {
      text = GlassesCsv.empty(simulation).with(simulation);
    }
    writeCurves(folder, simulation);
    AtomicFile.write(glasses, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void requireSuitable(
      Path folder, GlassDataset dataset, GlassSimulation simulation) {
    for (GlassSimulation other : dataset.simulations()) {
      if (other.id().equals(simulation.id())) {
        throw new IllegalArgumentException(
            "simulation " + simulation.id() + " is in the data set " + folder + " already");
      }
    }
    RadialGrid grid = dataset.grid().orElseThrow();
    if (!simulation.grid().equals(grid)) {
      throw new IllegalArgumentException(
          "all curves of a data set must lie on one grid, but "
              + simulation.id()
              + " has "
              + simulation.grid()
              + " and "
              + folder
              + " has "
              + grid);
    }
  }

  private static void writeCurves(Path folder, GlassSimulation simulation) throws IOException {
    SortedMap<ElementPair, PairCorrelationFunction> curves = new TreeMap<>();
    simulation.pairs().forEach(pair -> curves.put(pair, simulation.curve(pair).orElseThrow()));
    Path file = folder.resolve("pcf").resolve(simulation.id() + ".csv.gz");
    Path plain = folder.resolve("pcf").resolve(simulation.id() + ".csv");
    for (Path stray : new Path[] {plain, file}) {
      if (Files.exists(stray)) {
        requireLeftover(stray, stray.equals(file), curves);
      }
    }
    if (!Files.exists(file)) {
      PcfCsv.write(file, curves);
      if (!PcfCsv.read(file).equals(curves)) {
        Files.delete(file);
        throw new IllegalArgumentException(
            "a data set keeps bin centers only, from which "
                + simulation.grid()
                + " of "
                + simulation.id()
                + " does not come back");
      }
    }
  }

  /** An append that was killed left the same curves; others belong to somebody. */
  private static void requireLeftover(
      Path stray, boolean compressed, Map<ElementPair, PairCorrelationFunction> curves) {
    if (!compressed || !PcfCsv.read(stray).equals(curves)) {
      throw GlassDataException.inFile(
          stray.toString(),
          "must not be there: " + DatasetReader.GLASSES + " lists no simulation of that name");
    }
  }
}
