package org.glasspcf.pipeline.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasspcf.core.CompositionGrid;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.OxideRange;
import org.glasspcf.pipeline.uncertainty.DomainVerdict.Place;
import org.junit.jupiter.api.Test;

class TrainingDomainTest {
  private static final ElementPair SI_O = ElementPair.of("Si", "O");
  private static final ElementPair NA_O = ElementPair.of("Na", "O");

  /** Soda in steps of 2 mol% up to 18, and then one glass at 26: nine neighbors at 2, one at 8. */
  private static final TrainingDomain DOMAIN = domain();

  private static TrainingDomain domain() {
    Map<GlassComposition, Set<ElementPair>> glasses = new LinkedHashMap<>();
    for (int soda : new int[] {2, 4, 6, 8, 10, 12, 14, 16, 18, 26}) {
      glasses.put(soda(soda), soda >= 10 ? Set.of(SI_O, NA_O) : Set.of(SI_O));
    }
    return TrainingDomain.of(glasses);
  }

  private static GlassComposition soda(double molePercent) {
    return GlassComposition.parse((100 - molePercent) + "SiO2-" + molePercent + "Na2O");
  }

  @Test
  void distance_isWhatHasToBeExchanged() {
    assertEquals(
        20,
        TrainingDomain.distance(
            GlassComposition.parse("60SiO2-20B2O3-20Na2O"),
            GlassComposition.parse("65SiO2-30B2O3-5BaO")),
        1e-9);
    assertEquals(0, TrainingDomain.distance(soda(3), soda(3)));
    assertEquals(
        100,
        TrainingDomain.distance(GlassComposition.parse("SiO2"), GlassComposition.parse("B2O3")));
  }

  @Test
  void verdict_followsTheTrainingGlassesOwnDistances() {
    assertEquals(2, DOMAIN.insideDistance(), 1e-9);
    assertEquals(8, DOMAIN.edgeDistance(), 1e-9);
    assertEquals(Place.INSIDE, DOMAIN.verdict(soda(1), SI_O).place());
    assertEquals(Place.EDGE, DOMAIN.verdict(soda(22), SI_O).place());
    assertEquals(Place.EDGE, DOMAIN.verdict(soda(33), SI_O).place());
    assertEquals(Place.OUTSIDE, DOMAIN.verdict(soda(35), SI_O).place());
  }

  @Test
  void verdict_ofPair_looksAtGlassesThatHaveIt() {
    DomainVerdict verdict = DOMAIN.verdict(soda(6), NA_O);
    assertEquals(Place.EDGE, verdict.place());
    assertEquals(
        List.of(soda(10), soda(12), soda(14)),
        verdict.nearest().stream().map(DomainVerdict.Neighbor::glass).toList());
    assertEquals(4, verdict.distance(), 1e-9);
    DomainVerdict unknown = DOMAIN.verdict(soda(6), ElementPair.of("Na", "Na"));
    assertEquals(Place.OUTSIDE, unknown.place());
    assertEquals(Double.POSITIVE_INFINITY, unknown.distance());
    assertEquals("outside; no training glass has the pair", unknown.toString());
  }

  @Test
  void verdict_ofGlass_isThatOfItsWorstPair() {
    // Si-Si, Na-Na and O-O have no training glass.
    assertEquals(Place.OUTSIDE, DOMAIN.verdict(soda(6)).place());
    TrainingDomain silica =
        TrainingDomain.of(
            Map.of(
                GlassComposition.parse("SiO2"),
                Set.copyOf(GlassComposition.parse("SiO2").pairs())));
    assertEquals(Place.INSIDE, silica.verdict(GlassComposition.parse("SiO2")).place());
  }

  /** Sums of binary fractions of mol% are off by their last bits. */
  @Test
  void verdict_atTheVeryLimit_isInside() {
    for (double step = 0.1; step < 2; step += 0.1) {
      TrainingDomain domain =
          TrainingDomain.of(Map.of(soda(10), Set.of(SI_O), soda(10 + step), Set.of(SI_O)));
      assertEquals(Place.INSIDE, domain.verdict(soda(10 - step), SI_O).place(), step + " mol%");
    }
  }

  @Test
  void nearest_areTheFirstOfAllGlassesByDistanceThenName() {
    Map<GlassComposition, Set<ElementPair>> glasses = new LinkedHashMap<>();
    CompositionGrid grid =
        CompositionGrid.of(
            5,
            OxideRange.rest(Oxide.SiO2),
            OxideRange.rest(Oxide.B2O3),
            OxideRange.rest(Oxide.BaO));
    grid.random(1, 60).forEach(glass -> glasses.put(glass, Set.of(SI_O)));
    TrainingDomain domain = TrainingDomain.of(glasses);
    // On the grid many are equally far; CaO is in no training glass.
    CompositionGrid others =
        CompositionGrid.of(
            10,
            OxideRange.rest(Oxide.SiO2),
            OxideRange.rest(Oxide.B2O3),
            OxideRange.rest(Oxide.CaO));
    for (GlassComposition glass : others.stream().toList()) {
      List<DomainVerdict.Neighbor> expected =
          glasses.keySet().stream()
              .map(g -> new DomainVerdict.Neighbor(g, TrainingDomain.distance(glass, g)))
              .sorted(
                  Comparator.comparingDouble(DomainVerdict.Neighbor::distance)
                      .thenComparing(neighbor -> neighbor.glass().toString()))
              .limit(3)
              .toList();
      assertEquals(expected, domain.verdict(glass, SI_O).nearest(), glass.toString());
    }
  }

  @Test
  void text_namesTheNearestGlasses() {
    String text = DOMAIN.verdict(soda(35), SI_O).toString();
    assertTrue(text.startsWith("outside; nearest: " + soda(26) + " (9.0 mol% away), "), text);
  }

  @Test
  void noGlass_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> TrainingDomain.of(Map.of()));
  }
}
