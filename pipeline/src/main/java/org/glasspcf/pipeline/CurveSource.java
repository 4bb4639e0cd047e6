package org.glasspcf.pipeline;

/** Which part of a pipeline its curves are taken from. */
public enum CurveSource {
  /**
   * The regression of curves on the composition, pair by pair ({@link
   * org.glasspcf.pipeline.regression.CurveRegression}). Pairs of fewer than three training glasses
   * come from the decoder, and {@link PcfPrediction#curveSource()} says so.
   */
  REGRESSION,
  /** The decoder's image of the forest's latent vector, as the paper has it. */
  DECODER
}
