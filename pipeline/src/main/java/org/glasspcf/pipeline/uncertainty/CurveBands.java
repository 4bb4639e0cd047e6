package org.glasspcf.pipeline.uncertainty;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.pipeline.evaluation.PairClass;

/**
 * Bands for one new melt around predicted curves, bond lengths and coordination numbers.
 *
 * <p>The variance of a melt around the prediction has two parts: σ² = a·h + c·w. h is the
 * {@linkplain org.glasspcf.pipeline.regression.GlassNovelty novelty} of the glass: the model's own
 * error grows with it. w = 1/(N c_i c_j) is the noise unit of a melt of N atoms: one melt differs
 * from the next because few atoms are counted and the disorder is frozen. a and c are fitted bin by
 * bin for each pair, and the band's ends are quantiles of (melt − prediction)/σ for each class of
 * pairs and level, lower and upper separately. {@link BandCalibration} fits all of it to training
 * glasses, each predicted by a model that had not seen it.
 *
 * <p>A level's coverage holds on average over the bins (where g &gt; 0.05) and pairs of a class:
 * not for every bin alike. Calibrated on a handful of glasses, bands come out somewhat too narrow.
 *
 * <p>Immutable; safe to share between threads.
 */
public final class CurveBands {
  private final BandTables tables;
  private final double[] modelVariance;
  private final double[] meltVariance;
  private final double[] curveFactors;
  private final double[] shellVariance;
  private final double[] shellFactors;

  private CurveBands(BandTables tables) {
    this.tables = tables;
    this.modelVariance = tables.modelVariance();
    this.meltVariance = tables.meltVariance();
    this.curveFactors = tables.curveFactors();
    this.shellVariance = tables.shellVariance();
    this.shellFactors = tables.shellFactors();
  }

  /**
   * Puts bands together from tables.
   *
   * @param tables the tables
   * @return the bands
   */
  public static CurveBands of(BandTables tables) {
    return new CurveBands(tables);
  }

  /**
   * The bands as plain tables, for storing.
   *
   * @return the tables
   */
  public BandTables tables() {
    return tables;
  }

  /**
   * The noise unit of one melt, 1/(N c_i c_j).
   *
   * @param glass the composition
   * @param pair two of its elements i and j
   * @param atoms N, atoms in the melt, at least 1
   * @return the unit (1)
   */
  static double noiseUnit(GlassComposition glass, ElementPair pair, double atoms) {
    NumberDensities shares = NumberDensities.of(glass, 1);
    return 1 / (atoms * shares.fraction(pair.first()) * shares.fraction(pair.second()));
  }

  /**
   * How many atoms the melts of a sample have, from their pairs of atoms and the composition.
   *
   * @param sample melts of one size
   * @return N = √(N_i N_j / (c_i c_j)), rounded, at least 1
   */
  public static int atomsOf(GlassSample sample) {
    NumberDensities shares = NumberDensities.of(sample.composition(), 1);
    double product =
        shares.fraction(sample.pair().first()) * shares.fraction(sample.pair().second());
    return (int) Math.max(1, Math.round(Math.sqrt(sample.pairCount() / product)));
  }

  /**
   * The band around a curve.
   *
   * @param glass the composition
   * @param pair the pair
   * @param curve the prediction, on the evaluation grid
   * @param novelty of the glass, from 0 to 1
   * @param atoms atoms of the new melt, at least 1
   * @param level the nominal coverage
   * @return the band; empty if the pair was not calibrated
   * @throws IllegalArgumentException if atoms is less than 1
   */
  public Optional<CurveBand> band(
      GlassComposition glass,
      ElementPair pair,
      PairCorrelationFunction curve,
      double novelty,
      int atoms,
      BandLevel level) {
    requireAtoms(atoms);
    int row = Collections.binarySearch(tables.pairs(), pair);
    if (row < 0) {
      return Optional.empty();
    }
    double noise = noiseUnit(glass, pair, atoms);
    int factor = factorIndex(PairClass.of(pair).ordinal(), level);
    double[] lower = new double[BandTables.BINS];
    double[] upper = new double[BandTables.BINS];
    for (int bin = 0; bin < lower.length; bin++) {
      int at = row * BandTables.BINS + bin;
      double deviation = Math.sqrt(modelVariance[at] * novelty + meltVariance[at] * noise);
      lower[bin] = Math.max(0, curve.value(bin) - curveFactors[factor] * deviation);
      upper[bin] = curve.value(bin) + curveFactors[factor + 1] * deviation;
    }
    return Optional.of(
        new CurveBand(
            level,
            PairCorrelationFunction.of(curve.grid(), lower),
            PairCorrelationFunction.of(curve.grid(), upper)));
  }

