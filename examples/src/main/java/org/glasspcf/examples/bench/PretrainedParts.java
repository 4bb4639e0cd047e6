package org.glasspcf.examples.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.glasspcf.encoder.AutoencoderArchitecture;
import org.glasspcf.encoder.LatentActivation;
import org.glasspcf.encoder.PcfAutoencoder;
import org.glasspcf.forest.ForestOptions;
import org.glasspcf.forest.ForestTrainer;
import org.glasspcf.forest.RandomForest;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;

/**
 * Forest and autoencoder of the pretrained model's sizes, and what goes into them.
 *
 * <p>A pipeline does not hand out its parts. The forest here is trained on the same fingerprints
 * with the same options, from the pretrained forest's own latents; the autoencoder has the same
 * layers with weights from a seed, whose values do not change the work.
 */
final class PretrainedParts {
  /** How many different glasses a benchmark asks for in turn. */
  static final int QUERIES = 4096;

  private static final int LATENT_SIZE = 8;

  private final GlassPcfPipeline pipeline;

  PretrainedParts() {
    this.pipeline = GlassPcfPipeline.pretrained();
  }

  /** Predictions of so many different glasses. */
  List<PcfPrediction> predictions(int count) {
    return new RandomGlasses(1)
        .next(count).stream().map(q -> pipeline.predict(q.glass(), q.pair())).toList();
  }

  GlassPcfPipeline pipeline() {
    return pipeline;
  }

  /** 58 features → 8 latents, trained on as many rows as the pretrained one. */
  RandomForest forest() {
    List<PcfPrediction> trainedOn = new ArrayList<>();
    pipeline
        .provenance()
        .trainedOn()
        .forEach((glass, pairs) -> pairs.forEach(p -> trainedOn.add(pipeline.predict(glass, p))));
    return ForestTrainer.train(
        trainedOn.stream().map(p -> p.fingerprint().values()).toArray(double[][]::new),
        trainedOn.stream().map(p -> doubles(p.latent())).toArray(double[][]::new),
        ForestOptions.defaults());
  }

  private static double[] doubles(float[] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i];
    }
    return out;
  }

  /** The paper's network with He's random weights. */
  static PcfAutoencoder autoencoder() {
    AutoencoderArchitecture architecture =
        new AutoencoderArchitecture(LATENT_SIZE, LatentActivation.LINEAR);
    Random random = new Random(1);
    Map<String, float[]> parameters = new LinkedHashMap<>();
    architecture
        .parameterShapes()
        .forEach((name, shape) -> parameters.put(name, weights(shape, random)));
    return PcfAutoencoder.of(architecture, parameters);
  }

  /** Weights of [filters, inputs, 3, 3]; biases, of [filters], are small. */
  private static float[] weights(List<Integer> shape, Random random) {
    int length = shape.stream().reduce(1, (a, b) -> a * b);
    double scale = shape.size() > 1 ? Math.sqrt(2.0 * shape.get(0) / length) : 0.01;
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
    return values;
  }
}
