package org.glasspcf.pipeline.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.pipeline.uncertainty.BandEvaluation;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.BandPredictor;
import org.glasspcf.pipeline.uncertainty.BaselineBands;

/**
 * How simple bands do on the same test curves.
 *
 * @param results by kind of band and level; a level is missing if no test curve had a band;
 *     unmodifiable
 */
public record BandComparison(Map<BaselineBands, Map<BandLevel, BandEvaluation>> results) {

  /**
   * Copies the maps.
   *
   * @param results by kind of band and level
   */
  public BandComparison {
    Map<BaselineBands, Map<BandLevel, BandEvaluation>> copy = new EnumMap<>(BaselineBands.class);
    results.forEach(
        (kind, levels) -> {
          Map<BandLevel, BandEvaluation> ordered = new EnumMap<>(BandLevel.class);
          ordered.putAll(levels);
          copy.put(kind, Collections.unmodifiableMap(ordered));
        });
    results = Collections.unmodifiableMap(copy);
  }

  /**
   * Fits every kind of band to the training part of a data set and judges it by the melts of the
   * held-out part. Takes seconds; the calling thread can be interrupted.
   *
   * @param dataset data with held-out glasses and others
   * @return the judgement
   * @throws IllegalArgumentException if the data set holds nothing out, or everything
   * @throws TrainingInterruptedException if the calling thread is interrupted
   */
  public static BandComparison fit(GlassDataset dataset) {
    if (!dataset.hasHeldOut()) {
      throw new IllegalArgumentException(
          "bands are compared on held-out glasses, but the data set holds none out");
    }
    GlassDataset training = dataset.trainingPart();
    GlassDataset test = dataset.testPart();
    Map<BaselineBands, Map<BandLevel, BandEvaluation>> results = new EnumMap<>(BaselineBands.class);
    for (BaselineBands kind : BaselineBands.values()) {
      TrainingInterruptedException.throwIfInterrupted("the comparison of bands");
      BandPredictor bands = kind.fit(training);
      Map<BandLevel, BandEvaluation> levels = new EnumMap<>(BandLevel.class);
      for (BandLevel level : BandLevel.values()) {
        BandEvaluation.of(test.samples(), bands, level).ifPresent(e -> levels.put(level, e));
      }
      results.put(kind, levels);
    }
    return new BandComparison(results);
  }

  /**
   * The judgement of one kind of band at one level.
   *
   * @param kind the kind
   * @param level the nominal coverage
   * @return empty if no test curve had a band
   */
  public Optional<BandEvaluation> of(BaselineBands kind, BandLevel level) {
    return Optional.ofNullable(results.getOrDefault(kind, Map.of()).get(level));
  }
}
