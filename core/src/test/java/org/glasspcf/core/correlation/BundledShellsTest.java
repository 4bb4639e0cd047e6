package org.glasspcf.core.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.density.DellBrayXiao;
import org.glasspcf.core.density.NumberDensities;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shells in all melts of the bundled data. The ranges are those of the data set's README. */
class BundledShellsTest {
  private static GlassDataset dataset;

  @BeforeAll
  static void read() {
    dataset = GlassDataset.bundled();
  }

  @Test
  void silicon_inEveryMelt_hasFourOxygensAt161() {
    int melts = 0;
    for (GlassSimulation melt : dataset.simulations()) {
      CoordinationShell shell =
          CoordinationShell.of(melt.curve(ElementPair.of("Si", "O")).orElseThrow()).orElseThrow();
      NumberDensities box = NumberDensities.of(melt);
      assertEquals(4, shell.coordinationNumber(box, Element.Si, Element.O), 0.02, melt::id);
      assertEquals(1.61, shell.position(), 0.005, melt::id);
      assertEquals(1.615, shell.meanDistance(), 0.005, melt::id);
      assertEquals(2.425, shell.minimum(), 0.06, melt::id);
      melts++;
    }
    assertEquals(290, melts);
  }

  /**
   * The coordination numbers up to the README's cutoffs (3.99–4.01, 3.33–3.89, 3.4–4.5, 4.0–5.1,
   * 6.2–7.6, 7.2–10.0), then those up to the minimum found, and where it is. Na–O's and Ba–O's
   * minima are shallow and lie beyond the cutoffs.
   */
  @ParameterizedTest
  @CsvSource({
    "Si-O, 2.1, 3.99, 4.01, 290, 3.985, 4.015, 2.3, 2.5",
    "B-O,  2.0, 3.33, 3.89, 191, 3.33, 3.91, 2.1, 2.45",
    "Zn-O, 2.7, 3.4,  4.5,   83, 3.3,  4.6,  2.5, 2.8",
    "Ti-O, 2.5, 4.0,  5.1,   83, 4.0,  5.2,  2.4, 2.8",
    "Na-O, 3.2, 6.2,  7.6,  191, 6.9,  9.8,  3.3, 3.7",
    "Ba-O, 3.6, 7.2, 10.0,   82, 6.4, 15.8,  3.4, 4.5"
  })
  void cationOxygen_inEveryMelt_isInItsRange(
      String name,
      double cutoff,
      double low,
      double high,
      int shells,
      double lowest,
      double highest,
      double from,
      double to) {
    ElementPair pair = ElementPair.parse(name);
    int found = 0;
    for (GlassSimulation melt : dataset.simulations()) {
      if (melt.curve(pair).isEmpty()) {
        continue;
      }
      PairCorrelationFunction curve = melt.curve(pair).get();
      NumberDensities box = NumberDensities.of(melt);
      double n =
          CoordinationShell.coordinationNumber(curve, cutoff, box, pair.first(), pair.second());
      assertTrue(n > low - 0.05 && n < high + 0.05, melt.id() + ": " + n);
      ShellSearch search = ShellSearch.of(curve);
      if (search.verdict() == ShellVerdict.SHELL) {
        CoordinationShell shell = search.shell().orElseThrow();
        double own = shell.coordinationNumber(box, pair.first(), pair.second());
        assertTrue(own > lowest && own < highest, melt.id() + ": " + own);
        assertTrue(shell.minimum() > from && shell.minimum() < to, melt.id() + ": " + shell);
        found++;
      }
    }
    assertEquals(shells, found);
  }

  /** 20 Ba atoms: their maximum is a step with a long tail. */
  @Test
  void lopsidedMaximum_isToldApart() {
    GlassSimulation melt =
        dataset.simulations().stream()
            .filter(m -> m.id().equals("sio2-bao-4-s2"))
            .findFirst()
            .orElseThrow();
    ShellSearch search = ShellSearch.of(melt.curve(ElementPair.of("Ba", "O")).orElseThrow());
    assertEquals(ShellVerdict.NO_PEAK_SHAPE, search.verdict());
    assertTrue(search.peak().isEmpty() && search.shell().isEmpty());
  }

