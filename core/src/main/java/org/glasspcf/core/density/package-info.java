/**
 * How many atoms there are in a volume of glass: what turns a pair correlation function into
 * coordination numbers and structure factors.
 *
 * <p>{@link org.glasspcf.core.density.NumberDensities} is counted in a simulation's box or computed
 * from a composition and a mass density, which {@link org.glasspcf.core.density.MolarVolumeModel}
 * estimates where none is known; {@link org.glasspcf.core.density.DellBrayXiao} says how much of
 * the boron in a composition has four oxygens.
 *
 * <p>The package depends on {@code org.glasspcf.core} and {@code org.glasspcf.core.dataset}; {@code
 * correlation} and {@code diffraction} depend on it.
 */
package org.glasspcf.core.density;
