package org.glasspcf.pipeline;

import org.glasspcf.core.dataset.GlassSample;

/**
 * A prediction beside the simulations of the same glass and pair.
 *
 * @param sample the simulations' curves, on their own grid
 * @param prediction the pipeline's
 */
public record EvaluatedCurve(GlassSample sample, PcfPrediction prediction) {}
