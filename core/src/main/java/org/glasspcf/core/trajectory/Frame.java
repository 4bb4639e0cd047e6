package org.glasspcf.core.trajectory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.glasspcf.core.Element;

/**
 * Where the atoms were at one step of a simulation. Immutable.
 *
 * <p>Positions may lie outside the cell, as those of unwrapped trajectories do.
 */
public final class Frame {
  private final OptionalLong timestep;
  private final SimulationCell cell;
  private final Element[] elements;
  private final double[] positions;
  private final Map<Element, Integer> counts;

  private Frame(
      OptionalLong timestep,
      SimulationCell cell,
      Element[] elements,
      double[] positions,
      Map<Element, Integer> counts) {
    this.timestep = timestep;
    this.cell = cell;
    this.elements = elements;
    this.positions = positions;
    this.counts = counts;
  }

  /**
   * A frame of no known step.
   *
   * @param cell the box
   * @param elements one element an atom; copied
   * @param positions x, y, z of every atom (Å), one atom after the other; copied
   * @return the frame
   * @throws IllegalArgumentException if there is no atom, there are not three positions an atom, or
   *     one is not finite
   */
  public static Frame of(SimulationCell cell, List<Element> elements, double[] positions) {
    return owning(OptionalLong.empty(), cell, elements.toArray(Element[]::new), positions.clone());
  }

  /** Makes a frame of arrays that nobody else keeps. */
  static Frame owning(
      OptionalLong timestep, SimulationCell cell, Element[] elements, double[] positions) {
    if (elements.length == 0) {
      throw new IllegalArgumentException("a frame must hold at least one atom");
    }
    if (positions.length != 3L * elements.length) {
      throw new IllegalArgumentException(
          "a frame of "
              + elements.length
              + " atoms must have "
              + 3L * elements.length
              + " coordinates, got "
              + positions.length);
    }
    int[] numbers = new int[Element.values().length];
    for (int atom = 0; atom < elements.length; atom++) {
      numbers[elements[atom].ordinal()]++;
      for (int axis = 0; axis < 3; axis++) {
        if (!Double.isFinite(positions[3 * atom + axis])) {
          throw new IllegalArgumentException(
              "positions must be finite (Å), got "
                  + positions[3 * atom + axis]
                  + " for atom "
                  + (atom + 1));
        }
      }
    }
    Map<Element, Integer> counts = new EnumMap<>(Element.class);
    for (Element element : Element.values()) {
      if (numbers[element.ordinal()] > 0) {
        counts.put(element, numbers[element.ordinal()]);
      }
    }
    return new Frame(timestep, cell, elements, positions, Collections.unmodifiableMap(counts));
  }

  /**
   * The same frame at a step.
   *
   * @param timestep number of the step
   * @return a frame of the same atoms
   */
  public Frame withTimestep(long timestep) {
    return new Frame(OptionalLong.of(timestep), cell, elements, positions, counts);
  }

  /**
   * The step of the simulation.
   *
   * @return its number as the file gives it; empty if it gives none
   */
  public OptionalLong timestep() {
    return timestep;
  }

  /**
   * The box.
   *
   * @return the cell of this frame
   */
  public SimulationCell cell() {
    return cell;
  }

  /**
   * The number of atoms.
   *
   * @return at least 1
   */
  public int atoms() {
    return elements.length;
  }

  /**
   * How many atoms there are of each element.
   *
   * @return a count above 0 for every element that occurs; immutable
   */
  public Map<Element, Integer> atomCounts() {
    return counts;
  }

  /**
   * What an atom is.
   *
   * @param atom from 0 to atoms() − 1, in the order of the file
   * @return its element
   */
  public Element element(int atom) {
    return elements[atom];
  }

  /**
   * Where all atoms are.
   *
   * @return x, y, z (Å) of every atom, one atom after the other; a fresh copy
   */
  public double[] positions() {
    return positions.clone();
  }

  /**
   * The frame repeated along its cell vectors: a larger cell with the same structure.
   *
   * @param na copies along the first vector, at least 1
   * @param nb copies along the second
   * @param nc copies along the third
   * @return a frame of na·nb·nc times as many atoms, one copy of all atoms after the other
   * @throws IllegalArgumentException if a number is below 1 or the atoms are too many for an array
   */
  public Frame replicated(int na, int nb, int nc) {
    if (na < 1 || nb < 1 || nc < 1) {
      throw new IllegalArgumentException(
          "a frame must be repeated at least once, got " + na + " × " + nb + " × " + nc);
    }
    double atoms = (double) na * nb * nc * atoms();
    if (3 * atoms > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "a frame must hold at most "
              + (Integer.MAX_VALUE - 8) / 3
              + " atoms, got "
              + na
              + " × "
              + nb
              + " × "
              + nc
              + " times "
              + atoms());
    }
    int n = atoms();
    Element[] newElements = new Element[(int) atoms];
    double[] newPositions = new double[3 * (int) atoms];
    double[][] v = {cell.vector(0), cell.vector(1), cell.vector(2)};
    int copy = 0;
    for (int i = 0; i < na; i++) {
      for (int j = 0; j < nb; j++) {
        for (int k = 0; k < nc; k++, copy++) {
          System.arraycopy(elements, 0, newElements, copy * n, n);
          for (int atom = 0; atom < n; atom++) {
            for (int axis = 0; axis < 3; axis++) {
              newPositions[3 * (copy * n + atom) + axis] =
                  positions[3 * atom + axis] + i * v[0][axis] + j * v[1][axis] + k * v[2][axis];
            }
          }
        }
      }
    }
    int[] times = {na, nb, nc};
    boolean[] periodic = new boolean[3];
    for (int axis = 0; axis < 3; axis++) {
      periodic[axis] = cell.periodic(axis);
      for (int x = 0; x < 3; x++) {
        v[axis][x] *= times[axis];
      }
    }
    return owning(
        timestep, SimulationCell.of(cell.origin(), v, periodic), newElements, newPositions);
  }

  @Override
  public String toString() {
    return atoms() + " atoms " + counts + " in a " + cell;
  }
}
