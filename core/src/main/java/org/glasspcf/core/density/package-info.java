/**
 * How many atoms there are in a volume of glass: what turns a pair correlation function into
 * coordination numbers and structure factors.
 *
 * <p>{@link org.glasspcf.core.density.NumberDensities} is counted in a simulation's box or computed
 * from a composition and a mass density.
 *
 * <p>The package depends on {@code org.glasspcf.core} and, to fit a model of the molar volume, on
 * {@code org.glasspcf.core.dataset}.
 */
package org.glasspcf.core.density;
