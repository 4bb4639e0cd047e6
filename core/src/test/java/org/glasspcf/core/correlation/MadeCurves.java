package org.glasspcf.core.correlation;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;

/**
 * Curves made up for tests: shell averages of a given g(r), by Simpson's rule on 200 steps a bin.
 */
final class MadeCurves {
  static final RadialGrid FINE = RadialGrid.uniform(10, 500);
  static final RadialGrid COARSE = RadialGrid.uniform(10, 100);

  private MadeCurves() {}

  static PairCorrelationFunction curve(RadialGrid grid, DoubleUnaryOperator g) {
    double[] values = new double[grid.bins()];
    Arrays.setAll(values, i -> average(g, grid.edge(i), grid.edge(i + 1)));
    return PairCorrelationFunction.of(grid, values);
  }

  private static double average(DoubleUnaryOperator g, double from, double to) {
    double sum = 0;
    double volume = 0;
    for (int k = 0; k <= 200; k++) {
      double r = from + (to - from) * k / 200;
      double weight = (k == 0 || k == 200 ? 1 : k % 2 == 1 ? 4 : 2) * r * r;
      sum += weight * g.applyAsDouble(r);
      volume += weight;
    }
    return sum / volume;
  }

  static DoubleUnaryOperator gaussian(double height, double position, double sigma) {
    return r -> height * Math.exp(-0.5 * (r - position) * (r - position) / (sigma * sigma));
  }

  /** 0 inside, 1 outside, 0.15 Å soft: what lies beyond a shell. */
  static DoubleUnaryOperator beyond(double r0) {
    return r -> 1 / (1 + Math.exp((r0 - r) / 0.15));
  }

  static DoubleUnaryOperator sum(DoubleUnaryOperator... parts) {
    return r -> Arrays.stream(parts).mapToDouble(part -> part.applyAsDouble(r)).sum();
  }

  /** The curve of so many independent pairs, as a box of independent atoms would give it. */
  static PairCorrelationFunction counted(
      PairCorrelationFunction truth, double pairsPerCubicAngstrom, long seed) {
    Random random = new Random(seed);
    RadialGrid grid = truth.grid();
    double[] values = truth.values();
    for (int i = 0; i < values.length; i++) {
      double ideal = 4 * Math.PI * grid.shellMoment(i) * pairsPerCubicAngstrom;
      values[i] = poisson(values[i] * ideal, random) / ideal;
    }
    return PairCorrelationFunction.of(grid, values);
  }

  private static int poisson(double mean, Random random) {
    if (mean > 50) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    int count = 0;
    for (double p = random.nextDouble(); p > Math.exp(-mean); p *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
