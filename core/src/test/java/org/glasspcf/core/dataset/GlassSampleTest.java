package org.glasspcf.core.dataset;

import static org.glasspcf.core.dataset.Melts.SI_O;
import static org.glasspcf.core.dataset.Melts.curve;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlassSampleTest {
  private static final GlassComposition SILICA = GlassComposition.parse("SiO2");

  private static GlassSample sample(long pairCount, PairCorrelationFunction... curves) {
    return GlassSample.of(SILICA, SI_O, pairCount, List.of(curves));
  }

  @Test
  void mean_threeMelts_isPlain() {
    GlassSample sample = sample(100, curve(0, 1, 6, 1), curve(0, 2, 6, 1), curve(0, 6, 3, 1));
    assertEquals(curve(0, 3, 5, 1), sample.meanCurve());
    assertEquals(3, sample.simulations());
    assertEquals(100, sample.pairCount());
    assertEquals(300, sample.pairCountSum());
  }

  @Test
  void standardError_threeMelts_dividesByTwoAndByThree() {
    GlassSample sample = sample(100, curve(0, 1, 6, 1), curve(0, 2, 6, 1), curve(0, 6, 3, 1));
    // s² = (4 + 1 + 9)/2 = 7 and (1 + 1 + 4)/2 = 3, over k = 3
    assertArrayEquals(
        new double[] {0, Math.sqrt(7 / 3.0), 1, 0}, sample.standardError().orElseThrow(), 1e-15);
  }

  @Test
  void standardError_oneMelt_isEmpty() {
    assertEquals(Optional.empty(), sample(100, curve(0, 1, 2, 1)).standardError());
  }

  @Test
  void standardError_array_doesNotLeak() {
    GlassSample sample = sample(100, curve(0, 1, 2, 1), curve(0, 2, 2, 1));
    sample.standardError().orElseThrow()[1] = 99;
    assertEquals(0.5, sample.standardError().orElseThrow()[1], 1e-15);
  }

  @Test
  void wellSampled_from1600Pairs() {
    assertFalse(sample(1599, curve(0, 1, 2, 1)).wellSampled());
    assertTrue(sample(1600, curve(0, 1, 2, 1)).wellSampled());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rebin_anyCurves_isThatOfEveryMeltThenTheMean(long seed) {
    Random random = new Random(seed);
    RadialGrid fine = RadialGrid.uniform(10, 200);
    RadialGrid coarse = RadialGrid.ofEdges(0, 1.03, 2.5, 4.44, 9.9);
    List<PairCorrelationFunction> curves =
        IntStream.range(0, 4)
            .mapToObj(i -> PairCorrelationFunction.of(fine, random.doubles(200, 0, 9).toArray()))
            .toList();
    GlassSample sample = GlassSample.of(SILICA, SI_O, 10, curves).rebin(coarse);
    assertEquals(curves.stream().map(c -> c.rebin(coarse)).toList(), sample.simulationCurves());
    double[] meanFirst =
        GlassSample.of(SILICA, SI_O, 10, curves).meanCurve().rebin(coarse).values();
    assertArrayEquals(meanFirst, sample.meanCurve().values(), 1e-12);
    assertEquals(10, sample.pairCount());
    assertEquals(coarse.bins(), sample.standardError().orElseThrow().length);
  }

  @Test
  void equals_comparesContent() {
    GlassSample sample = sample(100, curve(0, 1, 2, 1));
    assertEquals(sample, sample(100, curve(0, 1, 2, 1)));
    assertEquals(sample.hashCode(), sample(100, curve(0, 1, 2, 1)).hashCode());
    assertNotEquals(sample, sample(101, curve(0, 1, 2, 1)));
    assertNotEquals(sample, sample(100, curve(0, 1, 3, 1)));
  }

  @Test
  void of_pairNotInTheGlass_isRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    GlassSample.of(
                        SILICA, ElementPair.of("Na", "O"), 1, List.of(curve(0, 1, 1, 1))))
            .getMessage();
    assertEquals("both elements of a pair must be in the glass, but SiO2 has no Na-O", message);
  }

  @Test
  void of_noCurveNoPairsOrTwoGrids_isRefused() {
    PairCorrelationFunction other =
        PairCorrelationFunction.of(RadialGrid.uniform(3, 2), new double[] {0, 1});
    assertThrows(IllegalArgumentException.class, () -> sample(1));
    assertThrows(IllegalArgumentException.class, () -> sample(0, curve(0, 1, 1, 1)));
    String message =
        assertThrows(IllegalArgumentException.class, () -> sample(1, curve(0, 1, 1, 1), other))
            .getMessage();
    assertEquals(
        "sample SiO2 Si-O needs all its curves on one grid, but has 4 bins from 0 to 2 Å and 2 bins"
            + " from 0 to 3 Å",
        message);
  }
}