  /** It was put in with the potential; N_BO − 3 follows it. */
  @Test
  void fourfoldBoron_followsTheModelThatMadeIt() {
    List<Double> differences = new ArrayList<>();
    for (GlassSimulation melt : dataset.simulations()) {
      if (melt.composition().contains(Element.B)) {
        PairCorrelationFunction curve = melt.curve(ElementPair.of("B", "O")).orElseThrow();
        GlassStructure structure =
            GlassStructure.of(Map.of(ElementPair.of("B", "O"), curve), NumberDensities.of(melt));
        BoronCoordination boron =
            structure.row(Element.B, Element.O).orElseThrow().boron().orElseThrow();
        assertTrue(boron.possible(), melt::id);
        differences.add(
            Math.abs(boron.fourfold() - DellBrayXiao.fourfoldFraction(melt.composition())));
      }
    }
    assertEquals(191, differences.size());
    assertTrue(percentile(differences, 1) < 0.25, () -> "" + percentile(differences, 1));
  }

  /** What the Javadoc of CoordinationShell and ShellSearch states, on a third of the melts. */
  @Test
  void bins_hardlyMatter() {
    RadialGrid coarse = RadialGrid.uniform(10, 100);
    Map<String, List<Double>> moved = new TreeMap<>();
    int wellSampled = 0;
    int rare = 0;
    int rareShells = 0;
    for (GlassSimulation melt : dataset.trainingPart().simulations()) {
      if (!melt.id().endsWith("-s1")) {
        continue;
      }
      for (ElementPair pair : melt.pairs()) {
        long pairs = (long) melt.atomCount(pair.first()) * melt.atomCount(pair.second());
        PairCorrelationFunction curve = melt.curve(pair).orElseThrow();
        if (pairs < 400) {
          rare++;
          rareShells += CoordinationShell.of(curve).isPresent() ? 1 : 0;
        } else if (pairs >= 1600) {
          wellSampled++;
          CoordinationShell.of(curve)
              .ifPresent(
                  fine ->
                      CoordinationShell.of(curve.rebin(coarse))
                          .ifPresent(other -> compare(fine, other, moved)));
        }
      }
    }
    assertTrue(moved.get("position").size() >= wellSampled - 4, moved.get("position").size() + "");
    assertTrue(rare >= 10 && rareShells <= 1, rareShells + " of " + rare);
    check(moved, "position", 0.002, 0.010);
    check(moved, "minimum", 0.005, 0.015);
    check(moved, "meanDistance", 0.0017, 0.005);
    check(moved, "count", 0.0015, 0.007);
    check(moved, "height", 0.006, 0.11);
    check(moved, "width", 0.02, 0.15);
  }

  private static void compare(
      CoordinationShell fine, CoordinationShell coarse, Map<String, List<Double>> moved) {
    Map.of(
            "position", coarse.position() - fine.position(),
            "minimum", coarse.minimum() - fine.minimum(),
            "meanDistance", coarse.meanDistance() - fine.meanDistance(),
            "count", coarse.shellIntegral() / fine.shellIntegral() - 1,
            "height", coarse.height() / fine.height() - 1,
            "width", coarse.width() / fine.width() - 1)
        .forEach(
            (key, value) ->
                moved.computeIfAbsent(key, k -> new ArrayList<>()).add(Math.abs(value)));
  }

  private static void check(
      Map<String, List<Double>> moved, String key, double median, double mostly) {
    assertEquals(median, percentile(moved.get(key), 0.5), 0.15 * median, key);
    assertEquals(mostly, percentile(moved.get(key), 0.95), 0.15 * mostly, key);
  }

  private static double percentile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1.0, Math.floor(share * sorted.size())));
  }

  /** The README's figures beside experiment. */
  @Test
  void shellsBesideExperiment_areThoseOfTheReadme() {
    assertEquals(2.658, mean("Na-O", c -> c.meanDistance(3.2).stream()), 5e-4, "Na–O within 3.2 Å");
    assertEquals(2.857, mean("B-B", BundledShellsTest::position), 5e-4, "B–B");
    assertEquals(2.995, mean("Si-B", BundledShellsTest::position), 5e-4, "Si–B");
  }

  private static DoubleStream position(PairCorrelationFunction curve) {
    return ShellSearch.of(curve).peak().stream().mapToDouble(ShellPeak::position);
  }

  private static double mean(String pair, Function<PairCorrelationFunction, DoubleStream> number) {
    return dataset.simulations().stream()
        .flatMap(melt -> melt.curve(ElementPair.parse(pair)).stream())
        .flatMapToDouble(number)
        .average()
        .orElseThrow();
  }
}
