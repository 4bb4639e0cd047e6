package org.glasspcf.examples.notebook;

import java.util.List;

/** A cell did not run to its end; the message is for the notebook's reader. */
final class CellException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> lines;

  /**
   * Creates the exception.
   *
   * @param message what went wrong, in one line
   * @param lines what the notebook shows
   */
  CellException(String message, List<String> lines) {
    super(message);
    this.lines = List.copyOf(lines);
  }

  /** Returns what the notebook shows: where, what, and the lines of the cell. */
  List<String> lines() {
    return lines;
  }
}
