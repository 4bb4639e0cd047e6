package org.glasspcf.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadialGridTest {
  @Test
  void uniform_hasShellsOfOneWidth() {
    RadialGrid grid = RadialGrid.uniform(10, 500);
    assertEquals(500, grid.bins());
    assertEquals(0, grid.edge(0));
    assertEquals(10, grid.rMax());
    assertEquals(0.01, grid.center(0), 1e-12);
    assertEquals(9.99, grid.center(499), 1e-12);
    assertEquals(500, grid.centers().length);
    assertEquals("500 bins from 0 to 10 Å", grid.toString());
  }

  @Test
  void shellMoment_isTheIntegralOfRSquared() {
    RadialGrid grid = RadialGrid.ofEdges(1, 2, 4);
    assertEquals(7.0 / 3, grid.shellMoment(0), 1e-15);
    assertEquals(56.0 / 3, grid.shellMoment(1), 1e-14);
    assertArrayEquals(new double[] {1.5, 3}, grid.centers());
  }

  @Test
  void equals_dependsOnTheEdges() {
    assertEquals(RadialGrid.uniform(10, 4), RadialGrid.ofEdges(0, 2.5, 5, 7.5, 10));
    assertEquals(
        RadialGrid.uniform(10, 4).hashCode(), RadialGrid.ofEdges(-0.0, 2.5, 5, 7.5, 10).hashCode());
    assertNotEquals(RadialGrid.uniform(10, 4), RadialGrid.uniform(10, 5));
  }

  @Test
  void edges_areCopiedInAndOut() {
    double[] edges = {0, 1, 2};
    RadialGrid grid = RadialGrid.ofEdges(edges);
    edges[1] = 5;
    grid.edges()[1] = 7;
    grid.centers()[1] = 7;
    assertArrayEquals(new double[] {0, 1, 2}, grid.edges());
  }

  @Test
  void ofEdges_notIncreasing_namesEdgeAndValues() {
    assertMessage(
        "edges of a grid must increase, but edge 2 (1.5 Å) follows 2 Å",
        () -> RadialGrid.ofEdges(0, 2, 1.5));
    assertMessage(
        "edges of a grid must increase, but edge 1 (0 Å) follows 0 Å",
        () -> RadialGrid.ofEdges(0, 0));
  }

  @Test
  void ofEdges_notANumberOrNegative_namesEdgeAndValue() {
    assertMessage(
        "edge 1 of a grid must be a finite number not below 0 (Å), got NaN",
        () -> RadialGrid.ofEdges(0, Double.NaN, 2));
    assertMessage(
        "edge 0 of a grid must be a finite number not below 0 (Å), got -0.5",
        () -> RadialGrid.ofEdges(-0.5, 2));
    assertMessage(
        "edge 1 of a grid must be a finite number not below 0 (Å), got Infinity",
        () -> RadialGrid.ofEdges(0, Double.POSITIVE_INFINITY));
    assertMessage("number of edges must be at least 2, got 1", () -> RadialGrid.ofEdges(0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void uniform_badEnd_isRefused(double rMax) {
    var error = assertThrows(IllegalArgumentException.class, () -> RadialGrid.uniform(rMax, 10));
    assertEquals(
        "the last edge of a grid must be a finite number above 0 (Å), got "
            + Preconditions.plain(rMax),
        error.getMessage());
  }

  @Test
  void uniform_noBins_isRefused() {
    assertMessage("number of bins must be at least 1, got 0", () -> RadialGrid.uniform(10, 0));
  }

  @Test
  void center_outsideTheGrid_isRefused() {
    RadialGrid grid = RadialGrid.uniform(10, 5);
    var error = assertThrows(IndexOutOfBoundsException.class, () -> grid.center(5));
    assertEquals("bin of a grid must be from 0 to 4, got 5", error.getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> grid.shellMoment(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> grid.edge(6));
  }

  private static void assertMessage(String expected, Runnable action) {
    var error = assertThrows(IllegalArgumentException.class, action::run);
    assertEquals(expected, error.getMessage());
  }
}
