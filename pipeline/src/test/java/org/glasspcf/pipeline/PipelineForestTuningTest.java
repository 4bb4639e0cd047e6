package org.glasspcf.pipeline;

import static org.glasspcf.pipeline.SmallPipeline.DATA;
import static org.glasspcf.pipeline.SmallPipeline.TRAINED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.DatasetSplit;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.forest.ForestParameter;
import org.glasspcf.forest.ForestTrainer;
import org.glasspcf.forest.RandomForest;
import org.glasspcf.forest.TuningProgress;
import org.glasspcf.forest.TuningResult;
import org.junit.jupiter.api.Test;

class PipelineForestTuningTest {
  private static final GlassDataset TRAINING = DATA.trainingPart();

  private static double[][] fingerprints(GlassDataset data) {
    return data.samples().stream()
        .map(sample -> TRAINED.schema().encode(sample.composition(), sample.pair()).values())
        .toArray(double[][]::new);
  }

  private static double[] latent(GlassSample sample) {
    return ForestRows.toDoubles(
        TRAINED.model().autoencoder().encode(TRAINED.codec().encode(sample.meanCurve())));
  }

  private static double[][] latents(GlassDataset data) {
    return data.samples().stream().map(PipelineForestTuningTest::latent).toArray(double[][]::new);
  }

  @Test
  void heldOutGlasses_areRefused() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> PipelineForestTuning.of(TRAINED, DATA));
    assertTrue(
        e.getMessage().startsWith("tuning a forest must not use held-out glasses"), e.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> PipelineForestTuning.of(TRAINED, DATA.testPart()));
  }

  @Test
  void tuning_leavesOutGlasses_inTheDataSetsFolds() {
    List<TuningProgress> forests = new ArrayList<>();
    PipelineForestTuning.of(TRAINED, TRAINING)
        .withStandardizedErrors(false)
        .withFolds(3)
        .withSeeds(11)
        .withListener(forests::add)
        .grid();
    List<DatasetSplit> folds = TRAINING.groupedFolds(3, 11);
    assertEquals(3, forests.size());
    for (int fold = 0; fold < 3; fold++) {
      GlassDataset training = folds.get(fold).training();
      RandomForest forest =
          ForestTrainer.train(
              fingerprints(training), latents(training), forests.get(fold).options());
      double[][] questions = fingerprints(folds.get(fold).test());
      double[][] truth = latents(folds.get(fold).test());
      double sum = 0;
      for (int row = 0; row < truth.length; row++) {
        double[] predicted = forest.predict(questions[row]);
        for (int i = 0; i < predicted.length; i++) {
          sum += Math.pow(predicted[i] - truth[row][i], 2) / predicted.length / truth.length;
        }
      }
      assertEquals(sum, forests.get(fold).validationMse(), 1e-9 * sum);
    }
  }

  @Test
  void tuning_startsFromThePipelinesForest() {
    TuningResult result =
        PipelineForestTuning.of(TRAINED, TRAINING)
            .withMaxDepth(1, 4)
            .scan(ForestParameter.MAX_DEPTH);
    var options = TRAINED.provenance().options().forest();
    assertEquals(options.withMaxDepth(1), result.trials().get(0).options());
    assertEquals(options.withMaxDepth(4), result.trials().get(1).options());
  }

  @Test
  void interrupt_stopsTheEncoding() {
    Thread.currentThread().interrupt();
    var e =
        assertThrows(
            TrainingInterruptedException.class, () -> PipelineForestTuning.of(TRAINED, TRAINING));
    assertTrue(Thread.interrupted(), "the flag is still set for the caller");
    assertEquals("encoding of the curves was interrupted", e.getMessage());
  }
}
