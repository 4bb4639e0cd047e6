/**
 * Data sets from what LAMMPS wrote.
 *
 * <p>The package puts the readers of {@code org.glasspcf.core.trajectory}, the curves of {@code
 * org.glasspcf.core.correlation} and the data sets of {@code org.glasspcf.core.dataset} together;
 * nothing in core depends on it.
 */
package org.glasspcf.core.lammps;
