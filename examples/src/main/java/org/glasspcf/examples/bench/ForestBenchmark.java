package org.glasspcf.examples.bench;

import org.glasspcf.forest.RandomForest;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Fingerprint → latent vector. */
@State(Scope.Thread)
public class ForestBenchmark {
  private RandomForest forest;
  private Turn<double[]> fingerprints;

  /** Creates the benchmark. */
  public ForestBenchmark() {}

  /** Takes the pretrained forest: 15 trees, 58 features, 8 targets. */
  @Setup
  public void prepare() {
    GlassPcfPipeline pipeline = GlassPcfPipeline.pretrained();
    forest = pipeline.forest();
    fingerprints =
        new Turn<>(
            RandomGlasses.predictions(pipeline, RandomGlasses.QUERIES).stream()
                .map(p -> p.fingerprint().values())
                .toList());
  }

  /**
   * Predicts one curve's latent vector.
   *
   * @return 8 numbers (1)
   */
  @Benchmark
  public double[] predict() {
    return forest.predict(fingerprints.next());
  }
}
