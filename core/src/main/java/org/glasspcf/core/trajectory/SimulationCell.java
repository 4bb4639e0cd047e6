package org.glasspcf.core.trajectory;

import java.util.Arrays;

/**
 * The box that atoms are simulated in: a parallelepiped of three cell vectors at an origin,
 * periodic or not along each of them. Immutable.
 *
 * <p>The vectors may point anywhere as long as they are right-handed; LAMMPS writes those whose
 * first lies along x and second in the xy plane.
 */
public final class SimulationCell {
  /** The number of dimensions, and of cell vectors. */
  public static final int DIMENSIONS = 3;

  private final double[] origin;
  private final double[][] vectors;
  private final boolean[] periodic;
  private final double volume;

  private SimulationCell(double[] origin, double[][] vectors, boolean[] periodic, double volume) {
    this.origin = origin;
    this.vectors = vectors;
    this.periodic = periodic;
    this.volume = volume;
  }

  /**
   * A cell periodic in all directions.
   *
   * @param origin where the vectors start (x, y, z; Å); copied
   * @param vectors the three cell vectors, each (x, y, z; Å); copied
   * @return the cell
   * @throws IllegalArgumentException if a number is missing or not finite, or the vectors do not
   *     span a right-handed volume
   */
  public static SimulationCell of(double[] origin, double[][] vectors) {
    return of(origin, vectors, new boolean[] {true, true, true});
  }

  /**
   * A cell.
   *
   * @param origin where the vectors start (x, y, z; Å); copied
   * @param vectors the three cell vectors, each (x, y, z; Å); copied
   * @param periodic whether the cell repeats along each vector; copied
   * @return the cell
   * @throws IllegalArgumentException if a number is missing or not finite, or the vectors do not
   *     span a right-handed volume
   */
  public static SimulationCell of(double[] origin, double[][] vectors, boolean[] periodic) {
    requireThree(periodic.length, "periodic directions");
    requireThree(vectors.length, "cell vectors");
    double[][] copies = new double[DIMENSIONS][];
    for (int axis = 0; axis < DIMENSIONS; axis++) {
      copies[axis] = finite(vectors[axis], "cell vector " + (axis + 1));
    }
    double volume = tripleProduct(copies);
    if (!(volume > 0 && volume < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "cell vectors must span a right-handed volume above 0 (Å³), got "
              + volume
              + " from "
              + Arrays.deepToString(copies)
              + " Å");
    }
    return new SimulationCell(finite(origin, "cell origin"), copies, periodic.clone(), volume);
  }

  /**
   * A cell with right angles, at the origin and periodic in all directions.
   *
   * @param lx its length along x (Å)
   * @param ly its length along y (Å)
   * @param lz its length along z (Å)
   * @return the cell
   * @throws IllegalArgumentException if a length is not a finite number above 0
   */
  public static SimulationCell orthorhombic(double lx, double ly, double lz) {
    return of(new double[DIMENSIONS], new double[][] {{lx, 0, 0}, {0, ly, 0}, {0, 0, lz}});
  }

  private static void requireThree(int length, String what) {
    if (length != DIMENSIONS) {
      throw new IllegalArgumentException("there must be 3 " + what + ", got " + length);
    }
  }

  private static double[] finite(double[] values, String what) {
    requireThree(values.length, "numbers in a " + what);
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!Double.isFinite(copy[i])) {
        throw new IllegalArgumentException(
            what + " must be finite (Å), got " + Arrays.toString(values));
      }
      copy[i] += 0.0; // a negative zero would make equal cells unequal
    }
    return copy;
  }

  /** Whether three vectors span a volume, but in an order that no cell has. */
  static boolean isLeftHanded(double[][] vectors) {
    return tripleProduct(vectors) < 0;
  }

  /** Makes positions in Å, in place, of ones in parts of the cell vectors. */
  void unscale(double[] positions) {
    for (int i = 0; i < positions.length; i += DIMENSIONS) {
      double a = positions[i];
      double b = positions[i + 1];
      double c = positions[i + 2];
      for (int x = 0; x < DIMENSIONS; x++) {
        positions[i + x] = a * vectors[0][x] + b * vectors[1][x] + c * vectors[2][x] + origin[x];
      }
    }
  }

  /**
   * The volume.
   *
   * @return volume (Å³)
   */
  public double volume() {
    return volume;
  }

  /**
   * Where the cell vectors start.
   *
   * @return x, y, z (Å), a fresh copy
   */
  public double[] origin() {
    return origin.clone();
  }

  /**
   * One cell vector.
   *
   * @param axis from 0 to 2
   * @return its x, y, z (Å), a fresh copy
   */
  public double[] vector(int axis) {
    return vectors[axis].clone();
  }

  /**
   * Whether the cell repeats along one of its vectors.
   *
   * @param axis from 0 to 2
   * @return true if it does
   */
  public boolean periodic(int axis) {
    return periodic[axis];
  }

  /**
   * Whether the cell repeats along all three vectors.
   *
   * @return true if it does
   */
  public boolean fullyPeriodic() {
    return periodic[0] && periodic[1] && periodic[2];
  }

  /**
   * The distance between the two faces that one vector connects. A sphere of half the least of the
   * three widths holds at most one periodic image of any atom.
   *
   * @param axis from 0 to 2
   * @return width perpendicular to the faces (Å)
   */
  public double width(int axis) {
    double[] normal = cross(vectors[(axis + 1) % 3], vectors[(axis + 2) % 3]);
    return volume / Math.sqrt(dot(normal, normal));
  }

  private static double tripleProduct(double[][] v) {
    return dot(v[0], cross(v[1], v[2]));
  }

  private static double[] cross(double[] u, double[] v) {
    return new double[] {
      u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]
    };
  }

  private static double dot(double[] u, double[] v) {
    return u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SimulationCell cell
        && Arrays.equals(origin, cell.origin)
        && Arrays.deepEquals(vectors, cell.vectors)
        && Arrays.equals(periodic, cell.periodic);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.deepHashCode(vectors) + Arrays.hashCode(origin))
        + Arrays.hashCode(periodic);
  }

  @Override
  public String toString() {
    return "cell of "
        + Arrays.deepToString(vectors)
        + " Å"
        + (fullyPeriodic() ? "" : ", periodic " + Arrays.toString(periodic));
  }
}
