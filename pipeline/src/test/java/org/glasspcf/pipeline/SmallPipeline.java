package org.glasspcf.pipeline;

import java.util.Set;
import java.util.stream.Collectors;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.encoder.AutoencoderOptions;

/** A pipeline trained for moments on a few real curves: whole, but no good. */
final class SmallPipeline {
  static final GlassDataset BUNDLED = GlassDataset.bundled();

  private static final Set<ElementPair> PAIRS =
      Set.of(ElementPair.of("Si", "O"), ElementPair.of("O", "O"));

  /** Eight training glasses and the held-out ones, Si–O and O–O only. */
  static final GlassDataset DATA = data();

  static final AutoencoderOptions AUTOENCODER =
      AutoencoderOptions.defaults().withEpochs(2).withBatchSize(8);

  static final GlassPcfPipeline TRAINED = builder().train(DATA);

  private SmallPipeline() {}

  private static GlassDataset data() {
    Set<GlassComposition> some =
        BUNDLED.trainingPart().compositions().stream().limit(8).collect(Collectors.toSet());
    return BUNDLED.withCurves(
        (glass, pair) ->
            PAIRS.contains(pair) && (some.contains(glass) || BUNDLED.isHeldOut(glass)));
  }

  static PipelineBuilder builder() {
    return GlassPcfPipeline.builder().autoencoder(AUTOENCODER).seed(7);
  }
}
