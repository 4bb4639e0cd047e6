package org.glasspcf.pipeline.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.DatasetSplit;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.evaluation.CurveEvaluator;
import org.junit.jupiter.api.Test;

class CurveRegressionTest {
  private static final GlassDataset TRAINING = GlassDataset.bundled().trainingPart();
  private static final ElementPair SI_O = ElementPair.of("Si", "O");
  private static final RadialGrid GRID = RadialGrid.uniform(10, 200);

  /** Glasses of SiO2 with 0 to 40 mol% Na2O, one melt each; g of bin b at fraction x is f(x, b). */
  private static GlassDataset sodaSilicates(int glasses, BiFunction<Double, Integer, Double> g) {
    List<GlassSimulation> melts = new ArrayList<>();
    for (int i = 0; i < glasses; i++) {
      double soda = 40.0 * i / (glasses - 1);
      double[] values = new double[GRID.bins()];
      for (int bin = 0; bin < values.length; bin++) {
        values[bin] = g.apply(soda / 100, bin);
      }
      melts.add(
          GlassSimulation.of(
              "melt-" + i,
              soda(soda),
              Map.of(Element.Si, 500, Element.O, 1000),
              Map.of(SI_O, PairCorrelationFunction.of(GRID, values))));
    }
    return GlassDataset.of(melts);
  }

  private static GlassComposition soda(double molePercent) {
    return GlassComposition.ofMolePercent(
        Map.of(Oxide.SiO2, 100 - molePercent, Oxide.Na2O, molePercent));
  }

  @Test
  void smoothCurves_areLearnedBetweenTheGlasses() {
    BiFunction<Double, Integer, Double> truth =
        (x, bin) -> 2 + Math.sin(bin / 10.0) * x + Math.cos(bin / 7.0) * x * x;
    CurveRegression regression = CurveRegression.fit(sodaSilicates(12, truth));
    PairCorrelationFunction predicted = regression.predict(soda(17), SI_O).orElseThrow();
    for (int bin = 0; bin < GRID.bins(); bin++) {
      // The least noise that is thought possible is a thousandth of the variance.
      assertEquals(truth.apply(0.17, bin), predicted.value(bin), 3e-3, "bin " + bin);
    }
  }

  @Test
  void pureNoise_isSmoothedAway() {
    Random random = new Random(1);
    CurveRegression regression =
        CurveRegression.fit(sodaSilicates(30, (x, bin) -> 5 + random.nextGaussian()));
    double squares = 0;
    PairCorrelationFunction predicted = regression.predict(soda(17), SI_O).orElseThrow();
    for (double g : predicted.values()) {
      squares += (g - 5) * (g - 5) / GRID.bins();
    }
    assertTrue(squares < 0.1, "the noise has variance 1, what is left " + squares);
  }

  @Test
  void curveOnCoarserBins_isTheSameAsOneLearnedThere() {
    BiFunction<Double, Integer, Double> truth = (x, bin) -> 2 + Math.sin(bin / 10.0 + 3 * x);
    GlassDataset fine = sodaSilicates(8, truth);
    RadialGrid coarse = RadialGrid.uniform(10, 100);
    GlassDataset rebinned =
        GlassDataset.of(
            fine.simulations().stream()
                .map(
                    melt ->
                        GlassSimulation.of(
                            melt.id(),
                            melt.composition(),
                            Map.of(Element.Si, 500, Element.O, 1000),
                            Map.of(SI_O, melt.curve(SI_O).orElseThrow().rebin(coarse))))
                .toList());
    PairCorrelationFunction one =
        CurveRegression.fit(fine).predict(soda(11), SI_O).orElseThrow().rebin(coarse);
    PairCorrelationFunction other =
        CurveRegression.fit(rebinned).predict(soda(11), SI_O).orElseThrow();
    for (int bin = 0; bin < coarse.bins(); bin++) {
      assertEquals(other.value(bin), one.value(bin), 1e-5);
    }
  }

  @Test
  void equalCurves_arePredictedEverywhere() {
    CurveRegression regression = CurveRegression.fit(sodaSilicates(4, (x, bin) -> 1.5));
    PairCorrelationFunction predicted = regression.predict(soda(33), SI_O).orElseThrow();
    assertEquals(1.5, predicted.value(7), 1e-6);
    assertEquals(regression, CurveRegression.of(regression.features(), regression.tables()));
  }

  @Test
  void pairOfTwoGlasses_isNotFitted() {
    CurveRegression regression = CurveRegression.fit(sodaSilicates(2, (x, bin) -> 1.0));
    assertTrue(regression.pairs().isEmpty());
    assertTrue(regression.predict(soda(10), SI_O).isEmpty());
  }

