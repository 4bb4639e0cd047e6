package org.glasspcf.pipeline;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.glasspcf.encoder.PcfAutoencoder;
import org.glasspcf.encoder.PcfImageCodec;
import org.glasspcf.forest.ForestOptions;
import org.glasspcf.forest.ForestTrainer;
import org.glasspcf.forest.RandomForest;

/**
 * What a forest learns from, a row for each of a data set's samples.
 *
 * @param fingerprints of glass and pair
 * @param latents of the mean curve's image
 */
record ForestRows(double[][] fingerprints, double[][] latents) {

  /** The fingerprints alone, which also tell whether the schema knows every glass. */
  static double[][] fingerprints(FingerprintSchema schema, GlassDataset dataset) {
    return rows(dataset, s -> schema.encode(s.composition(), s.pair()).values());
  }

  static ForestRows of(
      FingerprintSchema schema,
      PcfImageCodec codec,
      PcfAutoencoder autoencoder,
      GlassDataset dataset) {
    return new ForestRows(
        fingerprints(schema, dataset),
        rows(dataset, s -> toDoubles(autoencoder.encode(codec.encode(s.meanCurve())))));
  }

  private static double[][] rows(GlassDataset dataset, Function<GlassSample, double[]> row) {
    List<GlassSample> samples = dataset.samples();
    double[][] out = new double[samples.size()][];
    for (int i = 0; i < out.length; i++) {
      TrainingInterruptedException.throwIfInterrupted("encoding of the curves");
      out[i] = row.apply(samples.get(i));
    }
    return out;
  }

  /** Grows a forest on the calling thread and others of its own; the same however many they are. */
  RandomForest grow(ForestOptions options, int threads) {
    ExecutorService helpers = Executors.newCachedThreadPool(ForestRows::named);
    try {
      return ForestTrainer.train(fingerprints, latents, options, helpers, threads);
    } finally {
      helpers.shutdown();
    }
  }

  private static Thread named(Runnable work) {
    Thread thread = new Thread(work, "glass-pcf-forest");
    thread.setDaemon(true);
    return thread;
  }

  static double[] toDoubles(float[] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i];
    }
    return out;
  }
}
