package org.glasspcf.core.correlation;

import java.util.function.ToIntFunction;
import org.glasspcf.core.Element;
import org.glasspcf.core.trajectory.Frame;
import org.glasspcf.core.trajectory.SimulationCell;

/**
 * The atoms of a frame, wrapped into its cell and sorted into small cells that divide it, so that
 * those near an atom are found without looking at all others. Not modified once made.
 */
final class CellLists {
  private static final int DIMENSIONS = SimulationCell.DIMENSIONS;

  /** Small cells in r_max: two are measured to be fastest in a glass (5 Å for 10 Å). */
  private static final double CELLS_IN_RANGE = 2;

  /** Fewer atoms than these in the mean cell cost more to find than to compare. */
  private static final double LEAST_OCCUPANCY = 4;

  /** Relative margin that keeps rounding from separating two atoms nearer than r_max. */
  private static final double MARGIN = 1e-9;

  final double volume;
  final double rMax;

  /** Positions (Å) and element indices of the atoms, cell by cell. */
  final double[] x;

  final double[] y;
  final double[] z;
  final int[] element;

  /** Center and half-width (Å) along x, y, z of the box around the atoms of each cell. */
  final double[] center;

  final double[] halfWidth;

  private final double[][] vectors = new double[DIMENSIONS][];
  private final int[] counts = new int[DIMENSIONS];
  private final int[] reach = new int[DIMENSIONS];
  private final int[] start;

  private CellLists(SimulationCell cell, int atoms, double rMax) {
    this.volume = cell.volume();
    this.rMax = rMax;
    double range = rMax * (1 + MARGIN);
    double least = Math.max(range / CELLS_IN_RANGE, Math.cbrt(LEAST_OCCUPANCY * volume / atoms));
    int cells = 1;
    for (int axis = 0; axis < DIMENSIONS; axis++) {
      vectors[axis] = cell.vector(axis);
      double width = cell.width(axis);
      counts[axis] = Math.max(1, (int) (width / least));
      reach[axis] = (int) Math.ceil(range * counts[axis] / width);
      cells *= counts[axis];
    }
    start = new int[cells + 1];
    center = new double[DIMENSIONS * cells];
    halfWidth = new double[DIMENSIONS * cells];
    x = new double[atoms];
    y = new double[atoms];
    z = new double[atoms];
    element = new int[atoms];
  }

  /**
   * Sorts the atoms of a frame.
   *
   * @param frame the frame, periodic in all directions
   * @param elementIndex a number for each of its elements
   * @param rMax the distance (Å) up to which pairs will be looked for
   * @return the cells
   */
  static CellLists of(Frame frame, ToIntFunction<Element> elementIndex, double rMax) {
    int atoms = frame.atoms();
    CellLists cells = new CellLists(frame.cell(), atoms, rMax);
    double[] positions = frame.positions();
    int[] cellOf = cells.wrap(positions, frame.cell());
    int[] next = cells.start.clone();
    for (int atom = 0; atom < atoms; atom++) {
      int slot = next[cellOf[atom]]++;
      cells.x[slot] = positions[3 * atom];
      cells.y[slot] = positions[3 * atom + 1];
      cells.z[slot] = positions[3 * atom + 2];
      cells.element[slot] = elementIndex.applyAsInt(frame.element(atom));
    }
    cells.enclose(cells.x, 0);
    cells.enclose(cells.y, 1);
    cells.enclose(cells.z, 2);
    return cells;
  }

  /**
   * Moves all atoms into the cell by whole cell vectors and counts them.
   *
   * @return the small cell of each atom
   */
  private int[] wrap(double[] positions, SimulationCell cell) {
    double[] origin = cell.origin();
    double[][] inverse = inverse();
    int[] cellOf = new int[positions.length / DIMENSIONS];
    for (int atom = 0; atom < cellOf.length; atom++) {
      int p = DIMENSIONS * atom;
      double dx = positions[p] - origin[0];
      double dy = positions[p + 1] - origin[1];
      double dz = positions[p + 2] - origin[2];
      int index = 0;
      for (int axis = 0; axis < DIMENSIONS; axis++) {
        double[] row = inverse[axis];
        double fraction = row[0] * dx + row[1] * dy + row[2] * dz;
        double whole = Math.floor(fraction);
        if (whole != 0) {
          positions[p] -= whole * vectors[axis][0];
          positions[p + 1] -= whole * vectors[axis][1];
          positions[p + 2] -= whole * vectors[axis][2];
        }
        int step = (int) ((fraction - whole) * counts[axis]);
        index = index * counts[axis] + Math.min(step, counts[axis] - 1);
      }
      cellOf[atom] = index;
      start[index + 1]++;
    }
    for (int index = 1; index < start.length; index++) {
      start[index] += start[index - 1];
    }
    return cellOf;
  }

