package org.glasspcf.core.trajectory;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.glasspcf.core.GlassDataException;

/**
 * Reads the frames of a trajectory file one after the other, holding one at a time.
 *
 * <pre>{@code
 * try (TrajectoryReader frames = TrajectoryReader.open(Path.of("traj.dump.gz"))) {
 *   while (frames.hasNext()) {
 *     Frame frame = frames.next();
 *   }
 * }
 * }</pre>
 *
 * <p>The content tells the format, never the name of the file:
 *
 * <ul>
 *   <li><strong>LAMMPS text dumps</strong>, styles {@code atom} and {@code custom}: boxes
 *       orthogonal, triclinic ({@code xy xz yz}) and general triclinic ({@code abc origin}), with
 *       any boundaries; coordinates {@code x y z}, {@code xu yu zu}, {@code xs ys zs} or {@code xsu
 *       ysu zsu}, the first of these that are all there; a column {@code element}, or {@code type}
 *       with {@link TrajectoryOptions#withElements}; columns in any order, others ignored. Units
 *       other than metal and real are refused if the file states them; otherwise lengths are taken
 *       to be in Å.
 *   <li><strong>extended XYZ</strong>: {@code Lattice} is required; {@code Properties}, {@code
 *       pbc}, {@code Origin} and {@code Timestep} are read if they are there.
 *   <li>either of them compressed with <strong>gzip</strong>, in one member or several.
 * </ul>
 *
 * <p>Atoms are sorted by id if the file gives ids, so that all frames have them in one order;
 * frames may differ in their number of atoms. What breaks its format is reported with file, line,
 * what was expected and what was found. The last frame is cut off if the file ends inside it, or in
 * a dump without a line break; {@link TrajectoryOptions#withTruncatedLastFrameDropped} makes this
 * no error.
 *
 * <p>Not safe for use by several threads.
 */
public final class TrajectoryReader implements Iterator<Frame>, AutoCloseable {
  private final LineReader lines;
  private final FrameFormat format;
  private final boolean dropsTruncated;

  private Optional<Frame> pending = Optional.empty();
  private Optional<String> dropped = Optional.empty();
  private RuntimeException failure;
  private long frames;
  private boolean ended;
  private boolean closed;

  private TrajectoryReader(LineReader lines, FrameFormat format, TrajectoryOptions options) {
    this.lines = lines;
    this.format = format;
    this.dropsTruncated = options.truncatedLastFrameDropped();
  }

  /**
   * Opens a file whose atoms are labeled with the symbols of their elements.
   *
   * @param file a LAMMPS text dump or extended XYZ, plain or gzip
   * @return the reader, at the first frame; to be closed
   * @throws GlassDataException if the file is of neither format
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static TrajectoryReader open(Path file) {
    return open(file, TrajectoryOptions.defaults());
  }

  /**
   * Opens a file.
   *
   * @param file a LAMMPS text dump or extended XYZ, plain or gzip
   * @param options what its types and labels are, and what to do about a last frame cut off
   * @return the reader, at the first frame; to be closed
   * @throws GlassDataException if the file is of neither format
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static TrajectoryReader open(Path file, TrajectoryOptions options) {
    Objects.requireNonNull(options, "options");
    return open(LineReader.open(file), options);
  }

  /** Reads what is open, and closes it if it is of no known format. */
  static TrajectoryReader open(LineReader lines, TrajectoryOptions options) {
    try {
      return new TrajectoryReader(lines, recognize(lines, options), options);
    } catch (TruncatedInput e) {
      lines.close();
      throw e.error();
    } catch (RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  private static FrameFormat recognize(LineReader lines, TrajectoryOptions options) {
    if (!lines.advance()) {
      throw GlassDataException.inFile(
          lines.source(), "must be a LAMMPS dump or extended XYZ, but the file is empty");
    }
    String first = lines.text();
    boolean isDump = first.startsWith("ITEM:");
    boolean isXyz = !isDump && lines.nextWord() && lines.whole() != Numbers.NOT_WHOLE;
    if (!isDump && !isXyz) {
      throw GlassDataException.atLine(
          lines.source(),
          1,
          "expected a LAMMPS dump (ITEM: …) or extended XYZ (the number of atoms), found "
              + LineReader.quoted(first));
    }
    lines.back();
    return isDump ? new DumpFormat(lines, options) : new ExtendedXyzFormat(lines, options);
  }

  /**
   * Reads the next frame, if it was not yet read, and tells whether there is one.
   *
   * @return false at the end of the file, or at a last frame that was dropped
   * @throws GlassDataException if the frame breaks the format or is cut off
   * @throws java.io.UncheckedIOException if the file cannot be read
   * @throws IllegalStateException if the reader was closed
   */
  @Override
  public boolean hasNext() {
    if (closed) {
      throw new IllegalStateException("the reader of " + lines.source() + " was closed");
    }
    if (failure != null) {
      throw failure;
    }
    if (pending.isEmpty() && !ended) {
      try {
        read();
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }
    return pending.isPresent();
  }

  private void read() {
    try {
      pending = format.read();
      if (pending.isPresent()) {
        frames++;
      } else {
        ended = true;
      }
    } catch (TruncatedInput e) {
      if (!dropsTruncated) {
        throw e.error();
      }
      dropped = Optional.of("frame " + (frames + 1) + ": " + e.error().getMessage());
      ended = true;
    }
  }

  /**
   * The next frame.
   *
   * @return the frame, in the order of the file
   * @throws NoSuchElementException if there is none
   * @throws GlassDataException if the frame breaks the format or is cut off
   * @throws java.io.UncheckedIOException if the file cannot be read
   * @throws IllegalStateException if the reader was closed
   */
  @Override
  public Frame next() {
    if (!hasNext()) {
      throw new NoSuchElementException(
          lines.source() + " has no more than " + frames + " whole frames");
    }
    Frame frame = pending.get();
    pending = Optional.empty();
    return frame;
  }

  /**
   * Whether a last frame was left out.
   *
   * @return which one, with file, line and reason, once the end was reached and if the options
   *     asked for it; otherwise empty
   */
  public Optional<String> droppedFrame() {
    return dropped;
  }

  /** Closes the file. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      pending = Optional.empty();
      lines.close();
    }
  }
}
