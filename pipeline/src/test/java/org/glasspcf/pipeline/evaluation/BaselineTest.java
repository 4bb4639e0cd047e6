package org.glasspcf.pipeline.evaluation;

import static org.glasspcf.pipeline.evaluation.TestCurves.flat;
import static org.glasspcf.pipeline.evaluation.TestCurves.melt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class BaselineTest {

  private static final int REFERENCE_SEEDS = 5;
  private static final ElementPair SI_O = ElementPair.of("Si", "O");

  @ParameterizedTest
  @EnumSource(names = {"PAIR_MEAN", "NEAREST_GLASS", "PAIR_RIDGE", "PAIR_GP"})
  void baseline_onFixedSplit_equalsReference(Baseline baseline) {
    Map<String, Double> reference = ReferenceFiles.figures("reference-figures.csv", 0);
    CurvePredictor predictor = baseline.fit(TestCurves.bundled().trainingPart(), 0);

    CurveEvaluation evaluation =
        CurveEvaluator.of(TestCurves.bundled().testPart().samples()).evaluate(predictor);

    String prefix = baseline.key() + ".";
    predictor
        .settings()
        .forEach((name, value) -> assertEquals(reference.get(prefix + name), value, name));
    CurveEvaluatorTest.assertScores(reference, prefix + "all.", evaluation.all(), 1e-6);
    CurveEvaluatorTest.assertScores(
        reference, prefix + "wellSampled.", evaluation.wellSampled().orElseThrow(), 1e-6);
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT_FOREST", "PCA_FOREST"})
  void forest_onFixedSplit_isNotWeakerThanReference(Baseline baseline) {
    CurveEvaluator evaluator = CurveEvaluator.of(TestCurves.bundled().testPart().samples());
    List<CurveEvaluation> ours = new ArrayList<>();
    for (long seed = 0; seed < REFERENCE_SEEDS; seed++) {
      ours.add(evaluator.evaluate(baseline.fit(TestCurves.bundled().trainingPart(), seed)));
    }

    assertWithinSpread(baseline, ".all.rmse", ours, e -> e.all().rmse());
    assertWithinSpread(
        baseline, ".wellSampled.rmse", ours, e -> e.wellSampled().orElseThrow().rmse());
  }

  /**
   * The mean over five seeds of ours must not be worse than the worst of the reference's five, for
   * a weak baseline would flatter the model, nor better than its best by more than their width.
   *
   * <p>The margin below is needed. Forests that go on drawing features until a node can be split,
   * as the reference's do, gave RMSEs of 0.119 (all) and 0.071 (well sampled) here, inside of its
   * 0.116–0.127 and 0.068–0.073; ours leave such nodes whole, which smooths noisy curves. And
   * setting the negative g of pcaForest to 0 takes another 0.0008 off.
   */
  private static void assertWithinSpread(
      Baseline baseline,
      String figure,
      List<CurveEvaluation> ours,
      ToDoubleFunction<CurveEvaluation> value) {
    DoubleSummaryStatistics spread = new DoubleSummaryStatistics();
    for (int seed = 0; seed < REFERENCE_SEEDS; seed++) {
      spread.accept(
          ReferenceFiles.figures("reference-figures.csv", seed).get(baseline.key() + figure));
    }
    double mean = ours.stream().mapToDouble(value).average().orElseThrow();
    double least = spread.getMin() - (spread.getMax() - spread.getMin());
    assertTrue(
        mean >= least && mean <= spread.getMax(),
        baseline.key() + figure + " " + mean + " is outside of the spread " + spread);
  }

  @ParameterizedTest
  @EnumSource
  void fitting_onHeldOutGlass_isRefused(Baseline baseline) {
    GlassDataset data =
        GlassDataset.of(
            List.of(melt("a", "60SiO2-20B2O3-20Na2O", 1), melt("b", "50SiO2-25B2O3-25Na2O", 2)));
    GlassComposition heldOut = GlassComposition.parse("50SiO2-25B2O3-25Na2O");

    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> baseline.fit(data.withHeldOut(Set.of(heldOut)), 0));

    assertTrue(e.getMessage().contains("baseline fitting"), e.getMessage());
    assertTrue(e.getMessage().contains(heldOut.toString()), e.getMessage());
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIR_RIDGE", "PAIR_GP", "DIRECT_FOREST", "PCA_FOREST"})
  void fitting_onInterruptedThread_stops(Baseline baseline) {
    GlassDataset training = TestCurves.bundled().trainingPart();
    Thread.currentThread().interrupt();
    assertThrows(TrainingInterruptedException.class, () -> baseline.fit(training, 0));
    assertTrue(Thread.interrupted(), "the flag is still set for the caller");
  }

  @Test
  void evaluating_onInterruptedThread_stops() {
    CurveEvaluator evaluator = CurveEvaluator.of(TestCurves.bundled().testPart().samples());
    CurvePredictor predictor = Baseline.PAIR_MEAN.fit(TestCurves.bundled().trainingPart(), 0);
    Thread.currentThread().interrupt();
    assertThrows(TrainingInterruptedException.class, () -> evaluator.evaluate(predictor));
    assertTrue(Thread.interrupted(), "the flag is still set for the caller");
  }

  @ParameterizedTest
  @EnumSource
  void fitting_onNoCurve_isRefused(Baseline baseline) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> baseline.fit(GlassDataset.of(List.of()), 0));

    assertEquals("baselines need at least one training curve, got 0", e.getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void fitting_onUnknownOxide_namesIt(Baseline baseline) {
    GlassDataset data = GlassDataset.of(List.of(melt("a", "60SiO2-20CaO-20Na2O", 1)));

    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> baseline.fit(data, 0));

    assertTrue(
        e.getMessage()
            .startsWith(
                "the baselines know glasses of [Na2O, B2O3, SiO2, BaO, TiO2, ZnO]"
                    + ", got CaO in"),
        e.getMessage());
  }

  @ParameterizedTest
  @EnumSource(
      names = {"DIRECT_FOREST", "PCA_FOREST"},
      mode = Mode.EXCLUDE)
  void unknownPair_getsMeanOfAllCurves(Baseline baseline) {
    GlassDataset data =
        GlassDataset.of(List.of(melt("a", "100SiO2", 1), melt("b", "90SiO2-10BaO", 2)));

    PairCorrelationFunction curve =
        baseline
            .fit(data, 0)
            .predict(GlassComposition.parse("60SiO2-20B2O3-20Na2O"), ElementPair.of("B", "O"));

    assertEquals((3 * 1 + 6 * 2) / 9.0, curve.value(50), 1e-12);
  }

  @Test
  void pairMean_isWeightedByMeltsAndAtoms() {
    GlassDataset data =
        GlassDataset.of(
            List.of(
                melt("a-1", "100SiO2", 1),
                melt("a-2", "100SiO2", 3),
                rareSilicon("b", "90SiO2-10BaO", 8)));

    PairCorrelationFunction curve =
        Baseline.PAIR_MEAN.fit(data, 0).predict(GlassComposition.parse("95SiO2-5BaO"), SI_O);

    // weights 2 melts × 40 × 40 and 1 × 10 × 40
    assertEquals((2 * 1600 * 2 + 400 * 8) / 3600.0, curve.value(0), 1e-12);
  }

  @Test
  void nearestGlass_ofEqualDistances_isWithMoreOfFirstOxide() {
    GlassDataset data =
        GlassDataset.of(
            List.of(
                melt("1", "97SiO2-3ZnO", 1),
                melt("2", "97SiO2-3BaO", 2),
                melt("3", "97SiO2-3TiO2", 3),
                melt("4", "90SiO2-10BaO", 4)));
    CurvePredictor nearest = Baseline.NEAREST_GLASS.fit(data, 0);

    assertEquals(flat(2), nearest.predict(GlassComposition.parse("SiO2"), SI_O));
    assertEquals(flat(4), nearest.predict(GlassComposition.parse("92SiO2-8BaO"), SI_O));
    assertEquals(flat(3), nearest.predict(GlassComposition.parse("96SiO2-4TiO2"), SI_O));
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIR_RIDGE", "PAIR_GP"})
  void regression_ofPairWithTwoCurves_isItsMean(Baseline baseline) {
    GlassDataset data =
        GlassDataset.of(
            List.of(
                melt("1", "SiO2", 1), melt("2", "90SiO2-10BaO", 2), melt("3", "80SiO2-20BaO", 3)));
    CurvePredictor predictor = baseline.fit(data, 0);
    GlassComposition glass = GlassComposition.parse("90SiO2-10BaO");

    assertEquals(2.5, predictor.predict(glass, ElementPair.of("Ba", "O")).value(7), 1e-12);
    assertEquals(2, predictor.predict(glass, SI_O).value(7), 0.05);
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIR_RIDGE", "PAIR_GP"})
  void regression_offTheTrend_isNeverNegative(Baseline baseline) {
    GlassDataset data =
        GlassDataset.of(
            List.of(
                melt("1", "SiO2", 3),
                melt("2", "95SiO2-5BaO", 1.5),
                melt("3", "90SiO2-10BaO", 0),
                melt("4", "85SiO2-15BaO", 0),
                melt("5", "80SiO2-20BaO", 0)));

    PairCorrelationFunction curve =
        baseline.fit(data, 0).predict(GlassComposition.parse("50SiO2-50BaO"), SI_O);

    assertTrue(curve.value(0) >= 0);
  }

  @Test
  void choice_withinTolerance_isMostSmoothing() {
    List<RegressionSetting> settings =
        List.of(
            new GaussianProcessSetting(0.5, 0.01),
            new GaussianProcessSetting(0.3, 0.1),
            new GaussianProcessSetting(0.5, 0.1),
            new GaussianProcessSetting(0.5, 0.3));

    double[] costs = {100, 101.2, 100.4, 101.6};

    assertEquals(settings.get(2), PairRegression.choose(settings, costs));
  }

  @Test
  void settings_ofUntunedBaseline_areEmpty() {
    GlassDataset data = GlassDataset.of(List.of(melt("a", "SiO2", 1)));

    assertTrue(Baseline.PAIR_MEAN.fit(data, 0).settings().isEmpty());
  }

  @Test
  void principalComponents_ofPlane_keepItsVectors() {
    double[][] rows = {{1, 0, 2}, {0, 1, 2}, {-1, 3, 2}, {4, 4, 2}};
    PrincipalComponents components = PrincipalComponents.of(rows, 2);

    for (double[] row : rows) {
      double[] back = components.inverse(components.transform(row));
      for (int i = 0; i < row.length; i++) {
        assertEquals(row[i], back[i], 1e-12);
      }
    }
  }

  private static GlassSimulation rareSilicon(String id, String composition, double value) {
    GlassComposition glass = GlassComposition.parse(composition);
    Map<Element, Integer> atoms = new HashMap<>();
    glass.elements().forEach(element -> atoms.put(element, 40));
    atoms.put(Element.Si, 10);
    return GlassSimulation.of(id, glass, atoms, Map.of(SI_O, flat(value)));
  }
}
