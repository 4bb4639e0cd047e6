package org.glasspcf.pipeline.evaluation;

import static org.glasspcf.pipeline.evaluation.TestCurves.bins;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.dataset.GlassSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CationOxygenScoresTest {

  private static final GlassComposition GLASS = GlassComposition.parse("60SiO2-20B2O3-20Na2O");

  @ParameterizedTest
  @CsvSource({"Si-O, 2.1", "O-B, 2.0", "Na-O, 3.2", "Ba-O, 3.6", "Ti-O, 2.5", "Zn-O, 2.7"})
  void cutoff_ofCationOxygenPair_isFirstMinimum(String pair, double cutoff) {
    assertEquals(OptionalDouble.of(cutoff), CationOxygenScores.cutoff(ElementPair.parse(pair)));
  }

  @Test
  void cutoff_ofOtherPair_isEmpty() {
    assertTrue(CationOxygenScores.cutoff(ElementPair.of("Si", "Si")).isEmpty());
    assertTrue(CationOxygenScores.cutoff(ElementPair.of("Al", "O")).isEmpty());
  }

  @Test
  void scores_ofShiftedLowerPeak_areShiftAndRatio() {
    GlassSample sample = sample("Si-O", 1600, bins(1.65, 16, 5.05, 30));
    PairCorrelationFunction predicted = bins(1.75, 12, 5.05, 30);

    CationOxygenScores scores =
        CationOxygenScores.of(List.of(sample), List.of(predicted), OxygenDensities.none())
            .orElseThrow();

    assertEquals(1, scores.curves());
    assertEquals(0.1, scores.bondLengthMae(), 1e-4);
    assertTrue(scores.bondLengthStandardError().isEmpty());
    assertEquals(25, scores.firstPeakHeightMape(), 1e-12);
  }

  @Test
  void binsBeyondCutoff_doNotCount() {
    GlassSample sample = sample("B-O", 1600, bins(1.45, 8, 2.05, 50));

    CationOxygenScores scores =
        CationOxygenScores.of(
                List.of(sample), List.of(bins(1.45, 8, 2.05, 90)), OxygenDensities.none())
            .orElseThrow();

    assertEquals(0, scores.bondLengthMae(), 1e-15);
    assertEquals(0, scores.firstPeakHeightMape(), 1e-15);
  }

  @Test
  void standardError_ofTwoMelts_isHalfTheirDifference() {
    PairCorrelationFunction near = bins(1.55, 10);
    PairCorrelationFunction far = bins(1.65, 10);
    GlassSample sample = sample("Si-O", 1600, near, far);

    CationOxygenScores scores =
        CationOxygenScores.of(List.of(sample), List.of(near), OxygenDensities.none()).orElseThrow();

    assertEquals(
        (far.meanDistance(2.1).orElseThrow() - near.meanDistance(2.1).orElseThrow()) / 2,
        scores.bondLengthStandardError().orElseThrow(),
        1e-12);
  }

  @Test
  void prediction_withoutBond_countsWithCutoffAndNoHeight() {
    GlassSample sample = sample("Si-O", 1600, bins(1.65, 16));

    CationOxygenScores scores =
        CationOxygenScores.of(List.of(sample), List.of(bins(5.05, 1)), OxygenDensities.none())
            .orElseThrow();

    assertEquals(2.1 - 1.65, scores.bondLengthMae(), 2e-3);
    assertEquals(100, scores.firstPeakHeightMape(), 1e-12);
  }

  @Test
  void coordination_isCountedWithTheMeltsMeanDensity() {
    List<GlassSimulation> melts =
        List.of(melt("a", bins(1.55, 10), 9000), melt("b", bins(1.55, 12), 11000));
    GlassDataset data = GlassDataset.of(melts);
    OxygenDensities densities = OxygenDensities.of(data);
    assertEquals(List.of(1000 / 9000.0, 1000 / 11000.0), densities.of(data.samples().get(0)));
    PairCorrelationFunction predicted = bins(1.55, 15);

    CationOxygenScores scores =
        CurveEvaluator.of(data).evaluate(List.of(predicted)).cationOxygen().orElseThrow();

    double shell = 4 * Math.PI * (Math.pow(1.6, 3) - Math.pow(1.5, 3)) / 3;
    double density = (1000 / 9000.0 + 1000 / 11000.0) / 2;
    assertEquals((15 - 11) * shell * density, scores.coordinationMae().orElseThrow(), 1e-9);
    double difference = shell * (12 * 1000 / 11000.0 - 10 * 1000 / 9000.0);
    assertEquals(Math.abs(difference) / 2, scores.coordinationStandardError().orElseThrow(), 1e-9);
    assertEquals(
        100 * (12 - 10) / 2.0 / 11, scores.firstPeakHeightStandardError().orElseThrow(), 1e-9);
    CurveError error = CurveEvaluator.of(data).errors(List.of(predicted)).get(0);
    assertEquals((15 - 11) * (15 - 11) / 100.0, error.meanSquare(), 1e-12);
    assertEquals(1 / 100.0, error.noise().orElseThrow(), 1e-12);
  }

  @Test
  void coordination_withoutEveryVolume_isUnknown() {
    GlassDataset data =
        GlassDataset.of(
            List.of(
                melt("a", bins(1.55, 10), 9000),
                GlassSimulation.of(
                    "b",
                    GLASS,
                    Map.of(Element.Si, 500, Element.O, 1000),
                    Map.of(ElementPair.of("Si", "O"), bins(1.55, 12)))));
    assertTrue(OxygenDensities.of(data).of(data.samples().get(0)).isEmpty());
  }

  private static GlassSimulation melt(String id, PairCorrelationFunction curve, double volume) {
    return GlassSimulation.of(
            id,
            GLASS,
            Map.of(Element.Si, 500, Element.O, 1000),
            Map.of(ElementPair.of("Si", "O"), curve))
        .withVolume(volume);
  }

  @Test
  void scores_withoutWellSampledCationOxygenCurve_areEmpty() {
    PairCorrelationFunction curve = bins(1.65, 16);

    assertTrue(
        CationOxygenScores.of(
                List.of(sample("Si-O", 1599, curve), sample("Si-Si", 1600, curve)),
                List.of(curve, curve),
                OxygenDensities.none())
            .isEmpty());
  }

  private static GlassSample sample(
      String pair, long pairCount, PairCorrelationFunction... curves) {
    return GlassSample.of(GLASS, ElementPair.parse(pair), pairCount, List.of(curves));
  }
}
