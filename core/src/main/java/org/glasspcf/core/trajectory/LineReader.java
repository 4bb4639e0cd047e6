package org.glasspcf.core.trajectory;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;
import org.glasspcf.core.GlassDataException;

/**
 * The lines of a text file, plain or gzip, one at a time in one buffer, as bytes and words. Lines
 * count from 1 in the uncompressed text; no line may be longer than 1 MiB.
 */
final class LineReader implements AutoCloseable {
  static final int LONGEST_LINE = 1 << 20;

  private static final int FIRST_BUFFER = 1 << 17;
  private static final int QUOTE_LENGTH = 60;
  private static final String CUT_OFF = "the file must be whole, but its gzip data end early";

  private final String source;
  private final InputStream in;
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int filled;
  private int following;
  private int start;
  private int end;
  private long number;
  private boolean complete;
  private boolean exhausted;
  private boolean cutOff;
  private boolean again;
  private boolean everyLineEnds;

  private int word;
  private int wordEnd;

  private LineReader(String source, InputStream in) {
    this.source = source;
    this.in = in;
  }

  /**
   * Opens a file, decompressing it if it starts as gzip files do.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  static LineReader open(Path file) {
    String source = file.toString();
    try {
      return of(source, Files.newInputStream(file));
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  /** Reads bytes that errors call by a name, and closes them in the end. */
  static LineReader of(String source, InputStream raw) {
    PushbackInputStream bytes = new PushbackInputStream(raw, 2);
    try {
      byte[] magic = bytes.readNBytes(2);
      bytes.unread(magic);
      return new LineReader(source, GzipInput.isMagic(magic) ? new GzipInput(bytes) : bytes);
    } catch (IOException e) {
      try (bytes) {
        throw unreadable(source, e);
      } catch (IOException closing) {
        throw unreadable(source, closing);
      }
    }
  }

  private static UncheckedIOException unreadable(String source, IOException e) {
    return new UncheckedIOException(source + " cannot be read: " + e, e);
  }

  /** From now on, a last line without a line break counts as cut off. */
  void requireLineBreaks() {
    everyLineEnds = true;
  }

  /** What errors call the file. */
  String source() {
    return source;
  }

  /** The number of the current line, from 1. */
  long number() {
    return number;
  }

  /**
   * Goes to the next line.
   *
   * @return false if there is none
   */
  boolean advance() {
    if (again) {
      again = false;
    } else if (!find()) {
      return false;
    }
    wordEnd = start;
    if (!complete && cutOff) {
      throw new TruncatedInput(source, number, CUT_OFF);
    }
    if (!complete && everyLineEnds) {
      throw new TruncatedInput(
          source, number, "the last line must end with a line break, or it may be cut off");
    }
    return true;
  }

  private boolean find() {
    start = following;
    int scanned = start;
    while (true) {
      int lineBreak = indexOfLineBreak(scanned);
      if (lineBreak >= 0) {
        end = lineBreak;
        following = lineBreak + 1;
        complete = true;
        number++;
        return true;
      }
      scanned = filled;
      if (exhausted) {
        break;
      }
      scanned -= makeRoom();
      fill();
    }
    end = filled;
    following = filled;
    if (start == filled) {
      if (cutOff) {
        throw new TruncatedInput(source, number + 1, CUT_OFF);
      }
      return false;
    }
    complete = false;
    number++;
    return true;
  }

