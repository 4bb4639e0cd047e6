package org.glasspcf.pipeline;

/**
 * How bands are calibrated: on training glasses, each predicted without having been learned from,
 * in ten grouped folds.
 */
public enum Calibration {
  /** Not at all: predictions have no bands. */
  NONE,
  /**
   * What maps compositions to curves or latent vectors is fitted anew without each fold; the
   * autoencoder is trained once and has seen all glasses. Takes seconds. For {@link
   * CurveSource#REGRESSION} the autoencoder has no part in the curves, so this is a full
   * cross-validation already; for {@link CurveSource#DECODER} bands come out somewhat too narrow.
   */
  OUT_OF_FOLD,
  /**
   * Everything that curves depend on is trained anew without each fold: ten more trainings of the
   * autoencoder for {@link CurveSource#DECODER}, and the same as {@link #OUT_OF_FOLD} for {@link
   * CurveSource#REGRESSION}.
   */
  CROSS_VALIDATION
}
