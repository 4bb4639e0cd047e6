package org.glasspcf.core;

import java.util.Arrays;

/**
 * Distances at which a curve is known: spherical shells between increasing edges r (Å).
 *
 * <p>Grids are equal if all their edges are.
 */
public final class RadialGrid {
  private final double[] edges;
  private final double[] shells;

  private RadialGrid(double[] edges) {
    this.edges = edges;
    this.shells = new double[edges.length - 1];
    for (int i = 0; i < shells.length; i++) {
      shells[i] = shell(edges[i], edges[i + 1]);
    }
  }

  /**
   * A grid of shells of one width from 0.
   *
   * @param rMax the last edge (Å)
   * @param bins number of shells
   * @return the grid; edge i is at {@code rMax * i / bins} (Å)
   * @throws IllegalArgumentException if rMax is not a finite number above 0, or there is no bin
   */
  public static RadialGrid uniform(double rMax, int bins) {
    Preconditions.finitePositive(rMax, "the last edge of a grid", "Å");
    Preconditions.atLeast(1, bins, "number of bins");
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      edges[i] = rMax * i / bins;
    }
    return ofEdges(edges);
  }

  /**
   * A grid of shells between any increasing edges.
   *
   * @param edges at least two distances (Å), strictly increasing, none below 0; copied
   * @return the grid of one shell fewer than there are edges
   * @throws IllegalArgumentException if there are fewer than two edges, one is not a finite number
   *     or below 0, or they do not increase
   */
  public static RadialGrid ofEdges(double... edges) {
    Preconditions.atLeast(2, edges.length, "number of edges");
    double[] copy = edges.clone();
    for (int i = 0; i < copy.length; i++) {
      Preconditions.finiteNotNegative(copy[i], "edge " + i + " of a grid", "Å");
      if (i > 0 && !(copy[i] > copy[i - 1])) {
        throw new IllegalArgumentException(
            "edges of a grid must increase, but edge "
                + i
                + " ("
                + Preconditions.plain(copy[i])
                + " Å) follows "
                + Preconditions.plain(copy[i - 1])
                + " Å");
      }
      copy[i] += 0.0; // a negative zero would make equal grids unequal
    }
    return new RadialGrid(copy);
  }

  /**
   * The number of shells.
   *
   * @return number of bins, at least 1
   */
  public int bins() {
    return edges.length - 1;
  }

  /**
   * One edge.
   *
   * @param index from 0 to {@link #bins()}; bin i lies between the edges i and i + 1
   * @return the edge (Å)
   * @throws IndexOutOfBoundsException if there is no such edge
   */
  public double edge(int index) {
    return edges[Preconditions.index(index, edges.length, "edge of a grid")];
  }

  /**
   * All edges.
   *
   * @return a copy of the bins() + 1 edges (Å)
   */
  public double[] edges() {
    return edges.clone();
  }

  /**
   * The middle of a bin.
   *
   * @param bin from 0 to bins() − 1
   * @return the mean of its two edges (Å)
   * @throws IndexOutOfBoundsException if there is no such bin
   */
  public double center(int bin) {
    Preconditions.index(bin, bins(), "bin of a grid");
    return (edges[bin] + edges[bin + 1]) / 2;
  }

  /**
   * The middles of all bins.
   *
   * @return a new array of bins() centers (Å)
   */
  public double[] centers() {
    double[] centers = new double[bins()];
    Arrays.setAll(centers, this::center);
    return centers;
  }

  /**
   * The integral of r² over a bin, (e₁³ − e₀³)/3: its shell's volume over 4π. A curve's value times
   * this is the bin's share of a coordination number, up to 4πρ.
   *
   * @param bin from 0 to bins() − 1
   * @return ∫r²dr over the bin (Å³)
   * @throws IndexOutOfBoundsException if there is no such bin
   */
  public double shellMoment(int bin) {
    Preconditions.index(bin, bins(), "bin of a grid");
    double inner = edges[bin];
    double outer = edges[bin + 1];
    return (outer * outer * outer - inner * inner * inner) / 3;
  }

  /** The edges themselves, for this package to read. */
  double[] sharedEdges() {
    return edges;
  }

  /** For each bin {@link #shell} between its edges, for this package to read. */
  double[] sharedShells() {
    return shells;
  }

  /** upper³ − lower³, without the cancellation of two cubes. */
  static double shell(double lower, double upper) {
    return (upper - lower) * (upper * upper + upper * lower + lower * lower);
  }

  /**
   * The last edge.
   *
   * @return the largest distance of the grid (Å)
   */
  public double rMax() {
    return edges[edges.length - 1];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RadialGrid grid && Arrays.equals(edges, grid.edges);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(edges);
  }

  @Override
  public String toString() {
    return bins()
        + " bins from "
        + Preconditions.plain(edges[0])
        + " to "
        + Preconditions.plain(rMax())
        + " Å";
  }
}
