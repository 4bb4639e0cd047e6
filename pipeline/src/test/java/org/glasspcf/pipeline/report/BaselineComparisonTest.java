package org.glasspcf.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.evaluation.CurveEvaluation;
import org.glasspcf.pipeline.evaluation.CurveScores;
import org.junit.jupiter.api.Test;

class BaselineComparisonTest {
  private static final BaselineComparison COMPARISON =
      new BaselineComparison(
          Map.of(
              Baseline.PAIR_GP, evaluation(0.05, 0.2),
              Baseline.PAIR_MEAN, evaluation(0.14, 0.1),
              Baseline.PAIR_RIDGE, evaluation(0.04, 0.3)));

  @Test
  void betterThan_comparesWellSampledCurves_bestFirst() {
    assertEquals(
        List.of(Baseline.PAIR_RIDGE, Baseline.PAIR_GP),
        COMPARISON.betterThan(evaluation(0.06, 0.06)));
    assertEquals(List.of(), COMPARISON.betterThan(evaluation(0.04, 0.9)));
  }

  @Test
  void betterThan_onOtherCurves_isRefused() {
    CurveEvaluation noneWellSampled =
        new CurveEvaluation(scores(0.1), Optional.empty(), Map.of(), Optional.empty());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> COMPARISON.betterThan(noneWellSampled));
    assertEquals(
        "a model and its baselines must be scored on the same curves, got 1 (0 well sampled) for"
            + " the model and 1 (1 well sampled) for pairMean",
        refused.getMessage());
  }

  @Test
  void fit_nothingHeldOut_isRefused() {
    GlassDataset training = GlassDataset.bundled().trainingPart();
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> BaselineComparison.fit(training, 0));
    assertTrue(refused.getMessage().contains("holds none out"), refused.getMessage());
  }

  @Test
  void fit_interrupted_stops() {
    GlassDataset dataset = GlassDataset.bundled();
    Thread.currentThread().interrupt();
    assertThrows(TrainingInterruptedException.class, () -> BaselineComparison.fit(dataset, 0));
    assertTrue(Thread.interrupted());
  }

  private static CurveEvaluation evaluation(double wellSampled, double all) {
    return new CurveEvaluation(
        scores(all), Optional.of(scores(wellSampled)), Map.of(), Optional.empty());
  }

  private static CurveScores scores(double rmse) {
    return new CurveScores(1, rmse, rmse, 0, OptionalDouble.empty(), OptionalDouble.empty());
  }
}
