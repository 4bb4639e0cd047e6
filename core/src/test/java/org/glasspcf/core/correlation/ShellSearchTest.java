package org.glasspcf.core.correlation;

import static org.glasspcf.core.correlation.MadeCurves.COARSE;
import static org.glasspcf.core.correlation.MadeCurves.FINE;
import static org.glasspcf.core.correlation.MadeCurves.beyond;
import static org.glasspcf.core.correlation.MadeCurves.counted;
import static org.glasspcf.core.correlation.MadeCurves.curve;
import static org.glasspcf.core.correlation.MadeCurves.gaussian;
import static org.glasspcf.core.correlation.MadeCurves.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellSearchTest {
  private static final double FULL_WIDTH = 2 * Math.sqrt(2 * Math.log(2));

  /** Σ over a fine grid: what a shell of a Gaussian alone holds, ∫g r²dr and its mean distance. */
  private static double[] moments(DoubleUnaryOperator g, double to) {
    double count = 0;
    double first = 0;
    for (double r = 0.0005; r < to; r += 0.001) {
      count += g.applyAsDouble(r) * r * r * 0.001;
      first += g.applyAsDouble(r) * r * r * r * 0.001;
    }
    return new double[] {count, first / count};
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void gaussianShell_isFoundOnAnyBins(long seed) {
    Random random = new Random(seed);
    double position = 1.3 + 2.2 * random.nextDouble();
    double sigma = 0.04 + 0.1 * random.nextDouble();
    double height = 3 + 20 * random.nextDouble();
    DoubleUnaryOperator shell = gaussian(height, position, sigma);
    double[] expected = moments(shell, 10);
    for (RadialGrid grid : new RadialGrid[] {FINE, RadialGrid.uniform(10, 231), COARSE}) {
      PairCorrelationFunction curve = curve(grid, sum(shell, beyond(position + 8 * sigma + 1.5)));
      ShellSearch search = ShellSearch.of(curve);
      assertEquals(ShellVerdict.SHELL, search.verdict());
      CoordinationShell found = search.shell().orElseThrow();
      assertEquals(Optional.of(found.peak()), search.peak());
      assertEquals(position, found.position(), 2e-4);
      assertEquals(height, found.height(), 2e-3 * height);
      assertEquals(FULL_WIDTH * sigma, found.width(), 3e-3 * FULL_WIDTH * sigma);
      assertTrue(found.minimum() > position + 3 * sigma, found::toString);
      assertTrue(found.minimum() < position + 8 * sigma + 1.5, found::toString);
      assertTrue(found.depth() < 0.05, found::toString);
      assertEquals(expected[0], found.shellIntegral(), 5e-3 * expected[0]);
      assertEquals(expected[1], found.meanDistance(), 5e-3);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.3, 0.5, 0.7, 0.9, 1})
  void twoBondLengths_areOneShell(double fourfold) {
    DoubleUnaryOperator boron =
        sum(gaussian(20 * (1 - fourfold), 1.40, 0.03), gaussian(20 * fourfold, 1.48, 0.035));
    double[] expected = moments(boron, 10);
    for (RadialGrid grid : new RadialGrid[] {FINE, COARSE}) {
      CoordinationShell found =
          CoordinationShell.of(curve(grid, sum(boron, beyond(3.2)))).orElseThrow();
      assertTrue(found.position() > 1.39 && found.position() < 1.49, found::toString);
      assertTrue(found.minimum() > 1.7 && found.minimum() < 2.6, found::toString);
      assertEquals(expected[0], found.shellIntegral(), 2e-3 * expected[0]);
      assertEquals(expected[1], found.meanDistance(), 2e-3);
    }
  }

  @Test
  void shallowMinimum_isFoundWithItsDepth() {
    // As Na–O: a minimum of 0.8 at 3.5 Å, 0.5 below the next shell.
    DoubleUnaryOperator g =
        sum(
            gaussian(2.6, 2.45, 0.25),
            gaussian(0.5, 4.6, 0.4),
            r -> 0.8 * beyond(2.5).applyAsDouble(r));
    for (RadialGrid grid : new RadialGrid[] {FINE, COARSE}) {
      CoordinationShell found = CoordinationShell.of(curve(grid, g)).orElseThrow();
      assertEquals(0.81, found.depth(), 0.02);
      assertEquals(3.42, found.minimum(), 0.06);
    }
  }

  @Test
  void smallShellBeforeTheFirst_countsToIt() {
    DoubleUnaryOperator g = sum(gaussian(1, 1.2, 0.05), gaussian(8, 2, 0.08), beyond(4));
    CoordinationShell found = CoordinationShell.of(curve(FINE, g)).orElseThrow();
    assertEquals(2, found.position(), 1e-3);
    assertEquals(moments(g, found.minimum())[0], found.shellIntegral(), 1e-3);
  }

  @Test
  void idealGas_hasNoPeak() {
    ShellSearch search = ShellSearch.of(curve(FINE, r -> 1));
    assertEquals(ShellVerdict.NO_PEAK, search.verdict());
    assertEquals(Optional.empty(), search.peak());
    assertEquals(Optional.empty(), search.shell());
    assertEquals(0, search.noise().orElseThrow(), 1e-12);
    assertEquals(ShellVerdict.NO_PEAK, ShellSearch.of(curve(FINE, r -> 0)).verdict());
    assertEquals(ShellVerdict.NO_PEAK, ShellSearch.of(curve(FINE, beyond(3))).verdict());
  }

  @Test
  void firstMaximumFarOut_isNoShell() {
    DoubleUnaryOperator g = sum(gaussian(3, 7, 0.2), r -> r > 6 ? 1 : 0);
    assertEquals(ShellVerdict.NO_PEAK, ShellSearch.of(curve(FINE, g)).verdict());
  }

  @Test
  void curveThatEndsInThePeakOrTheGap_hasNoMinimum() {
    DoubleUnaryOperator g = sum(gaussian(20, 1.61, 0.045), beyond(3.5));
    ShellSearch gap = ShellSearch.of(curve(RadialGrid.uniform(2.6, 130), g));
    assertEquals(ShellVerdict.NO_MINIMUM, gap.verdict());
    assertEquals(1.61, gap.peak().orElseThrow().position(), 1e-3);
    assertEquals(Optional.empty(), gap.shell());
    assertEquals(OptionalDouble.empty(), gap.noise());
    ShellSearch rising = ShellSearch.of(curve(RadialGrid.uniform(1.6, 80), g));
    assertEquals(ShellVerdict.NO_PEAK, rising.verdict());
  }

  @Test
  void shortCurve_hasAShellButNoNoise() {
    DoubleUnaryOperator g = sum(gaussian(20, 1.61, 0.045), beyond(3.5));
    ShellSearch search = ShellSearch.of(curve(RadialGrid.uniform(5, 250), g));
    assertEquals(ShellVerdict.SHELL, search.verdict());
    assertEquals(OptionalDouble.empty(), search.noise());
  }

  /** Ten atoms in 1,500: as many pairs as 2 % of a dopant has. */
  @ParameterizedTest
  @MethodSource("seeds")
  void fewCounts_areNoShell(long seed) {
    DoubleUnaryOperator g = sum(gaussian(1, 3.5, 0.3), beyond(3));
    PairCorrelationFunction curve = counted(curve(FINE, g), 10 * 10 / 2.0 / 18000, seed);
    ShellSearch search = ShellSearch.of(curve);
    assertEquals(Optional.empty(), search.shell(), search::toString);
    assertTrue(search.noise().orElseThrow() > 1.5, search::toString);
  }

  /**
   * What counting errors say: the variance of the difference of two Gaussian kernels over counts of
   * 4πr² pairs per Å, ∫(k₁ − k₃)² dr / (4π pairs), root mean square over 100 curves.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 1})
  void noise_ofIndependentPairs_isTheirCountingError(double pairs) {
    PairCorrelationFunction gas = curve(FINE, r -> 1);
    double squared = 0;
    for (int seed = 0; seed < 100; seed++) {
      double noise = ShellSearch.of(counted(gas, pairs, seed)).noise().orElseThrow();
      squared += noise * noise / 100;
    }
    double kernels =
        (1 / 0.1 + 1 / 0.3) / (2 * Math.sqrt(Math.PI)) - 2 / Math.sqrt(2 * Math.PI * 0.1);
    double expected = Math.sqrt(kernels / (4 * Math.PI * pairs));
    assertEquals(expected, Math.sqrt(squared), 0.07 * expected);
  }

  @Test
  void unevenBinsFromAnyStart_areFine() {
    DoubleUnaryOperator g = sum(gaussian(20, 1.61, 0.05), beyond(3.5));
    double[] edges = new double[121];
    for (int i = 0; i <= 120; i++) {
      edges[i] = 0.8 + 7 * Math.pow(i / 120.0, 1.3);
    }
    CoordinationShell found =
        CoordinationShell.of(curve(RadialGrid.ofEdges(edges), g)).orElseThrow();
    assertEquals(1.61, found.position(), 1e-3);
    assertEquals(20, found.height(), 0.1);
    assertEquals(moments(gaussian(20, 1.61, 0.05), 10)[0], found.shellIntegral(), 5e-3);
  }

  @Test
  void peakInsideOneBin_isNoNarrowerThanItCanSee() {
    double[] values = new double[100];
    values[16] = 12;
    for (int i = 35; i < 100; i++) {
      values[i] = 1;
    }
    ShellSearch search = ShellSearch.of(PairCorrelationFunction.of(COARSE, values));
    CoordinationShell found = search.shell().orElseThrow();
    assertTrue(found.position() > 1.6 && found.position() < 1.7, found::toString);
    assertTrue(found.width() > 0.02 && found.width() < 0.1, found::toString);
    assertEquals(12 * COARSE.shellMoment(16), found.shellIntegral(), 1e-12);
  }

  @Test
  void tinyGrids_areSearched() {
    for (double end : new double[] {1e-9, 0.005, 0.3}) {
      PairCorrelationFunction one =
          PairCorrelationFunction.of(RadialGrid.uniform(end, 1), new double[] {4});
      assertEquals(ShellVerdict.NO_PEAK, ShellSearch.of(one).verdict());
    }
  }

  @Test
  void verdicts_sayWhy() {
    assertEquals(
        "no peak that stands out against the curve's own noise", ShellVerdict.NO_PEAK.reason());
    assertEquals(
        "a first peak, but no minimum after it before the curve ends",
        ShellVerdict.NO_MINIMUM.reason());
    assertEquals(
        "a first maximum that is not shaped like a peak", ShellVerdict.NO_PEAK_SHAPE.reason());
  }

  static IntStream seeds() {
    return IntStream.range(0, 30);
  }
}
