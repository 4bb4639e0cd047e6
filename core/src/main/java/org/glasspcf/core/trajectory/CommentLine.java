package org.glasspcf.core.trajectory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The second line of a frame in extended XYZ: {@code key=value} pairs, with values bare, in quotes
 * or in brackets. Words without a value are skipped.
 */
final class CommentLine {
  private final LineReader lines;
  private final String text;
  private final Map<String, String> values = new LinkedHashMap<>();
  private int at;

  private CommentLine(LineReader lines) {
    this.lines = lines;
    this.text = lines.text();
  }

  /** Reads the current line. */
  static CommentLine of(LineReader lines) {
    CommentLine comment = new CommentLine(lines);
    comment.parse();
    return comment;
  }

  private void parse() {
    skipBlanks();
    while (at < text.length()) {
      String key = text.charAt(at) == '"' ? quoted('"') : bare(true);
      skipBlanks();
      if (at < text.length() && text.charAt(at) == '=') {
        at++;
        skipBlanks();
        if (values.put(key, value()) != null) {
          throw lines.malformed(
              "a key must be there once, found another " + LineReader.quoted(key));
        }
        skipBlanks();
      }
    }
  }

  private String value() {
    char first = at < text.length() ? text.charAt(at) : ' ';
    return switch (first) {
      case '"', '\'' -> quoted(first);
      case '{' -> bracketed('{', '}');
      case '[' -> bracketed('[', ']');
      case '(' -> bracketed('(', ')');
      default -> bare(false);
    };
  }

  private String bare(boolean isKey) {
    int from = at;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && !(isKey && text.charAt(at) == '=')) {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted(char quote) {
    StringBuilder value = new StringBuilder();
    int from = at;
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == quote) {
        at++;
        return value.toString();
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        c = text.charAt(at);
      }
      value.append(c);
    }
    throw unclosed(from);
  }

  private String bracketed(char open, char close) {
    int from = at;
    int depth = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        at++;
        return text.substring(from, at);
      }
    }
    throw unclosed(from);
  }

  private RuntimeException unclosed(int from) {
    return lines.malformed(
        "expected a closing quote or bracket, found the end of the line after "
            + LineReader.quoted(text.substring(from)));
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /** The value of a key. */
  Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The words of a value that is a vector or matrix, in any of the ways to write one. */
  static String[] items(String value) {
    String plain = value.replaceAll("[\\[\\](){},\\s]+", " ").strip();
    return plain.isEmpty() ? new String[0] : plain.split(" ");
  }
}
