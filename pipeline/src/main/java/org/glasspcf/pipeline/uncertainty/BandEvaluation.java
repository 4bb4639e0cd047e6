package org.glasspcf.pipeline.uncertainty;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.evaluation.CurveEvaluator;
import org.glasspcf.pipeline.evaluation.PairClass;

/**
 * Bands judged by the single melts of test glasses, over all bins in which the melt has g &gt;
 * 0.05.
 *
 * @param all over all test curves that have a band
 * @param wellSampled over the well-sampled ones among them; empty if there is none
 * @param byClass by class of pair; unmodifiable
 * @param without test curves for which there was no band
 */
public record BandEvaluation(
    BandScore all,
    Optional<BandScore> wellSampled,
    Map<PairClass, BandScore> byClass,
    int without) {

  /**
   * Copies the map.
   *
   * @param all over all test curves that have a band
   * @param wellSampled over the well-sampled ones
   * @param byClass by class of pair
   * @param without test curves for which there was no band
   */
  public BandEvaluation {
    Map<PairClass, BandScore> copy = new EnumMap<>(PairClass.class);
    copy.putAll(byClass);
    byClass = Collections.unmodifiableMap(copy);
  }

  /**
   * Judges bands.
   *
   * @param samples test curves, on grids that cover the evaluation grid
   * @param bands what gives the bands
   * @param level their nominal coverage
   * @return the scores; empty if no test curve has a band
   * @throws TrainingInterruptedException if the calling thread is interrupted
   */
  public static Optional<BandEvaluation> of(
      List<GlassSample> samples, BandPredictor bands, BandLevel level) {
    BandScore.Sum all = new BandScore.Sum(level);
    BandScore.Sum wellSampled = new BandScore.Sum(level);
    Map<PairClass, BandScore.Sum> byClass = new EnumMap<>(PairClass.class);
    int without = 0;
    for (GlassSample sample : samples) {
      TrainingInterruptedException.throwIfInterrupted("the evaluation of bands");
      Optional<CurveBand> band = bands.band(sample, level);
      if (band.isEmpty()) {
        without++;
        continue;
      }
      BandScore.Sum ofClass =
          byClass.computeIfAbsent(PairClass.of(sample.pair()), c -> new BandScore.Sum(level));
      for (PairCorrelationFunction melt : sample.rebin(CurveEvaluator.GRID).simulationCurves()) {
        for (int bin = 0; bin < melt.grid().bins(); bin++) {
          if (melt.value(bin) > BandCalibration.SMALLEST_G) {
            double lower = band.get().lower().value(bin);
            double upper = band.get().upper().value(bin);
            all.add(lower, upper, melt.value(bin));
            ofClass.add(lower, upper, melt.value(bin));
            if (sample.wellSampled()) {
              wellSampled.add(lower, upper, melt.value(bin));
            }
          }
        }
      }
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Map<PairClass, BandScore> means = new EnumMap<>(PairClass.class);
    byClass.forEach(
        (key, sum) -> {
          if (!sum.isEmpty()) {
            means.put(key, sum.mean());
          }
        });
    return Optional.of(
        new BandEvaluation(
            all.mean(),
            wellSampled.isEmpty() ? Optional.empty() : Optional.of(wellSampled.mean()),
            means,
            without));
  }
}
