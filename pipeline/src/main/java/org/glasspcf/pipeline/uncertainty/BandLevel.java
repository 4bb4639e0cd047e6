package org.glasspcf.pipeline.uncertainty;

/**
 * The share of new melts that a band or interval is to hold: of a curve's bins on average, not of
 * whole curves. How much it held of test melts is told by {@link BandEvaluation}.
 */
public enum BandLevel {
  /** Half of them. */
  FIFTY_PERCENT(0.5),
  /** Nine in ten. */
  NINETY_PERCENT(0.9);

  private final double coverage;

  BandLevel(double coverage) {
    this.coverage = coverage;
  }

  /**
   * The share.
   *
   * @return nominal coverage (1)
   */
  public double coverage() {
    return coverage;
  }
}
