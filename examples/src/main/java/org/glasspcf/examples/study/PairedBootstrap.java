package org.glasspcf.examples.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.pipeline.evaluation.CurveError;

/**
 * The ratio of two methods' excess over the noise floor, with a percentile interval of a paired
 * bootstrap over test compositions: the same glasses are drawn with replacement for both methods,
 * each with all its curves. A drawn set on which a method lies below the floor has excess 0; a
 * ratio of two zeros counts as 1, one over zero as infinite.
 */
final class PairedBootstrap {
  private static final double TAIL = 0.025;

  private final int draws;
  private final long seed;

  PairedBootstrap(int draws, long seed) {
    if (draws < 1) {
      throw new IllegalArgumentException("a bootstrap needs at least one draw, got " + draws);
    }
    this.draws = draws;
    this.seed = seed;
  }

  /**
   * A ratio with its interval.
   *
   * @param value of all test glasses
   * @param lower 2.5 % quantile of the draws
   * @param upper 97.5 % quantile of the draws
   */
  record Ratio(double value, double lower, double upper) {
    @Override
    public String toString() {
      return String.format(java.util.Locale.ROOT, "%.2f (%.2f to %.2f)", value, lower, upper);
    }
  }

  Ratio ratio(List<CurveError> one, List<CurveError> other, Predicate<CurveError> counts) {
    Map<GlassComposition, double[]> sums = new LinkedHashMap<>();
    for (int i = 0; i < one.size(); i++) {
      CurveError a = one.get(i);
      CurveError b = other.get(i);
      if (!a.composition().equals(b.composition()) || !a.pair().equals(b.pair())) {
        throw new IllegalArgumentException(
            "paired methods need errors of the same curves in one order, got "
                + a.pair()
                + " in "
                + a.composition()
                + " beside "
                + b.pair()
                + " in "
                + b.composition());
      }
      if (counts.test(a) && a.noise().isPresent()) {
        double[] sum = sums.computeIfAbsent(a.composition(), c -> new double[2]);
        sum[0] += a.meanSquare() - a.noise().getAsDouble();
        sum[1] += b.meanSquare() - a.noise().getAsDouble();
      }
    }
    double[][] glasses = sums.values().toArray(double[][]::new);
    if (glasses.length == 0) {
      throw new IllegalArgumentException("a bootstrap needs at least one test glass, got 0");
    }
    double[] all = new double[2];
    for (double[] glass : glasses) {
      all[0] += glass[0];
      all[1] += glass[1];
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] ratios = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      TrainingInterruptedException.throwIfInterrupted("the bootstrap");
      double[] sum = new double[2];
      for (int i = 0; i < glasses.length; i++) {
        double[] glass = glasses[random.nextInt(glasses.length)];
        sum[0] += glass[0];
        sum[1] += glass[1];
      }
      ratios[draw] = ratio(sum);
    }
    Arrays.sort(ratios);
    return new Ratio(
        ratio(all), ratios[(int) (TAIL * draws)], ratios[(int) Math.ceil((1 - TAIL) * draws) - 1]);
  }

  /** Of the roots of two sums of squares; the number of curves drops out. */
  private static double ratio(double[] sums) {
    double one = Math.sqrt(Math.max(0, sums[0]));
    double other = Math.sqrt(Math.max(0, sums[1]));
    return one == 0 && other == 0 ? 1 : one / other;
  }
}
