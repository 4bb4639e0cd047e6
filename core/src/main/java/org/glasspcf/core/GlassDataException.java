package org.glasspcf.core;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Data that cannot be used: a file that breaks its format, or simulations that contradict each
 * other.
 *
 * <p>The message already names the place, as {@code file:line: rule, value}.
 */
public final class GlassDataException extends GlassPcfException {
  private static final long serialVersionUID = 1L;
  private static final long NO_LINE = -1;

  /** Empty if not known; an Optional could not be serialized with the exception. */
  private final String source;

  /** From 1; {@code NO_LINE} if not known. */
  private final long line;

  private GlassDataException(String source, long line, String rule, Throwable cause) {
    super(place(source, line) + Objects.requireNonNull(rule, "rule"), cause);
    this.source = source;
    this.line = line;
  }

  /**
   * An error that belongs to no file.
   *
   * @param rule the rule that was broken and the offending value
   * @return the exception, to be thrown
   */
  public static GlassDataException of(String rule) {
    return new GlassDataException("", NO_LINE, rule, null);
  }

  /**
   * An error about a file as a whole.
   *
   * @param source name of the file or resource
   * @param rule the rule that was broken and the offending value
   * @return the exception, to be thrown
   */
  public static GlassDataException inFile(String source, String rule) {
    return new GlassDataException(named(source), NO_LINE, rule, null);
  }

  /**
   * An error about a file as a whole, with its cause.
   *
   * @param source name of the file or resource
   * @param rule the rule that was broken and the offending value
   * @param cause what went wrong underneath
   * @return the exception, to be thrown
   */
  public static GlassDataException inFile(String source, String rule, Throwable cause) {
    return new GlassDataException(named(source), NO_LINE, rule, cause);
  }

  /**
   * An error at a line of a file.
   *
   * @param source name of the file or resource
   * @param line number of the line, from 1
   * @param rule the rule that was broken and the offending value
   * @return the exception, to be thrown
   * @throws IllegalArgumentException if the line is not positive
   */
  public static GlassDataException atLine(String source, long line, String rule) {
    return new GlassDataException(named(source), numbered(line), rule, null);
  }

  /**
   * An error at a line of a file, with its cause.
   *
   * @param source name of the file or resource
   * @param line number of the line, from 1
   * @param rule the rule that was broken and the offending value
   * @param cause what went wrong underneath
   * @return the exception, to be thrown
   * @throws IllegalArgumentException if the line is not positive
   */
  public static GlassDataException atLine(String source, long line, String rule, Throwable cause) {
    return new GlassDataException(named(source), numbered(line), rule, cause);
  }

  /**
   * The file the error is about.
   *
   * @return name of the file or resource; empty for data made in memory
   */
  public Optional<String> source() {
    return source.isEmpty() ? Optional.empty() : Optional.of(source);
  }

  /**
   * The line the error is at.
   *
   * @return number of the line, from 1; empty if the error is not about one line
   */
  public OptionalLong line() {
    return line == NO_LINE ? OptionalLong.empty() : OptionalLong.of(line);
  }

  private static String place(String source, long line) {
    if (source.isEmpty()) {
      return "";
    }
    return line == NO_LINE ? source + ": " : source + ":" + line + ": ";
  }

  private static String named(String source) {
    if (source.isEmpty()) {
      throw new IllegalArgumentException("the source of a data error must have a name");
    }
    return source;
  }

  private static long numbered(long line) {
    return Preconditions.atLeast(1, line, "line number");
  }
}
