package org.glasspcf.pipeline.uncertainty;

import java.util.Objects;
import org.glasspcf.core.PairCorrelationFunction;

/**
 * A band around a predicted curve, bin by bin: g of a new melt lies inside it in the level's share
 * of the bins, on average over the bins with g &gt; 0.05 and the pairs of a class. It does not hold
 * whole curves with that probability.
 *
 * @param level the nominal coverage
 * @param lower lower end of g (1), not below 0
 * @param upper upper end of g (1), on the same grid
 */
public record CurveBand(
    BandLevel level, PairCorrelationFunction lower, PairCorrelationFunction upper) {

  /**
   * Checks that both ends lie on one grid.
   *
   * @param level the nominal coverage
   * @param lower lower end of g (1)
   * @param upper upper end of g (1)
   * @throws IllegalArgumentException if the grids differ
   */
  public CurveBand {
    Objects.requireNonNull(level, "level");
    if (!lower.grid().equals(upper.grid())) {
      throw new IllegalArgumentException(
          "both ends of a band must lie on one grid, got " + lower.grid() + " and " + upper.grid());
    }
  }
}
