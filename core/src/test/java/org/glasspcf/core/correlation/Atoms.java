package org.glasspcf.core.correlation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.trajectory.Frame;
import org.glasspcf.core.trajectory.SimulationCell;

/** Frames made for tests, and a slow count to compare with. */
final class Atoms {
  private Atoms() {}

  /** Elements that repeat in a list: {@code mix(2, Si, 3, O)} is Si, Si, O, O, O. */
  static List<Element> mix(Object... numbersAndElements) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < numbersAndElements.length; i += 2) {
      elements.addAll(
          Collections.nCopies((int) numbersAndElements[i], (Element) numbersAndElements[i + 1]));
    }
    return elements;
  }

  /** Atoms anywhere in a cell. */
  static Frame gas(SimulationCell cell, List<Element> elements, long seed) {
    return gas(cell, elements, 0, 1, new Random(seed));
  }

  /** Atoms at random multiples of the cell vectors, from one number to another. */
  static Frame gas(
      SimulationCell cell, List<Element> elements, double from, double to, Random random) {
    double[] positions = new double[3 * elements.size()];
    double[] origin = cell.origin();
    double[][] v = {cell.vector(0), cell.vector(1), cell.vector(2)};
    for (int atom = 0; atom < elements.size(); atom++) {
      System.arraycopy(origin, 0, positions, 3 * atom, 3);
      for (int vector = 0; vector < 3; vector++) {
        double fraction = from + (to - from) * random.nextDouble();
        for (int axis = 0; axis < 3; axis++) {
          positions[3 * atom + axis] += fraction * v[vector][axis];
        }
      }
    }
    return Frame.of(cell, elements, positions);
  }

  /** A cell of vectors along a, b and c, b leaning over a, c over both, turned anyhow. */
  static SimulationCell skewed(Random random, double lean) {
    double a = 6 + 6 * random.nextDouble();
    double[][] vectors = {
      {a, 0, 0},
      {lean * a * (2 * random.nextDouble() - 1), 6 + 6 * random.nextDouble(), 0},
      {
        lean * a * (2 * random.nextDouble() - 1),
        lean * a * (2 * random.nextDouble() - 1),
        6 + 6 * random.nextDouble()
      }
    };
    double[][] rotation = rotation(random);
    for (int i = 0; i < 3; i++) {
      vectors[i] = turn(rotation, vectors[i], 0);
    }
    double[] origin = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
    return SimulationCell.of(origin, vectors);
  }

  /** A proper rotation, about an axis and by an angle at random. */
  static double[][] rotation(Random random) {
    double[] q = new double[4];
    double norm = 0;
    for (int i = 0; i < 4; i++) {
      q[i] = random.nextGaussian();
      norm += q[i] * q[i];
    }
    double s = 2 / norm;
    double w = q[0];
    double x = q[1];
    double y = q[2];
    double z = q[3];
    return new double[][] {
      {1 - s * (y * y + z * z), s * (x * y - w * z), s * (x * z + w * y)},
      {s * (x * y + w * z), 1 - s * (x * x + z * z), s * (y * z - w * x)},
      {s * (x * z - w * y), s * (y * z + w * x), 1 - s * (x * x + y * y)}
    };
  }

  /** One vector of an array of them, turned. */
  static double[] turn(double[][] rotation, double[] vectors, int first) {
    double[] turned = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int axis = 0; axis < 3; axis++) {
        turned[row] += rotation[row][axis] * vectors[first + axis];
      }
    }
    return turned;
  }

  static double halfLeastWidth(SimulationCell cell) {
    return Math.min(cell.width(0), Math.min(cell.width(1), cell.width(2))) / 2;
  }

  /** Every pair with every image of it, up to so many cells away. */
  static long[] bruteForce(Frame frame, ElementPair pair, double rMax, int bins, int images) {
    long[] counts = new long[bins];
    double[] p = frame.positions();
    double[][] v = {frame.cell().vector(0), frame.cell().vector(1), frame.cell().vector(2)};
    for (int i = 0; i < frame.atoms(); i++) {
      for (int j = 0; j < i; j++) {
        if (!ElementPair.of(frame.element(i), frame.element(j)).equals(pair)) {
          continue;
        }
        for (int a = -images; a <= images; a++) {
          for (int b = -images; b <= images; b++) {
            for (int c = -images; c <= images; c++) {
              double square = 0;
              for (int axis = 0; axis < 3; axis++) {
                double d = p[3 * i + axis] - p[3 * j + axis];
                d += a * v[0][axis] + b * v[1][axis] + c * v[2][axis];
                square += d * d;
              }
              int bin = (int) (Math.sqrt(square) * bins / rMax);
              if (bin < bins) {
                counts[bin]++;
              }
            }
          }
        }
      }
    }
    return counts;
  }
}
