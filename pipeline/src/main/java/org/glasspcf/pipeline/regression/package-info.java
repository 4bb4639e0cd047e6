/**
 * Regression of whole curves on the composition, pair by pair: what the default pipeline takes its
 * curves from.
 *
 * <p>The structure of a glass changes smoothly with its composition, and a Gaussian process learns
 * a smooth function from few glasses. A forest's steps, and the autoencoder's error on glasses that
 * it has not seen, are each larger than the whole error of this regression.
 *
 * <p>The package knows {@code core} alone. Fitting uses Commons Math; prediction is plain loops.
 */
package org.glasspcf.pipeline.regression;
