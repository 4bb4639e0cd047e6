package org.glasspcf.core.diffraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QGridTest {

  @Test
  void uniform_hasItsEndsAndEvenSteps() {
    QGrid grid = QGrid.uniform(0.5, 25, 491);
    assertEquals(491, grid.size());
    assertEquals(0.5, grid.value(0));
    assertEquals(25, grid.last());
    assertEquals(0.55, grid.value(1), 1e-12);
    assertEquals("491 Q from 0.5 to 25 Å⁻¹", grid.toString());
  }

  @Test
  void of_copiesInAndOut() {
    double[] values = {1, 2, 4};
    QGrid grid = QGrid.of(values);
    values[0] = 3;
    grid.values()[1] = 3;
    assertArrayEquals(new double[] {1, 2, 4}, grid.values());
    assertEquals(QGrid.of(1, 2, 4), grid);
    assertEquals(QGrid.of(1, 2, 4).hashCode(), grid.hashCode());
    assertNotEquals(QGrid.of(1, 2), grid);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 0.0009, Double.NaN, Double.POSITIVE_INFINITY})
  void of_firstTooSmall_isRefused(double first) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> QGrid.of(first)).getMessage();
    assertEquals("Q must be a finite number from 0.001 (Å⁻¹), got " + first, message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.5, Double.NaN, Double.POSITIVE_INFINITY})
  void of_notIncreasing_namesBoth(double second) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> QGrid.of(1, second)).getMessage();
    assertEquals(
        "the Q of a grid must be finite and increase, but value 1 ("
            + second
            + " Å⁻¹) follows 1.0 Å⁻¹",
        message);
  }

  @Test
  void uniform_badArguments_areRefused() {
    assertEquals(
        "a uniform grid of Q must have at least 2 points, got 1",
        assertThrows(IllegalArgumentException.class, () -> QGrid.uniform(1, 2, 1)).getMessage());
    assertEquals(
        "the last Q of a grid must be a finite number above the first, 2.0 Å⁻¹, got 2.0",
        assertThrows(IllegalArgumentException.class, () -> QGrid.uniform(2, 2, 5)).getMessage());
    assertEquals(
        "a grid of Q must have at least 1 point, got 0",
        assertThrows(IllegalArgumentException.class, QGrid::of).getMessage());
  }

  @Test
  void value_outside_isRefused() {
    assertEquals(
        "point of a grid of Q must be from 0 to 1, got 2",
        assertThrows(IndexOutOfBoundsException.class, () -> QGrid.of(1, 2).value(2)).getMessage());
  }
}
