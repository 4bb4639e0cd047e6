package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glasspcf.core.ElementPair;
import org.glasspcf.pipeline.design.DesignQuantity;
import org.glasspcf.pipeline.design.DesignTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTextTest {
  private static final ElementPair B_O = ElementPair.of("B", "O");

  @ParameterizedTest
  @CsvSource({
    "coordination, COORDINATION_NUMBER, 2",
    "bond-length, BOND_LENGTH, 3",
    "peak-position, FIRST_PEAK_POSITION, 3",
    "peak-height, FIRST_PEAK_HEIGHT, 2"
  })
  void value_isReadForEachNumber(String name, DesignQuantity quantity, int decimals) {
    TargetText text = TargetText.parse("O-B:" + name + "=3.6");
    assertEquals(DesignTarget.near(B_O, quantity, 3.6), text.target());
    assertEquals("B-O " + name, text.column());
    assertEquals(decimals, text.decimals());
  }

  @ParameterizedTest
  @ValueSource(strings = {"+-", "±"})
  void tolerance_followsTheValue(String sign) {
    assertEquals(
        DesignTarget.near(B_O, DesignQuantity.COORDINATION_NUMBER, 3.6).withTolerance(0.02),
        TargetText.parse("B-O:coordination=3.6" + sign + "0.02").target());
  }

  @Test
  void extremes_areWords() {
    assertEquals(
        DesignTarget.largest(B_O, DesignQuantity.BOND_LENGTH),
        TargetText.parse("B-O:bond-length=largest").target());
    assertEquals(
        DesignTarget.smallest(B_O, DesignQuantity.BOND_LENGTH),
        TargetText.parse("B-O:bond-length=smallest").target());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "B-O",
        "B-O=3.6",
        "B-O:neighbors=3.6",
        "B-O:coordination=-3",
        "B-O:coordination=3,6",
        "B-O:coordination=largest+-1",
        "B-O:coordination=3.6+-"
      })
  void otherText_isRefusedWithAnExample(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> TargetText.parse(text)).getMessage();
    assertTrue(
        message.contains("B-O:coordination=3.6") && message.endsWith("not " + text), message);
  }
}
