/**
 * Atoms from molecular dynamics: frames of a trajectory and the files they are read from.
 *
 * <p>A {@link org.glasspcf.core.trajectory.Frame} is where every atom was at one step, in its
 * {@link org.glasspcf.core.trajectory.SimulationCell}. Positions are in Å. Files are streamed, one
 * frame at a time, and never held as a whole.
 *
 * <p>The package depends on {@code org.glasspcf.core} alone; what computes with atoms may depend on
 * it.
 */
package org.glasspcf.core.trajectory;
