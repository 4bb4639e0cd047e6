package org.glasspcf.core.diffraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.glasspcf.core.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XrayFormFactorsTest {
  private static final XrayFormFactors NEUTRAL = XrayFormFactors.neutral();

  @Test
  void value_everySpecies_equalsXraydb() {
    List<String[]> lines = References.lines("reference-form-factors.csv");
    assertEquals(212, lines.size());
    for (String[] row : lines.subList(1, lines.size())) {
      Element element = Element.of(row[0].replaceFirst("(va|val|[0-9]+[+-])$", ""));
      XrayFormFactors factors = NEUTRAL.with(row[0]);
      assertEquals(row[0], factors.chosen(element));
      for (int column = 1; column < row.length; column++) {
        double q = Double.parseDouble(lines.get(0)[column]);
        double expected = Double.parseDouble(row[column]);
        assertEquals(expected, factors.value(element, q), 1e-9, row[0] + " at " + q);
      }
    }
  }

  @Test
  void value_atZero_isTheNumberOfElectrons() {
    for (Element element : Element.values()) {
      if (element.atomicNumber() <= 98) {
        assertEquals(element.atomicNumber(), NEUTRAL.value(element, 0), 0.04, element.symbol());
      }
    }
    assertEquals(10, NEUTRAL.with("Si4+").value(Element.Si, 0), 0.01);
    assertEquals(10, NEUTRAL.with("O2-").value(Element.O, 0), 0.01);
  }

  @Test
  void with_changesThatElementOnly() {
    XrayFormFactors ions = NEUTRAL.with("Si4+");
    assertEquals("Si4+", ions.chosen(Element.Si));
    assertEquals("O", ions.chosen(Element.O));
    assertNotEquals(NEUTRAL, ions);
    assertEquals(NEUTRAL, ions.with("Si"));
    assertEquals(Set.of("Si", "Siva", "Si4+"), NEUTRAL.species(Element.Si));
    assertEquals(
        "X-ray form factors of Waasmaier and Kirfel (1995), neutral atoms but Si4+",
        ions.toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 75.4, Double.NaN})
  void value_outsideTheFit_isRefused(double q) {
    assertEquals(
        "X-ray form factors are known for Q from 0 to 75.3982 Å⁻¹ (s = 6 Å⁻¹), got " + q,
        assertThrows(IllegalArgumentException.class, () -> NEUTRAL.value(Element.Si, q))
            .getMessage());
  }

  @Test
  void unknownSpecies_areRefused() {
    assertEquals(
        "there is no X-ray form factor of \"Si3+\" in Waasmaier and Kirfel (1995), which has Si,"
            + " Siva, Si4+",
        assertThrows(IllegalArgumentException.class, () -> NEUTRAL.with("Si3+")).getMessage());
    assertEquals(
        "there is no X-ray form factor of \"Xx\" in Waasmaier and Kirfel (1995)",
        assertThrows(IllegalArgumentException.class, () -> NEUTRAL.with("Xx")).getMessage());
    assertEquals(
        "there is no X-ray form factor of Es in Waasmaier and Kirfel (1995), which ends at Cf",
        assertThrows(IllegalArgumentException.class, () -> NEUTRAL.value(Element.Es, 1))
            .getMessage());
  }
}