  /**
   * The interval of the mean cation–oxygen bond length up to the pair's cutoff.
   *
   * @param glass the composition
   * @param pair the pair
   * @param curve the prediction
   * @param novelty of the glass, from 0 to 1
   * @param atoms atoms of the new melt, at least 1
   * @param level the nominal coverage
   * @return the interval (Å); empty for a pair that has no cutoff, no bond or no calibration
   * @throws IllegalArgumentException if atoms is less than 1
   */
  public Optional<Interval> bondLength(
      GlassComposition glass,
      ElementPair pair,
      PairCorrelationFunction curve,
      double novelty,
      int atoms,
      BandLevel level) {
    return interval(ShellQuantity.BOND_LENGTH, glass, pair, curve, 0, novelty, atoms, level);
  }

  /**
   * The interval of the number of oxygen neighbors of a cation up to the pair's cutoff.
   *
   * @param glass the composition
   * @param pair the pair
   * @param curve the prediction
   * @param oxygenDensity oxygen atoms per volume of the glass (Å⁻³)
   * @param novelty of the glass, from 0 to 1
   * @param atoms atoms of the new melt, at least 1
   * @param level the nominal coverage
   * @return the interval (1); empty for a pair that has no cutoff or no calibration
   * @throws IllegalArgumentException if atoms is less than 1
   */
  public Optional<Interval> coordinationNumber(
      GlassComposition glass,
      ElementPair pair,
      PairCorrelationFunction curve,
      double oxygenDensity,
      double novelty,
      int atoms,
      BandLevel level) {
    return interval(
        ShellQuantity.COORDINATION_NUMBER,
        glass,
        pair,
        curve,
        oxygenDensity,
        novelty,
        atoms,
        level);
  }

  private Optional<Interval> interval(
      ShellQuantity quantity,
      GlassComposition glass,
      ElementPair pair,
      PairCorrelationFunction curve,
      double oxygenDensity,
      double novelty,
      int atoms,
      BandLevel level) {
    requireAtoms(atoms);
    int row = Collections.binarySearch(tables.pairs(), pair);
    int at = (row * ShellQuantity.values().length + quantity.ordinal()) * BandTables.PARTS;
    if (row < 0 || shellVariance[at] < 0) {
      return Optional.empty();
    }
    OptionalDouble value = quantity.of(pair, curve, oxygenDensity);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    double deviation =
        Math.sqrt(
            shellVariance[at] * novelty + shellVariance[at + 1] * noiseUnit(glass, pair, atoms));
    int factor = factorIndex(quantity.ordinal(), level);
    double v = value.getAsDouble();
    return Optional.of(
        new Interval(
            v,
            Math.max(0, v - shellFactors[factor] * deviation),
            v + shellFactors[factor + 1] * deviation,
            level));
  }

  /** Index of the lower end's factor; the upper end's follows it. */
  static int factorIndex(int group, BandLevel level) {
    return (group * BandLevel.values().length + level.ordinal()) * BandTables.ENDS;
  }

  private static void requireAtoms(int atoms) {
    if (atoms < 1) {
      throw new IllegalArgumentException("a melt must have at least 1 atom, got " + atoms);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CurveBands that && tables.equals(that.tables);
  }

  @Override
  public int hashCode() {
    return tables.hashCode();
  }

  @Override
  public String toString() {
    return "CurveBands[" + tables.pairs().size() + " pairs]";
  }
}
