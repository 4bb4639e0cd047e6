/**
 * New training glasses by melt–quench molecular dynamics: composition and protocol in, one more
 * glass in the folder of a data set out.
 *
 * <p>It stands in the examples because it drives two programs that are not Java, PACKMOL and
 * LAMMPS: no library module should need them. It depends on {@code org.glasspcf.core} alone; only
 * the command-line tool depends on it.
 *
 * <p>{@link org.glasspcf.examples.melt.MeltQuenchProtocol} says how to simulate, {@link
 * org.glasspcf.examples.melt.MeltCampaign} does it. The share of fourfold boron is put into the
 * potential by the Dell–Bray–Xiao model: it is no result. Units are those of LAMMPS's {@code metal}
 * style: eV, Å, ps, K, bar.
 */
package org.glasspcf.examples.melt;
