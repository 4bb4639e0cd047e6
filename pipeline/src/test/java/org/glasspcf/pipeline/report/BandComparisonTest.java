package org.glasspcf.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.BaselineBands;
import org.junit.jupiter.api.Test;

class BandComparisonTest {
  private static final GlassDataset SI_O =
      GlassDataset.bundled().withCurves((glass, pair) -> pair.equals(ElementPair.of("Si", "O")));

  @Test
  void fit_judgesEveryKindAtEveryLevel() {
    BandComparison comparison = BandComparison.fit(SI_O);
    for (BaselineBands kind : BaselineBands.values()) {
      double half = comparison.of(kind, BandLevel.FIFTY_PERCENT).orElseThrow().all().coverage();
      double most = comparison.of(kind, BandLevel.NINETY_PERCENT).orElseThrow().all().coverage();
      assertTrue(half > 0.2 && half < most && most <= 1, kind + ": " + half + ", " + most);
      assertEquals(0, comparison.of(kind, BandLevel.NINETY_PERCENT).orElseThrow().without());
    }
  }

  @Test
  void nothingJudged_isEmpty() {
    assertTrue(
        new BandComparison(Map.of()).of(BaselineBands.PAIR_GP, BandLevel.NINETY_PERCENT).isEmpty());
  }

  @Test
  void fit_nothingHeldOut_isRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> BandComparison.fit(SI_O.trainingPart()));
    assertTrue(refused.getMessage().contains("holds none out"), refused.getMessage());
  }

  @Test
  void fit_interrupted_stops() {
    Thread.currentThread().interrupt();
    assertThrows(TrainingInterruptedException.class, () -> BandComparison.fit(SI_O));
    assertTrue(Thread.interrupted());
  }
}
