package org.glasspcf.core.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberDensitiesTest {
  private static final GlassComposition SILICA = GlassComposition.parse("SiO2");
  private static final Map<Element, Integer> ATOMS = Map.of(Element.Si, 10, Element.O, 20);

  @Test
  void ofAtoms_dividesByTheVolume() {
    NumberDensities box = NumberDensities.ofAtoms(ATOMS, 500);
    assertEquals(0.02, box.of(Element.Si), 1e-16);
    assertEquals(0.04, box.of(Element.O), 1e-16);
    assertEquals(0.06, box.total(), 1e-16);
    assertEquals(2.0 / 3, box.fraction(Element.O), 1e-15);
    assertEquals(List.of(Element.O, Element.Si), List.copyOf(box.elements()));
    assertEquals(0, box.of(Element.Na));
    assertEquals(0, box.fraction(Element.Na));
  }

  @Test
  void neighbors_inABox_leaveTheCenterOut() {
    NumberDensities box = NumberDensities.ofAtoms(ATOMS, 500);
    assertEquals(20 / 500.0, box.neighbors(Element.Si, Element.O), 1e-16);
    assertEquals(9 / 500.0, box.neighbors(Element.Si, Element.Si), 1e-16);
    assertEquals(
        0, NumberDensities.ofAtoms(Map.of(Element.Si, 1), 7).neighbors(Element.Si, Element.Si));
    assertEquals(0, box.neighbors(Element.Na, Element.Na));
  }

  @Test
  void neighbors_inBulk_areAllAtoms() {
    NumberDensities bulk = NumberDensities.of(SILICA, 2.2);
    assertEquals(bulk.of(Element.Si), bulk.neighbors(Element.Si, Element.Si));
  }

  /** 2.2 g/cm³ · 0.602214076 · 3/60.083 g/mol, by hand with Si 28.085 and O 15.999. */
  @Test
  void of_silica_isItsAtomsPerVolume() {
    NumberDensities bulk = NumberDensities.of(SILICA, 2.2);
    assertEquals(0.0661522, bulk.total(), 1e-6);
    assertEquals(1.0 / 3, bulk.fraction(Element.Si), 1e-15);
    assertEquals(2.2, bulk.massDensity(), 1e-14);
  }

  @Test
  void of_mixedOxides_countsByMoles() {
    NumberDensities bulk = NumberDensities.of(GlassComposition.parse("60SiO2-20B2O3-20Na2O"), 2.5);
    assertEquals(60 / (60 + 40 + 40 + 200.0), bulk.fraction(Element.Si), 1e-15);
    assertEquals(200 / 340.0, bulk.fraction(Element.O), 1e-15);
    assertEquals(2.5, bulk.massDensity(), 1e-14);
  }

  @Test
  void ofMelt_agreesWithItsDensity() {
    for (GlassSimulation melt : GlassDataset.bundled().simulations()) {
      NumberDensities box = NumberDensities.of(melt);
      double density = melt.density().orElseThrow();
      assertEquals(density, box.massDensity(), 1e-4 * density, melt::id);
      assertEquals(
          melt.atomCount(Element.Si), box.of(Element.Si) * melt.volume().orElseThrow(), 1e-9);
    }
  }

  @Test
  void ofMelt_withoutVolume_takesItsDensity() {
    GlassSimulation melt = melt();
    NumberDensities box = NumberDensities.of(melt.withDensity(2.2));
    assertEquals(2.2, box.massDensity(), 1e-14);
    assertEquals(0.9, box.neighbors(Element.Si, Element.Si) / box.of(Element.Si), 1e-14);
    assertEquals(
        NumberDensities.ofAtoms(ATOMS, 500),
        NumberDensities.of(melt.withDensity(2).withVolume(500)));
  }

  @Test
  void ofMelt_withNeither_isRefused() {
    var error = assertThrows(IllegalArgumentException.class, () -> NumberDensities.of(melt()));
    assertEquals(
        "number densities need a melt with a volume (Å³) or a density (g/cm³), and silica-s1 has"
            + " neither",
        error.getMessage());
  }

  @Test
  void equals_dependsOnAtomsAndVolume() {
    NumberDensities box = NumberDensities.ofAtoms(ATOMS, 500);
    assertEquals(box, NumberDensities.ofAtoms(ATOMS, 500));
    assertEquals(box.hashCode(), NumberDensities.ofAtoms(ATOMS, 500).hashCode());
    assertNotEquals(box, NumberDensities.ofAtoms(ATOMS, 501));
    assertNotEquals(box, NumberDensities.ofAtoms(Map.of(Element.Si, 20, Element.O, 40), 1000));
    assertEquals("number densities (Å⁻³) {O=0.04, Si=0.02}", box.toString());
  }

  @Test
  void ofAtoms_ofNone_isLeftOutOrRefused() {
    assertEquals(
        NumberDensities.ofAtoms(ATOMS, 500),
        NumberDensities.ofAtoms(Map.of(Element.Si, 10, Element.O, 20, Element.Na, 0), 500));
    var none =
        assertThrows(
            IllegalArgumentException.class,
            () -> NumberDensities.ofAtoms(Map.of(Element.Si, 0), 500));
    assertEquals("number densities need at least one atom", none.getMessage());
    var negative =
        assertThrows(
            IllegalArgumentException.class,
            () -> NumberDensities.ofAtoms(Map.of(Element.Si, -1), 500));
    assertEquals("the number of Si atoms must not be below 0, got -1", negative.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void volumeOrDensity_notAbove0_isRefused(double value) {
    var volume =
        assertThrows(IllegalArgumentException.class, () -> NumberDensities.ofAtoms(ATOMS, value));
    assertEquals(
        "the volume must be a finite number above 0 (Å³), got " + value, volume.getMessage());
    var density =
        assertThrows(IllegalArgumentException.class, () -> NumberDensities.of(SILICA, value));
    assertTrue(density.getMessage().endsWith("(g/cm³), got " + value), density.getMessage());
  }

  private static GlassSimulation melt() {
    PairCorrelationFunction curve =
        PairCorrelationFunction.of(RadialGrid.uniform(2, 2), new double[] {0, 1});
    return GlassSimulation.of("silica-s1", SILICA, ATOMS, Map.of(ElementPair.of("Si", "O"), curve));
  }
}
