package org.glasspcf.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairCorrelationFunctionTest {
  private static final RadialGrid FINE = RadialGrid.uniform(10, 500);
  private static final RadialGrid COARSE = RadialGrid.uniform(10, 100);

  /** 0, then 28 shells to 2.8 Å, 17 to 4.5 Å and 18 to 10 Å: the shells of the warped image. */
  private static final RadialGrid WARPED =
      RadialGrid.ofEdges(
          Stream.of(
                  DoubleStream.of(0),
                  steps(1.2, 2.8, 28),
                  steps(2.8, 4.5, 17),
                  steps(4.5, 10, 18),
                  DoubleStream.of(10))
              .flatMapToDouble(edges -> edges)
              .toArray());

  @Nested
  class Values {
    @Test
    void of_copiesInAndOut() {
      double[] values = {0, 2, 1};
      PairCorrelationFunction curve = PairCorrelationFunction.of(RadialGrid.uniform(3, 3), values);
      values[1] = 9;
      curve.values()[1] = 9;
      assertArrayEquals(new double[] {0, 2, 1}, curve.values());
      assertEquals(2, curve.value(1));
      assertEquals(2, curve.maximum());
      assertEquals(RadialGrid.uniform(3, 3), curve.grid());
      assertEquals("g(r) on 3 bins from 0 to 3 Å, at most 2", curve.toString());
    }

    @Test
    void equals_dependsOnGridAndValues() {
      assertEquals(curve(0, 1), curve(-0.0, 1));
      assertEquals(curve(0, 1).hashCode(), curve(-0.0, 1).hashCode());
      assertNotEquals(curve(0, 1), curve(0, 2));
      assertNotEquals(
          curve(0, 1), PairCorrelationFunction.of(RadialGrid.uniform(3, 2), new double[] {0, 1}));
    }

    @Test
    void of_wrongLength_namesBoth() {
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> PairCorrelationFunction.of(COARSE, new double[99]));
      assertEquals(
          "a curve must have one value for each bin of its grid, got 99 values for 100 bins from 0"
              + " to 10 Å",
          error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"NaN, NaN", "Infinity, Infinity", "-0.25, -0.25"})
    void of_notAFiniteNumberFromZero_namesValueAndBin(double value, String printed) {
      double[] values = new double[100];
      values[16] = value;
      var error =
          assertThrows(
              IllegalArgumentException.class, () -> PairCorrelationFunction.of(COARSE, values));
      assertEquals(
          "g must be a finite number not below 0 (1), got " + printed + " in bin 16 (r = 1.65 Å)",
          error.getMessage());
    }

    @Test
    void value_outsideTheGrid_isRefused() {
      var error = assertThrows(IndexOutOfBoundsException.class, () -> curve(0, 1).value(2));
      assertEquals("bin of a curve must be from 0 to 1, got 2", error.getMessage());
    }
  }

  @Nested
  class Rebin {
    @Test
    void rebin_sameGrid_isTheSameCurve() {
      PairCorrelationFunction curve = curve(0, 1, 2);
      assertSame(curve, curve.rebin(RadialGrid.uniform(3, 3)));
    }

    @Test
    void rebin_joinsShellsByTheirVolume() {
      assertEquals((1 * 1 + 3 * 7) / 8.0, curve(1, 3).rebin(RadialGrid.uniform(2, 1)).value(0));
    }

    @Test
    void rebin_idealGas_staysExactlyOne() {
      assertArrayEquals(ones(COARSE).values(), ones(FINE).rebin(COARSE).values());
      assertArrayEquals(ones(WARPED).values(), ones(FINE).rebin(WARPED).values());
      assertArrayEquals(ones(FINE).values(), ones(COARSE).rebin(FINE).values());
    }

    @Test
    void rebin_insideABin_isTheBinsValue() {
      PairCorrelationFunction finer = curve(2, 5).rebin(RadialGrid.uniform(2, 7));
      assertArrayEquals(
          new double[] {2, 2, 2, (2 * (343 - 216) + 5 * (512 - 343)) / 296.0, 5, 5, 5},
          finer.values(),
          1e-14);
    }

    @Test
    void rebin_sliverBeyondTheEdge_isTheLastBinsValue() {
      assertArrayEquals(
          new double[] {1, 3, 3},
          curve(1, 3).rebin(RadialGrid.ofEdges(0, 1, 2, 2 + 5e-10)).values());
    }

    @ParameterizedTest
    @MethodSource("org.glasspcf.core.PairCorrelationFunctionTest#seeds")
    void rebin_randomCurveAndEdges_keepsCoordinationAndRange(long seed) {
      Random random = new Random(seed);
      RadialGrid grid = randomGrid(random, 0, 5 + 5 * random.nextDouble());
      PairCorrelationFunction curve =
          PairCorrelationFunction.of(
              grid, random.doubles(grid.bins()).map(u -> u < 0.3 ? 0 : 20 * u * u).toArray());
      RadialGrid target = randomGrid(random, grid.edge(0), grid.rMax());
      PairCorrelationFunction rebinned = curve.rebin(target);
      assertEquals(count(curve), count(rebinned), 1e-12 * count(curve));
      for (int i = 0; i < target.bins(); i++) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (int j = 0; j < grid.bins(); j++) {
          if (grid.edge(j + 1) > target.edge(i) && grid.edge(j) < target.edge(i + 1)) {
            lowest = Math.min(lowest, curve.value(j));
            highest = Math.max(highest, curve.value(j));
          }
        }
        assertEquals(
            rebinned.value(i), Math.min(Math.max(rebinned.value(i), lowest), highest), 1e-13);
      }
    }

    @ParameterizedTest
    @MethodSource("org.glasspcf.core.PairCorrelationFunctionTest#seeds")
    void rebin_sharedEdges_keepEveryPartialSum(long seed) {
      Random random = new Random(seed);
      PairCorrelationFunction curve =
          PairCorrelationFunction.of(FINE, random.doubles(500, 0, 15).toArray());
      PairCorrelationFunction rebinned = curve.rebin(COARSE);
      double fine = 0;
      double coarse = 0;
      for (int i = 0; i < 100; i++) {
        coarse += rebinned.value(i) * COARSE.shellMoment(i);
        for (int j = 5 * i; j < 5 * i + 5; j++) {
          fine += curve.value(j) * FINE.shellMoment(j);
        }
        assertEquals(fine, coarse, 1e-11 * (1 + fine));
      }
    }

    @Test
    void rebin_beyondTheGrid_isRefused() {
      var error =
          assertThrows(
              IllegalArgumentException.class, () -> curve(0, 1).rebin(RadialGrid.uniform(2.5, 5)));
      assertEquals(
          "a curve can only be re-binned inside its own grid (2 bins from 0 to 2 Å), got a grid of"
              + " 5 bins from 0 to 2.5 Å",
          error.getMessage());
      PairCorrelationFunction late =
          PairCorrelationFunction.of(RadialGrid.ofEdges(1, 2), new double[] {1});
      assertThrows(IllegalArgumentException.class, () -> late.rebin(RadialGrid.uniform(2, 2)));
    }

    /** Made with numpy 1.24.2: interp of the cumulative sum at r³, on the file nbs-60-20-20-s1. */
    @ParameterizedTest
    @CsvSource({
      "Si-O, 9.920264957004232, 15.173004184088013, 0.9798954874488947, 21.99278825492407,"
          + " 0.08498995424588382",
      "B-O, 11.520549709847408, 3.0675744489595864, 0.9775334198201862, 4.36497785541136,"
          + " 0.2033594701800083",
      "Na-O, 0, 0, 0.9829073251755728, 0, 1.1004248251244722"
    })
    void rebin_simulatedCurve_equalsNumpy(
        String pair, double at155, double at165, double at995, double warped8, double warped30)
        throws IOException {
      PairCorrelationFunction curve = simulated(pair);
      PairCorrelationFunction coarse = curve.rebin(COARSE);
      assertEquals(at155, coarse.value(15), 1e-9);
      assertEquals(at165, coarse.value(16), 1e-9);
      assertEquals(at995, coarse.value(99), 1e-9);
      assertEquals(64, WARPED.bins());
      PairCorrelationFunction warped = curve.rebin(WARPED);
      assertEquals(warped8, warped.value(8), 1e-9);
      assertEquals(warped30, warped.value(30), 1e-9);
    }
  }

  @Nested
  class MeanDistance {
    @Test
    void meanDistance_oneShell_isItsMomentRatio() {
      PairCorrelationFunction curve = curve(0, 5, 0);
      assertEquals((15.0 / 4) / (7.0 / 3), curve.meanDistance(3).orElseThrow(), 1e-14);
    }

    @Test
    void meanDistance_idealGas_isThreeQuartersOfTheCutoff() {
      assertEquals(1.5, curve(1, 1, 1).meanDistance(2).orElseThrow(), 1e-14);
    }

    @Test
    void meanDistance_cutoffInsideABin_takesThatPartOfIt() {
      assertEquals(0.75 * 2.9, curve(1, 1, 1).meanDistance(2.9).orElseThrow(), 1e-14);
      assertEquals(0.75 * 0.5, curve(1, 1, 1).meanDistance(0.5).orElseThrow(), 1e-14);
      assertEquals(
          (5 * 15.0 / 4 + 2 * (39.0625 - 16) / 4) / (5 * 7.0 / 3 + 2 * (15.625 - 8) / 3),
          curve(0, 5, 2).meanDistance(2.5).orElseThrow(),
          1e-14);
    }

    @Test
    void meanDistance_noNeighbors_isEmpty() {
      assertEquals(OptionalDouble.empty(), curve(0, 0, 1).meanDistance(2));
      assertEquals(OptionalDouble.empty(), curve(0, 1, 1).meanDistance(0.5));
    }

    /** Made with numpy 2.4.6 from the sums of the definition, on the file nbs-60-20-20-s1. */
    @ParameterizedTest
    @CsvSource({
      "Si-O, 2.1, 1.6174410799304526",
      "B-O, 2.0, 1.5288678850780142",
      "Na-O, 3.2, 2.670701787658924"
    })
    void meanDistance_simulatedCurve_isTheBondLength(String pair, double cutoff, double expected)
        throws IOException {
      PairCorrelationFunction curve = simulated(pair).rebin(COARSE);
      assertEquals(expected, curve.meanDistance(cutoff).orElseThrow(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void meanDistance_badCutoff_isRefused(double cutoff) {
      var error =
          assertThrows(IllegalArgumentException.class, () -> curve(1, 1).meanDistance(cutoff));
      assertEquals(
          "cutoff must be a finite number above 0 (Å), got " + Preconditions.plain(cutoff),
          error.getMessage());
    }
  }

  @Nested
  class ShellIntegral {
    @Test
    void shellIntegral_idealGas_isAThirdOfTheCube() {
      assertEquals(2.9 * 2.9 * 2.9 / 3, curve(1, 1, 1).shellIntegral(2.9), 1e-14);
      assertEquals(9, curve(1, 1, 1).shellIntegral(3), 1e-14);
      assertEquals(9, curve(1, 1, 1).shellIntegral(3 + 1e-10), 1e-14);
    }

    @ParameterizedTest
    @MethodSource("org.glasspcf.core.PairCorrelationFunctionTest#seeds")
    void shellIntegral_ofARebinnedCurve_isTheSame(long seed) {
      Random random = new Random(seed);
      RadialGrid grid = randomGrid(random, 0, 5 + 5 * random.nextDouble());
      PairCorrelationFunction curve =
          PairCorrelationFunction.of(grid, random.doubles(grid.bins(), 0, 20).toArray());
      double to = grid.rMax() * (0.1 + 0.9 * random.nextDouble());
      PairCorrelationFunction cut = curve.rebin(RadialGrid.ofEdges(0, to));
      assertEquals(count(cut), curve.shellIntegral(to), 1e-12 * count(curve));
    }

    @Test
    void shellIntegral_beyondTheGrid_isRefused() {
      var error =
          assertThrows(IllegalArgumentException.class, () -> curve(1, 1).shellIntegral(2.5));
      assertEquals(
          "neighbors can only be counted inside a curve's grid (2 bins from 0 to 2 Å), got an"
              + " upper limit of 2.5 Å",
          error.getMessage());
      assertThrows(IllegalArgumentException.class, () -> curve(1, 1).shellIntegral(Double.NaN));
    }
  }

  @Nested
  class FirstPeak {
    @Test
    void firstPeak_parabola_isExact() {
      RadialGrid grid = RadialGrid.ofEdges(1, 1.1, 1.3, 1.35, 1.6, 1.7, 2);
      double[] values =
          Arrays.stream(grid.centers()).map(r -> 5 - 3 * (r - 1.34) * (r - 1.34)).toArray();
      var peak = PairCorrelationFunction.of(grid, values).firstPeak().orElseThrow();
      assertEquals(1.34, peak.position(), 1e-12);
      assertEquals(values[2], peak.height());
    }

    @Test
    void firstPeak_noiseBelowHalf_isPassedOver() {
      var peak = curve(0, 1, 0, 0, 4, 10, 4, 2, 3, 2).firstPeak().orElseThrow();
      assertEquals(5.5, peak.position(), 1e-12);
      assertEquals(10, peak.height());
    }

    @Test
    void firstPeak_firstOfTwoHighOnes_isTaken() {
      assertEquals(6, curve(0, 6, 1, 10, 1).firstPeak().orElseThrow().height());
    }

    @Test
    void firstPeak_plateau_countsOnlyIfItFalls() {
      assertEquals(2, curve(0, 4, 4, 0).firstPeak().orElseThrow().position(), 1e-12);
      assertEquals(9, curve(0, 5, 5, 9, 0).firstPeak().orElseThrow().height());
      assertEquals(Optional.empty(), curve(0, 5, 5, 5).firstPeak());
    }

    @Test
    void firstPeak_noneInside_isEmpty() {
      assertEquals(Optional.empty(), curve(0, 0, 0).firstPeak());
      assertEquals(Optional.empty(), curve(3, 2, 1).firstPeak());
      assertEquals(Optional.empty(), curve(1, 2, 3).firstPeak());
      assertEquals(Optional.empty(), curve(1).firstPeak());
      assertEquals(Optional.empty(), curve(1, 2).firstPeak());
    }

    @Test
    void firstPeak_simulatedSiO_isTheBond() throws IOException {
      var peak = simulated("Si-O").rebin(COARSE).firstPeak().orElseThrow();
      assertEquals(15.173004184088013, peak.height(), 1e-9);
      assertEquals(1.62, peak.position(), 0.03);
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  private static PairCorrelationFunction curve(double... values) {
    return PairCorrelationFunction.of(RadialGrid.uniform(values.length, values.length), values);
  }

  private static PairCorrelationFunction ones(RadialGrid grid) {
    double[] ones = new double[grid.bins()];
    Arrays.fill(ones, 1);
    return PairCorrelationFunction.of(grid, ones);
  }

  private static double count(PairCorrelationFunction curve) {
    double count = 0;
    for (int i = 0; i < curve.grid().bins(); i++) {
      count += curve.value(i) * curve.grid().shellMoment(i);
    }
    return count;
  }

  private static RadialGrid randomGrid(Random random, double from, double to) {
    int inner = random.nextInt(60);
    return RadialGrid.ofEdges(
        DoubleStream.concat(DoubleStream.of(from, to), random.doubles(inner, from, to))
            .sorted()
            .distinct()
            .toArray());
  }

  private static DoubleStream steps(double from, double to, int count) {
    return IntStream.range(0, count).mapToDouble(i -> from + (to - from) * i / count);
  }

  private static PairCorrelationFunction simulated(String pair) throws IOException {
    String file = "/org/glasspcf/core/dataset/nbs-glass-md/pcf/nbs-60-20-20-s1.csv.gz";
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(PairCorrelationFunctionTest.class.getResourceAsStream(file)),
                StandardCharsets.US_ASCII))) {
      int column = List.of(reader.readLine().split(",")).indexOf(pair);
      double[] values =
          reader.lines().mapToDouble(line -> Double.parseDouble(line.split(",")[column])).toArray();
      return PairCorrelationFunction.of(FINE, values);
    }
  }
}
