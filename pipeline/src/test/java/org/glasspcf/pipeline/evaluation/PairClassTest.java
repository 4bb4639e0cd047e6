package org.glasspcf.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.glasspcf.core.ElementPair;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairClassTest {

  @ParameterizedTest
  @CsvSource({
    "Si-O, CATION_OXYGEN", "O-Na, CATION_OXYGEN", "O-O, OXYGEN_OXYGEN",
    "Si-Si, CATION_CATION", "B-Na, CATION_CATION", "Ba-O, WITH_DOPANT",
    "Si-Zn, WITH_DOPANT", "Ti-Ti, WITH_DOPANT", "Na-Al, WITH_DOPANT"
  })
  void pair_isInExactlyOneClass(String pair, PairClass expected) {
    assertEquals(expected, PairClass.of(ElementPair.parse(pair)));
  }
}
