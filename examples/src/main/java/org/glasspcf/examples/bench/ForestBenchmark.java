package org.glasspcf.examples.bench;

import org.glasspcf.forest.RandomForest;
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

  /** Trains a forest of the pretrained one's sizes: 15 trees, 58 features, 8 targets. */
  @Setup
  public void prepare() {
    PretrainedParts parts = new PretrainedParts();
    forest = parts.forest();
    fingerprints =
        new Turn<>(
            parts.predictions(PretrainedParts.QUERIES).stream()
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
