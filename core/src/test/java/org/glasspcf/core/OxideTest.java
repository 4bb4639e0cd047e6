package org.glasspcf.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OxideTest {
  @Test
  void of_subscripts_equalsPlainDigits() {
    assertEquals(Oxide.B2O3, Oxide.of("B₂O₃"));
    assertEquals("B2O3", Oxide.of("B₂O₃").formula());
    assertEquals(2, Oxide.B2O3.count(Element.B));
    assertEquals(3, Oxide.B2O3.count(Element.O));
    assertEquals(0, Oxide.B2O3.count(Element.Si));
    assertEquals(List.of(Element.B, Element.O), Oxide.B2O3.elements());
  }

  /** From the abridged atomic weights by hand, e.g. 2 × 22.990 + 15.999. */
  @ParameterizedTest
  @CsvSource({
    "SiO2, 60.083",
    "B2O3, 69.617",
    "Na2O, 61.979",
    "BaO, 153.329",
    "TiO2, 79.865",
    "CaSiO3, 116.16"
  })
  void molarMass_sumsTheElements(String formula, double expected) {
    assertEquals(expected, Oxide.of(formula).molarMass(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({
    "O2Si, SiO2",
    "SiCaO3, CaSiO3",
    "O4Al2Ca, CaAl2O4",
    "NaOH, HNaO",
    "BaO3Ti, BaTiO3",
    "La2O3, La2O3",
    "O3Xe, XeO3",
    "SiOO, SiO2",
    "H2O, H2O"
  })
  void formula_isTheSameForAnyOrderOfElements(String written, String expected) {
    assertEquals(expected, Oxide.of(written).formula());
    assertEquals(Oxide.of(expected), Oxide.of(written));
    assertEquals(Oxide.of(expected).hashCode(), Oxide.of(written).hashCode());
  }

  @Test
  void equals_otherCounts_differs() {
    assertNotEquals(Oxide.of("P2O5"), Oxide.of("P4O10"));
    assertNotEquals(Oxide.of("FeO"), Oxide.of("Fe2O3"));
  }

  @Test
  void compareTo_sortsInPrintingOrder() {
    List<String> expected =
        List.of("SiO2", "B2O3", "P2O5", "Na2O", "K2O", "CaO", "BaO", "ZnO", "TiO2", "Fe2O3", "FeO");
    List<Oxide> oxides = new ArrayList<>(expected.stream().map(Oxide::of).toList());
    Collections.shuffle(oxides, new Random(1));
    Collections.sort(oxides);
    assertEquals(expected, oxides.stream().map(Oxide::formula).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Xx2O3 | unknown element Xx",
        "Sio2 | unknown element Sio",
        "sio2 | an element symbol starts with a capital letter, got 's'",
        "(SiO2) | an element symbol starts with a capital letter, got '('",
        "Si O2 | an element symbol starts with a capital letter, got ' '",
        "Si1.5O | an element symbol starts with a capital letter, got '.'",
        "Si0O2 | the count of an element must be from 1 to 999, got 0",
        "SiO99999999999 | the count of an element must be from 1 to 999, got 99999999999",
        "Si | an oxide must hold O and at least one other element",
        "O2 | an oxide must hold O and at least one other element",
        "NaCl | an oxide must hold O and at least one other element"
      })
  void of_unreadableFormula_namesFormulaAndRule(String formula, String rule) {
    var error = assertThrows(IllegalArgumentException.class, () -> Oxide.of(formula));
    assertEquals('"' + formula + "\" is not the formula of an oxide: " + rule, error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "٢", "Ｓ"})
  void of_noLatinSymbols_isRefused(String formula) {
    assertThrows(IllegalArgumentException.class, () -> Oxide.of(formula));
  }
}
