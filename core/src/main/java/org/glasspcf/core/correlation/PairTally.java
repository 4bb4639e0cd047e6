package org.glasspcf.core.correlation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;

/** The counts of all frames so far, and what they become. */
final class PairTally {
  private final RadialGrid grid;
  private final Map<Element, Integer> atomCounts;
  private final List<Element> elements;
  private final long[] frameCounts;
  private final long[] counts;
  private final double[] countsTimesVolume;
  private double volumes;
  private int announced;
  private int frames;

  /**
   * A tally of no frame yet.
   *
   * @param grid bins of one width from 0
   * @param atomCounts the atoms of each element that every frame must hold, in the enum's order
   */
  PairTally(RadialGrid grid, Map<Element, Integer> atomCounts) {
    this.grid = grid;
    this.atomCounts = atomCounts;
    this.elements = List.copyOf(atomCounts.keySet());
    int pairs = elements.size() * (elements.size() + 1) / 2;
    this.frameCounts = new long[Math.multiplyExact(pairs, grid.bins())];
    this.counts = new long[frameCounts.length];
    this.countsTimesVolume = new double[frameCounts.length];
  }

  /**
   * Takes note of one more frame.
   *
   * @param atoms its atoms of each element
   * @return its number, from 1
   * @throws IllegalArgumentException if other frames hold other numbers of atoms
   */
  int announce(Map<Element, Integer> atoms) {
    announced++;
    if (!atoms.equals(atomCounts)) {
      throw new IllegalArgumentException(
          "all frames must hold the same number of atoms of each element, got "
              + atoms
              + " in frame "
              + announced
              + " after "
              + atomCounts
              + " in frame 1");
    }
    return announced;
  }

  /** The number of frames whose pairs have been added. */
  int frames() {
    return frames;
  }

  /** A number from 0 for each element. */
  int elementIndex(Element element) {
    return elements.indexOf(element);
  }

  /** A counter of this tally's elements and bins. */
  PairCounter newCounter() {
    double binWidth = grid.rMax() / grid.bins();
    return new PairCounter(elements.size(), grid.bins(), 1 / binWidth);
  }

  /**
   * Adds the pairs of a frame.
   *
   * @param counters what was counted in it; they start again from 0
   * @param volume the volume of its cell (Å³)
   */
  void add(List<PairCounter> counters, double volume) {
    Arrays.fill(frameCounts, 0);
    counters.forEach(counter -> counter.moveTo(frameCounts));
    for (int i = 0; i < counts.length; i++) {
      counts[i] += frameCounts[i];
      countsTimesVolume[i] += frameCounts[i] * volume;
    }
    volumes += volume;
    frames++;
  }

  /** The curves of all frames added. */
  PairCorrelations result() {
    SortedMap<ElementPair, long[]> pairCounts = new TreeMap<>();
    SortedMap<ElementPair, PairCorrelationFunction> curves = new TreeMap<>();
    int from = 0;
    for (int i = 0; i < elements.size(); i++) {
      for (int j = i; j < elements.size(); j++, from += grid.bins()) {
        ElementPair pair = ElementPair.of(elements.get(i), elements.get(j));
        pairCounts.put(pair, Arrays.copyOfRange(counts, from, from + grid.bins()));
        double possible = possiblePairs(pair);
        if (possible > 0) {
          curves.put(pair, curve(from, possible));
        }
      }
    }
    return new PairCorrelations(grid, frames, atomCounts, volumes / frames, pairCounts, curves);
  }

  private double possiblePairs(ElementPair pair) {
    double first = atomCounts.get(pair.first());
    return pair.isLike() ? first * (first - 1) / 2 : first * atomCounts.get(pair.second());
  }

  private PairCorrelationFunction curve(int from, double possiblePairs) {
    double[] values = new double[grid.bins()];
    for (int bin = 0; bin < values.length; bin++) {
      double shell = 4 * Math.PI * grid.shellMoment(bin);
      values[bin] = countsTimesVolume[from + bin] / (frames * possiblePairs * shell);
    }
    return PairCorrelationFunction.of(grid, values);
  }
}
