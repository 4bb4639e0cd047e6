package org.glasspcf.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.trajectory.Frame;
import org.glasspcf.core.trajectory.SimulationCell;
import org.glasspcf.core.trajectory.TrajectoryOptions;
import org.glasspcf.core.trajectory.TrajectoryReader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which frames of which trajectory a command works on. */
final class TrajectoryInput {
  @Parameters(
      paramLabel = "<trajectory>",
      description =
          "LAMMPS text dump or extended XYZ, plain or gzip; the content tells which of them.")
  private Path file;

  @Option(
      names = "--elements",
      paramLabel = "<list>",
      hideParamSyntax = true,
      split = ",",
      description =
          "Elements of the types 1, 2, … for a dump without symbols (Si,O), or of other labels"
              + " (Si4+=Si,O2-=O).")
  private List<String> elements = new ArrayList<>();

  @Option(
      names = "--drop-truncated",
      description = "Leave out a last frame that is cut off, which is an error otherwise.")
  private boolean dropTruncated;

  @Option(
      names = "--skip",
      paramLabel = "<n>",
      defaultValue = "0",
      description = "Leave out the first n frames. Default: ${DEFAULT-VALUE}.")
  private int skip;

  @Option(
      names = "--every",
      paramLabel = "<n>",
      defaultValue = "1",
      description = "Take every n-th frame after that. Default: ${DEFAULT-VALUE}.")
  private int every;

  Path file() {
    return file;
  }

  /**
   * Opens the trajectory.
   *
   * @return its frames, to be closed
   * @throws IllegalArgumentException if an option is out of range
   * @throws GlassDataException if the file is no trajectory
   */
  Frames open() {
    if (skip < 0) {
      throw new IllegalArgumentException("--skip must be at least 0, got " + skip);
    }
    if (every < 1) {
      throw new IllegalArgumentException("--every must be at least 1, got " + every);
    }
    return new Frames(TrajectoryReader.open(file, options()), file, skip, every);
  }

  private TrajectoryOptions options() {
    TrajectoryOptions options = TrajectoryOptions.defaults();
    List<Element> types = new ArrayList<>();
    for (String text : elements) {
      int equals = text.indexOf('=');
      Element element = element(text.substring(equals + 1).strip());
      if (equals < 0) {
        types.add(element);
      } else {
        options = options.withElement(text.substring(0, equals).strip(), element);
      }
    }
    if (!types.isEmpty()) {
      options = options.withElements(types.toArray(Element[]::new));
    }
    return dropTruncated ? options.withTruncatedLastFrameDropped() : options;
  }

  /** An element that {@code --elements} names. */
  static Element element(String symbol) {
    try {
      return Element.of(symbol);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--elements: " + e.getMessage(), e);
    }
  }

  /** The chosen frames of a trajectory, one after the other. */
  static final class Frames implements Iterator<Frame>, AutoCloseable {
    private final TrajectoryReader reader;
    private final Path file;
    private final int skip;
    private final int every;
    private long read;
    private SimulationCell firstCell;

    private Frames(TrajectoryReader reader, Path file, int skip, int every) {
      this.reader = reader;
      this.file = file;
      this.skip = skip;
      this.every = every;
    }

    @Override
    public boolean hasNext() {
      while (reader.hasNext() && (read < skip || (read - skip) % every != 0)) {
        reader.next();
        read++;
      }
      return reader.hasNext();
    }

    @Override
    public Frame next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no frame is left in " + file);
      }
      Frame frame = reader.next();
      read++;
      firstCell = firstCell == null ? frame.cell() : firstCell;
      return frame;
    }

    /** The cell of the first chosen frame, once it was read. */
    SimulationCell firstCell() {
      return firstCell;
    }

    /**
     * Checks that at least one frame is chosen.
     *
     * @throws IllegalArgumentException if the file has no more frames than are skipped
     */
    void requireAny() {
      if (!hasNext()) {
        throw new IllegalArgumentException(
            read == 0
                ? "there is no whole frame in " + file
                : "--skip must leave at least one frame, got "
                    + skip
                    + " of "
                    + read
                    + " in "
                    + file);
      }
    }

    /** Which frame was dropped, and why. */
    Optional<String> dropped() {
      return reader.droppedFrame();
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}
