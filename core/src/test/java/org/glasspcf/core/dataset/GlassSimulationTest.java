package org.glasspcf.core.dataset;

import static org.glasspcf.core.dataset.Melts.SI_O;
import static org.glasspcf.core.dataset.Melts.SI_SI;
import static org.glasspcf.core.dataset.Melts.curve;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlassSimulationTest {
  private static final GlassComposition SILICA = GlassComposition.parse("SiO2");
  private static final Map<Element, Integer> ATOMS = Map.of(Element.Si, 10, Element.O, 20);

  private static String refusal(
      Map<Element, Integer> atoms, Map<ElementPair, PairCorrelationFunction> curves) {
    return assertThrows(
            IllegalArgumentException.class, () -> GlassSimulation.of("melt", SILICA, atoms, curves))
        .getMessage();
  }

  @Test
  void of_structureOnly_leavesTheRestEmpty() {
    GlassSimulation melt =
        GlassSimulation.of("melt", SILICA, ATOMS, Map.of(SI_O, curve(0, 1, 2, 1)));
    assertEquals("melt", melt.id());
    assertEquals(SILICA, melt.composition());
    assertEquals(20, melt.atomCount(Element.O));
    assertEquals(0, melt.atomCount(Element.Na));
    assertEquals(List.of(SI_O), melt.pairs());
    assertEquals(Optional.of(curve(0, 1, 2, 1)), melt.curve(SI_O));
    assertEquals(Optional.empty(), melt.curve(SI_SI));
    assertEquals(Melts.GRID, melt.grid());
    assertEquals(OptionalLong.empty(), melt.seed());
    assertEquals(OptionalDouble.empty(), melt.density());
    assertEquals(OptionalDouble.empty(), melt.volume());
    assertEquals("", melt.engine());
  }

  @Test
  void withers_leaveTheOriginalAlone() {
    GlassSimulation melt = Melts.melt("melt", "SiO2", 1);
    GlassSimulation full =
        melt.withSeed(-7).withDensity(2.2).withVolume(1500).withEngine(" lammps ");
    assertEquals(OptionalLong.of(-7), full.seed());
    assertEquals(OptionalDouble.of(2.2), full.density());
    assertEquals(OptionalDouble.of(1500), full.volume());
    assertEquals("lammps", full.engine());
    assertEquals(melt.pairs(), full.pairs());
    assertEquals(OptionalLong.empty(), melt.seed());
  }

  @Test
  void of_laterChangesOfTheMaps_changeNothing() {
    Map<Element, Integer> atoms = new HashMap<>(ATOMS);
    Map<ElementPair, PairCorrelationFunction> curves = new HashMap<>();
    curves.put(SI_O, curve(0, 1, 2, 1));
    GlassSimulation melt = GlassSimulation.of("melt", SILICA, atoms, curves);
    atoms.clear();
    curves.clear();
    assertEquals(10, melt.atomCount(Element.Si));
    assertEquals(List.of(SI_O), melt.pairs());
  }

  @Test
  void of_pairWithoutAtoms_isRefused() {
    assertEquals(
        "simulation melt has a curve of Na-O, but no atoms of Na",
        refusal(ATOMS, Map.of(ElementPair.of("O", "Na"), curve(0, 1, 1, 1))));
  }

  @Test
  void of_atomsOutsideTheComposition_areRefused() {
    assertEquals(
        "simulation melt has 3 atoms of Na, which its composition SiO2 does not hold",
        refusal(
            Map.of(Element.Si, 10, Element.O, 20, Element.Na, 3), Map.of(SI_O, curve(0, 1, 1, 1))));
  }

  @Test
  void of_negativeCount_isRefused() {
    assertEquals(
        "simulation melt needs 0 or more atoms of Si, not -1",
        refusal(Map.of(Element.Si, -1), Map.of(SI_O, curve(0, 1, 1, 1))));
  }

  @Test
  void of_noCurve_isRefused() {
    assertEquals("simulation melt needs the curve of at least one pair", refusal(ATOMS, Map.of()));
  }

  @Test
  void of_curvesOnTwoGrids_areRefused() {
    PairCorrelationFunction other =
        PairCorrelationFunction.of(RadialGrid.uniform(3, 2), new double[] {0, 1});
    assertEquals(
        "simulation melt needs all its curves on one grid, but Si-O has 2 bins from 0 to 3 Å and"
            + " Si-Si has 4 bins from 0 to 2 Å",
        refusal(ATOMS, Map.of(SI_SI, curve(0, 1, 1, 1), SI_O, other)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void densityAndVolume_notPositive_areRefused(double value) {
    GlassSimulation melt = Melts.melt("melt", "SiO2", 1);
    String density =
        assertThrows(IllegalArgumentException.class, () -> melt.withDensity(value)).getMessage();
    assertEquals("simulation melt needs a finite density above 0 (g/cm³), not " + value, density);
    String volume =
        assertThrows(IllegalArgumentException.class, () -> melt.withVolume(value)).getMessage();
    assertTrue(volume.contains("volume above 0 (Å³), not " + value), volume);
  }

  @Test
  void of_blankId_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Melts.melt(" ", "SiO2", 1));
  }
}
