package org.glasspcf.core.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;

/**
 * Files that list glasses, read one by one, so that a file of any length needs little memory.
 *
 * <p>They are either plain text, a glass a line as {@link GlassComposition#parse} reads it; or CSV,
 * a glass a row, with a column such as {@code SiO2_molpct} (mol%) for each oxide, as {@code
 * glasses.csv} of a data set has them. Other columns are ignored, and an empty cell is 0. A file is
 * CSV if its first line holds {@code _molpct}. Blank lines and those that begin with {@code #} are
 * skipped.
 */
public final class CompositionFile {
  private CompositionFile() {}

  /**
   * Reads a file.
   *
   * @param file the file; decompressed if its name ends in {@code .gz}
   * @return its glasses in order, read as they are asked for; to be closed. Where a glass cannot be
   *     read it throws a {@link GlassDataException} that names file and line
   * @throws GlassDataException if the file cannot be read, or its first line is no header of CSV
   */
  public static Stream<GlassComposition> read(Path file) {
    return read(file, 0);
  }

  /**
   * Reads a file from one of its glasses on.
   *
   * @param file the file; decompressed if its name ends in {@code .gz}
   * @param first how many glasses to pass over, at least 0; their lines are not interpreted
   * @return the others in order, as {@link #read(Path)} gives them
   * @throws GlassDataException if the file cannot be read, or its first line is no header of CSV
   * @throws IllegalArgumentException if first is below 0
   */
  public static Stream<GlassComposition> read(Path file, long first) {
    try {
      return read(file.toString(), Files.newInputStream(file), first);
    } catch (IOException e) {
      throw CsvTable.unreadable(file.toString(), e);
    }
  }

  /**
   * Reads from a stream of bytes.
   *
   * @param source its name, for errors; what ends in {@code .gz} is decompressed
   * @param bytes the bytes; closed with the result
   * @param first how many glasses to pass over, at least 0; their lines are not interpreted
   * @return the others in order, as {@link #read(Path)} gives them
   * @throws GlassDataException if it cannot be read, or its first line is no header of CSV
   * @throws IllegalArgumentException if first is below 0
   */
  public static Stream<GlassComposition> read(String source, InputStream bytes, long first) {
    if (first < 0) {
      throw new IllegalArgumentException("glasses to pass over must be at least 0, got " + first);
    }
    CompositionReader reader = CompositionReader.open(source, bytes, first);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(reader, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(reader::close);
  }
}
