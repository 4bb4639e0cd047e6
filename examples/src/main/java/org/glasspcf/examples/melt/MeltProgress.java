package org.glasspcf.examples.melt;

import java.util.OptionalDouble;

/**
 * How far a melt is.
 *
 * @param id the melt
 * @param stage what it does
 * @param step steps that LAMMPS has made of all stages of this melt
 * @param steps steps that it makes in all
 * @param temperature temperature (K); empty before the first is known
 */
public record MeltProgress(
    String id, MeltStage stage, long step, long steps, OptionalDouble temperature) {}
