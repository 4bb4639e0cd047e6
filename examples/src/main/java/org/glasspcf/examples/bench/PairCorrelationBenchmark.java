package org.glasspcf.examples.bench;

import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.correlation.PairCorrelationCalculator;
import org.glasspcf.core.correlation.PairCorrelations;
import org.glasspcf.core.trajectory.Frame;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Atoms of one frame → g(r) of all pairs, up to 10 Å in 500 bins. */
@State(Scope.Benchmark)
public class PairCorrelationBenchmark {
  @Param("1500")
  private int atoms;

  @Param("1")
  private int threads;

  private PairCorrelationCalculator calculator;
  private Frame frame;

  /** Creates the benchmark. */
  public PairCorrelationBenchmark() {}

  /** Places the atoms. */
  @Setup
  public void prepare() {
    calculator = PairCorrelationCalculator.of(RadialGrid.uniform(10, 500)).withParallelism(threads);
    frame = RandomAtoms.frame(atoms);
  }

  /**
   * Counts the pairs of one frame.
   *
   * @return g(r) of six pairs of elements
   */
  @Benchmark
  public PairCorrelations count() {
    return calculator.of(frame);
  }
}
