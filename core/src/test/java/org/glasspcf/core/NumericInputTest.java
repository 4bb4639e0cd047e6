package org.glasspcf.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NumericInputTest {
  private static final NumericInput RATE =
      NumericInput.logarithmic("quench_K_per_ps", "K/ps", 10, 160);

  private static String refusal(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }

  @Test
  void position_onEitherScale_isEquallySpaced() {
    assertEquals(0, RATE.position(10));
    assertEquals(0.5, RATE.position(40), 1e-15);
    assertEquals(1, RATE.position(160));
    assertEquals(0.25, NumericInput.linear("t_K", "K", 0, 400).position(100), 1e-15);
  }

  @Test
  void position_outOfRange_saysTheRange() {
    for (double value : new double[] {9.99, 161, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertEquals(
          "quench_K_per_ps must be from 10.0 to 160.0 (K/ps), got " + value,
          refusal(() -> RATE.position(value)));
    }
  }

  @Test
  void input_thatCannotBe_isRefused() {
    assertTrue(refusal(() -> NumericInput.linear("1a", "K", 0, 1)).contains("name of a condition"));
    assertTrue(refusal(() -> NumericInput.linear("a", "K;", 0, 1)).contains("unit of a"));
    assertTrue(refusal(() -> NumericInput.linear("a", "", 0, 1)).contains("unit of a"));
    assertTrue(refusal(() -> NumericInput.linear("a", "K", 1, 1)).contains("below its greatest"));
    assertTrue(
        refusal(() -> NumericInput.linear("a", "K", 0, Double.NaN)).contains("must be finite"));
    assertTrue(refusal(() -> NumericInput.logarithmic("a", "K", 0, 1)).contains("above 0"));
  }

  @Test
  void position_ofAnyRange_isFrom0To1() {
    NumericInput wide = NumericInput.logarithmic("x", "1", 1e-200, 1e200);
    assertEquals(0, wide.position(1e-200));
    assertEquals(0.5, wide.position(1), 1e-12);
    assertEquals(1, wide.position(1e200));
    double next = Math.nextUp(1e200); // no other logarithm
    assertThrows(
        IllegalArgumentException.class, () -> NumericInput.logarithmic("x", "1", 1e200, next));
  }
}
