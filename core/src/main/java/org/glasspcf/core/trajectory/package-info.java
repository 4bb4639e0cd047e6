/**
 * Atoms from molecular dynamics: frames of a trajectory, the files they are read from, and what
 * LAMMPS itself counted in them.
 *
 * <p>A {@link org.glasspcf.core.trajectory.Frame} is where every atom was at one step, in its
 * {@link org.glasspcf.core.trajectory.SimulationCell}. {@link
 * org.glasspcf.core.trajectory.TrajectoryReader} reads the frames of LAMMPS text dumps and of
 * extended XYZ, {@link org.glasspcf.core.trajectory.LammpsRdf} the output of {@code compute rdf}.
 * Positions and distances are in Å. Files are streamed, one frame at a time, and never held as a
 * whole; sizes that a file only claims take no memory.
 *
 * <p>What breaks a format is a {@link org.glasspcf.core.GlassDataException} that says file, line,
 * what was expected and what was found; a file that cannot be read at all is a {@link
 * java.io.UncheckedIOException}.
 *
 * <p>The package depends on {@code org.glasspcf.core} alone; what computes with atoms may depend on
 * it.
 */
package org.glasspcf.core.trajectory;
