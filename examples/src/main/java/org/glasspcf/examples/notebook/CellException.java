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
    // Where in the kernel it was made tells the reader nothing.
    super(message, null, false, false);
    this.lines = List.copyOf(lines);
  }

  /** Returns all lines, for programs that run notebooks and print no more than this. */
  @Override
  public String getLocalizedMessage() {
    return String.join("\n", lines);
  }

  /** Returns what the notebook shows: where, what, and the lines of the cell. */
  List<String> lines() {
    return lines;
  }
}
