package org.glasspcf.core.dataset;

import static org.glasspcf.core.dataset.Melts.SI_O;
import static org.glasspcf.core.dataset.Melts.SI_SI;
import static org.glasspcf.core.dataset.Melts.curve;
import static org.glasspcf.core.dataset.Melts.melt;
import static org.glasspcf.core.dataset.Melts.silicates;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.junit.jupiter.api.Test;

class GlassDatasetTest {
  private static final GlassComposition SILICA = GlassComposition.parse("SiO2");
  private static final GlassComposition SODA = GlassComposition.parse("80SiO2-20Na2O");

  private static GlassDataset small() {
    return GlassDataset.of(
        List.of(melt("s-2", "SiO2", 4), melt("n-1", "80SiO2-20Na2O", 1), melt("s-1", "SiO2", 2)));
  }

  @Test
  void samples_groupMeltsOfOneComposition() {
    GlassDataset dataset = small();
    assertEquals(List.of(SODA, SILICA), dataset.compositions());
    assertEquals(6 + 3, dataset.curves());
    GlassSample sample = dataset.sample(SILICA, SI_O).orElseThrow();
    assertEquals(2, sample.simulations());
    assertEquals(curve(0, 3, 3, 3), sample.meanCurve());
    assertEquals(100, sample.pairCount());
    assertEquals(200, sample.pairCountSum());
    assertEquals(Optional.empty(), dataset.sample(SILICA, ElementPair.of("Na", "O")));
    assertEquals(Optional.empty(), dataset.sample(GlassComposition.parse("B2O3"), SI_O));
    assertEquals(Optional.of(Melts.GRID), dataset.grid());
    assertEquals("2 glasses, 3 simulations, 9 curves, 0 held out", dataset.toString());
  }

  @Test
  void samples_standByCompositionThenPair() {
    List<String> order =
        small().samples().stream().map(s -> s.composition() + " " + s.pair()).toList();
    assertEquals(
        List.of(
            "80SiO2-20Na2O Si-Si",
            "80SiO2-20Na2O Si-O",
            "80SiO2-20Na2O Si-Na",
            "80SiO2-20Na2O O-O",
            "80SiO2-20Na2O Na-O",
            "80SiO2-20Na2O Na-Na",
            "SiO2 Si-Si",
            "SiO2 Si-O",
            "SiO2 O-O"),
        order);
  }

  @Test
  void samples_compositionsSpelledInTwoWays_areOne() {
    GlassDataset dataset =
        GlassDataset.of(List.of(melt("a", "80SiO2-20Na2O", 1), melt("b", "(Na2O)20(SiO2)80", 2)));
    assertEquals(List.of(SODA), dataset.compositions());
    assertEquals(2, dataset.sample(SODA, SI_O).orElseThrow().simulations());
  }

  @Test
  void order_ofListing_doesNotCount() {
    List<GlassSimulation> melts = silicates(5);
    GlassDataset one = GlassDataset.of(melts);
    GlassDataset other = GlassDataset.of(Melts.reversed(melts));
    assertEquals(one.samples(), other.samples());
    assertEquals(one.sha256(), other.sha256());
  }

  @Test
  void of_idTwice_isRefused() {
    List<GlassSimulation> melts = List.of(melt("a", "SiO2", 1), melt("a", "80SiO2-20Na2O", 1));
    String message =
        assertThrows(IllegalArgumentException.class, () -> GlassDataset.of(melts)).getMessage();
    assertEquals("each simulation of a data set must have its own id, but two are a", message);
  }

  @Test
  void of_twoGrids_isRefused() {
    PairCorrelationFunction other =
        PairCorrelationFunction.of(RadialGrid.uniform(3, 2), new double[] {0, 1});
    GlassSimulation stranger =
        GlassSimulation.of("b", SILICA, Map.of(Element.Si, 1, Element.O, 2), Map.of(SI_O, other));
    List<GlassSimulation> melts = List.of(melt("a", "SiO2", 1), stranger);
    String message =
        assertThrows(IllegalArgumentException.class, () -> GlassDataset.of(melts)).getMessage();
    assertEquals(
        "all curves of a data set must lie on one grid, but b has 2 bins from 0 to 3 Å and a has 4"
            + " bins from 0 to 2 Å",
        message);
  }

  @Test
  void withCurves_dropsCurvesAndBareMelts() {
    GlassDataset dataset =
        small().withHeldOut(Set.of(SILICA)).withCurves((c, pair) -> pair.contains(Element.Na));
    assertEquals(List.of(SODA), dataset.compositions());
    assertEquals(3, dataset.curves());
    assertFalse(dataset.hasHeldOut(), "no held-out glass is left");
    assertTrue(small().withCurves((c, pair) -> false).isEmpty());
    assertEquals(Optional.empty(), small().withCurves((c, pair) -> false).grid());
  }

