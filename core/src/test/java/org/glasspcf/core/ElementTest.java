package org.glasspcf.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {
  @Test
  void values_areThePeriodicTable() {
    assertEquals(118, Element.values().length);
    assertEquals(8, Element.O.atomicNumber());
    assertEquals(56, Element.Ba.atomicNumber());
    assertEquals(118, Element.Og.atomicNumber());
  }

  /** IUPAC's standard atomic weights 2021, abridged (doi 10.1515/pac-2019-0603, table 2). */
  @ParameterizedTest
  @CsvSource({
    "H, 1.0080", "Li, 6.94", "B, 10.81", "O, 15.999", "Na, 22.990", "Al, 26.982", "Si, 28.085",
    "P, 30.974", "K, 39.098", "Ca, 40.078", "Ti, 47.867", "Fe, 55.845", "Zn, 65.38", "Ge, 72.630",
    "Ba, 137.33", "Pb, 207.2", "U, 238.03"
  })
  void molarMass_isIupacs(Element element, double expected) {
    assertEquals(expected, element.molarMass());
    assertTrue(element.hasStandardAtomicWeight());
  }

  @Test
  void molarMass_withoutAtomicWeight_isOfTheLongestLivedIsotope() {
    assertFalse(Element.Tc.hasStandardAtomicWeight());
    assertEquals(97, Element.Tc.molarMass());
    assertEquals(
        34, Arrays.stream(Element.values()).filter(e -> !e.hasStandardAtomicWeight()).count());
  }

  @ParameterizedTest
  @EnumSource
  void of_symbol_returnsTheElement(Element element) {
    assertSame(element, Element.of(element.symbol()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Xx", "si", "SI", "", " Si"})
  void of_unknownSymbol_isRefused(String symbol) {
    var error = assertThrows(IllegalArgumentException.class, () -> Element.of(symbol));
    assertEquals(
        "an element must be a symbol of the periodic table such as Si, got \"" + symbol + '"',
        error.getMessage());
  }
}
