package org.glasspcf.pipeline.plot;

import java.util.Objects;
import java.util.Optional;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.uncertainty.CurveBand;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;

/**
 * One small chart of g(r) against r (Å).
 *
 * @param title what is drawn: composition and pair
 * @param prediction the predicted curve
 * @param band around the prediction; empty for none
 * @param simulations the simulations' mean, with a band of its standard error where it has one;
 *     empty where nothing was simulated
 * @param extrapolated whether the glass lies outside the training domain: the line is dashed, and
 *     the legend says so
 */
public record CurvePanel(
    String title,
    PairCorrelationFunction prediction,
    Optional<CurveBand> band,
    Optional<GlassSample> simulations,
    boolean extrapolated) {

  /**
   * Checks the grids.
   *
   * @param title what is drawn: composition and pair
   * @param prediction the predicted curve
   * @param band around the prediction
   * @param simulations the simulations' mean
   * @param extrapolated whether the glass lies outside the training domain
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
   * A prediction, on its own bins of 0.1 Å, titled by its pair.
   *
   * @param prediction a prediction
   * @return the panel, which shows whether the glass lies outside the training domain
   */
  public static CurvePanel of(PcfPrediction prediction) {
    return of(prediction, PcfPrediction.GRID);
  }

  /**
   * A prediction on other bins, titled by its pair.
   *
   * @param prediction a prediction
   * @param grid the bins; see {@link PcfPrediction#curve(RadialGrid)}
   * @return the panel, which shows whether the glass lies outside the training domain
   */
  public static CurvePanel of(PcfPrediction prediction, RadialGrid grid) {
    return new CurvePanel(
        PlotLabels.of(prediction.pair()),
        prediction.curve(grid),
        Optional.empty(),
        Optional.empty(),
        prediction.domain().place() == DomainVerdict.Place.OUTSIDE);
  }

  /**
   * A curve alone, which is not an extrapolation.
   *
   * @param title what is drawn: composition and pair
   * @param prediction the predicted curve
   * @return the panel
   */
  public static CurvePanel of(String title, PairCorrelationFunction prediction) {
    return new CurvePanel(title, prediction, Optional.empty(), Optional.empty(), false);
  }

  /**
   * Sets the title.
   *
   * @param value one line
   * @return a changed copy
   */
  public CurvePanel titled(String value) {
    return new CurvePanel(value, prediction, band, simulations, extrapolated);
  }

  /**
   * Adds a band around the prediction.
   *
   * @param value the band, on the prediction's grid
   * @return a changed copy
   * @throws IllegalArgumentException if it lies on another grid
   */
  public CurvePanel withBand(CurveBand value) {
    return new CurvePanel(title, prediction, Optional.of(value), simulations, extrapolated);
  }

  /**
   * Adds what simulations gave for the same glass and pair. Choose bins as wide as the
   * prediction's: heights of different bins must not be compared.
   *
   * @param sample the simulations' curves
   * @return a changed copy
   */
  public CurvePanel withSimulations(GlassSample sample) {
    return new CurvePanel(title, prediction, band, Optional.of(sample), extrapolated);
  }
}