  @Test
  void bundledGlasses_haveEmptyCoresAndNoNegativeG() {
    CurveRegression regression = CurveRegression.fit(TRAINING);
    assertEquals(TRAINING.grid().orElseThrow(), regression.grid());
    GlassComposition glass = GlassComposition.parse("57SiO2-23.5B2O3-14.5Na2O-5BaO");
    for (ElementPair pair : glass.pairs()) {
      PairCorrelationFunction g = regression.predict(glass, pair).orElseThrow();
      assertEquals(0, g.value(10), "no atoms at 0.2 Å of " + pair); // of() refuses g < 0
      assertTrue(g.maximum() > 1, "peak of " + pair);
    }
  }

  @Test
  void fit_isRepeatable_andTablesKeepEveryBit() {
    GlassDataset some = TRAINING.withCurves((glass, pair) -> pair.equals(SI_O));
    CurveRegression regression = CurveRegression.fit(some);
    assertEquals(regression, CurveRegression.fit(some));
    CurveRegression restored = CurveRegression.of(regression.features(), regression.tables());
    assertEquals(regression, restored);
    assertEquals(regression.predict(soda(5), SI_O), restored.predict(soda(5), SI_O));
  }

  @Test
  void traceOfBoron_changesNoCurve() {
    CurveRegression regression = CurveRegression.fit(TRAINING);
    GlassComposition without = GlassComposition.parse("80SiO2-20Na2O");
    GlassComposition trace = GlassComposition.parse("80SiO2-19.9999Na2O-0.0001B2O3");
    for (ElementPair pair : without.pairs()) {
      double[] one = regression.predict(without, pair).orElseThrow().values();
      double[] other = regression.predict(trace, pair).orElseThrow().values();
      for (int bin = 0; bin < one.length; bin++) {
        assertEquals(one[bin], other[bin], 1e-3, pair + " bin " + bin);
      }
    }
  }

  /** On a fold of training glasses; the held-out ones take no part. */
  @Test
  void unseenGlasses_arePredictedBetterThanByOneSettingForAllModes() {
    DatasetSplit fold = TRAINING.groupedFolds(5, 1).get(0);
    CurveEvaluator evaluator = CurveEvaluator.of(fold.test());
    CurveRegression regression = CurveRegression.fit(fold.training());
    double ours =
        evaluator
            .evaluate((glass, pair) -> regression.predict(glass, pair).orElseThrow())
            .wellSampled()
            .orElseThrow()
            .rmse();
    double theirs =
        evaluator
            .evaluate(Baseline.PAIR_GP.fit(fold.training(), 0))
            .wellSampled()
            .orElseThrow()
            .rmse();
    assertTrue(ours < theirs, ours + " against " + theirs);
  }

  @Test
  void heldOutGlasses_areRefused() {
    GlassDataset all = GlassDataset.bundled();
    var refused = assertThrows(IllegalArgumentException.class, () -> CurveRegression.fit(all));
    assertTrue(refused.getMessage().contains("held-out"), refused.getMessage());
    GlassDataset none = GlassDataset.of(List.of());
    var empty = assertThrows(IllegalArgumentException.class, () -> CurveRegression.fit(none));
    assertTrue(empty.getMessage().contains("got 0"), empty.getMessage());
  }

  @Test
  void interruptedThread_stopsFitting() {
    Thread.currentThread().interrupt();
    try {
      assertThrows(TrainingInterruptedException.class, () -> CurveRegression.fit(TRAINING));
    } finally {
      assertTrue(Thread.interrupted(), "the flag stays set");
    }
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void tablesThatDoNotFit_areRefused() {
    RegressionTables t = CurveRegression.fit(sodaSilicates(4, (x, bin) -> 1 + x)).tables();
    assertRefused(
        "weights must hold",
        () ->
            new RegressionTables(
                t.pairs(),
                t.edges(),
                t.glasses(),
                t.modes(),
                t.points(),
                t.means(),
                t.basis(),
                new float[1]));
    float[] notFinite = t.means();
    notFinite[3] = Float.NaN;
    assertRefused(
        "means must be finite, got NaN",
        () ->
            new RegressionTables(
                t.pairs(),
                t.edges(),
                t.glasses(),
                t.modes(),
                t.points(),
                notFinite,
                t.basis(),
                t.weights()));
    assertRefused(
        "at least 3 glasses",
        () ->
            new RegressionTables(
                t.pairs(),
                t.edges(),
                new int[] {2},
                t.modes(),
                t.points(),
                t.means(),
                t.basis(),
                t.weights()));
    assertRefused(
        "each stand once",
        () ->
            new RegressionTables(
                List.of(SI_O, SI_O),
                t.edges(),
                t.glasses(),
                t.modes(),
                t.points(),
                t.means(),
                t.basis(),
                t.weights()));
  }

  private static void assertRefused(String words, Runnable action) {
    var refused = assertThrows(IllegalArgumentException.class, action::run);
    assertTrue(refused.getMessage().contains(words), refused.getMessage());
  }
}
