package org.glasspcf.pipeline.uncertainty;

import java.util.List;
import java.util.Objects;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassSample;

/**
 * The melts of one training glass and pair beside a prediction by a model that had not seen the
 * glass.
 *
 * @param sample the melts' curves, on the evaluation grid
 * @param predicted the prediction, on the same grid
 * @param novelty how new the glass was to that model (0 to 1)
 * @param oxygenDensities oxygen atoms per volume (Å⁻³) of each melt, in the order of the sample's
 *     curves; empty if a volume is not known
 */
public record OutOfFoldCurve(
    GlassSample sample,
    PairCorrelationFunction predicted,
    double novelty,
    List<Double> oxygenDensities) {

  /**
   * Checks that the parts fit.
   *
   * @param sample the melts' curves
   * @param predicted the prediction
   * @param novelty how new the glass was (0 to 1)
   * @param oxygenDensities oxygen atoms per volume (Å⁻³) of each melt, or none
   * @throws IllegalArgumentException if grids or counts differ, or the novelty is out of range
   */
  public OutOfFoldCurve {
    Objects.requireNonNull(sample, "sample");
    oxygenDensities = List.copyOf(oxygenDensities);
    if (!predicted.grid().equals(sample.meanCurve().grid())) {
      throw new IllegalArgumentException(
          "prediction and melts must lie on one grid, got "
              + predicted.grid()
              + " and "
              + sample.meanCurve().grid());
    }
    if (!(novelty >= 0 && novelty <= 1)) {
      throw new IllegalArgumentException("a novelty must be from 0 to 1, got " + novelty);
    }
    if (!oxygenDensities.isEmpty() && oxygenDensities.size() != sample.simulations()) {
      throw new IllegalArgumentException(
          "there must be one density for each of "
              + sample.simulations()
              + " melts, got "
              + oxygenDensities.size());
    }
  }
}
