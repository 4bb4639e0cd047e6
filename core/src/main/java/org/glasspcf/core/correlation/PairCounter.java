package org.glasspcf.core.correlation;

import java.util.Arrays;

/**
 * Counts pairs of atoms by element and distance; one of these for each thread.
 *
 * <p>For every small cell the atoms that may be near are gathered into arrays of their own, with
 * their images' shifts added. What remains are loops over whole arrays without branches, which
 * HotSpot turns into vector instructions.
 */
final class PairCounter {
  private final int elements;
  private final int bins;
  private final double binsPerLength;
  private final int stride;
  private final long[] counts;

  private double[] x = new double[1024];
  private double[] y = new double[1024];
  private double[] z = new double[1024];
  private double[] distance = new double[1024];
  private int[] row = new int[1024];
  private int gathered;

  /**
   * A counter of nothing yet.
   *
   * @param elements the number of elements
   * @param bins the number of bins
   * @param binsPerLength the inverse of a bin's width (Å⁻¹)
   */
  PairCounter(int elements, int bins, double binsPerLength) {
    this.elements = elements;
    this.bins = bins;
    this.binsPerLength = binsPerLength;
    this.stride = bins + 1; // the last one is for pairs out of range
    this.counts = new long[Math.multiplyExact(elements * elements, stride)];
  }

  /**
   * Counts the pairs of a cell's atoms among themselves and with half of those around.
   *
   * @param cells the atoms
   * @param cell the number of the cell
   */
  void count(CellLists cells, int cell) {
    int own = cells.end(cell) - cells.first(cell);
    if (own == 0) {
      return;
    }
    gathered = 0;
    gather(cells, cell, 0, 0, 0);
    cells.visitHalfAround(cell, (other, dx, dy, dz) -> gather(cells, other, dx, dy, dz));
    gathered = keepNear(x, y, z, row, own, gathered, cells, cell);
    for (int atom = 0; atom < own; atom++) {
      int next = atom + 1;
      distances(x, y, z, distance, next, gathered, x[atom], y[atom], z[atom], binsPerLength);
      tally(distance, row, counts, next, gathered, row[atom] * elements, bins);
    }
  }

  private void gather(CellLists cells, int cell, double dx, double dy, double dz) {
    int first = cells.first(cell);
    int end = cells.end(cell);
    if (gathered + end - first > x.length) {
      int capacity = Math.max(2 * x.length, gathered + end - first);
      x = Arrays.copyOf(x, capacity);
      y = Arrays.copyOf(y, capacity);
      z = Arrays.copyOf(z, capacity);
      row = Arrays.copyOf(row, capacity);
      distance = new double[capacity];
    }
    int to = gathered;
    for (int atom = first; atom < end; atom++, to++) {
      x[to] = cells.x[atom] + dx;
      y[to] = cells.y[atom] + dy;
      z[to] = cells.z[atom] + dz;
      row[to] = cells.element[atom] * stride;
    }
    gathered = to;
  }

  /**
   * Moves the atoms that are near enough to the box around a cell's atoms to the front.
   *
   * @return where they end
   */
  private static int keepNear(
      double[] x, double[] y, double[] z, int[] row, int from, int to, CellLists cells, int cell) {
    int box = 3 * cell;
    double cx = cells.center[box];
    double cy = cells.center[box + 1];
    double cz = cells.center[box + 2];
    double hx = cells.halfWidth[box];
    double hy = cells.halfWidth[box + 1];
    double hz = cells.halfWidth[box + 2];
    double limit = 4 * cells.rangeSquared();
    int kept = from;
    for (int i = from; i < to; i++) {
      double gx = Math.abs(x[i] - cx) - hx;
      double gy = Math.abs(y[i] - cy) - hy;
      double gz = Math.abs(z[i] - cz) - hz;
      gx += Math.abs(gx); // twice the gap, or 0 inside
      gy += Math.abs(gy);
      gz += Math.abs(gz);
      x[kept] = x[i];
      y[kept] = y[i];
      z[kept] = z[i];
      row[kept] = row[i];
      kept += gx * gx + gy * gy + gz * gz < limit ? 1 : 0;
    }
    return kept;
  }

  /** Distances from one atom, in bin widths. */
  private static void distances(
      double[] x,
      double[] y,
      double[] z,
      double[] distance,
      int from,
      int to,
      double px,
      double py,
      double pz,
      double binsPerLength) {
    for (int i = from; i < to; i++) {
      double dx = x[i] - px;
      double dy = y[i] - py;
      double dz = z[i] - pz;
      distance[i] = Math.sqrt(dx * dx + dy * dy + dz * dz) * binsPerLength;
    }
  }

  private static void tally(
      double[] distance, int[] row, long[] counts, int from, int to, int base, int bins) {
    for (int i = from; i < to; i++) {
      counts[base + row[i] + Math.min((int) distance[i], bins)]++;
    }
  }

  /**
   * Adds what was counted to a sum, and starts again from 0.
   *
   * @param sums counts of each element pair (i ≤ j, row by row) in each bin
   */
  void moveTo(long[] sums) {
    int to = 0;
    for (int i = 0; i < elements; i++) {
      for (int j = i; j < elements; j++, to += bins) {
        add(i, j, sums, to);
        if (i != j) {
          add(j, i, sums, to);
        }
      }
    }
    Arrays.fill(counts, 0);
  }

  private void add(int i, int j, long[] sums, int to) {
    int from = (i * elements + j) * stride;
    for (int bin = 0; bin < bins; bin++) {
      sums[to + bin] += counts[from + bin];
    }
  }
}