  private int indexOfLineBreak(int from) {
    byte[] bytes = buffer;
    int to = filled;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Moves the line to the front of the buffer; returns how far. */
  private int makeRoom() {
    int moved = start;
    if (moved > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= moved;
      start = 0;
    } else if (filled == buffer.length) {
      if (filled >= LONGEST_LINE) {
        throw GlassDataException.atLine(
            source, number + 1, "a line must have at most " + LONGEST_LINE + " bytes");
      }
      buffer = Arrays.copyOf(buffer, 2 * filled);
    }
    return moved;
  }

  private void fill() {
    try {
      int count = in.read(buffer, filled, buffer.length - filled);
      if (count < 0) {
        exhausted = true;
      } else {
        filled += count;
      }
    } catch (EOFException e) {
      exhausted = true;
      cutOff = true;
    } catch (ZipException e) {
      throw GlassDataException.atLine(
          source, number + 1, "must be valid gzip data: " + e.getMessage(), e);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  /** Lets {@link #advance} give the current line once more. */
  void back() {
    again = true;
  }

  /** Goes to the next line that is not blank; false if there is none. */
  boolean advancePastBlank() {
    while (advance()) {
      if (nextWord()) {
        wordEnd = start;
        return true;
      }
    }
    return false;
  }

  /** Goes to the next line, which must be there. */
  void require(String what) {
    if (!advance()) {
      throw new TruncatedInput(
          source, number + 1, "expected " + what + ", found the end of the file");
    }
  }

  /** The buffer that the current line and word are in, until the next line. */
  byte[] bytes() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  static boolean isBlank(byte c) {
    return c <= ' ' && (c == ' ' || c == '\t' || c == '\r');
  }

  /** Goes to the next word of the line; false if there is none. */
  boolean nextWord() {
    int i = wordEnd;
    while (i < end && isBlank(buffer[i])) {
      i++;
    }
    word = i;
    while (i < end && !isBlank(buffer[i])) {
      i++;
    }
    wordEnd = i;
    return i > word;
  }

  /** The current word as text. */
  String word() {
    return text(word, wordEnd);
  }

  /** The current word as a decimal number, or NaN. */
  double decimal() {
    return Numbers.decimal(buffer, word, wordEnd);
  }

  /** The current word as a whole number, or {@link Numbers#NOT_WHOLE}. */
  long whole() {
    return Numbers.whole(buffer, word, wordEnd);
  }

  /** The whole line as words. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    wordEnd = start;
    while (nextWord()) {
      words.add(word());
    }
    return words;
  }

  /** The whole line as that many finite numbers. */
  double[] decimals(int count, String what) {
    double[] values = new double[count];
    wordEnd = start;
    int found = 0;
    while (nextWord()) {
      if (found < count) {
        values[found] = decimal();
        if (Double.isNaN(values[found])) {
          throw malformed("expected " + what + ", found " + quoted(word()));
        }
      }
      found++;
    }
    if (found != count) {
      throw malformed("expected " + what + ", found " + quoted(text()));
    }
    return values;
  }

  /** The whole line as one whole number. */
  long onlyWhole(String what) {
    wordEnd = start;
    long value = nextWord() ? whole() : Numbers.NOT_WHOLE;
    if (value == Numbers.NOT_WHOLE || nextWord()) {
      throw malformed("expected " + what + ", found " + quoted(text()));
    }
    return value;
  }

  /** The whole line as text, without blanks at its ends. */
  String text() {
    return text(start, end).strip();
  }

  /** A part of the buffer as text. */
  String text(int from, int to) {
    return new String(buffer, from, to - from, StandardCharsets.UTF_8);
  }

  /** Text in quotes for a message, cut short, with no control characters. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("'");
    int shown = Math.min(text.length(), QUOTE_LENGTH);
    for (int i = 0; i < shown; i++) {
      char c = text.charAt(i);
      quoted.append(Character.isISOControl(c) ? '\uFFFD' : c);
    }
    return quoted.append(shown < text.length() ? "…'" : "'").toString();
  }

  /**
   * The error that the current line breaks a rule; if it is the last one and has no line break, it
   * counts as cut off.
   */
  RuntimeException malformed(String rule) {
    return complete
        ? GlassDataException.atLine(source, number, rule)
        : new TruncatedInput(source, number, rule + " (the last line, without a line break)");
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(source + " cannot be closed: " + e, e);
    }
  }
}
