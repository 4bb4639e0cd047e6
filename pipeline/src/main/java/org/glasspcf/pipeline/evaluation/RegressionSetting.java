package org.glasspcf.pipeline.evaluation;

import java.util.List;
import java.util.SortedMap;

/** One setting of a regression of g on the mole fractions, which can be fitted to any pair. */
interface RegressionSetting {

  /** A fitted regression: six mole fractions to the unclipped values of g on the grid. */
  @FunctionalInterface
  interface Fit {
    double[] predict(double[] fractions);
  }

  /** Fits the curves of one pair. */
  Fit fit(List<TrainingCurve> curves);

  /** How strongly this setting pulls towards the mean: of equally good ones the larger is taken. */
  double smoothing();

  /** The setting's numbers by name. */
  SortedMap<String, Double> values();
}
