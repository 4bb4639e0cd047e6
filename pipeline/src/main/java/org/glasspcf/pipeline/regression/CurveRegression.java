package org.glasspcf.pipeline.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;

/**
 * Gaussian-process regression of g(r) on the composition, pair by pair and mode by mode.
 *
 * <p>The curves of a pair vary in a few modes; each mode's coefficient is a Gaussian process over
 * the glasses, as points of {@link GlassFeatures}. Length scale and noise are averaged by their
 * likelihood, mode by mode. Fitting is deterministic: no seed enters. Immutable; safe to share
 * between threads.
 *
 * <p>The README of the pipeline module tells what modes, averaging and the share of BO4 are each
 * worth.
 */
public final class CurveRegression {
  /** The fewest training glasses that a pair needs to be fitted: {@value}. */
  public static final int FEWEST_GLASSES = 3;

  /** Modes are found on bins of 0.1 Å. */
  private static final RadialGrid COARSE = RadialGrid.uniform(10, 100);

  private final RadialGrid grid;
  private final SortedMap<ElementPair, PairModes> pairs;
  private final Map<ElementPair, PairModes> lookup;

  private CurveRegression(RadialGrid grid, SortedMap<ElementPair, PairModes> pairs) {
    this.grid = grid;
    this.pairs = Collections.unmodifiableSortedMap(pairs);
    this.lookup = Map.copyOf(pairs);
  }

  /**
   * Fits all pairs that {@value #FEWEST_GLASSES} or more training glasses have. Takes a third of a
   * second for 74 glasses, and grows with the cube of the number of glasses that a pair has; the
   * calling thread can be interrupted.
   *
   * @param training the training glasses, on a grid that reaches from 0 to 10 Å
   * @return the fitted regression; predicts on the data's grid
   * @throws IllegalArgumentException if the data hold a held-out glass or nothing at all, their
   *     grid does not cover 0 to 10 Å, or a glass holds an oxide outside the six known ones
   * @throws org.glasspcf.core.TrainingInterruptedException if the thread is interrupted; its
   *     interrupt flag stays set
   */
  public static CurveRegression fit(GlassDataset training) {
    training.requireTrainingOnly("fitting the curves' regression");
    RadialGrid grid =
        training
            .grid()
            .orElseThrow(
                () -> new IllegalArgumentException("a regression needs at least one curve, got 0"));
    SortedMap<ElementPair, List<GlassSample>> samples = new TreeMap<>();
    for (GlassSample sample : training.samples()) {
      samples.computeIfAbsent(sample.pair(), pair -> new ArrayList<>()).add(sample);
    }
    SortedMap<ElementPair, PairModes> fitted = new TreeMap<>();
    samples.forEach(
        (pair, group) -> {
          if (group.size() >= FEWEST_GLASSES) {
            fitted.put(pair, fit(group));
          }
        });
    return new CurveRegression(grid, fitted);
  }

  private static PairModes fit(List<GlassSample> samples) {
    return ModalFit.fit(
        samples.stream().map(s -> GlassFeatures.of(s.composition())).toArray(double[][]::new),
        samples.stream().mapToDouble(GlassSample::pairCountSum).toArray(),
        samples.stream().map(s -> s.meanCurve().rebin(COARSE).values()).toArray(double[][]::new),
        samples.stream().map(s -> s.meanCurve().values()).toArray(double[][]::new));
  }

  /**
   * Puts a regression together from stored tables.
   *
   * @param tables what {@link #tables()} gave
   * @return the regression
   * @throws IllegalArgumentException if sizes do not fit or a number is not finite
   */
  public static CurveRegression of(RegressionTables tables) {
    RadialGrid grid = tables.grid();
    return new CurveRegression(grid, tables.modes(grid));
  }

  /**
   * The regression as plain tables, for storing.
   *
   * @return the tables
   */
  public RegressionTables tables() {
    return RegressionTables.of(grid, pairs);
  }

  /**
   * The bins that curves are predicted on.
   *
   * @return the training data's grid (Å)
   */
  public RadialGrid grid() {
    return grid;
  }

  /**
   * The pairs that were fitted.
   *
   * @return pairs in their natural order; unmodifiable
   */
  public Set<ElementPair> pairs() {
    return pairs.keySet();
  }

  /**
   * Predicts one curve.
   *
   * @param composition a glass of the six oxides
   * @param pair any pair
   * @return g(r) on {@link #grid()}, negative values set to 0; empty if the pair was not fitted
   * @throws IllegalArgumentException if the glass holds another oxide
   */
  public Optional<PairCorrelationFunction> predict(GlassComposition composition, ElementPair pair) {
    return predict(GlassFeatures.of(composition), pair);
  }

  /**
   * Predicts the curve of one point, which need not be that of a glass: to see what one coordinate
   * does.
   *
   * @param point finite coordinates, in the order of {@link GlassFeatures#names()}
   * @param pair any pair
   * @return g(r) on {@link #grid()}, negative values set to 0; empty if the pair was not fitted
   * @throws IllegalArgumentException if the number of coordinates is another one, or one is not
   *     finite
   */
  public Optional<PairCorrelationFunction> predict(double[] point, ElementPair pair) {
    int coordinates = GlassFeatures.names().size();
    boolean finite = true;
    for (double coordinate : point) {
      finite &= Double.isFinite(coordinate);
    }
    if (point.length != coordinates || !finite) {
      throw new IllegalArgumentException(
          "a point needs "
              + coordinates
              + " finite coordinates "
              + GlassFeatures.names()
              + ", got "
              + Arrays.toString(point));
    }
    PairModes modes = lookup.get(pair);
    if (modes == null) {
      return Optional.empty();
    }
    return Optional.of(PairCorrelationFunction.of(grid, modes.predict(point)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CurveRegression that
        && grid.equals(that.grid)
        && pairs.equals(that.pairs);
  }

  @Override
  public int hashCode() {
    return Objects.hash(grid, pairs);
  }

  @Override
  public String toString() {
    return "CurveRegression[" + pairs.size() + " pairs, " + grid + "]";
  }
}
