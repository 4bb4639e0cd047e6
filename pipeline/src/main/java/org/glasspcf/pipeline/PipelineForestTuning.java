package org.glasspcf.pipeline;

import java.util.List;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.forest.ForestTrainer;
import org.glasspcf.forest.ForestTuning;

/**
 * Tunes the forest of a pipeline: from the fingerprints of glasses to the latent vectors that the
 * pipeline's autoencoder gives their mean curves, folds by composition.
 *
 * <pre>{@code
 * GlassPcfPipeline pipeline = GlassPcfPipeline.load(Path.of("model.glasspcf"));
 * GlassDataset data = GlassDataset.read(Path.of("my-glasses")).trainingPart();
 * TuningResult depths =
 *     PipelineForestTuning.of(pipeline, data)
 *         .withFolds(3)
 *         .withMaxDepth(2, 5, 10, 20)
 *         .scan(ForestParameter.MAX_DEPTH);
 * ForestOptions chosen = depths.simplestWithinOneStandardError().options();
 * }</pre>
 *
 * <p>The autoencoder stays as it is. It was trained on the curves of all glasses of its training
 * part, those included that a fold leaves out here, so the latent vectors to be predicted were
 * learned with their help: the errors compare forests with each other on one autoencoder, and are
 * no estimate for new glasses. What a pipeline with the chosen options is worth is told by {@link
 * GlassPcfPipeline#evaluate} on glasses that took no part.
 */
public final class PipelineForestTuning {
  private PipelineForestTuning() {}

  /**
   * A tuning around the options that the pipeline's forest was trained with.
   *
   * @param pipeline gives fingerprints, images and latent vectors
   * @param training the glasses to tune on, none of them held out; one row for each of {@link
   *     GlassDataset#samples()}, grouped by composition, so that a seed draws the folds of {@link
   *     GlassDataset#groupedFolds}
   * @return the tuning, without candidates yet; its errors are in standardized latents
   * @throws IllegalArgumentException if a glass is held out, holds an oxide outside the pipeline's
   *     schema, or if there are fewer than two glasses
   * @throws TrainingInterruptedException if the thread is interrupted; its interrupt flag stays set
   * @throws org.glasspcf.core.TrainingException if Tribuo is missing
   */
  public static ForestTuning of(GlassPcfPipeline pipeline, GlassDataset training) {
    training.requireTrainingOnly("tuning a forest");
    ForestTrainer.requireEngine();
    PipelineModel model = pipeline.model();
    ForestRows rows = ForestRows.of(model.schema(), model.codec(), model.autoencoder(), training);
    List<GlassComposition> glasses =
        training.samples().stream().map(s -> s.composition().withoutConditions()).toList();
    return ForestTuning.of(rows.fingerprints(), rows.latents(), glasses)
        .from(pipeline.provenance().options().forest());
  }
}
