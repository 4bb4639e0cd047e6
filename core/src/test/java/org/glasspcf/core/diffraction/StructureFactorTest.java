package org.glasspcf.core.diffraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.glasspcf.core.diffraction.StructureFactor.Peak;
import org.junit.jupiter.api.Test;

class StructureFactorTest {

  @Test
  void of_copiesInAndOut() {
    QGrid grid = QGrid.of(1, 2, 3);
    double[] values = {-0.5, 1, 2};
    StructureFactor factor = StructureFactor.of(grid, values);
    values[0] = 9;
    factor.values()[1] = 9;
    assertArrayEquals(new double[] {-0.5, 1, 2}, factor.values());
    assertEquals(-0.5, factor.value(0));
    assertEquals(grid, factor.grid());
    assertEquals(StructureFactor.of(grid, new double[] {-0.5, 1, 2}), factor);
    assertEquals("S(Q) on 3 Q from 1 to 3 Å⁻¹", factor.toString());
  }

  @Test
  void of_wrongValues_areRefused() {
    QGrid grid = QGrid.of(1, 2);
    assertEquals(
        "a structure factor must have one value for each Q of its grid, got 1 values for 2 Q from 1"
            + " to 2 Å⁻¹",
        assertThrows(
                IllegalArgumentException.class, () -> StructureFactor.of(grid, new double[] {1}))
            .getMessage());
    assertEquals(
        "S at Q = 2.0 Å⁻¹ must be a finite number (1), got NaN",
        assertThrows(
                IllegalArgumentException.class,
                () -> StructureFactor.of(grid, new double[] {1, Double.NaN}))
            .getMessage());
  }

  @Test
  void highestPeak_ofAParabola_isItsVertex() {
    QGrid grid = QGrid.uniform(0.5, 3, 26);
    double[] values = grid.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 - (values[i] - 1.53) * (values[i] - 1.53);
    }
    Peak peak = StructureFactor.of(grid, values).highestPeak(1, 2).orElseThrow();
    assertEquals(1.53, peak.position(), 1e-12);
    assertEquals(2 - 0.03 * 0.03, peak.height(), 1e-12);
  }

  @Test
  void firstSharpPeak_looksBetweenOneAndTwoPointFour() {
    QGrid grid = QGrid.of(0.6, 0.8, 0.9, 1.4, 1.6, 1.8, 2, 2.2, 2.4, 5, 5.2, 5.4);
    StructureFactor factor =
        StructureFactor.of(grid, new double[] {0, 3, 0, 1, 1.3, 1, 1.2, 1.25, 1.2, 1, 2, 1});
    assertEquals(1.6, factor.firstSharpPeak().orElseThrow().position(), 1e-12);
    assertEquals(1.3, factor.firstSharpPeak().orElseThrow().height());
    assertEquals(
        Optional.empty(),
        StructureFactor.of(QGrid.of(1, 2, 3), new double[] {1, 1, 1}).firstSharpPeak());
  }

  @Test
  void highestPeak_badRange_isRefused() {
    StructureFactor factor = StructureFactor.of(QGrid.of(1), new double[] {1});
    assertEquals(
        "a range of Q must end at a finite number above its start, 2.0 Å⁻¹, got 1.0",
        assertThrows(IllegalArgumentException.class, () -> factor.highestPeak(2, 1)).getMessage());
    assertEquals(
        "the start of a range of Q must be a finite number above 0 (Å⁻¹), got NaN",
        assertThrows(IllegalArgumentException.class, () -> factor.highestPeak(Double.NaN, 1))
            .getMessage());
  }
}
