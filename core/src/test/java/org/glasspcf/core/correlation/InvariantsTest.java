package org.glasspcf.core.correlation;

import static org.glasspcf.core.Element.Na;
import static org.glasspcf.core.Element.O;
import static org.glasspcf.core.Element.Si;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.core.trajectory.Frame;
import org.glasspcf.core.trajectory.SimulationCell;
import org.junit.jupiter.api.Test;

class InvariantsTest {
  private static final RadialGrid GRID = RadialGrid.uniform(10, 100);
  private static final SimulationCell CELL =
      SimulationCell.of(new double[3], new double[][] {{110, 0, 0}, {20, 105, 0}, {-15, 30, 108}});

  @Test
  void idealGas_isOneWithinItsCountingNoise() {
    Frame gas = Atoms.gas(CELL, Atoms.mix(30_000, Si, 69_000, O, 1_000, Na), 20240501);
    PairCorrelations result = PairCorrelationCalculator.of(GRID).of(gas);
    assertEquals(6, result.pairs().size());
    for (ElementPair pair : result.pairs()) {
      assertChiSquaredIsThatOfCounting(result, pair);
    }
  }

  /**
   * In an ideal gas all pairs are independent of each other, two by two, so that a bin's count has
   * the variance of its mean. Over many bins chi² is normal with mean B and variance 2B + Σ 1/mean.
   */
  private static void assertChiSquaredIsThatOfCounting(PairCorrelations result, ElementPair pair) {
    PairCorrelationFunction g = result.curve(pair);
    long[] counts = result.pairCounts(pair);
    double chiSquared = 0;
    double variance = 0;
    int bins = 0;
    for (int bin = 0; bin < GRID.bins(); bin++) {
      double mean = counts[bin] / g.value(bin);
      if (counts[bin] == 0 || mean < 10) {
        continue;
      }
      chiSquared += (g.value(bin) - 1) * (g.value(bin) - 1) * mean;
      variance += 2 + 1 / mean;
      bins++;
    }
    double score = (chiSquared - bins) / Math.sqrt(variance);
    assertTrue(bins > 50, pair + " has " + bins + " bins");
    assertTrue(Math.abs(score) < 3.5, pair + ": chi² " + chiSquared + " in " + bins + " bins");
  }

  @Test
  void runningCoordination_isTheIntegralOfTheCurve() {
    PairCorrelations result = small();
    NumberDensities densities = result.densities();
    for (Element center : List.of(Si, O, Na)) {
      for (Element neighbor : List.of(Si, O, Na)) {
        double[] running = result.runningCoordination(center, neighbor);
        PairCorrelationFunction g = result.curve(ElementPair.of(center, neighbor));
        double integral = 0;
        for (int bin = 0; bin < GRID.bins(); bin++) {
          integral += 4 * Math.PI * g.value(bin) * GRID.shellMoment(bin);
          double expected = integral * densities.neighbors(center, neighbor);
          assertEquals(expected, running[bin], 1e-12 * expected + 1e-15);
        }
        assertTrue(integral > 0);
      }
    }
  }

  @Test
  void neighborsCountedFromBothSides_areTheSamePairs() {
    PairCorrelations result = small();
    double[] siliconOxygen = result.runningCoordination(Si, O);
    double[] oxygenSilicon = result.runningCoordination(O, Si);
    NumberDensities densities = result.densities();
    for (int bin = 0; bin < GRID.bins(); bin++) {
      assertEquals(
          densities.fraction(Si) * siliconOxygen[bin],
          densities.fraction(O) * oxygenSilicon[bin],
          1e-12);
    }
    assertTrue(siliconOxygen[99] > 1);
  }

  private static PairCorrelations small() {
    SimulationCell cell = SimulationCell.orthorhombic(21, 22, 23);
    return PairCorrelationCalculator.of(GRID)
        .of(Atoms.gas(cell, Atoms.mix(100, Si, 200, O, 20, Na), 3));
  }
}
