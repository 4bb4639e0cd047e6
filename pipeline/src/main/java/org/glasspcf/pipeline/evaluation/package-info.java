/**
 * How far predicted pair correlation functions are from those of molecular dynamics, and from what
 * simple methods reach on the same glasses.
 *
 * <p>Everything is measured on {@linkplain org.glasspcf.pipeline.evaluation.CurveEvaluator#GRID 100
 * bins of 0.1 Å over 0–10 Å}, each holding its shell average. The truth of a composition is the
 * mean over its simulations. One melt is one draw from an ensemble, so the truth has a standard
 * error of its own: the <em>noise floor</em> is the error that a perfect predictor would still
 * show, and the <em>excess</em> is what remains of a method's error beyond it.
 *
 * <p>The baselines see training compositions only; their settings come from cross-validation that
 * keeps all simulations and curves of one composition together.
 *
 * <p>The package knows {@code core} and {@code forest}, not the encoder: latents and images come as
 * plain arrays.
 */
package org.glasspcf.pipeline.evaluation;
