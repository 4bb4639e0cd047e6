package org.glasspcf.pipeline.uncertainty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.evaluation.CurveEvaluator;
import org.glasspcf.pipeline.evaluation.PairGaussianProcess;

/** Simple bands that calibrated ones have to be measured against. */
public enum BaselineBands {
  /** From quantile to quantile of all training melts of the pair, bin by bin. */
  TRAINING_SPREAD("trainingSpread"),
  /**
   * The predictive distribution of the {@linkplain
   * org.glasspcf.pipeline.evaluation.Baseline#PAIR_GP pair Gaussian process} for one melt.
   */
  PAIR_GP("pairGp");

  private final String key;

  BaselineBands(String key) {
    this.key = key;
  }

  /**
   * The name in reports.
   *
   * @return the key
   */
  public String key() {
    return key;
  }

  /**
   * Fits the bands.
   *
   * @param training the training glasses
   * @return bands for the pairs of the training glasses; {@link #PAIR_GP} needs three glasses of a
   *     pair
   * @throws IllegalArgumentException if a held-out glass is among them
   */
  public BandPredictor fit(GlassDataset training) {
    training.requireTrainingOnly("fitting of bands");
    return switch (this) {
      case TRAINING_SPREAD -> trainingSpread(training);
      case PAIR_GP -> pairGp(training);
    };
  }

  private static BandPredictor trainingSpread(GlassDataset training) {
    Map<ElementPair, List<PairCorrelationFunction>> melts = new HashMap<>();
    for (GlassSample sample : training.samples()) {
      melts
          .computeIfAbsent(sample.pair(), pair -> new ArrayList<>())
          .addAll(sample.rebin(CurveEvaluator.GRID).simulationCurves());
    }
    return (sample, level) ->
        Optional.ofNullable(melts.get(sample.pair()))
            .map(
                curves -> {
                  double tail = (1 - level.coverage()) / 2;
                  return band(level, quantiles(curves, tail), quantiles(curves, 1 - tail));
                });
  }

  private static double[] quantiles(List<PairCorrelationFunction> curves, double share) {
    double[] out = new double[CurveEvaluator.GRID.bins()];
    for (int bin = 0; bin < out.length; bin++) {
      int at = bin;
      double[] sorted = curves.stream().mapToDouble(c -> c.value(at)).sorted().toArray();
      out[bin] = BandCalibration.quantile(sorted, share);
    }
    return out;
  }

  private static BandPredictor pairGp(GlassDataset training) {
    PairGaussianProcess process = PairGaussianProcess.fit(training);
    return (sample, level) ->
        process
            .predict(sample.composition(), sample.pair(), sample.pairCount())
            .map(
                p -> {
                  double z = level == BandLevel.NINETY_PERCENT ? 1.6448536 : 0.6744898;
                  double[] lower = new double[p.mean().length];
                  double[] upper = new double[lower.length];
                  for (int bin = 0; bin < lower.length; bin++) {
                    lower[bin] = Math.max(0, p.mean()[bin] - z * p.deviation()[bin]);
                    upper[bin] = Math.max(0, p.mean()[bin] + z * p.deviation()[bin]);
                  }
                  return band(level, lower, upper);
                });
  }

  private static CurveBand band(BandLevel level, double[] lower, double[] upper) {
    return new CurveBand(
        level,
        PairCorrelationFunction.of(CurveEvaluator.GRID, lower),
        PairCorrelationFunction.of(CurveEvaluator.GRID, upper));
  }
}
