package org.glasspcf.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionGridTest {
  private static final CompositionGrid BOROSILICATES =
      CompositionGrid.of(
          0.5,
          OxideRange.of(Oxide.SiO2, 40, 80),
          OxideRange.of(Oxide.B2O3, 0, 40),
          OxideRange.rest(Oxide.Na2O));

  /** What nested loops over all multiples of the step find. */
  private static List<GlassComposition> loops(CompositionGrid grid) {
    List<GlassComposition> found = new ArrayList<>();
    loops(grid, 0, 100_000, new TreeMap<>(), found);
    return found;
  }

  private static void loops(
      CompositionGrid grid,
      int oxide,
      int left,
      TreeMap<Oxide, Double> amounts,
      List<GlassComposition> found) {
    if (oxide == grid.ranges().size()) {
      if (left == 0) {
        found.add(GlassComposition.ofMolePercent(amounts));
      }
      return;
    }
    OxideRange range = grid.ranges().get(oxide);
    int step = (int) Math.round(grid.step() * 1000);
    for (int amount = 0; amount <= left; amount += step) {
      if (amount >= range.from() * 1000 - 0.5 && amount <= range.to() * 1000 + 0.5) {
        amounts.put(range.oxide(), amount / 1000.0);
        loops(grid, oxide + 1, left - amount, amounts, found);
      }
    }
  }

  /** Grids of 1 to 6 oxides with ranges as they come. */
  private static CompositionGrid someGrid(SplittableRandom random) {
    List<Oxide> oxides =
        List.of(Oxide.Na2O, Oxide.SiO2, Oxide.ZnO, Oxide.B2O3, Oxide.BaO, Oxide.TiO2);
    while (true) {
      double step = List.of(2.5, 4.0, 5.0, 10.0, 12.5).get(random.nextInt(5));
      int steps = (int) (100 / step);
      List<OxideRange> ranges = new ArrayList<>();
      for (Oxide oxide : oxides.subList(0, 1 + random.nextInt(oxides.size()))) {
        int from = random.nextInt(3);
        int to = from + random.nextInt(steps - from + 1);
        ranges.add(OxideRange.of(oxide, from * step, to * step));
      }
      double least = ranges.stream().mapToDouble(OxideRange::from).sum();
      double most = ranges.stream().mapToDouble(OxideRange::to).sum();
      if (least <= 100 && most >= 100) {
        CompositionGrid grid = CompositionGrid.of(step, ranges);
        if (grid.size() < 5000) {
          return grid;
        }
      }
    }
  }

  @Test
  void glasses_areThoseOfNestedLoopsInTheirOrder() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 60; i++) {
      CompositionGrid grid = someGrid(random);
      List<GlassComposition> expected = loops(grid);
      assertEquals(expected.size(), grid.size(), grid.toString());
      assertEquals(expected, grid.stream().toList(), grid.toString());
    }
  }

  @Test
  void glasses_sumTo100InsideTheirRangesAndDiffer() {
    assertEquals(5741, BOROSILICATES.size(), "41 · 81 + (80 + … + 41)");
    HashSet<GlassComposition> seen = new HashSet<>();
    BOROSILICATES.stream()
        .forEach(
            glass -> {
              assertTrue(seen.add(glass), glass + " is there twice");
              double sum = 0;
              for (OxideRange range : BOROSILICATES.ranges()) {
                double amount = glass.molePercent(range.oxide());
                assertTrue(amount >= range.from() && amount <= range.to(), glass.toString());
                assertEquals(Math.rint(amount * 2), amount * 2, "multiple of 0.5 mol%");
                sum += amount;
              }
              assertEquals(100, sum, "halves of mol% are exact in binary");
              assertEquals(glass, GlassComposition.parse(glass.toString()));
            });
  }

  @Test
  void glasses_equalThoseWrittenOut() {
    // Inexact in binary: 0.1 + 0.2 + 99.7 is not 100.
    CompositionGrid grid =
        CompositionGrid.of(
            0.1,
            OxideRange.of(Oxide.BaO, 0.1),
            OxideRange.of(Oxide.ZnO, 0.2, 0.3),
            OxideRange.rest(Oxide.SiO2));
    assertEquals(
        List.of(
            GlassComposition.parse("99.7SiO2-0.1BaO-0.2ZnO"),
            GlassComposition.parse("99.6SiO2-0.1BaO-0.3ZnO")),
        grid.stream().toList());
    assertEquals("99.7SiO2-0.1BaO-0.2ZnO", grid.get(0).toString());
    assertEquals(List.of(Element.Si, Element.Ba, Element.Zn, Element.O), grid.get(0).elements());
  }

  @ParameterizedTest
  @CsvSource({"1, 5151", "0.5, 20301", "0.1, 501501", "0.01, 50015001", "0.001, 5000150001"})
  void size_ofAWholeSimplex_isABinomialCoefficient(double step, long expected) {
    // (n + 2)(n + 1)/2 choices of three numbers that sum to n = 100/step
    CompositionGrid grid =
        CompositionGrid.of(
            step,
            OxideRange.rest(Oxide.SiO2),
            OxideRange.rest(Oxide.B2O3),
            OxideRange.rest(Oxide.Na2O));
    assertEquals(expected, grid.size());
    assertEquals("Na2O", grid.get(0).toString());
    assertEquals("SiO2", grid.get(expected - 1).toString());
  }

  @Test
  void get_outside_isRefused() {
    assertThrows(IndexOutOfBoundsException.class, () -> BOROSILICATES.get(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> BOROSILICATES.get(BOROSILICATES.size()));
    assertThrows(
        IndexOutOfBoundsException.class, () -> BOROSILICATES.draw(1, BOROSILICATES.size()));
  }

  @Test
  void size_twoToThe63AndMore_isRefused() {
    List<OxideRange> ranges =
        List.of(Oxide.SiO2, Oxide.B2O3, Oxide.Na2O, Oxide.BaO, Oxide.TiO2, Oxide.ZnO).stream()
            .map(OxideRange::rest)
            .toList();
    // C(10005, 5) = 8.3e17 choices with a step of 0.01, C(100005, 5) = 8.3e22 with 0.001.
    assertEquals(
        835_000_333_833_376_001L / 1e17, CompositionGrid.of(0.01, ranges).size() / 1e17, 0.1);
    assertRefused("must have fewer than 2^63 glasses, but SiO2 0 to 100", 0.001, ranges);
  }

  @Test
  void size_isNotRefusedForSumsThatCannotBeMet() {
    // The last five could be chosen in 8e22 ways if anything were left for them.
    List<OxideRange> ranges = new ArrayList<>(List.of(OxideRange.of(Oxide.SiO2, 99.999, 100)));
    for (Oxide oxide :
        List.of(Oxide.B2O3, Oxide.Na2O, Oxide.BaO, Oxide.TiO2, Oxide.ZnO, Oxide.CaO)) {
      ranges.add(OxideRange.rest(oxide));
    }
    assertEquals(7, CompositionGrid.of(0.001, ranges).size());
  }

  @Test
  void random_isRepeatableDistinctAndBeginsAlike() {
    List<GlassComposition> drawn = BOROSILICATES.random(7, 1000).toList();
    assertEquals(drawn, BOROSILICATES.random(7, 1000).toList());
    assertEquals(drawn.subList(0, 10), BOROSILICATES.random(7, 10).toList());
    assertEquals(drawn.get(999), BOROSILICATES.draw(7, 999));
    assertEquals(1000, new HashSet<>(drawn).size());
    assertNotEquals(drawn, BOROSILICATES.random(8, 1000).toList());
  }

  @Test
  void random_ofAllGlasses_isAllOfThem() {
    long size = BOROSILICATES.size();
    assertEquals(
        new HashSet<>(BOROSILICATES.stream().toList()),
        new HashSet<>(BOROSILICATES.random(3, size).toList()));
    String message =
        assertThrows(IllegalArgumentException.class, () -> BOROSILICATES.random(3, size + 1))
            .getMessage();
    assertTrue(
        message.contains("must be from 0 to the " + size + " that it has, got " + (size + 1)),
        message);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, -5, Long.MAX_VALUE})
  void random_isUniformOnTheSimplex(long seed) {
    CompositionGrid grid =
        CompositionGrid.of(
            0.001,
            OxideRange.rest(Oxide.SiO2),
            OxideRange.rest(Oxide.B2O3),
            OxideRange.rest(Oxide.Na2O));
    int count = 20_000;
    double mean = 0;
    int corner = 0;
    for (GlassComposition glass : grid.random(seed, count).toList()) {
      mean += glass.molePercent(Oxide.B2O3) / count;
      corner += glass.molePercent(Oxide.Na2O) > 50 ? 1 : 0;
    }
    // Of a uniform (Dirichlet 1, 1, 1) share: mean 1/3, deviation 1/√18; a quarter beyond one half.
    assertEquals(100 / 3.0, mean, 4 * 100 / Math.sqrt(18.0 * count));
    assertEquals(count / 4.0, corner, 4 * Math.sqrt(count * 3 / 16.0));
  }

  @Test
  void grids_equalIfStepAndRangesDo() {
    CompositionGrid same = CompositionGrid.of(0.5, BOROSILICATES.ranges());
    assertEquals(BOROSILICATES, same);
    assertEquals(BOROSILICATES.hashCode(), same.hashCode());
    assertNotEquals(BOROSILICATES, CompositionGrid.of(1, BOROSILICATES.ranges()));
    assertEquals(
        "SiO2 40 to 80, B2O3 0 to 40, Na2O 0 to 100 (mol%) in steps of 0.5 mol%",
        BOROSILICATES.toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 0.3, 7, 150, 0.0005, 1e-7, 0.0010005, Double.NaN})
  void step_thatDoesNotDivide100_isRefused(double step) {
    assertRefused("must be at least 0.001 mol%", step, List.of(OxideRange.rest(Oxide.SiO2)));
  }

  @Test
  void ranges_thatMakeNoGrid_areRefused() {
    OxideRange silica = OxideRange.of(Oxide.SiO2, 40, 80);
    assertRefused(
        "those of SiO2 40 to 80, Na2O 0 to 10 sum to at most 90 mol%",
        1, List.of(silica, OxideRange.of(Oxide.Na2O, 0, 10)));
    assertRefused(
        "those of SiO2 40 to 80, Na2O 70 sum to at least 110 mol%",
        1, List.of(silica, OxideRange.of(Oxide.Na2O, 70)));
    assertRefused("those of no oxide sum to at most 0 mol%", 1, List.of());
    assertRefused("SiO2 is there twice", 1, List.of(silica, OxideRange.rest(Oxide.SiO2)));
    assertRefused(
        "the amounts of Na2O must begin and end at multiples of the step 0.5 mol%, got 20.3 mol%",
        0.5, List.of(silica, OxideRange.of(Oxide.Na2O, 0, 20.3), OxideRange.rest(Oxide.B2O3)));
  }

  private static void assertRefused(String named, double step, List<OxideRange> ranges) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> CompositionGrid.of(step, ranges))
            .getMessage();
    assertTrue(message.contains(named), message);
  }

  @ParameterizedTest
  @CsvSource({"-1, 50", "60, 50", "0, 100.5", "NaN, 50", "0, NaN"})
  void range_outside0To100_isRefused(double from, double to) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> OxideRange.of(Oxide.SiO2, from, to))
            .getMessage();
    assertTrue(message.startsWith("the amounts of SiO2 must go from 0 up to 100 (mol%), got "));
  }
}
