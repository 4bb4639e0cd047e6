package org.glasspcf.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementPairTest {
  @ParameterizedTest
  @CsvSource({
    "O, Si, Si-O", "Ba, Na, Na-Ba", "Zn, B, B-Zn", "Zn, Ti, Ti-Zn", "O, O, O-O", "O, Ca, Ca-O",
    "Ca, Zn, Zn-Ca", "F, Al, Al-F", "O, F, F-O", "Fe, Ca, Ca-Fe", "O, P, P-O", "O, S, S-O"
  })
  void of_eitherOrder_isOnePairPrintedCationFirst(String one, String other, String printed) {
    ElementPair pair = ElementPair.of(one, other);
    assertEquals(printed, pair.toString());
    assertEquals(pair, ElementPair.of(other, one));
    assertEquals(pair.hashCode(), ElementPair.of(other, one).hashCode());
    assertEquals(0, pair.compareTo(ElementPair.of(other, one)));
  }

  @Test
  void parse_everyPair_readsBackWhatItPrints() {
    for (Element one : Element.values()) {
      for (Element other : Element.values()) {
        ElementPair pair = ElementPair.of(one, other);
        assertEquals(pair, ElementPair.parse(pair.toString()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"O-Si", "Si–O", " Si - O ", "Si−O"})
  void parse_otherSpellings_areRead(String text) {
    assertEquals(ElementPair.of(Element.Si, Element.O), ElementPair.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SiO", "Si-", "-O", "Si-O-Si", "Si/O"})
  void parse_notTwoSymbols_isRefused(String text) {
    var error = assertThrows(IllegalArgumentException.class, () -> ElementPair.parse(text));
    assertEquals(
        "a pair must be two element symbols with a hyphen between, such as Si-O, got \""
            + text
            + '"',
        error.getMessage());
  }

  @Test
  void parse_unknownElement_namesIt() {
    var error = assertThrows(IllegalArgumentException.class, () -> ElementPair.parse("Si-Q"));
    assertTrue(error.getMessage().endsWith("got \"Q\""), error.getMessage());
  }

  @Test
  void accessors_ofAPair() {
    ElementPair pair = ElementPair.of(Element.O, Element.Na);
    assertEquals(Element.Na, pair.first());
    assertEquals(Element.O, pair.second());
    assertFalse(pair.isLike());
    assertTrue(ElementPair.of(Element.O, Element.O).isLike());
    assertTrue(pair.contains(Element.O));
    assertFalse(pair.contains(Element.Si));
    assertNotEquals(pair, ElementPair.of(Element.O, Element.O));
  }

  /** The headers of the files of the bundled data set. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Si-Si,Si-B,Si-O,Si-Na,Si-Ti,B-B,B-O,B-Na,B-Ti,O-O,Na-O,Ti-O,Na-Na,Na-Ti,Ti-Ti",
        "Si-Si,Si-B,Si-O,Si-Na,Si-Zn,B-B,B-O,B-Na,B-Zn,O-O,Na-O,Zn-O,Na-Na,Na-Zn,Zn-Zn",
        "Si-Si,Si-B,Si-O,Si-Ba,Si-Na,B-B,B-O,B-Ba,B-Na,O-O,Ba-O,Na-O,Ba-Ba,Na-Ba,Na-Na",
        "Si-Si,Si-O,Si-Ti,O-O,Ti-O,Ti-Ti",
        "Si-Si,Si-O,O-O"
      })
  void compareTo_sortsAsTheColumnsOfTheDataSet(String header) {
    List<String> columns = Arrays.asList(header.split(","));
    List<ElementPair> pairs = new ArrayList<>(columns.stream().map(ElementPair::parse).toList());
    Collections.shuffle(pairs, new Random(7));
    Collections.sort(pairs);
    assertEquals(columns, pairs.stream().map(ElementPair::toString).toList());
  }
}
