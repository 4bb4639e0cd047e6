package org.glasspcf.pipeline.plot;

import java.util.Objects;
import java.util.Optional;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.uncertainty.CurveBand;

/**
 * One small chart of g(r) against r (Å).
 *
 * @param title what is drawn: composition and pair
 * @param prediction the predicted curve
 * @param band around the prediction; empty for none
 * @param simulations the simulations' mean, with a band of its standard error where it has one;
 *     empty where nothing was simulated
 */
public record CurvePanel(
    String title,
    PairCorrelationFunction prediction,
    Optional<CurveBand> band,
    Optional<GlassSample> simulations) {

  /**
   * Checks the grids.
   *
   * @param title what is drawn: composition and pair
   * @param prediction the predicted curve
   * @param band around the prediction
   * @param simulations the simulations' mean
   * @throws IllegalArgumentException if the band has another grid than the prediction
   */
  public CurvePanel {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(simulations, "simulations");
    band.ifPresent(
        b -> {
          if (!b.lower().grid().equals(prediction.grid())) {
            throw new IllegalArgumentException(
                "a band must lie on the prediction's grid, "
                    + prediction.grid()
                    + ", got "
                    + b.lower().grid());
          }
        });
  }

  /**
   * A prediction alone.
   *
   * @param title what is drawn: composition and pair
   * @param prediction the predicted curve
   * @return the panel
   */
  public static CurvePanel of(String title, PairCorrelationFunction prediction) {
    return new CurvePanel(title, prediction, Optional.empty(), Optional.empty());
  }

  /**
   * Adds a band around the prediction.
   *
   * @param value the band, on the prediction's grid
   * @return a changed copy
   * @throws IllegalArgumentException if it lies on another grid
   */
  public CurvePanel withBand(CurveBand value) {
    return new CurvePanel(title, prediction, Optional.of(value), simulations);
  }

  /**
   * Adds what simulations gave for the same glass and pair. Choose bins as wide as the
   * prediction's: heights of different bins must not be compared.
   *
   * @param sample the simulations' curves
   * @return a changed copy
   */
  public CurvePanel withSimulations(GlassSample sample) {
    return new CurvePanel(title, prediction, band, Optional.of(sample));
  }
}
