package org.glasspcf.pipeline.design;

import org.glasspcf.core.GlassComposition;

/**
 * What a search keeps of a glass that it looked at.
 *
 * @param glass the glass
 * @param standing whether it can be a candidate
 * @param misfit of the objective (1); infinite for a glass that lacks a pair
 */
record ScoredGlass(GlassComposition glass, Standing standing, double misfit) {
  /** In the order of ranks. */
  enum Standing {
    /** In the training domain or at its edge, and within the tolerance of every target. */
    MEETING,
    /** In the training domain or at its edge. */
    WITHIN,
    /** Outside the training domain. */
    OUTSIDE,
    /** Has not all the numbers that are wanted. */
    LACKING
  }
}