  @Test
  void heldOut_marks_travelWithSubsets() {
    GlassDataset dataset = small().withHeldOut(Set.of(SILICA));
    assertTrue(dataset.hasHeldOut());
    assertTrue(dataset.isHeldOut(SILICA));
    assertFalse(dataset.isHeldOut(SODA));
    GlassDataset pairs = dataset.withCurves((c, pair) -> pair.equals(SI_SI));
    assertTrue(pairs.isHeldOut(SILICA));
    assertTrue(dataset.testPart().isHeldOut(SILICA));
    DatasetSplit split = dataset.splitByGlass(0.5, 1);
    assertTrue(
        Stream.of(split.training(), split.test()).anyMatch(GlassDataset::hasHeldOut),
        "the mark is on one side");
    assertTrue(dataset.splitByCurve(0.3, 1).training().isHeldOut(SILICA));
  }

  @Test
  void trainingAndTestPart_shareNothing() {
    GlassDataset dataset = small().withHeldOut(Set.of(SILICA));
    assertEquals(List.of(SODA), dataset.trainingPart().compositions());
    assertEquals(List.of(SILICA), dataset.testPart().compositions());
    assertTrue(small().testPart().isEmpty());
    DatasetSplit split = dataset.fixedSplit();
    assertEquals(SplitKind.FIXED, split.kind());
    assertEquals(List.of(SODA), split.training().compositions());
    assertEquals(List.of(SILICA), split.test().compositions());
  }

  @Test
  void withHeldOut_strangeGlass_isRefused() {
    Set<GlassComposition> strange = Set.of(GlassComposition.parse("B2O3"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> small().withHeldOut(strange))
            .getMessage();
    assertEquals("only glasses of the data set can be held out, and B2O3 is not in it", message);
  }

  @Test
  void requireTrainingOnly_heldOutGlass_isRefusedByName() {
    GlassDataset dataset = small().withHeldOut(Set.of(SILICA));
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> dataset.requireTrainingOnly("early stopping"))
            .getMessage();
    assertEquals(
        "early stopping must not use held-out glasses, but the data hold SiO2; pass trainingPart()",
        message);
    String two =
        assertThrows(
                IllegalArgumentException.class,
                () -> small().withHeldOut(Set.of(SILICA, SODA)).requireTrainingOnly("tuning"))
            .getMessage();
    assertEquals(
        "tuning must not use held-out glasses, but the data hold 80SiO2-20Na2O and 1 more; pass"
            + " trainingPart()",
        two);
    dataset.trainingPart().requireTrainingOnly("early stopping");
    small().requireTrainingOnly("early stopping");
  }

  @Test
  void fixedSplit_nothingHeldOut_isRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> small().fixedSplit()).getMessage();
    assertEquals("both parts of a split must hold curves, but the test part is empty", message);
  }

  @Test
  void sha256_anyChange_showsInTheHash() {
    List<GlassSimulation> melts = List.of(melt("a", "SiO2", 1), melt("b", "80SiO2-20Na2O", 1));
    GlassDataset dataset = GlassDataset.of(melts);
    GlassSimulation a = melts.get(0);
    GlassSimulation b = melts.get(1);
    List<GlassDataset> changed =
        List.of(
            dataset.withHeldOut(Set.of(SILICA)),
            dataset.withHeldOut(Set.of(SODA)),
            dataset.withCurves((c, pair) -> !pair.equals(SI_O)),
            dataset.withCurves((c, pair) -> false),
            GlassDataset.of(List.of(a)),
            GlassDataset.of(List.of(a.withSeed(0), b)),
            GlassDataset.of(List.of(a.withDensity(1), b)),
            GlassDataset.of(List.of(a.withVolume(1), b)),
            GlassDataset.of(List.of(a.withEngine("lammps"), b)),
            GlassDataset.of(List.of(a, melt("c", "80SiO2-20Na2O", 1))),
            GlassDataset.of(List.of(a, melt("b", "81SiO2-19Na2O", 1))),
            GlassDataset.of(List.of(a, melt("b", "80SiO2-20Na2O", Math.nextUp(1.0)))),
            GlassDataset.of(
                List.of(
                    b,
                    GlassSimulation.of(
                        "a",
                        SILICA,
                        Melts.atoms(SILICA, 11),
                        Map.of(
                            SI_SI,
                            curve(0, 1, 1, 1),
                            SI_O,
                            curve(0, 1, 1, 1),
                            ElementPair.of("O", "O"),
                            curve(0, 1, 1, 1))))));
    Set<String> hashes = new HashSet<>(Set.of(dataset.sha256()));
    changed.forEach(d -> assertTrue(hashes.add(d.sha256()), () -> "same hash for " + d));
    assertEquals(dataset.sha256(), GlassDataset.of(List.of(b, a)).sha256());
    assertNotEquals("", dataset.sha256());
  }

  @Test
  void sha256_otherLocale_isTheSame() {
    String before = small().sha256();
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(before, small().sha256());
    } finally {
      Locale.setDefault(locale);
    }
  }
}
