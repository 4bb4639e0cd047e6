package org.glasspcf.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.dataset.SplitKind;
import org.glasspcf.pipeline.PipelineEvaluation;
import org.glasspcf.pipeline.evaluation.CurveEvaluation;
import org.glasspcf.pipeline.evaluation.CurveScores;
import org.junit.jupiter.api.Test;

class ErrorBudgetTest {
  private static final double TINY = 1e-15;

  @Test
  void steps_areDifferencesOfMeanSquares_andSumToTheTotal() {
    ErrorBudget budget =
        ErrorBudget.of(scores(0.02), scores(0.03), scores(0.07), Optional.of(scores(0.05)));
    assertEquals(4, budget.curves());
    assertEquals(0.0004, budget.codec().meanSquare(), TINY);
    assertEquals(0.0005, budget.autoencoder().meanSquare(), TINY);
    assertEquals(0.0040, budget.forest().meanSquare(), TINY);
    assertEquals(0.0049, budget.total().meanSquare(), TINY);
    assertEquals(0.0025, budget.regression().orElseThrow().meanSquare(), TINY);
    assertEquals(0.0001, budget.noise().orElseThrow().meanSquare(), TINY);
    assertEquals(
        budget.total().meanSquare(),
        budget.codec().meanSquare()
            + budget.autoencoder().meanSquare()
            + budget.forest().meanSquare(),
        TINY);
    assertEquals(Math.sqrt(0.0005), budget.autoencoder().root(), TINY);
    assertEquals(0.07, budget.total().root(), TINY);
  }

  @Test
  void stepThatMakesErrorsSmaller_isNegative_andSoIsItsRoot() {
    ErrorBudget budget = ErrorBudget.of(scores(0.05), scores(0.03), scores(0.03), Optional.empty());
    assertEquals(-0.0016, budget.autoencoder().meanSquare(), TINY);
    assertEquals(-0.04, budget.autoencoder().root(), TINY);
    assertEquals(0, budget.forest().root());
    assertTrue(budget.regression().isEmpty());
  }

  @Test
  void noNoiseFloor_leavesNoiseOut() {
    CurveScores bare =
        new CurveScores(1, 0.1, 0.1, 0, OptionalDouble.empty(), OptionalDouble.empty());
    assertTrue(ErrorBudget.of(bare, bare, bare, Optional.empty()).noise().isEmpty());
  }

  @Test
  void otherCurves_areRefused() {
    CurveScores other =
        new CurveScores(3, 0.1, 0.1, 0, OptionalDouble.empty(), OptionalDouble.empty());
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> ErrorBudget.of(scores(0.1), other, scores(0.1), Optional.empty()));
    assertEquals(
        "the steps of a budget must be scored on the same 4 curves, got 3", refused.getMessage());
  }

  @Test
  void evaluation_withoutWellSampledCurves_hasNoBudget() {
    assertTrue(ErrorBudget.of(evaluation(Optional.empty())).isEmpty());
  }

  @Test
  void evaluation_allFromTheDecoder_hasNoRegression() {
    ErrorBudget budget = ErrorBudget.of(evaluation(Optional.of(scores(0.2)))).orElseThrow();
    assertTrue(budget.regression().isEmpty());
    assertEquals(0.04, budget.total().meanSquare(), TINY);
  }

  private static PipelineEvaluation evaluation(Optional<CurveScores> wellSampled) {
    CurveEvaluation curves =
        new CurveEvaluation(scores(0.3), wellSampled, Map.of(), Optional.empty());
    return new PipelineEvaluation(
        SplitKind.FIXED,
        List.of(),
        curves,
        curves,
        curves,
        curves,
        List.of(),
        List.of(),
        0,
        0,
        0,
        0,
        0,
        List.of());
  }

  private static CurveScores scores(double rmse) {
    return new CurveScores(4, rmse, rmse, 0, OptionalDouble.of(0.01), OptionalDouble.of(rmse));
  }
}
