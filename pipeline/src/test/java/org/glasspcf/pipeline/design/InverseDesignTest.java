package org.glasspcf.pipeline.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.glasspcf.core.CompositionGrid;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.OxideRange;
import org.glasspcf.core.correlation.CalculationInterruptedException;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.density.MolarVolumeModel;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.pipeline.Calibration;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.DomainVerdict.Place;
import org.glasspcf.pipeline.uncertainty.Interval;
import org.glasspcf.pipeline.uncertainty.OutsideDomainException;
import org.glasspcf.pipeline.uncertainty.TrainingDomain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class InverseDesignTest {
  private static final GlassPcfPipeline PIPELINE = GlassPcfPipeline.pretrained();
  private static final InverseDesign DESIGN = InverseDesign.of(PIPELINE);
  private static final ElementPair B_O = ElementPair.of("B", "O");
  private static final ElementPair TI_O = ElementPair.of("Ti", "O");

  private static final DesignTarget COORDINATION =
      DesignTarget.near(B_O, DesignQuantity.COORDINATION_NUMBER, 3.7);
  private static final DesignObjective OBJECTIVE = DesignObjective.of(COORDINATION);

  /** 1,471 glasses. */
  private static final DesignSpace COARSE = DesignSpace.of(borosilicates(1));

  /** Far more glasses than are drawn. */
  private static final DesignSpace FINE =
      DesignSpace.of(
          CompositionGrid.of(
              0.5,
              OxideRange.of(Oxide.SiO2, 40, 80),
              OxideRange.of(Oxide.B2O3, 5, 40),
              OxideRange.of(Oxide.Na2O, 5, 40),
              OxideRange.of(Oxide.TiO2, 0, 20),
              OxideRange.of(Oxide.ZnO, 0, 10)));

  private static CompositionGrid borosilicates(double step) {
    return CompositionGrid.of(
        step,
        OxideRange.of(Oxide.SiO2, 40, 80),
        OxideRange.of(Oxide.B2O3, 0, 40),
        OxideRange.rest(Oxide.Na2O));
  }

  private static void assertRefused(String words, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(words), message);
  }

  private static List<GlassComposition> compositions(List<DesignCandidate> candidates) {
    return candidates.stream().map(DesignCandidate::composition).toList();
  }

  private static void assertSame(List<DesignCandidate> expected, List<DesignCandidate> actual) {
    assertEquals(compositions(expected), compositions(actual));
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).misfit(), actual.get(i).misfit(), "to the bit");
      assertEquals(expected.get(i).domain(), actual.get(i).domain());
      for (int j = 0; j < expected.get(i).outcomes().size(); j++) {
        DesignOutcome one = expected.get(i).outcomes().get(j);
        DesignOutcome other = actual.get(i).outcomes().get(j);
        assertEquals(one.value(), other.value(), "to the bit");
        assertEquals(one.interval(), other.interval());
        assertEquals(one.prediction().curve(), other.prediction().curve());
      }
    }
  }

  private static Interval coordination(GlassComposition glass) {
    return PIPELINE
        .predict(glass, B_O)
        .coordinationNumber(BandLevel.NINETY_PERCENT, MolarVolumeModel.bundled().densities(glass))
        .orElseThrow();
  }

  /** As {@link DesignObjective} defines it, with the normal distribution's 1.6449. */
  private static double misfit(Interval interval, double target) {
    double miss = interval.value() - target;
    double spread = (interval.upper() - interval.lower()) / 2 / 1.6448536269514722;
    return (miss * miss + spread * spread) / (0.05 * 0.05);
  }

  /**
   * The least misfit of a space's glasses within the tolerance, found by looking at all of them.
   */
  private static double leastMisfit(DesignSpace space, double target) {
    return space.grid().stream()
        .filter(space::admits)
        .filter(glass -> glass.molePercent(Oxide.B2O3) > 0)
        .filter(glass -> PIPELINE.predict(glass, B_O).domain().place() != Place.OUTSIDE)
        .map(InverseDesignTest::coordination)
        .filter(interval -> Math.abs(interval.value() - target) <= 0.05)
        .mapToDouble(interval -> misfit(interval, target))
        .min()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(doubles = {3.4, 3.6, 3.7, 3.85})
  void search_ofASpaceLookedAtWhole_findsTheBestThereIs(double target) {
    DesignObjective objective =
        DesignObjective.of(DesignTarget.near(B_O, DesignQuantity.COORDINATION_NUMBER, target));
    DesignCandidate best = DESIGN.search(objective, COARSE, 0).get(0);
    assertEquals(leastMisfit(COARSE, target), best.misfit(), 1e-9, best.toString());
    assertTrue(best.meetsTargets());
  }

  /** 50 glasses drawn of 1,471: what refining is worth. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void search_ofFewDraws_comesNearTheBestThereIs(long seed) {
    double found = DESIGN.withDraws(50).search(OBJECTIVE, COARSE, seed).get(0).misfit();
    double best = leastMisfit(COARSE, 3.7);
    assertTrue(found >= best - 1e-9 && found <= 1.1 * best, found + " for " + best);
  }

  @Test
  void search_ofFewDraws_findsTheLargest() {
    DesignObjective most =
        DesignObjective.of(DesignTarget.largest(B_O, DesignQuantity.COORDINATION_NUMBER));
    DesignCandidate all = DESIGN.search(most, COARSE, 0).get(0);
    DesignCandidate few = DESIGN.withDraws(50).search(most, COARSE, 5).get(0);
    assertEquals(all.composition(), few.composition());
    Interval interval = coordination(all.composition());
    double spread = (interval.upper() - interval.lower()) / 2 / 1.6448536269514722;
    assertEquals((spread - interval.value()) / 0.05, all.misfit(), 1e-9);
    assertTrue(interval.value() > 3.9, all.toString());
    assertTrue(all.outcomes().get(0).miss().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void search_isTheSameOnAnyNumberOfThreads(int threads) {
    DesignObjective two =
        OBJECTIVE.and(DesignTarget.near(TI_O, DesignQuantity.BOND_LENGTH, 1.9).withWeight(2));
    InverseDesign design = DESIGN.withDraws(1000).withCount(10);
    assertSame(
        design.withThreads(1).search(two, FINE, 3),
        design.withThreads(threads).search(two, FINE, 3));
  }

  @Test
  void seed_choosesTheDraws() {
    InverseDesign design = DESIGN.withDraws(200);
    assertSame(design.search(OBJECTIVE, FINE, 1), design.search(OBJECTIVE, FINE, 1));
    assertNotEquals(
        compositions(design.search(OBJECTIVE, FINE, 1)),
        compositions(design.search(OBJECTIVE, FINE, 2)));
    assertSame(DESIGN.search(OBJECTIVE, COARSE, 1), DESIGN.search(OBJECTIVE, COARSE, 2));
  }

  static LongStream spaces() {
    return LongStream.range(0, 8);
  }

  /** Every candidate is in the space, apart from the others, in order, and predicted as ever. */
  @ParameterizedTest
  @MethodSource("spaces")
  void candidates_holdAllThatWasAskedFor(long seed) {
    Random random = new Random(seed);
    int silica = 40 + random.nextInt(15);
    int dopant = 5 + random.nextInt(15);
    DesignConstraint sum = DesignConstraint.sum(60 + random.nextInt(5), 85, Oxide.SiO2, Oxide.B2O3);
    DesignConstraint ratio =
        DesignConstraint.ratio(Oxide.Na2O, Oxide.B2O3, 0.3 + random.nextDouble(), 3);
    List<OxideRange> ranges =
        List.of(
            OxideRange.of(Oxide.TiO2, 0, dopant),
            OxideRange.of(Oxide.SiO2, silica, 80),
            OxideRange.of(Oxide.B2O3, 3, 30),
            OxideRange.of(Oxide.Na2O, 2.5, 40));
    DesignSpace space = DesignSpace.of(CompositionGrid.of(0.5, ranges)).where(sum).where(ratio);
    double distance = random.nextInt(8);
    List<DesignCandidate> candidates =
        DESIGN
            .withDraws(500)
            .withCount(6)
            .withDistance(distance)
            .search(OBJECTIVE, space, random.nextLong());
    assertTrue(candidates.size() > 1 && candidates.size() <= 6, candidates.toString());
    for (int i = 0; i < candidates.size(); i++) {
      DesignCandidate candidate = candidates.get(i);
      GlassComposition glass = candidate.composition();
      double total = 0;
      for (OxideRange range : ranges) {
        double amount = glass.molePercent(range.oxide());
        assertTrue(amount >= range.from() && amount <= range.to(), glass + " in " + range);
        assertEquals(Math.rint(2 * amount), 2 * amount, "a multiple of 0.5 mol% in " + glass);
        total += amount;
      }
      assertEquals(100, total, glass + " has no other oxide");
      assertTrue(sum.holds(glass) && ratio.holds(glass), glass + " holds " + space);
      assertNotEquals(Place.OUTSIDE, candidate.domain().place());
      Interval interval = coordination(glass);
      assertEquals(Optional.of(interval), candidate.outcomes().get(0).interval());
      assertEquals(interval.value(), candidate.outcomes().get(0).value());
      assertEquals(misfit(interval, 3.7), candidate.misfit(), 1e-9);
      for (DesignCandidate better : candidates.subList(0, i)) {
        assertTrue(TrainingDomain.distance(better.composition(), glass) >= distance - 1e-6);
        assertTrue(
            better.misfit() <= candidate.misfit()
                || better.meetsTargets() && !candidate.meetsTargets());
      }
    }
  }

  @Test
  void unreachableTarget_givesTheNearestAndSaysSo() {
    DesignObjective six =
        DesignObjective.of(DesignTarget.near(B_O, DesignQuantity.COORDINATION_NUMBER, 6));
    DesignCandidate best = DESIGN.search(six, COARSE, 0).get(0);
    assertFalse(best.meetsTargets());
    DesignOutcome outcome = best.outcomes().get(0);
    assertFalse(outcome.isMet());
    assertEquals(outcome.value() - 6, outcome.miss().orElseThrow());
    assertTrue(outcome.value() > 3.9 && outcome.value() < 5, best.toString());
    assertTrue(best.toString().contains("does not meet its targets"));
  }

  @Test
  void outside_isLeftOutOrComesLast() {
    DesignObjective least =
        DesignObjective.of(DesignTarget.smallest(B_O, DesignQuantity.COORDINATION_NUMBER));
    List<DesignCandidate> within = DESIGN.withCount(1000).search(least, COARSE, 0);
    assertTrue(within.stream().noneMatch(c -> c.domain().place() == Place.OUTSIDE));
    List<DesignCandidate> all = DESIGN.allowingOutside().withCount(1000).search(least, COARSE, 0);
    assertSame(within, all.subList(0, within.size()));
    List<DesignCandidate> rest = all.subList(within.size(), all.size());
    assertTrue(rest.size() > 5, all.toString());
    assertTrue(rest.stream().allMatch(c -> c.domain().place() == Place.OUTSIDE));
    assertTrue(rest.get(0).misfit() < within.get(0).misfit(), "though it would be better");
  }

  @Test
  void spaceOutsideTheDomain_isRefused() {
    DesignSpace far =
        DesignSpace.of(
            CompositionGrid.of(5, OxideRange.of(Oxide.B2O3, 80, 95), OxideRange.rest(Oxide.Na2O)));
    assertRefused(
        "must have glasses inside the training domain, but none of 4 looked at",
        () -> DESIGN.search(OBJECTIVE, far, 0));
    assertRefused("allowingOutside()", () -> DESIGN.search(OBJECTIVE, far, 0));
    assertEquals(4, DESIGN.allowingOutside().search(OBJECTIVE, far, 0).size());
  }

  @Test
  void spread_decidesBetweenEqualPredictions() {
    DesignCandidate counted = DESIGN.search(OBJECTIVE, COARSE, 0).get(0);
    DesignCandidate ignored = DESIGN.ignoringSpread().search(OBJECTIVE, COARSE, 0).get(0);
    assertTrue(
        Math.abs(ignored.outcomes().get(0).miss().orElseThrow())
            <= Math.abs(counted.outcomes().get(0).miss().orElseThrow()));
    assertTrue(width(counted) < width(ignored), counted + " and " + ignored);
    double miss = ignored.outcomes().get(0).miss().orElseThrow();
    assertEquals(miss * miss / (0.05 * 0.05), ignored.misfit(), 1e-9);
  }

  private static double width(DesignCandidate candidate) {
    Interval interval = candidate.outcomes().get(0).interval().orElseThrow();
    return interval.upper() - interval.lower();
  }

  /** A peak's position has no interval, and its height that of its bin. */
  @Test
  void peaks_canBeDesignedFor() {
    ElementPair siO = ElementPair.of("Si", "O");
    DesignObjective peak =
        DesignObjective.of(
            DesignTarget.near(siO, DesignQuantity.FIRST_PEAK_HEIGHT, 18),
            DesignTarget.near(siO, DesignQuantity.FIRST_PEAK_POSITION, 1.62));
    DesignCandidate best = DESIGN.search(peak, COARSE, 0).get(0);
    PcfPrediction prediction = best.outcomes().get(0).prediction();
    Interval height = best.outcomes().get(0).interval().orElseThrow();
    assertEquals(prediction.firstPeak().orElseThrow().height(), best.outcomes().get(0).value());
    assertEquals(prediction.curve().maximum(), height.value());
    assertTrue(height.lower() < height.value() && height.value() < height.upper());
    assertEquals(prediction.firstPeak().orElseThrow().position(), best.outcomes().get(1).value());
    assertTrue(best.outcomes().get(1).interval().isEmpty());
  }

  @Test
  void volumes_giveTheDensity() {
    MolarVolumeModel others =
        MolarVolumeModel.fit(
            GlassDataset.bundled().trainingPart(), MolarVolumeModel.BoronVolume.ONE);
    DesignCandidate best = DESIGN.withVolumes(others).search(OBJECTIVE, COARSE, 0).get(0);
    double expected =
        best.outcomes()
            .get(0)
            .prediction()
            .coordinationNumber(BandLevel.NINETY_PERCENT, others.densities(best.composition()))
            .orElseThrow()
            .value();
    assertEquals(expected, best.outcomes().get(0).value());
  }

  @Test
  void constraintThatNoGlassHolds_isRefusedWithItsWords() {
    DesignSpace none = COARSE.where(DesignConstraint.of("no glass at all", glass -> false));
    assertRefused(
        "none of 1471 tried is in SiO2 40 to 80", () -> DESIGN.search(OBJECTIVE, none, 0));
    assertRefused("where no glass at all", () -> DESIGN.search(OBJECTIVE, none, 0));
  }

  @Test
  void pairThatIsNotInTheSpace_isRefused() {
    DesignObjective titanium =
        DesignObjective.of(DesignTarget.near(TI_O, DesignQuantity.COORDINATION_NUMBER, 4.7));
    assertRefused(
        "a target of Ti-O needs an oxide with Ti in the design space, got [SiO2, B2O3, Na2O]",
        () -> DESIGN.search(titanium, COARSE, 0));
    DesignSpace corner =
        DesignSpace.of(
            CompositionGrid.of(
                5,
                OxideRange.of(Oxide.SiO2, 80, 90),
                OxideRange.rest(Oxide.Na2O),
                OxideRange.of(Oxide.TiO2, 0)));
    assertRefused(
        "must have glasses with the pairs of the targets, but none of 3 looked at",
        () -> DESIGN.search(titanium, corner, 0));
  }

  @Test
  void oxideThatThePipelineDoesNotKnow_isRefused() {
    DesignSpace alumina =
        DesignSpace.of(
            CompositionGrid.of(
                5, OxideRange.of(Oxide.B2O3, 80, 90), OxideRange.rest(Oxide.of("Al2O3"))));
    assertRefused("got Al2O3", () -> DESIGN.search(OBJECTIVE, alumina, 0));
  }

  @Test
  void pipelineWithoutBands_ranksByPredictionsAloneIfAskedTo() {
    ElementPair siO = ElementPair.of("Si", "O");
    GlassDataset data = GlassDataset.bundled();
    List<GlassComposition> some = data.trainingPart().compositions().stream().limit(8).toList();
    GlassPcfPipeline plain =
        GlassPcfPipeline.builder()
            .autoencoder(AutoencoderOptions.defaults().withEpochs(1))
            .calibration(Calibration.NONE)
            .train(data.withCurves((glass, pair) -> pair.equals(siO) && some.contains(glass)));
    DesignObjective objective =
        DesignObjective.of(DesignTarget.near(siO, DesignQuantity.COORDINATION_NUMBER, 4));
    assertRefused(
        "needs a pipeline with bands", () -> InverseDesign.of(plain).search(objective, COARSE, 0));
    DesignCandidate best =
        InverseDesign.of(plain)
            .ignoringSpread()
            .allowingOutside()
            .search(objective, COARSE, 0)
            .get(0);
    assertTrue(best.meetsTargets(), best.toString());
    assertTrue(best.outcomes().get(0).interval().isEmpty());
  }

  @Test
  void pipelineThatRefusesOutside_refusesHereToo() {
    InverseDesign strict = InverseDesign.of(PIPELINE.refusingOutside());
    assertThrows(OutsideDomainException.class, () -> strict.search(OBJECTIVE, COARSE, 0));
  }

  @Test
  void settingOutOfRange_isRefused() {
    assertRefused("from 1 to 1000 candidates, got 0", () -> DESIGN.withCount(0));
    assertRefused("from 1 to 1000000 draws, got 1000001", () -> DESIGN.withDraws(1_000_001));
    assertRefused("from 1 to 1024 threads, got -1", () -> DESIGN.withThreads(-1));
    assertRefused("from 0 to 100 (mol%), got NaN", () -> DESIGN.withDistance(Double.NaN));
  }

  @Test
  void interrupt_whileDrawing_endsTheSearch() {
    DesignSpace none = FINE.where(DesignConstraint.of("no glass at all", glass -> false));
    Thread.currentThread().interrupt();
    assertThrows(CalculationInterruptedException.class, () -> DESIGN.search(OBJECTIVE, none, 0));
    assertTrue(Thread.interrupted());
  }

  @Test
  void interrupt_endsTheSearch() {
    Thread.currentThread().interrupt();
    assertThrows(CalculationInterruptedException.class, () -> DESIGN.search(OBJECTIVE, FINE, 0));
    assertTrue(Thread.interrupted());
  }
}
