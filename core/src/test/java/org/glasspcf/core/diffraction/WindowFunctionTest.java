package org.glasspcf.core.diffraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class WindowFunctionTest {

  @Test
  void lorch_fallsFromOneToZero() {
    assertEquals(1, WindowFunction.LORCH.value(0, 10));
    assertEquals(2 / Math.PI, WindowFunction.LORCH.value(5, 10), 1e-15);
    assertEquals(0, WindowFunction.LORCH.value(10, 10), 1e-15);
    assertEquals(0, WindowFunction.LORCH.value(11, 10));
  }

  @Test
  void none_isOneUpToTheEnd() {
    assertEquals(1, WindowFunction.NONE.value(10, 10));
    assertEquals(0, WindowFunction.NONE.value(10.1, 10));
  }

  @Test
  void value_badArgument_isRefused() {
    assertEquals(
        "a window must be asked for a finite number not below 0 (Å or Å⁻¹), got -1.0",
        assertThrows(IllegalArgumentException.class, () -> WindowFunction.LORCH.value(-1, 10))
            .getMessage());
    assertEquals(
        "the end of a window must be a finite number above 0 (Å or Å⁻¹), got NaN",
        assertThrows(IllegalArgumentException.class, () -> WindowFunction.NONE.value(1, Double.NaN))
            .getMessage());
  }
}
