package org.glasspcf.pipeline;

import static org.glasspcf.pipeline.SmallPipeline.DATA;
import static org.glasspcf.pipeline.SmallPipeline.TRAINED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.glasspcf.pipeline.regression.GlassFeatures;
import org.junit.jupiter.api.Test;

class SlotImportanceTest {
  private static final PipelineEvaluation EVALUATION = TRAINED.evaluate(DATA);
  private static final SlotImportance TWICE = SlotImportance.defaults().withRepeats(2);

  @Test
  void decoder_ranksAllSlots_fromTheErrorOfTheEvaluation() {
    ImportanceRanking ranking = TWICE.ofDecoder(EVALUATION);
    assertEquals(EVALUATION.decoded().wellSampled().orElseThrow().rmse(), ranking.rmse(), 1e-12);
    assertEquals(EVALUATION.decoded().wellSampled().orElseThrow().curves(), ranking.curves());
    assertEquals(2, ranking.repeats());
    assertEquals(
        new TreeSet<>(TRAINED.schema().slotNames()),
        new TreeSet<>(ranking.effects().stream().map(ImportanceRanking.Effect::input).toList()));
    for (int i = 1; i < ranking.effects().size(); i++) {
      assertTrue(ranking.effects().get(i - 1).rise() >= ranking.effects().get(i).rise());
    }
  }

  @Test
  void decoder_slotsOfOtherPairs_haveNoEffect() {
    // The data have Si–O and O–O alone.
    Set<String> varying = Set.of("pair.Si-O", "pair.O-Si", "pair.O-O");
    TWICE.ofDecoder(EVALUATION).effects().stream()
        .filter(e -> e.input().startsWith("pair.") && !varying.contains(e.input()))
        .forEach(e -> assertEquals(false, e.any(), e.toString()));
  }

  @Test
  void regression_ranksItsCoordinates() {
    ImportanceRanking ranking = TWICE.ofRegression(EVALUATION).orElseThrow();
    assertEquals(EVALUATION.curves().wellSampled().orElseThrow().rmse(), ranking.rmse(), 1e-12);
    assertEquals(
        GlassFeatures.of(FingerprintSchema.fractions()).names().size(), ranking.effects().size());
    assertTrue(ranking.effects().get(0).rise() > 0, ranking.toString());
  }

  @Test
  void regression_curvesOfTheDecoder_haveNone() {
    GlassPcfPipeline decoder =
        SmallPipeline.builder()
            .curvesFrom(CurveSource.DECODER)
            .calibration(Calibration.NONE)
            .train(DATA);
    PipelineEvaluation evaluation = decoder.evaluate(DATA);
    assertTrue(TWICE.ofRegression(evaluation).isEmpty());
    assertEquals(
        evaluation.curves().wellSampled().orElseThrow().rmse(),
        TWICE.ofDecoder(evaluation).rmse(),
        1e-12);
  }

  @Test
  void seed_decidesThePermutations() {
    ImportanceRanking once = TWICE.ofRegression(EVALUATION).orElseThrow();
    assertEquals(once, TWICE.withSeed(0).ofRegression(EVALUATION).orElseThrow());
    assertNotEquals(once, TWICE.withSeed(1).ofRegression(EVALUATION).orElseThrow());
  }

  @Test
  void repeats_belowOne_areRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> TWICE.withRepeats(0));
    assertEquals("repeats must be at least 1, got 0", refused.getMessage());
  }

  @Test
  void interrupted_stops() {
    Thread.currentThread().interrupt();
    assertThrows(TrainingInterruptedException.class, () -> TWICE.ofDecoder(EVALUATION));
    assertTrue(Thread.interrupted());
  }

  @Test
  void regression_pointOfOtherLengthOrNotFinite_isRefused() {
    var regression = TRAINED.model().regression().orElseThrow();
    ElementPair pair = ElementPair.of("Si", "O");
    for (double[] point : List.of(new double[3], new double[] {0, 0, 0, 0, 0, 0, Double.NaN})) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> regression.predict(point, pair));
      assertTrue(refused.getMessage().contains("7 finite coordinates"), refused.getMessage());
    }
    var glass = DATA.compositions().get(0);
    assertEquals(
        regression.predict(glass, pair),
        regression.predict(regression.features().point(glass), pair));
  }
}
