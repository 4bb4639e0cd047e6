package org.glasspcf.examples.bench;

import org.glasspcf.core.fingerprint.Fingerprint;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.glasspcf.examples.bench.RandomGlasses.Query;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Composition and pair → fingerprint. */
@State(Scope.Thread)
public class FingerprintBenchmark {
  private final FingerprintSchema schema = FingerprintSchema.fractions();
  private Turn<Query> queries;

  /** Creates the benchmark. */
  public FingerprintBenchmark() {}

  /** Draws glasses. */
  @Setup
  public void prepare() {
    queries = new Turn<>(new RandomGlasses(1).next(RandomGlasses.QUERIES));
  }

  /**
   * Encodes one curve's glass and pair.
   *
   * @return the fingerprint
   */
  @Benchmark
  public Fingerprint encode() {
    Query query = queries.next();
    return schema.encode(query.glass(), query.pair());
  }
}
