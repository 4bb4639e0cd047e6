package org.glasspcf.core.dataset;

/** How the two parts of a {@link DatasetSplit} were chosen. */
public enum SplitKind {
  /** The held-out marks of the data set: whole compositions, the same in every run. */
  FIXED,

  /** Drawn by composition: all melts and all pairs of a composition stand on one side. */
  BY_GLASS,

  /**
   * By condition: a composition may stand on both sides, at other values of its conditions, such as
   * quench rates. A test at a condition that a model has not seen, of glasses that it has seen.
   */
  BY_CONDITION,

  /**
   * Drawn by curve: the pairs of one composition may stand on both sides, so that a model tested on
   * one of them has seen the glass before. For comparison with work that splits this way only.
   */
  BY_CURVE
}
