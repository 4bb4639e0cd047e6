package org.glasspcf.core.correlation;

/** What looking for the first shell of neighbors in a curve came to. */
public enum ShellVerdict {
  /** A first peak and a minimum after it. */
  SHELL("a first peak and a minimum after it"),
  /** Nothing stands out: an ideal gas, a curve of zeros, or spikes of a few counts. */
  NO_PEAK("no peak that stands out against the curve's own noise"),
  /** A peak, and nothing to say that it has ended: the curve is too short or too noisy. */
  NO_MINIMUM("a first peak, but no minimum after it before the curve ends"),
  /** Something stands out that is not shaped like a peak. */
  NO_PEAK_SHAPE("a first maximum that is not shaped like a peak");

  private final String reason;

  ShellVerdict(String reason) {
    this.reason = reason;
  }

  /**
   * The verdict in words.
   *
   * @return what was found, or what was missing
   */
  public String reason() {
    return reason;
  }
}
