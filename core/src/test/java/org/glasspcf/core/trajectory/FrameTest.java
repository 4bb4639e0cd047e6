package org.glasspcf.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.glasspcf.core.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
  private static final SimulationCell CELL =
      SimulationCell.of(
          new double[] {1, 1, 1},
          new double[][] {{4, 0, 0}, {1, 3, 0}, {-0.5, 0.25, 2}},
          new boolean[] {true, false, true});
  private static final List<Element> ELEMENTS = List.of(Element.Si, Element.O, Element.O);
  private static final double[] POSITIONS = {0, 0, 0, 1, 2, 3, -7, 8, 9};

  private static Frame frame() {
    return Frame.of(CELL, ELEMENTS, POSITIONS);
  }

  @Test
  void atoms_areThoseGiven() {
    Frame frame = frame();
    assertEquals(3, frame.atoms());
    assertEquals(Element.Si, frame.element(0));
    assertEquals(Element.O, frame.element(2));
    assertArrayEquals(POSITIONS, frame.positions());
    assertEquals(Map.of(Element.O, 2, Element.Si, 1), frame.atomCounts());
    assertSame(CELL, frame.cell());
    assertTrue(frame.toString().startsWith("3 atoms {O=2, Si=1} in a cell of "));
  }

  @Test
  void arrays_areCopied() {
    double[] positions = POSITIONS.clone();
    Frame frame = Frame.of(CELL, ELEMENTS, positions);
    positions[0] = 5;
    frame.positions()[1] = 5;
    assertArrayEquals(POSITIONS, frame.positions());
    assertThrows(UnsupportedOperationException.class, () -> frame.atomCounts().clear());
  }

  @Test
  void timestep_isThatGiven() {
    assertEquals(OptionalLong.empty(), frame().timestep());
    Frame later = frame().withTimestep(500);
    assertEquals(OptionalLong.of(500), later.timestep());
    assertArrayEquals(POSITIONS, later.positions());
    assertEquals(OptionalLong.of(500), later.replicated(1, 1, 2).timestep());
  }

  @Test
  void replicated_repeatsAlongTheCellVectors() {
    Frame large = frame().replicated(2, 1, 3);
    assertEquals(18, large.atoms());
    assertEquals(Map.of(Element.O, 12, Element.Si, 6), large.atomCounts());
    assertEquals(6 * CELL.volume(), large.cell().volume(), 1e-12);
    assertArrayEquals(new double[] {8, 0, 0}, large.cell().vector(0));
    assertArrayEquals(new double[] {-1.5, 0.75, 6}, large.cell().vector(2));
    assertArrayEquals(CELL.origin(), large.cell().origin());
    assertFalse(large.cell().periodic(1));
    double[] positions = large.positions();
    assertArrayEquals(POSITIONS, Arrays.copyOf(positions, 9));
    // the last copy is moved by 1 a + 0 b + 2 c = (3, 0.5, 4)
    assertArrayEquals(
        new double[] {3, 0.5, 4, 4, 2.5, 7, -4, 8.5, 13}, Arrays.copyOfRange(positions, 45, 54));
    assertEquals(Element.Si, large.element(15));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 'a frame must be repeated at least once, got 0 × 1 × 1'",
    "1, 1, -2, 'a frame must be repeated at least once, got 1 × 1 × -2'",
    "1000, 1000, 1000, 'at most 715827879 atoms, got 1000 × 1000 × 1000 times 3'",
    "2147483647, 2147483647, 2147483647, 'at most 715827879 atoms'",
  })
  void replicated_tooFewOrMany_isRefused(int a, int b, int c, String words) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> frame().replicated(a, b, c))
            .getMessage();
    assertTrue(message.contains(words), message);
  }

  @Test
  void atoms_thatDoNotFit_areRefused() {
    assertEquals(
        "a frame must hold at least one atom",
        assertThrows(IllegalArgumentException.class, () -> Frame.of(CELL, List.of(), new double[0]))
            .getMessage());
    assertEquals(
        "a frame of 3 atoms must have 9 coordinates, got 8",
        assertThrows(IllegalArgumentException.class, () -> Frame.of(CELL, ELEMENTS, new double[8]))
            .getMessage());
    double[] bad = POSITIONS.clone();
    bad[4] = Double.NaN;
    assertEquals(
        "positions must be finite (Å), got NaN for atom 2",
        assertThrows(IllegalArgumentException.class, () -> Frame.of(CELL, ELEMENTS, bad))
            .getMessage());
  }
}
