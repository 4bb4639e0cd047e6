/**
 * Pair correlation functions from atoms, and structure from pair correlation functions.
 *
 * <p>{@link org.glasspcf.core.correlation.PairCorrelationCalculator} counts the pairs of atoms in
 * the frames of a simulation; what it returns, {@link
 * org.glasspcf.core.correlation.PairCorrelations}, holds the partial g(r) of all pairs of elements
 * and the running coordination numbers n(r). Distances are in Å. The counts are whole numbers, so
 * that a result does not depend on the number of threads.
 *
 * <p>{@link org.glasspcf.core.correlation.ShellSearch} reads the first shell of neighbors off a
 * curve, measured or predicted: {@link org.glasspcf.core.correlation.CoordinationShell}, bond
 * length, cutoff and coordination number. {@link org.glasspcf.core.correlation.GlassStructure}
 * lists them for a glass.
 *
 * <p>The package depends on {@code org.glasspcf.core}, {@code org.glasspcf.core.trajectory} and
 * {@code org.glasspcf.core.density}; anything may depend on it.
 */
package org.glasspcf.core.correlation;
