package org.glasspcf.pipeline.evaluation;

import java.util.OptionalDouble;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;

/**
 * The error of one predicted curve, on {@link CurveEvaluator#GRID}.
 *
 * @param composition the test glass
 * @param pair the pair of elements
 * @param wellSampled whether N_i·N_j ≥ 1,600 in one simulation
 * @param meanSquare mean over the bins of (predicted − true)² (1)
 * @param noise mean over the bins of the truth's squared standard error s²/k (1); empty for a
 *     single simulation
 */
public record CurveError(
    GlassComposition composition,
    ElementPair pair,
    boolean wellSampled,
    double meanSquare,
    OptionalDouble noise) {}
