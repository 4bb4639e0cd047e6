package org.glasspcf.core.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;

/**
 * The curve of one pair in one composition: the mean over k independent melts, with its standard
 * error. This mean is what a model is trained on and judged by. Immutable.
 */
public final class GlassSample {
  /** The number of pairs of atoms from which on a curve counts as well sampled: {@value}. */
  public static final long WELL_SAMPLED_PAIRS = 1600;

  private final GlassComposition composition;
  private final ElementPair pair;
  private final long pairCount;
  private final List<PairCorrelationFunction> simulationCurves;
  private final PairCorrelationFunction meanCurve;

  private GlassSample(
      GlassComposition composition,
      ElementPair pair,
      long pairCount,
      List<PairCorrelationFunction> simulationCurves) {
    this.composition = composition;
    this.pair = pair;
    this.pairCount = pairCount;
    this.simulationCurves = simulationCurves;
    this.meanCurve = mean(simulationCurves);
  }

  /**
   * A sample of given curves.
   *
   * @param composition the composition that was simulated
   * @param pair the pair, whose elements the composition holds
   * @param pairCount the number of pairs of atoms N_i·N_j in one melt (1), positive
   * @param curves g(r) of each melt, at least one, all on one grid; copied
   * @return the sample
   * @throws IllegalArgumentException if an element of the pair is not in the composition, the pair
   *     count is not positive, there is no curve, or the curves lie on different grids
   */
  public static GlassSample of(
      GlassComposition composition,
      ElementPair pair,
      long pairCount,
      List<PairCorrelationFunction> curves) {
    String name = composition + " " + pair;
    if (!composition.contains(pair.first()) || !composition.contains(pair.second())) {
      throw new IllegalArgumentException(
          "both elements of a pair must be in the glass, but " + composition + " has no " + pair);
    }
    if (pairCount <= 0) {
      throw new IllegalArgumentException(
          "sample " + name + " needs a positive number of pairs of atoms, not " + pairCount);
    }
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("sample " + name + " needs at least one curve");
    }
    RadialGrid grid = curves.get(0).grid();
    for (PairCorrelationFunction curve : curves) {
      if (!curve.grid().equals(grid)) {
        throw new IllegalArgumentException(
            "sample "
                + name
                + " needs all its curves on one grid, but has "
                + grid
                + " and "
                + curve.grid());
      }
    }
    return new GlassSample(composition, pair, pairCount, List.copyOf(curves));
  }

  /** The samples of one composition: all curves of a pair together, in the order of its melts. */
  static SortedMap<ElementPair, GlassSample> ofMelts(List<GlassSimulation> melts) {
    SortedMap<ElementPair, List<GlassSimulation>> meltsOfPair = new TreeMap<>();
    for (GlassSimulation melt : melts) {
      for (ElementPair pair : melt.pairs()) {
        meltsOfPair.computeIfAbsent(pair, p -> new ArrayList<>()).add(melt);
      }
    }
    SortedMap<ElementPair, GlassSample> samples = new TreeMap<>();
    meltsOfPair.forEach(
        (pair, group) -> {
          GlassSimulation first = group.get(0);
          long pairCount = (long) first.atomCount(pair.first()) * first.atomCount(pair.second());
          List<PairCorrelationFunction> curves =
              group.stream().map(melt -> melt.curve(pair).orElseThrow()).toList();
          samples.put(pair, of(first.composition(), pair, pairCount, curves));
        });
    return Collections.unmodifiableSortedMap(samples);
  }

  private static PairCorrelationFunction mean(List<PairCorrelationFunction> curves) {
    double[] mean = new double[curves.get(0).grid().bins()];
    for (PairCorrelationFunction curve : curves) {
      for (int bin = 0; bin < mean.length; bin++) {
        mean[bin] += curve.value(bin);
      }
    }
    for (int bin = 0; bin < mean.length; bin++) {
      mean[bin] /= curves.size();
    }
    return PairCorrelationFunction.of(curves.get(0).grid(), mean);
  }

  /**
   * The same sample on other bins: each melt's curve is re-binned, then averaged.
   *
   * @param grid bins (Å) inside the present ones
   * @return the sample on these bins
   * @throws IllegalArgumentException if the grid reaches beyond the present one
   * @see PairCorrelationFunction#rebin(RadialGrid)
   */
  public GlassSample rebin(RadialGrid grid) {
    return new GlassSample(
        composition,
        pair,
        pairCount,
        simulationCurves.stream().map(curve -> curve.rebin(grid)).toList());
  }

  /**
   * The composition that was simulated.
   *
   * @return the nominal composition
   */
  public GlassComposition composition() {
    return composition;
  }

  /**
   * The pair of elements.
   *
   * @return the pair
   */
  public ElementPair pair() {
    return pair;
  }

  /**
   * The truth of this sample: the plain mean of the melts' curves, bin by bin.
   *
   * @return the mean g(r)
   */
  public PairCorrelationFunction meanCurve() {
    return meanCurve;
  }

  /**
   * The standard error of the mean curve, bin by bin: s/√k, with the sample standard deviation s of
   * the k melts (divisor k − 1).
   *
   * @return one number (1) for each bin of the mean curve's grid, a fresh array; empty for a single
   *     melt
   */
  public Optional<double[]> standardError() {
    int k = simulationCurves.size();
    if (k == 1) {
      return Optional.empty();
    }
    double[] error = new double[meanCurve.grid().bins()];
    for (int bin = 0; bin < error.length; bin++) {
      double sum = 0;
      for (PairCorrelationFunction curve : simulationCurves) {
        double difference = curve.value(bin) - meanCurve.value(bin);
        sum += difference * difference;
      }
      error[bin] = Math.sqrt(sum / (k - 1) / k);
    }
    return Optional.of(error);
  }

  /**
   * The curves of the single melts.
   *
   * @return the k curves, in the order of the melts' ids
   */
  public List<PairCorrelationFunction> simulationCurves() {
    return simulationCurves;
  }

  /**
   * How many melts there are.
   *
   * @return k, at least 1
   */
  public int simulations() {
    return simulationCurves.size();
  }

  /**
   * The number of pairs of atoms in the first melt, N_i·N_j; N² for a pair of one element.
   *
   * @return the number of pairs, positive
   */
  public long pairCount() {
    return pairCount;
  }

  /**
   * The number of pairs of atoms in all melts together, k·N_i·N_j: the weight of the mean curve,
   * whose counting error squared goes like its inverse.
   *
   * @return the number of pairs, positive
   */
  public long pairCountSum() {
    return simulations() * pairCount;
  }

  /**
   * Whether one melt alone gives a usable curve: a curve of rare atoms is mostly spikes.
   *
   * @return true if {@link #pairCount()} is {@value #WELL_SAMPLED_PAIRS} or more
   */
  public boolean wellSampled() {
    return pairCount >= WELL_SAMPLED_PAIRS;
  }

  /**
   * Compares by content.
   *
   * @param other any object
   * @return true for a sample of the same composition and pair with the same counts and curves
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof GlassSample that
        && pairCount == that.pairCount
        && pair.equals(that.pair)
        && composition.equals(that.composition)
        && simulationCurves.equals(that.simulationCurves);
  }

  /**
   * Agrees with {@link #equals(Object)}.
   *
   * @return a hash of composition, pair and counts
   */
  @Override
  public int hashCode() {
    return Objects.hash(composition, pair, pairCount, simulations());
  }

  /**
   * Describes the sample for people.
   *
   * @return composition, pair and number of melts
   */
  @Override
  public String toString() {
    return composition + " " + pair + " (mean of " + simulations() + ")";
  }
}
