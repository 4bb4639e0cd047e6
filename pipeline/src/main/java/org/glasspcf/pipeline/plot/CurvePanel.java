package org.glasspcf.pipeline.plot;

import java.util.Objects;
import java.util.Optional;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassSample;

/**
 * One small chart of g(r) against r (Å).
 *
 * @param title what is drawn: composition and pair
 * @param prediction the predicted curve
 * @param spread half the width (1) of a band around the prediction, a value a bin; empty for none
 * @param simulations the simulations' mean, with a band of its standard error where it has one;
 *     empty where nothing was simulated
 */
public record CurvePanel(
    String title,
    PairCorrelationFunction prediction,
    Optional<double[]> spread,
    Optional<GlassSample> simulations) {

  /**
   * Copies the array.
   *
   * @param title what is drawn: composition and pair
   * @param prediction the predicted curve
   * @param spread half the width (1) of a band around the prediction, a value a bin
   * @param simulations the simulations' mean
   * @throws IllegalArgumentException if the spread has another length than the prediction
   */
  public CurvePanel {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(simulations, "simulations");
    spread = spread.map(double[]::clone);
    int bins = prediction.grid().bins();
    spread.ifPresent(
        values -> {
          if (values.length != bins) {
            throw new IllegalArgumentException(
                "the spread must have one value a bin, " + bins + ", got " + values.length);
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
   * @param values half its width (1), a value a bin
   * @return a changed copy
   * @throws IllegalArgumentException if there are more or fewer values than bins
   */
  public CurvePanel withSpread(double[] values) {
    return new CurvePanel(title, prediction, Optional.of(values), simulations);
  }

  /**
   * Adds what simulations gave for the same glass and pair. Choose bins as wide as the
   * prediction's: heights of different bins must not be compared.
   *
   * @param sample the simulations' curves
   * @return a changed copy
   */
  public CurvePanel withSimulations(GlassSample sample) {
    return new CurvePanel(title, prediction, spread, Optional.of(sample));
  }

  /**
   * Returns the band's half width.
   *
   * @return a copy of the values (1); empty for no band
   */
  @Override
  public Optional<double[]> spread() {
    return spread.map(double[]::clone);
  }
}
