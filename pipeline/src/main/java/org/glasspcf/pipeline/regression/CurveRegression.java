package org.glasspcf.pipeline.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
import org.glasspcf.core.fingerprint.FingerprintSchema;

/**
 * Gaussian-process regression of g(r) on the composition, pair by pair and mode by mode.
 *
 * <p>The curves of a pair vary in a few modes; each mode's coefficient is a Gaussian process over
 * the glasses, as points of {@link GlassFeatures}. Length scale and noise are averaged by their
 * likelihood, mode by mode. Fitting is deterministic: no seed enters. Immutable; safe to share
 * between threads.
 *
 * <p>A numeric input of the schema is one more coordinate of a glass. How much it weighs beside the
 * mole fractions is chosen from {@code 0, 0.05, 0.1, 0.2, 0.4, 0.8} (1) by the likelihood of the
 * training curves, summed over the modes of all pairs; several inputs one after the other. A weight
 * of 0 means that the curves tell nothing of the input.
 *
 * <p>The README of the pipeline module tells what modes, averaging and the share of BO4 are each
 * worth.
 */
public final class CurveRegression {
  /** The fewest training glasses that a pair needs to be fitted: {@value}. */
  public static final int FEWEST_GLASSES = 3;

  /** Modes are found on bins of 0.1 Å. */
  private static final RadialGrid COARSE = RadialGrid.uniform(10, 100);

  private static final double[] INPUT_WEIGHTS = {0, 0.05, 0.1, 0.2, 0.4, 0.8};

  private final GlassFeatures features;
  private final RadialGrid grid;
  private final SortedMap<ElementPair, PairModes> pairs;
  private final Map<ElementPair, PairModes> lookup;

  private CurveRegression(
      GlassFeatures features, RadialGrid grid, SortedMap<ElementPair, PairModes> pairs) {
    this.features = features;
    this.grid = grid;
    this.pairs = Collections.unmodifiableSortedMap(pairs);
    this.lookup = Map.copyOf(pairs);
  }

  /**
   * Fits the paper's oxides: {@link #fit(FingerprintSchema, GlassDataset)} with {@link
   * FingerprintSchema#fractions()}.
   *
   * @param training the training glasses
   * @return the fitted regression
   * @throws IllegalArgumentException as there
   * @throws org.glasspcf.core.TrainingInterruptedException as there
   */
  public static CurveRegression fit(GlassDataset training) {
    return fit(FingerprintSchema.fractions(), training);
  }

  /**
   * Fits all pairs that {@value #FEWEST_GLASSES} or more training glasses have. Takes a third of a
   * second for 74 glasses, and grows with the cube of the number of glasses that a pair has; the
   * calling thread can be interrupted.
   *
   * @param schema names the oxides and numeric inputs of the glasses
   * @param training the training glasses, on a grid that reaches from 0 to 10 Å
   * @return the fitted regression; predicts on the data's grid
   * @throws IllegalArgumentException if the data hold a held-out glass or nothing at all, their
   *     grid does not cover 0 to 10 Å, or a glass is not one of the schema
   * @throws org.glasspcf.core.TrainingInterruptedException if the thread is interrupted; its
   *     interrupt flag stays set
   */
  public static CurveRegression fit(FingerprintSchema schema, GlassDataset training) {
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
    samples.values().removeIf(group -> group.size() < FEWEST_GLASSES);
    GlassFeatures features = weighted(GlassFeatures.of(schema), samples.values());
    SortedMap<ElementPair, PairModes> fitted = new TreeMap<>();
    samples.forEach((pair, group) -> fitted.put(pair, fit(features, group)));
    return new CurveRegression(features, grid, fitted);
  }

  private static PairModes fit(GlassFeatures features, List<GlassSample> samples) {
    return ModalFit.fit(
        points(features, samples),
        counts(samples),
        coarse(samples),
        samples.stream().map(s -> s.meanCurve().values()).toArray(double[][]::new));
  }

  private static double[][] points(GlassFeatures features, List<GlassSample> samples) {
    return samples.stream().map(s -> features.point(s.composition())).toArray(double[][]::new);
  }

  private static double[] counts(List<GlassSample> samples) {
    return samples.stream().mapToDouble(GlassSample::pairCountSum).toArray();
  }

  private static double[][] coarse(List<GlassSample> samples) {
    return samples.stream().map(s -> s.meanCurve().rebin(COARSE).values()).toArray(double[][]::new);
  }

  /** Each input with the weight of the greatest likelihood, one input after the other. */
  private static GlassFeatures weighted(GlassFeatures usual, Collection<List<GlassSample>> groups) {
    GlassFeatures chosen = usual;
    for (int input = 0; input < usual.inputWeights().length; input++) {
      GlassFeatures best = chosen;
      double most = Double.NEGATIVE_INFINITY;
      for (double weight : INPUT_WEIGHTS) {
        double[] weights = chosen.inputWeights();
        weights[input] = weight;
        GlassFeatures tried = chosen.withInputWeights(weights);
        double evidence =
            groups.stream()
                .mapToDouble(g -> ModalFit.logEvidence(points(tried, g), counts(g), coarse(g)))
                .sum();
        if (evidence > most) {
          most = evidence;
          best = tried;
        }
      }
      chosen = best;
    }
    return chosen;
  }

  /**
   * Puts a regression together from stored tables.
   *
   * @param features what {@link #features()} gave
   * @param tables what {@link #tables()} gave
   * @return the regression
   * @throws IllegalArgumentException if the tables' points are not of as many coordinates
   */
  public static CurveRegression of(GlassFeatures features, RegressionTables tables) {
    if (!tables.pairs().isEmpty() && tables.coordinates() != features.size()) {
      throw new IllegalArgumentException(
          "the regression's points must have the coordinates "
              + features.names()
              + ", got "
              + tables.coordinates());
    }
    RadialGrid grid = tables.grid();
    return new CurveRegression(features, grid, tables.modes(grid));
  }

  /**
   * The coordinates of a glass.
   *
   * @return oxides, share of BO4 and numeric inputs with the weights that were chosen
   */
  public GlassFeatures features() {
    return features;
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
   * @param composition a glass of the schema that was fitted
   * @param pair any pair
   * @return g(r) on {@link #grid()}, negative values set to 0; empty if the pair was not fitted
   * @throws IllegalArgumentException if the glass is not one of that schema
   */
  public Optional<PairCorrelationFunction> predict(GlassComposition composition, ElementPair pair) {
    return predict(features.point(composition), pair);
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
    int coordinates = features.size();
    boolean finite = true;
    for (double coordinate : point) {
      finite &= Double.isFinite(coordinate);
    }
    if (point.length != coordinates || !finite) {
      throw new IllegalArgumentException(
          "a point needs "
              + coordinates
              + " finite coordinates "
              + features.names()
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
        && features.equals(that.features)
        && grid.equals(that.grid)
        && pairs.equals(that.pairs);
  }

  @Override
  public int hashCode() {
    return Objects.hash(features, grid, pairs);
  }

  @Override
  public String toString() {
    return "CurveRegression[" + pairs.size() + " pairs, " + grid + "]";
  }
}
