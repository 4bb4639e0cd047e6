package org.glasspcf.pipeline.plot;

import java.util.Objects;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassSample;

/**
 * One test curve of a {@link RoadsPlot}, predicted on both roads; all on the same bins.
 *
 * @param simulations the simulations' curves: the truth
 * @param regression g(r) from the regression
 * @param decoded g(r) from forest and decoder
 */
public record RoadPanel(
    GlassSample simulations, PairCorrelationFunction regression, PairCorrelationFunction decoded) {

  /**
   * Checks the bins.
   *
   * @param simulations the simulations' curves
   * @param regression g(r) from the regression
   * @param decoded g(r) from forest and decoder
   * @throws IllegalArgumentException if the grids differ
   */
  public RoadPanel {
    Objects.requireNonNull(simulations, "simulations");
    requireGrid(simulations, regression);
    requireGrid(simulations, decoded);
  }

  private static void requireGrid(GlassSample simulations, PairCorrelationFunction curve) {
    if (!curve.grid().equals(simulations.meanCurve().grid())) {
      throw new IllegalArgumentException(
          "a prediction must lie on the simulations' grid, "
              + simulations.meanCurve().grid()
              + ", got "
              + curve.grid());
    }
  }
}
