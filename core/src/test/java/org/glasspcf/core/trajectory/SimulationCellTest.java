package org.glasspcf.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationCellTest {
  private static final double[][] TILTED = {{4, 0, 0}, {1, 3, 0}, {-0.5, 0.25, 2}};

  private static String refused(double[] origin, double[][] vectors, boolean... periodic) {
    return assertThrows(
            IllegalArgumentException.class,
            () ->
                SimulationCell.of(
                    origin,
                    vectors,
                    periodic.length == 0 ? new boolean[] {true, true, true} : periodic))
        .getMessage();
  }

  @Test
  void volume_isTheTripleProduct() {
    assertEquals(24, SimulationCell.of(new double[3], TILTED).volume());
    assertEquals(30, SimulationCell.orthorhombic(2, 3, 5).volume());
  }

  @Test
  void width_isTheDistanceBetweenFaces() {
    SimulationCell box = SimulationCell.orthorhombic(2, 3, 5);
    assertEquals(2, box.width(0), 1e-15);
    assertEquals(3, box.width(1), 1e-15);
    assertEquals(5, box.width(2), 1e-15);
    SimulationCell sheared =
        SimulationCell.of(new double[3], new double[][] {{2, 0, 0}, {7, 3, 0}, {0, 0, 5}});
    assertEquals(3, sheared.width(1), 1e-15);
    assertEquals(2 * 3 / Math.hypot(7, 3), sheared.width(0), 1e-15);
  }

  @Test
  void width_ofAnyCell_isAtMostTheLengthOfItsVector() {
    SimulationCell cell = SimulationCell.of(new double[3], TILTED);
    for (int axis = 0; axis < 3; axis++) {
      double[] v = cell.vector(axis);
      assertTrue(cell.width(axis) <= Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]));
    }
  }

  @Test
  void arrays_areCopied() {
    double[] origin = {1, 2, 3};
    double[][] vectors = {{4, 0, 0}, {1, 3, 0}, {-0.5, 0.25, 2}};
    boolean[] periodic = {true, false, true};
    SimulationCell cell = SimulationCell.of(origin, vectors, periodic);
    origin[0] = 9;
    vectors[1][0] = 9;
    periodic[0] = false;
    cell.origin()[1] = 9;
    cell.vector(2)[2] = 9;
    assertArrayEquals(new double[] {1, 2, 3}, cell.origin());
    assertArrayEquals(TILTED[1], cell.vector(1));
    assertArrayEquals(TILTED[2], cell.vector(2));
    assertTrue(cell.periodic(0));
  }

  @Test
  void periodicity_isThatGiven() {
    SimulationCell cell =
        SimulationCell.of(new double[3], TILTED, new boolean[] {true, false, true});
    assertTrue(cell.periodic(0));
    assertFalse(cell.periodic(1));
    assertFalse(cell.fullyPeriodic());
    assertTrue(SimulationCell.orthorhombic(1, 1, 1).fullyPeriodic());
    assertTrue(cell.toString().endsWith("Å, periodic [true, false, true]"), cell.toString());
  }

  @Test
  void equality_isThatOfAllParts() {
    SimulationCell cell = SimulationCell.of(new double[3], TILTED);
    SimulationCell same = SimulationCell.of(new double[] {-0.0, 0, 0}, TILTED);
    assertEquals(cell, same);
    assertEquals(cell.hashCode(), same.hashCode());
    assertNotEquals(cell, SimulationCell.of(new double[] {1, 0, 0}, TILTED));
    assertNotEquals(cell, SimulationCell.of(new double[3], TILTED, new boolean[3]));
    assertNotEquals(cell, SimulationCell.orthorhombic(4, 3, 2));
  }

  @Test
  void unscaled_isTheSumOfVectorsFromTheOrigin() {
    SimulationCell cell = SimulationCell.of(new double[] {10, 20, 30}, TILTED);
    double[] positions = {0, 0, 0, 1, 0, 0, 0.5, 1, -2};
    cell.unscale(positions);
    assertArrayEquals(new double[] {10, 20, 30, 14, 20, 30, 14, 22.5, 26}, positions);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void length_notFiniteAboveZero_isRefused(double length) {
    assertThrows(IllegalArgumentException.class, () -> SimulationCell.orthorhombic(1, length, 1));
  }

  @Test
  void vectors_leftHandedOrFlat_areRefused() {
    String message = refused(new double[3], new double[][] {TILTED[1], TILTED[0], TILTED[2]});
    assertTrue(
        message.startsWith("cell vectors must span a right-handed volume above 0 (Å³), got -24.0"),
        message);
    message = refused(new double[3], new double[][] {TILTED[1], TILTED[1], TILTED[2]});
    assertTrue(message.contains("got 0.0"), message);
  }

  @Test
  void numbers_missingOrNotFinite_areRefused() {
    assertEquals(
        "cell origin must be finite (Å), got [0.0, NaN, 0.0]",
        refused(new double[] {0, Double.NaN, 0}, TILTED));
    assertEquals("there must be 3 numbers in a cell origin, got 2", refused(new double[2], TILTED));
    assertEquals("there must be 3 cell vectors, got 2", refused(new double[3], new double[2][3]));
    assertEquals(
        "there must be 3 periodic directions, got 2", refused(new double[3], TILTED, true, true));
    assertEquals(
        "cell vector 2 must be finite (Å), got [0.0, -Infinity, 0.0]",
        refused(
            new double[3],
            new double[][] {TILTED[0], {0, Double.NEGATIVE_INFINITY, 0}, TILTED[2]}));
  }
}
