package org.glasspcf.core.correlation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.density.NumberDensities;

/**
 * The partial pair correlation functions of a simulation, with what they were counted in.
 * Immutable; made by a {@link PairCorrelationCalculator}.
 */
public final class PairCorrelations {
  private final RadialGrid grid;
  private final int frames;
  private final Map<Element, Integer> atomCounts;
  private final double meanVolume;
  private final Map<ElementPair, long[]> pairCounts;
  private final SortedMap<ElementPair, PairCorrelationFunction> curves;

  PairCorrelations(
      RadialGrid grid,
      int frames,
      Map<Element, Integer> atomCounts,
      double meanVolume,
      Map<ElementPair, long[]> pairCounts,
      SortedMap<ElementPair, PairCorrelationFunction> curves) {
    this.grid = grid;
    this.frames = frames;
    this.atomCounts = atomCounts;
    this.meanVolume = meanVolume;
    this.pairCounts = pairCounts;
    this.curves = Collections.unmodifiableSortedMap(curves);
  }

  /**
   * The number of frames averaged over.
   *
   * @return at least 1
   */
  public int frames() {
    return frames;
  }

  /**
   * The bins of all curves.
   *
   * @return the grid (Å)
   */
  public RadialGrid grid() {
    return grid;
  }

  /**
   * How many atoms there are of each element, in every frame.
   *
   * @return a count above 0 for every element that occurs; immutable
   */
  public Map<Element, Integer> atomCounts() {
    return atomCounts;
  }

  /**
   * The volume of the cell.
   *
   * @return its mean over the frames (Å³)
   */
  public double meanVolume() {
    return meanVolume;
  }

  /**
   * The number densities in the mean volume, those of a box of so many atoms.
   *
   * @return N/V of each element (Å⁻³)
   */
  public NumberDensities densities() {
    return NumberDensities.ofAtoms(atomCounts, meanVolume);
  }

  /**
   * The pairs of elements that have a curve: all that can be made of the elements present, but for
   * the like pair of an element with a single atom.
   *
   * @return the pairs in their order; immutable
   */
  public List<ElementPair> pairs() {
    return List.copyOf(curves.keySet());
  }

  /**
   * All curves.
   *
   * @return g(r) (1) of each of the pairs; immutable
   */
  public SortedMap<ElementPair, PairCorrelationFunction> curves() {
    return curves;
  }

  /**
   * One curve.
   *
   * @param pair a pair of elements
   * @return its g(r) (1)
   * @throws IllegalArgumentException if there is no such pair of atoms
   */
  public PairCorrelationFunction curve(ElementPair pair) {
    PairCorrelationFunction curve = curves.get(pair);
    if (curve == null) {
      throw new IllegalArgumentException(
          "g(r) is known for pairs of atoms that occur, " + curves.keySet() + ", got " + pair);
    }
    return curve;
  }

  /**
   * How many pairs were counted, each once. Their square root is the counting error of a bin.
   *
   * @param pair a pair of two of the elements present
   * @return the number of pairs of atoms in each bin, summed over all frames; a fresh copy
   * @throws IllegalArgumentException if one of the elements does not occur
   */
  public long[] pairCounts(ElementPair pair) {
    return counted(pair).clone();
  }

  private long[] counted(ElementPair pair) {
    long[] counts = pairCounts.get(pair);
    if (counts == null) {
      throw new IllegalArgumentException(
          "pairs were counted of the elements " + atomCounts.keySet() + ", got " + pair);
    }
    return counts;
  }

  /**
   * The running coordination number n_ij(r): how many neighbors j an atom i has within r. It has a
   * direction, and c_i n_ij = c_j n_ji.
   *
   * <p>It is the mean over the frames of N_ij/N_i, with N_ij the number of neighbors counted: the
   * {@code coord} column of LAMMPS's {@code compute rdf}. In frames of one volume it equals ρ ∫g
   * 4πr² dr with ρ of {@link NumberDensities#neighbors}.
   *
   * @param center the element i of the atom in the middle
   * @param neighbor the element j that is counted
   * @return n_ij (1) at the outer edge of each bin; 0 for an element's single atom among its own
   *     kind; a new array
   * @throws IllegalArgumentException if one of the elements does not occur
   */
  public double[] runningCoordination(Element center, Element neighbor) {
    long[] counts = counted(ElementPair.of(center, neighbor));
    int ends = center == neighbor ? 2 : 1;
    double atoms = (double) frames * atomCounts.get(center);
    double[] running = new double[counts.length];
    long sum = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      sum += ends * counts[bin];
      running[bin] = sum / atoms;
    }
    return running;
  }

  @Override
  public String toString() {
    return "g(r) of " + pairs() + " over " + frames + " frames on " + grid;
  }
}
