package org.glasspcf.pipeline;

import java.util.Objects;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.glasspcf.encoder.PcfAutoencoder;
import org.glasspcf.encoder.PcfImageCodec;
import org.glasspcf.forest.RandomForest;

/** The trained parts, which fit each other. */
record PipelineModel(
    FingerprintSchema schema,
    RandomForest forest,
    PcfAutoencoder autoencoder,
    PcfImageCodec codec,
    PipelineProvenance provenance) {

  PipelineModel {
    Objects.requireNonNull(provenance, "provenance");
    require(forest.featureCount() == schema.size(), "the forest's features", schema.size());
    require(
        forest.targetCount() == autoencoder.latentSize(),
        "the forest's targets",
        autoencoder.latentSize());
  }

  private static void require(boolean fits, String what, int expected) {
    if (!fits) {
      throw new IllegalArgumentException(what + " must be " + expected);
    }
  }
}
