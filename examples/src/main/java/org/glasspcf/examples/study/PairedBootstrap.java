package org.glasspcf.examples.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
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
   * A figure with its interval.
   *
   * @param value of all test glasses
   * @param lower 2.5 % quantile of the draws
   * @param upper 97.5 % quantile of the draws
   */
  record Estimate(double value, double lower, double upper) {
    String text(String format) {
      return number(format, value)
          + " ("
          + number(format, lower)
          + " to "
          + number(format, upper)
          + ")";
    }

    private static String number(String format, double value) {
      return Double.isInfinite(value) ? "∞" : String.format(Locale.ROOT, format, value);
    }
  }

  /** What the errors of one test glass add up to, over the curves that count. */
  private record Sums(double one, double other, double noise, int curves) {
    Sums plus(Sums more) {
      return new Sums(one + more.one, other + more.other, noise + more.noise, curves + more.curves);
    }
  }

  /** The ratio of two methods' excess. */
  Estimate ratio(List<CurveError> one, List<CurveError> other, Predicate<CurveError> counts) {
    return estimate(
        one,
        other,
        curve -> counts.test(curve) && curve.noise().isPresent(),
        s -> ratio(s.one() - s.noise(), s.other() - s.noise()));
  }

  /** The difference of two methods' mean squares (1). */
  Estimate difference(List<CurveError> one, List<CurveError> other, Predicate<CurveError> counts) {
    return estimate(one, other, counts, s -> (s.one() - s.other()) / s.curves());
  }

  private Estimate estimate(
      List<CurveError> one,
      List<CurveError> other,
      Predicate<CurveError> counts,
      ToDoubleFunction<Sums> figure) {
    Map<GlassComposition, Sums> sums = new LinkedHashMap<>();
    for (int i = 0; i < one.size(); i++) {
      CurveError a = one.get(i);
      CurveError b = other.get(i);
      requireSame(a, b);
      if (counts.test(a)) {
        Sums curve = new Sums(a.meanSquare(), b.meanSquare(), a.noise().orElse(0), 1);
        sums.merge(a.composition(), curve, Sums::plus);
      }
    }
    Sums[] glasses = sums.values().toArray(Sums[]::new);
    if (glasses.length == 0) {
      throw new IllegalArgumentException("a bootstrap needs at least one test glass, got 0");
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] drawn = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      TrainingInterruptedException.throwIfInterrupted("the bootstrap");
      Sums sum = new Sums(0, 0, 0, 0);
      for (int i = 0; i < glasses.length; i++) {
        sum = sum.plus(glasses[random.nextInt(glasses.length)]);
      }
      drawn[draw] = figure.applyAsDouble(sum);
    }
    Arrays.sort(drawn);
    return new Estimate(
        figure.applyAsDouble(Arrays.stream(glasses).reduce(Sums::plus).orElseThrow()),
        drawn[(int) (TAIL * draws)],
        drawn[(int) Math.ceil((1 - TAIL) * draws) - 1]);
  }

  private static void requireSame(CurveError a, CurveError b) {
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
  }

  /** Of the roots of two sums of squares; the number of curves drops out. */
  private static double ratio(double one, double other) {
    double numerator = Math.sqrt(Math.max(0, one));
    double denominator = Math.sqrt(Math.max(0, other));
    return numerator == 0 && denominator == 0 ? 1 : numerator / denominator;
  }
}
