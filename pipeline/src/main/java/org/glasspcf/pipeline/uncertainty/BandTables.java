package org.glasspcf.pipeline.uncertainty;

import java.util.Arrays;
import java.util.List;
import org.glasspcf.core.ElementPair;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.evaluation.CurveEvaluator;
import org.glasspcf.pipeline.evaluation.PairClass;

/**
 * {@link CurveBands} as plain tables, for storing. Arrays are copied on the way in and on the way
 * out.
 *
 * @param pairs the calibrated pairs, in their natural order
 * @param modelVariance pairs × bins, variance of the model a unit of novelty (1)
 * @param meltVariance pairs × bins, variance of a melt a noise unit (1)
 * @param curveFactors classes of pairs × levels × (lower, upper), ends in standard deviations (1)
 * @param shellVariance pairs × quantities × (model, melt), variances of the bond length (Å²) and
 *     the coordination number (1) a unit of novelty and a noise unit; −1 where there is none
 * @param shellFactors quantities × levels × (lower, upper), ends in standard deviations (1)
 */
public record BandTables(
    List<ElementPair> pairs,
    double[] modelVariance,
    double[] meltVariance,
    double[] curveFactors,
    double[] shellVariance,
    double[] shellFactors) {
  static final int BINS = CurveEvaluator.GRID.bins();
  static final int ENDS = 2;
  static final int PARTS = 2;

  /** Far beyond any glass, and far from overflow. */
  private static final double LARGEST = 1e12;

  /** Stands for a variance that was not calibrated. */
  static final double NONE = -1;

  /** Numbers in {@code curveFactors}. */
  public static final int CURVE_FACTORS =
      PairClass.values().length * BandLevel.values().length * ENDS;

  /** Numbers in {@code shellFactors}. */
  public static final int SHELL_FACTORS =
      ShellQuantity.values().length * BandLevel.values().length * ENDS;

  /** Numbers in {@code shellVariance} for each pair. */
  public static final int SHELL_VARIANCES = ShellQuantity.values().length * PARTS;

  /**
   * Copies and checks the tables.
   *
   * @param pairs the calibrated pairs
   * @param modelVariance variances of the model
   * @param meltVariance variances of a melt
   * @param curveFactors factors of curves
   * @param shellVariance variances of first shells
   * @param shellFactors factors of first shells
   * @throws IllegalArgumentException if sizes do not fit, pairs are not in order, or a number is
   *     not finite or out of its range
   */
  public BandTables {
    pairs = List.copyOf(pairs);
    modelVariance = modelVariance.clone();
    meltVariance = meltVariance.clone();
    curveFactors = curveFactors.clone();
    shellVariance = shellVariance.clone();
    shellFactors = shellFactors.clone();
    if (!pairs.equals(pairs.stream().distinct().sorted().toList())) {
      throw new IllegalArgumentException("pairs must each stand once and in order, got " + pairs);
    }
    check("model variances", modelVariance, pairs.size() * BINS, 0);
    check("melt variances", meltVariance, pairs.size() * BINS, 0);
    check("curve factors", curveFactors, CURVE_FACTORS, 0);
    check("shell variances", shellVariance, pairs.size() * SHELL_VARIANCES, NONE);
    check("shell factors", shellFactors, SHELL_FACTORS, 0);
    for (int i = 0; i < shellVariance.length; i += PARTS) {
      ElementPair pair = pairs.get(i / SHELL_VARIANCES);
      boolean none = shellVariance[i] == NONE && shellVariance[i + 1] == NONE;
      boolean both = shellVariance[i] >= 0 && shellVariance[i + 1] >= 0;
      if (!none && !(both && CationOxygenScores.cutoff(pair).isPresent())) {
        throw new IllegalArgumentException(
            "the bands' shell variances must be two numbers from 0 for a pair with a cutoff, or twice"
                + " -1, got "
                + shellVariance[i]
                + " and "
                + shellVariance[i + 1]
                + " for "
                + pair);
      }
    }
  }

  private static void check(String table, double[] values, int length, double smallest) {
    if (values.length != length) {
      throw new IllegalArgumentException(
          "the bands' " + table + " must hold " + length + " numbers, got " + values.length);
    }
    for (double value : values) {
      if (!(value >= smallest && value <= LARGEST)) {
        throw new IllegalArgumentException(
            "the bands' " + table + " must be from " + smallest + " to 1e12, got " + value);
      }
    }
  }

  /**
   * The model's variances.
   *
   * @return a copy (1)
   */
  @Override
  public double[] modelVariance() {
    return modelVariance.clone();
  }

  /**
   * The melts' variances.
   *
   * @return a copy (1)
   */
  @Override
  public double[] meltVariance() {
    return meltVariance.clone();
  }

  /**
   * The factors of curves.
   *
   * @return a copy (1)
   */
  @Override
  public double[] curveFactors() {
    return curveFactors.clone();
  }

  /**
   * The variances of first shells.
   *
   * @return a copy (Å² and 1)
   */
  @Override
  public double[] shellVariance() {
    return shellVariance.clone();
  }

  /**
   * The factors of first shells.
   *
   * @return a copy (1)
   */
  @Override
  public double[] shellFactors() {
    return shellFactors.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BandTables that
        && pairs.equals(that.pairs)
        && Arrays.equals(modelVariance, that.modelVariance)
        && Arrays.equals(meltVariance, that.meltVariance)
        && Arrays.equals(curveFactors, that.curveFactors)
        && Arrays.equals(shellVariance, that.shellVariance)
        && Arrays.equals(shellFactors, that.shellFactors);
  }

  @Override
  public int hashCode() {
    return 31 * pairs.hashCode() + Arrays.hashCode(curveFactors);
  }

  @Override
  public String toString() {
    return "BandTables[" + pairs.size() + " pairs]";
  }
}
