package org.glasspcf.pipeline.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glasspcf.core.ElementPair;
import org.glasspcf.core.dataset.DatasetSplit;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.evaluation.CurveEvaluator;
import org.glasspcf.pipeline.evaluation.CurvePredictor;
import org.glasspcf.pipeline.evaluation.PairGaussianProcess;
import org.junit.jupiter.api.Test;

class BaselineBandsTest {
  private static final ElementPair SI_O = ElementPair.of("Si", "O");
  private static final GlassDataset SI_O_TRAINING =
      GlassDataset.bundled().trainingPart().withCurves((glass, pair) -> pair.equals(SI_O));
  private static final DatasetSplit FOLD = SI_O_TRAINING.groupedFolds(5, 3).get(0);

  @Test
  void trainingSpread_holdsTheTrainingMeltsAsOftenAsItSays() {
    BandPredictor spread = BaselineBands.TRAINING_SPREAD.fit(SI_O_TRAINING);
    for (BandLevel level : BandLevel.values()) {
      BandScore all = BandEvaluation.of(SI_O_TRAINING.samples(), spread, level).orElseThrow().all();
      assertEquals(level.coverage(), all.coverage(), 0.01);
    }
    GlassSample other =
        GlassDataset.bundled().samples().stream()
            .filter(s -> !s.pair().equals(SI_O))
            .findFirst()
            .orElseThrow();
    assertTrue(spread.band(other, BandLevel.FIFTY_PERCENT).isEmpty());
  }

  @Test
  void pairGp_predictsWhatTheBaselineDoes_andHoldsMostUnseenMelts() {
    CurvePredictor baseline = Baseline.PAIR_GP.fit(FOLD.training(), 0);
    PairGaussianProcess process = PairGaussianProcess.fit(FOLD.training());
    for (GlassSample sample : FOLD.test().samples()) {
      double[] mean =
          process.predict(sample.composition(), SI_O, sample.pairCount()).orElseThrow().mean();
      double[] expected = baseline.predict(sample.composition(), SI_O).values();
      for (int bin = 0; bin < mean.length; bin++) {
        assertEquals(expected[bin], Math.max(0, mean[bin]), 1e-9);
      }
    }
    BandPredictor bands = BaselineBands.PAIR_GP.fit(FOLD.training());
    BandScore score =
        BandEvaluation.of(FOLD.test().samples(), bands, BandLevel.NINETY_PERCENT)
            .orElseThrow()
            .all();
    assertTrue(score.coverage() > 0.7, "coverage " + score.coverage());
    assertTrue(score.width() > 0 && score.intervalScore() >= score.width());
  }

  @Test
  void pairGp_deviation_fallsWithMorePairsOfAtoms() {
    PairGaussianProcess process = PairGaussianProcess.fit(FOLD.training());
    GlassSample sample = FOLD.test().samples().get(0);
    double[] few = process.predict(sample.composition(), SI_O, 1000).orElseThrow().deviation();
    double[] many =
        process.predict(sample.composition(), SI_O, 1_000_000).orElseThrow().deviation();
    int bin = (int) (1.65 / CurveEvaluator.GRID.edge(1));
    assertTrue(few[bin] > 2 * many[bin], few[bin] + " and " + many[bin]);
  }

  @Test
  void heldOutGlasses_areRefused() {
    GlassDataset all = GlassDataset.bundled();
    for (BaselineBands bands : BaselineBands.values()) {
      assertThrows(IllegalArgumentException.class, () -> bands.fit(all));
    }
  }
}
