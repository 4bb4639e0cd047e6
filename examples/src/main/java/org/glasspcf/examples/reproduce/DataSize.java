package org.glasspcf.examples.reproduce;

/** How many curves an experiment sees. */
public enum DataSize {
  /** As many as the paper has: 230, of which 50 are test curves. */
  PAPER_SIZE("paper-size"),
  /** All curves of the training part, a fifth of which are test curves. */
  ALL_CURVES("all-curves");

  private final String id;

  DataSize(String id) {
    this.id = id;
  }

  /**
   * Returns the name in files.
   *
   * @return for example {@code paper-size}
   */
  public String id() {
    return id;
  }
}
