package org.glasspcf.pipeline.evaluation;

import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;

/**
 * One training curve as the baselines see it. The arrays are shared, not copied: this type never
 * leaves the package.
 *
 * @param composition the glass
 * @param pair the pair of elements
 * @param fractions the six mole fractions of the glass (1)
 * @param values mean g(r) over the simulations on {@link CurveEvaluator#GRID} (dimensionless)
 * @param weight k·N_i·N_j, which goes as the inverse of the curve's noise variance
 */
record TrainingCurve(
    GlassComposition composition,
    ElementPair pair,
    double[] fractions,
    double[] values,
    double weight) {}
