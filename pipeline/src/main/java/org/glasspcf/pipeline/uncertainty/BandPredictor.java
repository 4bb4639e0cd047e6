package org.glasspcf.pipeline.uncertainty;

import java.util.Optional;
import org.glasspcf.core.dataset.GlassSample;

/** Anything that gives a band for the melts of a glass. */
@FunctionalInterface
public interface BandPredictor {

  /**
   * The band for one new melt.
   *
   * @param sample tells the glass, the pair and the number of pairs of atoms; the curves in it are
   *     not to be looked at
   * @param level the nominal coverage
   * @return the band, on the evaluation grid; empty if there is none for the pair
   */
  Optional<CurveBand> band(GlassSample sample, BandLevel level);
}
