package org.glasspcf.pipeline.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.forest.ForestTrainer;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.evaluation.CurveEvaluation;
import org.glasspcf.pipeline.evaluation.CurveEvaluator;
import org.glasspcf.pipeline.evaluation.CurveScores;

/**
 * What simple methods reach on the same test curves.
 *
 * @param results the scores of each baseline, in the order of {@link Baseline}; unmodifiable
 */
public record BaselineComparison(Map<Baseline, CurveEvaluation> results) {

  /**
   * Copies the map.
   *
   * @param results the scores of each baseline
   */
  public BaselineComparison {
    Map<Baseline, CurveEvaluation> ordered = new EnumMap<>(Baseline.class);
    ordered.putAll(results);
    results = Collections.unmodifiableMap(ordered);
  }

  /**
   * Fits every baseline to the training part of a data set and scores it on the held-out part.
   * Takes seconds; the calling thread can be interrupted.
   *
   * @param dataset data with held-out glasses and others
   * @param seed seeds the forests among them
   * @return the scores
   * @throws IllegalArgumentException if the data set holds nothing out, or everything
   * @throws TrainingInterruptedException if the calling thread is interrupted
   * @throws org.glasspcf.core.TrainingException if Tribuo is missing, which grows the forests among
   *     them
   */
  public static BaselineComparison fit(GlassDataset dataset, long seed) {
    if (!dataset.hasHeldOut()) {
      throw new IllegalArgumentException(
          "baselines are compared on held-out glasses, but the data set holds none out");
    }
    ForestTrainer.requireEngine();
    GlassDataset training = dataset.trainingPart();
    CurveEvaluator evaluator = CurveEvaluator.of(dataset.testPart());
    Map<Baseline, CurveEvaluation> results = new EnumMap<>(Baseline.class);
    for (Baseline baseline : Baseline.values()) {
      TrainingInterruptedException.throwIfInterrupted("the comparison with baselines");
      results.put(baseline, evaluator.evaluate(baseline.fit(training, seed)));
    }
    return new BaselineComparison(results);
  }

  /**
   * Names the baselines that do better: those with a lower RMSE of g over the well-sampled curves,
   * or over all curves where none is well sampled.
   *
   * @param evaluation the scores of a model on the same test curves
   * @return the baselines, best first; empty if the model is ahead of all
   * @throws IllegalArgumentException if the scores are those of another number of curves
   */
  public List<Baseline> betterThan(CurveEvaluation evaluation) {
    results.forEach((baseline, theirs) -> requireSameCurves(evaluation, baseline, theirs));
    double own = headline(evaluation).rmse();
    return results.entrySet().stream()
        .filter(entry -> headline(entry.getValue()).rmse() < own)
        .sorted((a, b) -> Double.compare(rmse(a.getValue()), rmse(b.getValue())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void requireSameCurves(
      CurveEvaluation evaluation, Baseline baseline, CurveEvaluation theirs) {
    if (!counts(evaluation).equals(counts(theirs))) {
      throw new IllegalArgumentException(
          "a model and its baselines must be scored on the same curves, got "
              + counts(evaluation)
              + " for the model and "
              + counts(theirs)
              + " for "
              + baseline.key());
    }
  }

  private static String counts(CurveEvaluation evaluation) {
    return evaluation.all().curves()
        + " ("
        + evaluation.wellSampled().map(CurveScores::curves).orElse(0)
        + " well sampled)";
  }

  private static double rmse(CurveEvaluation evaluation) {
    return headline(evaluation).rmse();
  }

  private static CurveScores headline(CurveEvaluation evaluation) {
    return evaluation.wellSampled().orElse(evaluation.all());
  }
}
