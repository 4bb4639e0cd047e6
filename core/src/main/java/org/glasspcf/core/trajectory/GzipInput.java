package org.glasspcf.core.trajectory;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses gzip files of one or more members (RFC 1952).
 *
 * <p>The JDK's own stream takes anything behind the first member that does not look like another
 * one for the end of the file, so that a damaged member loses frames without a word. This one
 * accepts zeros there, as the program gzip does, and nothing else.
 */
final class GzipInput extends InputStream {
  private static final int BUFFER = 1 << 16;
  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int filled;
  private boolean inMember;
  private boolean ended;

  GzipInput(InputStream in) {
    this.in = in;
  }

  static boolean isMagic(byte[] start) {
    return start.length >= 2 && start[0] == 0x1F && start[1] == (byte) 0x8B;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (!inMember) {
        beginMember();
        continue;
      }
      int count = inflate(target, offset, length);
      if (count > 0) {
        checksum.update(target, offset, count);
        return count;
      }
      if (inflater.finished()) {
        next = filled - inflater.getRemaining();
        endMember();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("preset dictionary");
      } else if (inflater.needsInput()) {
        fill();
        if (filled == 0) {
          throw new EOFException();
        }
        inflater.setInput(buffer, 0, filled);
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws ZipException {
    try {
      return inflater.inflate(target, offset, length);
    } catch (DataFormatException e) {
      throw zipError(e.getMessage() == null ? "not deflate data" : e.getMessage(), e);
    }
  }

  private static ZipException zipError(String message, Throwable cause) {
    ZipException error = new ZipException(message);
    error.initCause(cause);
    return error;
  }

  private void beginMember() throws IOException {
    checksum.reset();
    if (required() != 0x1F || required() != 0x8B) {
      throw new ZipException("not a gzip header");
    }
    if (required() != 8) {
      throw new ZipException("unknown compression method");
    }
    int flags = required();
    if ((flags & RESERVED) != 0) {
      throw new ZipException("reserved flag set in the gzip header");
    }
    for (int i = 0; i < 6; i++) {
      required(); // time, level, system
    }
    if ((flags & HAS_EXTRA) != 0) {
      for (int length = required() | required() << 8; length > 0; length--) {
        required();
      }
    }
    if ((flags & HAS_NAME) != 0) {
      skipString();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipString();
    }
    if ((flags & HAS_CHECKSUM) != 0) {
      long expected = checksum.getValue() & 0xFFFF;
      if ((required() | required() << 8) != expected) {
        throw new ZipException("wrong checksum of the gzip header");
      }
    }
    checksum.reset();
    inflater.reset();
    inflater.setInput(buffer, next, filled - next);
    inMember = true;
  }

  private void skipString() throws IOException {
    while (required() != 0) {
      // up to the zero that ends it
    }
  }

  private void endMember() throws IOException {
    long expected = checksum.getValue();
    long size = inflater.getBytesWritten() & 0xFFFF_FFFFL;
    if (number() != expected) {
      throw new ZipException("wrong checksum of the decompressed data");
    }
    if (number() != size) {
      throw new ZipException("wrong length of the decompressed data");
    }
    inMember = false;
    int following = next();
    if (following > 0) {
      next--;
      return;
    }
    while (following == 0) {
      following = next();
    }
    if (following > 0) {
      throw new ZipException("trailing bytes that are no gzip member");
    }
    ended = true;
  }

  private long number() throws IOException {
    return required() | required() << 8 | required() << 16 | (long) required() << 24;
  }

  private int required() throws IOException {
    int value = next();
    if (value < 0) {
      throw new EOFException();
    }
    checksum.update(value);
    return value;
  }

  private int next() throws IOException {
    if (next == filled) {
      fill();
      if (filled == 0) {
        return -1;
      }
    }
    return buffer[next++] & 0xFF;
  }

  private void fill() throws IOException {
    next = 0;
    filled = Math.max(0, in.read(buffer, 0, buffer.length));
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    ended = true;
    in.close();
  }
}
