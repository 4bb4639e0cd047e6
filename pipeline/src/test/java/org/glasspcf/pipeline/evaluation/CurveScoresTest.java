package org.glasspcf.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CurveScoresTest {

  private static final double[] TRUTH_A = {0, 2};
  private static final double[] TRUTH_B = {4, 2};

  @Test
  void scores_ofHandMadeCurves_arePooledOverCurvesAndBins() {
    CurveScores scores =
        CurveScores.of(
            List.of(
                new ScoredCurve(new double[] {1, 2}, TRUTH_A, Optional.empty()),
                new ScoredCurve(new double[] {4, 5}, TRUTH_B, Optional.empty())));

    assertEquals(2, scores.curves());
    assertEquals((1 + 3) / 4.0, scores.mae(), 1e-15);
    assertEquals(Math.sqrt((1 + 9) / 4.0), scores.rmse(), 1e-15);
    assertEquals(1 - 10 / 8.0, scores.r2(), 1e-15);
  }

  @Test
  void scores_ofPerfectPrediction_areZeroAndOne() {
    CurveScores scores =
        CurveScores.of(List.of(new ScoredCurve(TRUTH_A, TRUTH_A, Optional.of(new double[2]))));

    assertEquals(new CurveScores(1, 0, 0, 1, OptionalDouble.of(0), OptionalDouble.of(0)), scores);
  }

  @Test
  void singleMelts_enterNeitherFloorNorExcess() {
    ScoredCurve repeated =
        new ScoredCurve(new double[] {5, 2}, TRUTH_A, Optional.of(new double[] {3, 1}));
    ScoredCurve single = new ScoredCurve(new double[] {104, 2}, TRUTH_B, Optional.empty());

    CurveScores scores = CurveScores.of(List.of(repeated, single));

    double floor = Math.sqrt((9 + 1) / 2.0);
    assertEquals(floor, scores.noiseFloor().orElseThrow(), 1e-12);
    assertEquals(Math.sqrt(25 / 2.0 - floor * floor), scores.excess().orElseThrow(), 1e-12);
    assertEquals(Math.sqrt((25 + 10000) / 4.0), scores.rmse(), 1e-12);
  }

  @Test
  void excess_belowFloor_isZero() {
    CurveScores scores =
        CurveScores.of(
            List.of(
                new ScoredCurve(new double[] {0.1, 2}, TRUTH_A, Optional.of(new double[] {1, 1}))));

    assertEquals(0, scores.excess().orElseThrow());
  }

  @Test
  void floorAndExcess_ofSingleMeltsOnly_areEmpty() {
    CurveScores scores =
        CurveScores.of(List.of(new ScoredCurve(TRUTH_B, TRUTH_A, Optional.empty())));

    assertTrue(scores.noiseFloor().isEmpty());
    assertTrue(scores.excess().isEmpty());
  }

  @Test
  void r2_ofConstantTruth_isNotANumber() {
    double[] constant = {1, 1};

    assertTrue(
        Double.isNaN(
            CurveScores.of(List.of(new ScoredCurve(TRUTH_A, constant, Optional.empty()))).r2()));
  }

  @Test
  void scores_ofNoCurve_areRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> CurveScores.of(List.of()));

    assertEquals("scores need at least one curve, got 0", e.getMessage());
  }
}
