package org.glasspcf.examples.melt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeltBoxTest {
  private static final Map<Element, Integer> VALENCES =
      Map.of(
          Element.Si,
          4,
          Element.B,
          3,
          Element.O,
          -2,
          Element.Na,
          1,
          Element.Ba,
          2,
          Element.Ti,
          4,
          Element.Zn,
          2);

  @Test
  void atoms_equalThoseOfEveryBundledMelt() {
    for (GlassSimulation melt : GlassDataset.bundled().simulations()) {
      MeltBox box = MeltBox.of(melt.composition(), 1500);
      for (Element element : melt.composition().elements()) {
        assertEquals(
            melt.atomCount(element), box.atoms().get(element), melt.id() + " " + element.symbol());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "55.2SiO2-18.4B2O3-18.4Na2O-8ZnO, 800",
    "SiO2, 577",
    "33.3SiO2-33.3B2O3-33.4Na2O, 1111",
    "10SiO2-50B2O3-40BaO, 3000"
  })
  void atoms_areNeutral(String glass, int atoms) {
    MeltBox box = MeltBox.of(GlassComposition.parse(glass), atoms);
    int charge =
        box.atoms().entrySet().stream()
            .mapToInt(count -> count.getValue() * VALENCES.get(count.getKey()))
            .sum();
    assertEquals(0, charge);
    assertTrue(Math.abs(box.atomCount() - atoms) <= 10, () -> box + " for " + atoms);
  }

  /** The edges in the data set's raw/&lt;id&gt;/start.data.gz. */
  @ParameterizedTest
  @CsvSource({
    "36SiO2-24B2O3-20Na2O-20TiO2, 25.74955524126151",
    "60SiO2-20B2O3-20Na2O, 26.35255498508124",
    "55.2SiO2-18.4B2O3-18.4Na2O-8ZnO, 26.348788412597155",
    "90SiO2-10BaO, 28.352914984033998",
    "SiO2, 28.196441814161084"
  })
  void edge_equalsTheSharedStarts(String glass, double expected) {
    MeltBox box = MeltBox.of(GlassComposition.parse(glass), 1500);
    assertEquals(expected, box.edge(), 1e-7 * expected);
  }

  @Test
  void of_traceOfAnOxide_isRefused() {
    GlassComposition glass = GlassComposition.parse("99.95SiO2-0.05TiO2");
    String message =
        assertThrows(IllegalArgumentException.class, () -> MeltBox.of(glass, 1500)).getMessage();
    assertEquals(
        "every oxide needs at least one formula unit, but 0.05 mol% of TiO2 are less than half a"
            + " unit in 1500 atoms",
        message);
  }

  @Test
  void of_oxideWithoutMolarVolume_isRefused() {
    GlassComposition glass = GlassComposition.parse("80SiO2-20CaO");
    String message =
        assertThrows(IllegalArgumentException.class, () -> MeltBox.of(glass, 1500)).getMessage();
    assertTrue(message.endsWith("got CaO"), message);
  }
}
