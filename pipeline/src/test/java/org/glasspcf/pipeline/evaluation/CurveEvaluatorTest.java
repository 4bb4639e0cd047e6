package org.glasspcf.pipeline.evaluation;

import static org.glasspcf.pipeline.evaluation.TestCurves.flat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.dataset.GlassSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveEvaluatorTest {

  private static final GlassComposition GLASS = GlassComposition.parse("60SiO2-20B2O3-20Na2O");

  @ParameterizedTest
  @ValueSource(strings = {"pairMean", "pairGp", "directForest"})
  void evaluation_ofStoredPredictions_equalsReference(String method) {
    Map<String, Double> reference = ReferenceFiles.figures("stored-figures.csv", 0);
    Map<String, GlassComposition> glassOf = new HashMap<>();
    for (GlassSimulation melt : TestCurves.bundled().simulations()) {
      glassOf.put(melt.id(), melt.composition());
    }
    List<GlassSample> samples = new ArrayList<>();
    List<PairCorrelationFunction> predicted = new ArrayList<>();
    for (String[] row : ReferenceFiles.rows("stored-predictions.csv.gz")) {
      if (row[0].equals(method)) {
        samples.add(
            TestCurves.bundled()
                .sample(glassOf.get(row[1]), ElementPair.parse(row[2]))
                .orElseThrow());
        double[] values = new double[CurveEvaluator.GRID.bins()];
        for (int i = 0; i < values.length; i++) {
          values[i] = Double.parseDouble(row[3 + i]);
        }
        predicted.add(PairCorrelationFunction.of(CurveEvaluator.GRID, values));
      }
    }

    CurveEvaluation evaluation = CurveEvaluator.of(samples).evaluate(predicted);

    assertEquals(191, evaluation.all().curves());
    assertScores(reference, method + ".all.", evaluation.all(), 1e-9);
    assertScores(reference, method + ".wellSampled.", evaluation.wellSampled().orElseThrow(), 1e-9);
    assertEquals(191, evaluation.byClass().values().stream().mapToInt(CurveScores::curves).sum());
  }

  @Test
  void noiseFloor_ofFixedTestPart_equalsReference() {
    Map<String, Double> reference = ReferenceFiles.figures("reference-figures.csv", 0);
    CurveEvaluator evaluator = CurveEvaluator.of(TestCurves.bundled().testPart().samples());

    CurveEvaluation evaluation =
        evaluator.evaluate(evaluator.samples().stream().map(GlassSample::meanCurve).toList());

    assertEquals(
        reference.get("noiseFloor.all"), evaluation.all().noiseFloor().orElseThrow(), 1e-9);
    assertEquals(
        reference.get("noiseFloor.wellSampled"),
        evaluation.wellSampled().orElseThrow().noiseFloor().orElseThrow(),
        1e-9);
    assertEquals(0, evaluation.all().rmse());
    assertEquals(0, evaluation.cationOxygen().orElseThrow().bondLengthMae());
    double bondError =
        evaluation.cationOxygen().orElseThrow().bondLengthStandardError().orElseThrow();
    assertTrue(bondError > 0.0005 && bondError < 0.01, "standard error (Å) " + bondError);
  }

  @Test
  void groups_ofHandMadeSamples_areSeparate() {
    List<GlassSample> samples =
        List.of(
            sample("Si-O", 1600, flat(1)),
            sample("Si-Si", 1599, flat(2)),
            sample("O-O", 4000, flat(3)));

    CurveEvaluation evaluation =
        CurveEvaluator.of(samples).evaluate(List.of(flat(1.5), flat(4), flat(2)));

    assertEquals(3.5 / 3, evaluation.all().mae(), 1e-12);
    assertEquals(1.5 / 2, evaluation.wellSampled().orElseThrow().mae(), 1e-12);
    assertEquals(
        Set.of(PairClass.CATION_OXYGEN, PairClass.CATION_CATION, PairClass.OXYGEN_OXYGEN),
        evaluation.byClass().keySet());
    assertEquals(2, evaluation.byClass().get(PairClass.CATION_CATION).mae(), 1e-12);
    assertTrue(evaluation.all().excess().isEmpty());
  }

  @Test
  void wellSampled_withoutSuchCurve_isEmpty() {
    CurveEvaluation evaluation =
        CurveEvaluator.of(List.of(sample("Si-O", 100, flat(1)))).evaluate((glass, pair) -> flat(2));

    assertTrue(evaluation.wellSampled().isEmpty());
    assertTrue(evaluation.cationOxygen().isEmpty());
    assertEquals(1, evaluation.all().mae(), 1e-12);
  }

  @Test
  void standardError_isTakenOnEvaluationBins() {
    RadialGrid fine = RadialGrid.uniform(10, 200);
    double[] up = new double[200];
    double[] down = new double[200];
    for (int i = 0; i < 200; i++) {
      // opposite spikes in the halves of each coarse bin, of equal count: equal shell averages
      up[i] = i % 2 == 0 ? 1 / fine.shellMoment(i) : 0;
      down[i] = i % 2 == 1 ? 1 / fine.shellMoment(i) : 0;
    }
    GlassSample sample =
        sample(
            "Si-O",
            1600,
            PairCorrelationFunction.of(fine, up),
            PairCorrelationFunction.of(fine, down));

    CurveEvaluation evaluation =
        CurveEvaluator.of(List.of(sample)).evaluate((glass, pair) -> flat(0));

    assertEquals(0, evaluation.all().noiseFloor().orElseThrow(), 1e-9);
  }

  @Test
  void predictions_onOtherGrid_areRebinned() {
    double[] values = new double[200];
    Arrays.fill(values, 1);
    PairCorrelationFunction fine = PairCorrelationFunction.of(RadialGrid.uniform(10, 200), values);

    CurveEvaluation evaluation =
        CurveEvaluator.of(List.of(sample("Si-O", 1600, flat(1)))).evaluate(List.of(fine));

    assertEquals(0, evaluation.all().rmse(), 1e-9);
  }

  @Test
  void evaluation_withWrongCountOrNoCurve_isRefused() {
    CurveEvaluator evaluator = CurveEvaluator.of(List.of(sample("Si-O", 1600, flat(1))));

    assertEquals(
        "expected 1 predicted curves, one for each, got 0",
        assertThrows(IllegalArgumentException.class, () -> evaluator.evaluate(List.of()))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> CurveEvaluator.of(List.of()));
  }

  static void assertScores(
      Map<String, Double> reference, String prefix, CurveScores scores, double tolerance) {
    assertEquals(reference.get(prefix + "mae"), scores.mae(), tolerance, prefix + "mae");
    assertEquals(reference.get(prefix + "rmse"), scores.rmse(), tolerance, prefix + "rmse");
    assertEquals(reference.get(prefix + "r2"), scores.r2(), tolerance, prefix + "r2");
    assertEquals(
        reference.get(prefix + "excess"),
        scores.excess().orElseThrow(),
        tolerance,
        prefix + "excess");
  }

  private static GlassSample sample(
      String pair, long pairCount, PairCorrelationFunction... curves) {
    return GlassSample.of(GLASS, ElementPair.parse(pair), pairCount, List.of(curves));
  }
}
