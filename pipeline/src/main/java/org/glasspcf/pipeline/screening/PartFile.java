package org.glasspcf.pipeline.screening;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.glasspcf.core.GlassDataException;

/**
 * The unfinished file of a screening: a head and whole rows, the last of which a kill may have
 * torn. It lies beside the file that it becomes, under that name with {@code .part} at its end.
 *
 * <p>Rows are collected and written together, up to the end of a row. It is written to by {@link
 * RandomAccessFile}, which an interrupt does not close.
 */
final class PartFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path part;
  private final RandomAccessFile file;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(2 * BUFFER);
  private long rows;
  private byte[] lastRow = {};

  private PartFile(Path target, Path part, RandomAccessFile file) {
    this.target = target;
    this.part = part;
    this.file = file;
  }

  /**
   * Begins a file, or goes on with one that was stopped: a torn row at its end is cut off.
   *
   * @param target the file that is to be written
   * @param head what its part begins with, whole lines
   * @throws GlassDataException if the part belongs to another screening, another process writes it,
   *     or it cannot be read or written
   */
  static PartFile open(Path target, String head) {
    Path part = partOf(target);
    try {
      // A move onto a link would replace the link, not the file it names.
      Path place = Files.isSymbolicLink(target) ? target.toRealPath() : target.toAbsolutePath();
      if (Files.exists(place) && !Files.isRegularFile(place)) {
        throw GlassDataException.inFile(
            target.toString(), "must be a regular file, which a screening can go on with");
      }
      part = partOf(place);
      RandomAccessFile file = new RandomAccessFile(part.toFile(), "rw");
      try {
        PartFile opened = new PartFile(place, part, file);
        opened.lock();
        opened.begin(head.getBytes(StandardCharsets.UTF_8));
        return opened;
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      throw GlassDataException.inFile(part.toString(), "cannot be written: " + e, e);
    }
  }

  static Path partOf(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  /** Held until the file is closed. */
  private void lock() throws IOException {
    boolean locked;
    try {
      FileLock lock = file.getChannel().tryLock();
      locked = lock != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    }
    if (!locked) {
      throw error("another screening is writing to it");
    }
  }

  private void begin(byte[] head) throws IOException {
    long length = file.length();
    byte[] start = new byte[(int) Math.min(length, head.length)];
    file.readFully(start);
    if (Arrays.mismatch(start, head) < start.length && Arrays.mismatch(start, head) >= 0) {
      throw otherHead(start, head);
    }
    if (length < head.length) {
      file.setLength(0);
      file.write(head);
    } else {
      findRows(head.length);
    }
  }

  private GlassDataException otherHead(byte[] start, byte[] head) {
    String[] found = new String(start, StandardCharsets.UTF_8).split("\n", -1);
    String[] wanted = new String(head, StandardCharsets.UTF_8).split("\n", -1);
    int line = 0;
    while (found[line].equals(wanted[line])) {
      line++;
    }
    return GlassDataException.atLine(
        part.toString(),
        line + 1L,
        "it belongs to another screening, which had \""
            + found[line]
            + "\", not \""
            + wanted[line]
            + "\": delete it, or write to another file");
  }

  private void findRows(long start) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long lastStart = start;
    long end = start;
    long at = start;
    int read = file.read(buffer);
    while (read > 0) {
      for (int i = 0; i < read; i++) {
        if (buffer[i] == '\n') {
          rows++;
          lastStart = end;
          end = at + i + 1;
        }
      }
      at += read;
      read = file.read(buffer);
    }
    file.setLength(end);
    lastRow = new byte[Math.toIntExact(end - lastStart)];
    file.seek(lastStart);
    file.readFully(lastRow);
  }

  /** Rows in the file, those that wait to be written among them. */
  long rows() {
    return rows;
  }

  /** The last row that was found when the file was opened, with its line end; empty if none was. */
  byte[] lastRow() {
    return lastRow.clone();
  }

  /**
   * Adds a row.
   *
   * @return whether enough rows wait to be written
   */
  boolean add(byte[] row) {
    waiting.writeBytes(row);
    rows++;
    return waiting.size() >= BUFFER;
  }

  /** Writes the rows that wait. */
  void flush() {
    try {
      if (waiting.size() > 0) {
        file.write(waiting.toByteArray());
        waiting.reset();
      }
    } catch (IOException e) {
      waiting.reset();
      throw GlassDataException.inFile(
          part.toString(),
          "cannot be written: " + e + "; the same screening goes on after its last whole row",
          e);
    }
  }

  /** Writes all rows to the disk, and moves the file to its place. */
  void finish() {
    flush();
    try {
      file.getFD().sync();
      file.close();
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw GlassDataException.inFile(target.toString(), "cannot be written: " + e, e);
    }
  }

  /** An error about the part. */
  GlassDataException error(String rule) {
    return GlassDataException.inFile(part.toString(), rule);
  }

  /** Writes the rows that wait; the file stays as it is. */
  @Override
  public void close() {
    try (file) {
      if (file.getChannel().isOpen()) {
        flush();
      }
    } catch (IOException e) {
      throw GlassDataException.inFile(part.toString(), "cannot be closed: " + e, e);
    }
  }
}
