package org.glasspcf.pipeline;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.glasspcf.encoder.PcfAutoencoder;
import org.glasspcf.encoder.PcfImage;
import org.glasspcf.encoder.PcfImageCodec;
import org.glasspcf.forest.RandomForest;
import org.glasspcf.pipeline.regression.CurveRegression;
import org.glasspcf.pipeline.regression.GlassFeatures;
import org.glasspcf.pipeline.regression.GlassNovelty;
import org.glasspcf.pipeline.uncertainty.CurveBands;
import org.glasspcf.pipeline.uncertainty.TrainingDomain;

/** The trained parts, which fit each other, and what follows from the training glasses. */
final class PipelineModel {
  private final FingerprintSchema schema;
  private final RandomForest forest;
  private final PcfAutoencoder autoencoder;
  private final PcfImageCodec codec;
  private final Optional<CurveRegression> regression;
  private final Optional<CurveBands> bands;
  private final PipelineProvenance provenance;
  private final TrainingDomain domain;
  private final Optional<ImageMemory> images;
  // Made on first request, for that takes a moment; equal whoever makes it.
  private final Map<ElementPair, GlassNovelty> novelties = new ConcurrentHashMap<>();

  PipelineModel(
      FingerprintSchema schema,
      RandomForest forest,
      PcfAutoencoder autoencoder,
      PcfImageCodec codec,
      Optional<CurveRegression> regression,
      Optional<CurveBands> bands,
      PipelineProvenance provenance) {
    this(schema, forest, autoencoder, codec, regression, bands, provenance, Optional.empty());
  }

  private PipelineModel(
      FingerprintSchema schema,
      RandomForest forest,
      PcfAutoencoder autoencoder,
      PcfImageCodec codec,
      Optional<CurveRegression> regression,
      Optional<CurveBands> bands,
      PipelineProvenance provenance,
      Optional<ImageMemory> images) {
    this.schema = schema;
    this.forest = forest;
    this.autoencoder = autoencoder;
    this.codec = codec;
    this.regression = regression;
    this.bands = bands;
    this.provenance = Objects.requireNonNull(provenance, "provenance");
    this.domain = TrainingDomain.of(provenance.trainedOn());
    this.images = images;
    require(forest.featureCount() == schema.size(), "the forest's features", schema.size());
    require(
        forest.targetCount() == autoencoder.latentSize(),
        "the forest's targets",
        autoencoder.latentSize());
    PipelineOptions options = provenance.options();
    if (regression.isPresent() && options.curves() == CurveSource.DECODER) {
      throw new IllegalArgumentException("a pipeline with curves DECODER must have no regression");
    }
    if (bands.isPresent() && options.calibration() == Calibration.NONE) {
      throw new IllegalArgumentException("a pipeline with calibration NONE must have no bands");
    }
    provenance.trainedOn().forEach((glass, pairs) -> pairs.forEach(p -> schema.encode(glass, p)));
    regression.ifPresent(r -> requireKnown(r.pairs(), "regression"));
    bands.ifPresent(b -> requireKnown(b.tables().pairs(), "bands"));
  }

  private void requireKnown(Collection<ElementPair> pairs, String what) {
    for (ElementPair pair : pairs) {
      if (domain.glassesWith(pair).isEmpty()) {
        throw new IllegalArgumentException(
            "the " + what + " must be of pairs that training glasses have, got " + pair);
      }
    }
  }

  private static void require(boolean fits, String what, int expected) {
    if (!fits) {
      throw new IllegalArgumentException(what + " must be " + expected);
    }
  }

  PipelineModel withProvenance(PipelineProvenance changed) {
    return new PipelineModel(
        schema, forest, autoencoder, codec, regression, bands, changed, images);
  }

  PipelineModel withBands(CurveBands changed) {
    return new PipelineModel(
        schema, forest, autoencoder, codec, regression, Optional.of(changed), provenance, images);
  }

  PipelineModel withImageMemory(ImageMemory memory) {
    return new PipelineModel(
        schema, forest, autoencoder, codec, regression, bands, provenance, Optional.of(memory));
  }

  FingerprintSchema schema() {
    return schema;
  }

  RandomForest forest() {
    return forest;
  }

  PcfAutoencoder autoencoder() {
    return autoencoder;
  }

  /** The decoder's image of a latent vector, drawn or remembered. */
  PcfImage image(float[] latent) {
    return images
        .map(memory -> memory.image(latent, autoencoder::decode))
        .orElseGet(() -> autoencoder.decode(latent));
  }

  PcfImageCodec codec() {
    return codec;
  }

  Optional<CurveRegression> regression() {
    return regression;
  }

  Optional<CurveBands> bands() {
    return bands;
  }

  PipelineProvenance provenance() {
    return provenance;
  }

  TrainingDomain domain() {
    return domain;
  }

  /** The regression's coordinates; with the inputs' usual weights where there is none. */
  GlassFeatures features() {
    return regression.map(CurveRegression::features).orElseGet(() -> GlassFeatures.of(schema));
  }

  /** How new a glass is beside the training glasses that have a pair (0 to 1). */
  double novelty(GlassComposition glass, ElementPair pair) {
    return novelties
        .computeIfAbsent(pair, p -> GlassNovelty.of(features(), domain.glassesWith(p)))
        .of(glass);
  }
}