  /** The matrix that turns a position into multiples of the cell vectors (Å⁻¹). */
  private double[][] inverse() {
    double[][] inverse = new double[DIMENSIONS][DIMENSIONS];
    for (int axis = 0; axis < DIMENSIONS; axis++) {
      double[] u = vectors[(axis + 1) % DIMENSIONS];
      double[] v = vectors[(axis + 2) % DIMENSIONS];
      inverse[axis][0] = (u[1] * v[2] - u[2] * v[1]) / volume;
      inverse[axis][1] = (u[2] * v[0] - u[0] * v[2]) / volume;
      inverse[axis][2] = (u[0] * v[1] - u[1] * v[0]) / volume;
    }
    return inverse;
  }

  private void enclose(double[] coordinates, int axis) {
    for (int cell = 0; cell < size(); cell++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int atom = first(cell); atom < end(cell); atom++) {
        least = Math.min(least, coordinates[atom]);
        most = Math.max(most, coordinates[atom]);
      }
      center[DIMENSIONS * cell + axis] = (least + most) / 2;
      halfWidth[DIMENSIONS * cell + axis] = (most - least) / 2;
    }
  }

  /** The number of small cells. */
  int size() {
    return start.length - 1;
  }

  /** The first atom of a cell. */
  int first(int cell) {
    return start[cell];
  }

  /** The atom after the last one of a cell. */
  int end(int cell) {
    return start[cell + 1];
  }

  /** The square of the distance (Å²) from which on atoms need not be compared. */
  double rangeSquared() {
    double range = rMax * (1 + MARGIN);
    return range * range;
  }

  /** What is told about the cells around one. */
  @FunctionalInterface
  interface Visitor {
    /**
     * A cell that may hold atoms within r_max.
     *
     * @param cell its number
     * @param dx how far along x its periodic image lies from it (Å)
     * @param dy along y (Å)
     * @param dz along z (Å)
     */
    void visit(int cell, double dx, double dy, double dz);
  }

  /**
   * Names half of the occupied cells around one. Of two images of cells in range of each other
   * exactly one is told of the other, so that each pair of atoms comes up once; where there are few
   * cells, one cell comes up several times, each time as another of its images.
   *
   * @param cell the cell in the middle, which is not named
   * @param visitor who is told
   */
  void visitHalfAround(int cell, Visitor visitor) {
    int c = cell % counts[2];
    int b = cell / counts[2] % counts[1];
    int a = cell / counts[2] / counts[1];
    for (int i = 0; i <= reach[0]; i++) {
      int wholeA = Math.floorDiv(a + i, counts[0]);
      int rowA = (a + i - wholeA * counts[0]) * counts[1];
      for (int j = i == 0 ? 0 : -reach[1]; j <= reach[1]; j++) {
        int wholeB = Math.floorDiv(b + j, counts[1]);
        int rowB = (rowA + b + j - wholeB * counts[1]) * counts[2];
        for (int k = i == 0 && j == 0 ? 1 : -reach[2]; k <= reach[2]; k++) {
          int wholeC = Math.floorDiv(c + k, counts[2]);
          int other = rowB + c + k - wholeC * counts[2];
          if (first(other) < end(other)) {
            double dx = shift(0, wholeA, wholeB, wholeC);
            double dy = shift(1, wholeA, wholeB, wholeC);
            double dz = shift(2, wholeA, wholeB, wholeC);
            if (inRange(cell, other, dx, dy, dz)) {
              visitor.visit(other, dx, dy, dz);
            }
          }
        }
      }
    }
  }

  private double shift(int axis, int a, int b, int c) {
    return a * vectors[0][axis] + b * vectors[1][axis] + c * vectors[2][axis];
  }

  private boolean inRange(int cell, int other, double dx, double dy, double dz) {
    double gapX = gap(cell, other, 0, dx);
    double gapY = gap(cell, other, 1, dy);
    double gapZ = gap(cell, other, 2, dz);
    return gapX * gapX + gapY * gapY + gapZ * gapZ < rangeSquared();
  }

  private double gap(int cell, int other, int axis, double shift) {
    int one = DIMENSIONS * cell + axis;
    int two = DIMENSIONS * other + axis;
    double between = Math.abs(center[two] + shift - center[one]);
    return Math.max(0, between - halfWidth[one] - halfWidth[two]);
  }
}
