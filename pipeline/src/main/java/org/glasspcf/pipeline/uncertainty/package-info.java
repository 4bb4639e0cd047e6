/**
 * How far a prediction can be trusted: calibrated bands around curves, bond lengths and
 * coordination numbers, and a verdict whether a glass lies inside the training domain.
 *
 * <p>Bands are calibrated on training glasses alone, each predicted by models that had not seen it.
 * The package knows {@code core}, {@code evaluation} and {@code regression}; no native code and no
 * training engine.
 */
package org.glasspcf.pipeline.uncertainty;
