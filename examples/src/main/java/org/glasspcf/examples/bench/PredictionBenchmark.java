package org.glasspcf.examples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.glasspcf.examples.bench.RandomGlasses.Query;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Composition and pair → curve, by the pretrained model: batches of different glasses, each shared
 * among threads. Several callers at once, each with batches of its own, are JMH's threads.
 */
@State(Scope.Benchmark)
public class PredictionBenchmark {
  @Param("1")
  private int batch;

  @Param("1")
  private int threads;

  private GlassPcfPipeline pipeline;
  private List<List<Query>> batches;
  private BatchTeam team;

  /** Creates the benchmark. */
  public PredictionBenchmark() {}

  /** What one caller asks for next. */
  @State(Scope.Thread)
  public static class Caller {
    private Turn<List<Query>> turn;

    /** Creates the caller. */
    public Caller() {}

    /**
     * Sets each caller to batches of its own.
     *
     * @param benchmark the batches
     * @param caller which caller this is
     */
    @Setup
    public void prepare(PredictionBenchmark benchmark, ThreadParams caller) {
      int first = benchmark.batches.size() * caller.getThreadIndex() / caller.getThreadCount();
      turn = new Turn<>(benchmark.batches, first);
    }
  }

  /** Loads the model and draws glasses. */
  @Setup
  public void prepare() {
    pipeline = GlassPcfPipeline.pretrained();
    team = new BatchTeam(threads);
    batches = new ArrayList<>();
    List<Query> queries = new RandomGlasses(1).next(RandomGlasses.QUERIES);
    for (int from = 0; from < queries.size(); from += batch) {
      batches.add(queries.subList(from, from + batch));
    }
  }

  /** Ends the helpers. */
  @TearDown
  public void close() {
    team.close();
  }

  /**
   * Predicts by the default road.
   *
   * @param caller whose turn it is
   * @return a curve for each query
   * @throws ExecutionException if a prediction fails
   * @throws InterruptedException if the caller is interrupted
   */
  @Benchmark
  public Object[] curve(Caller caller) throws ExecutionException, InterruptedException {
    return predict(caller, PcfPrediction::curve);
  }

  /**
   * Predicts by the default road, with the 90 % band.
   *
   * @param caller whose turn it is
   * @return a band around its curve for each query
   * @throws ExecutionException if a prediction fails
   * @throws InterruptedException if the caller is interrupted
   */
  @Benchmark
  public Object[] band(Caller caller) throws ExecutionException, InterruptedException {
    return predict(caller, p -> p.band(BandLevel.NINETY_PERCENT).orElseThrow());
  }

  /**
   * Predicts by the paper's road: forest, decoder, image, curve.
   *
   * @param caller whose turn it is
   * @return a curve for each query
   * @throws ExecutionException if a prediction fails
   * @throws InterruptedException if the caller is interrupted
   */
  @Benchmark
  public Object[] decodedCurve(Caller caller) throws ExecutionException, InterruptedException {
    return predict(caller, PcfPrediction::decodedCurve);
  }

  private Object[] predict(Caller caller, Function<PcfPrediction, ?> result)
      throws ExecutionException, InterruptedException {
    return team.map(caller.turn.next(), q -> result.apply(pipeline.predict(q.glass(), q.pair())));
  }
}
