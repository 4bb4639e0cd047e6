package org.glasspcf.pipeline.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.evaluation.PairClass;

/**
 * Fits {@link CurveBands}.
 *
 * <p>For each pair and bin: c is the mean over the glasses of s²/w, with s² the variance between
 * the melts of a glass; a is Σ(e² − s²/k)/Σh, not below 0, with e the error of the prediction
 * against the mean of k melts. The ends of a level's band are the quantiles of (melt −
 * prediction)/σ over all melts, bins with g &gt; 0.05 and pairs of a class. Bond lengths and
 * coordination numbers are treated alike, as one bin each, their quantiles over all pairs.
 *
 * <p>Only glasses with two melts or more count.
 */
public final class BandCalibration {
  /** Melts' g below this does not count for coverage: {@value}. */
  public static final double SMALLEST_G = 0.05;

  private final SortedMap<ElementPair, List<OutOfFoldCurve>> byPair = new TreeMap<>();

  private BandCalibration(List<OutOfFoldCurve> curves) {
    for (OutOfFoldCurve curve : curves) {
      if (curve.sample().simulations() > 1) {
        byPair.computeIfAbsent(curve.sample().pair(), pair -> new ArrayList<>()).add(curve);
      }
    }
  }

  /**
   * Fits bands to training glasses.
   *
   * @param curves predictions by models that had not seen the glass
   * @return bands of every pair that has a glass with two melts; none if there is no such glass
   */
  public static CurveBands fit(List<OutOfFoldCurve> curves) {
    return new BandCalibration(curves).fit();
  }

  private CurveBands fit() {
    List<ElementPair> pairs = List.copyOf(byPair.keySet());
    double[] model = new double[pairs.size() * BandTables.BINS];
    double[] melt = new double[pairs.size() * BandTables.BINS];
    double[] shell = new double[pairs.size() * BandTables.SHELL_VARIANCES];
    Scores curveScores = new Scores(PairClass.values().length);
    Scores shellScores = new Scores(ShellQuantity.values().length);
    for (int row = 0; row < pairs.size(); row++) {
      List<OutOfFoldCurve> curves = byPair.get(pairs.get(row));
      for (int bin = 0; bin < BandTables.BINS; bin++) {
        Bin fitted = Bin.ofCurves(curves, bin);
        model[row * BandTables.BINS + bin] = fitted.modelVariance();
        melt[row * BandTables.BINS + bin] = fitted.meltVariance();
        fitted.score(curveScores, PairClass.of(pairs.get(row)).ordinal(), SMALLEST_G);
      }
      for (ShellQuantity quantity : ShellQuantity.values()) {
        int at = row * BandTables.SHELL_VARIANCES + quantity.ordinal() * BandTables.PARTS;
        Bin fitted = Bin.ofShells(curves, quantity);
        shell[at] = fitted.isEmpty() ? BandTables.NONE : fitted.modelVariance();
        shell[at + 1] = fitted.isEmpty() ? BandTables.NONE : fitted.meltVariance();
        fitted.score(shellScores, quantity.ordinal(), Double.NEGATIVE_INFINITY);
      }
    }
    return CurveBands.of(
        new BandTables(pairs, model, melt, curveScores.factors(), shell, shellScores.factors()));
  }

  private static double noiseUnit(GlassSample sample) {
    return CurveBands.noiseUnit(sample.composition(), sample.pair(), CurveBands.atomsOf(sample));
  }

  /** One number of every glass: what was predicted, and what the melts show. */
  private record Bin(
      List<double[]> melts, List<Double> predicted, double[] novelty, double[] noise) {

    static Bin ofCurves(List<OutOfFoldCurve> curves, int bin) {
      Bin out = new Bin(new ArrayList<>(), new ArrayList<>(), novelties(curves), noises(curves));
      for (OutOfFoldCurve curve : curves) {
        out.melts.add(
            curve.sample().simulationCurves().stream().mapToDouble(c -> c.value(bin)).toArray());
        out.predicted.add(curve.predicted().value(bin));
      }
      return out;
    }

    static Bin ofShells(List<OutOfFoldCurve> all, ShellQuantity quantity) {
      List<OutOfFoldCurve> curves =
          all.stream()
              .filter(c -> CationOxygenScores.cutoff(c.sample().pair()).isPresent())
              .filter(c -> shell(c, quantity, -1).isPresent() && melts(c, quantity).length > 1)
              .toList();
      Bin out = new Bin(new ArrayList<>(), new ArrayList<>(), novelties(curves), noises(curves));
      for (OutOfFoldCurve curve : curves) {
        out.melts.add(melts(curve, quantity));
        out.predicted.add(shell(curve, quantity, -1).getAsDouble());
      }
      return out;
    }

    /** Of the melts that have the quantity: one without a bond has no bond length. */
    private static double[] melts(OutOfFoldCurve curve, ShellQuantity quantity) {
      return IntStream.range(0, curve.sample().simulations())
          .mapToObj(melt -> shell(curve, quantity, melt))
          .flatMapToDouble(OptionalDouble::stream)
          .toArray();
    }

    /** The quantity of one melt, or of the prediction for −1. */
    private static OptionalDouble shell(OutOfFoldCurve curve, ShellQuantity quantity, int melt) {
      List<Double> densities = curve.oxygenDensities();
      if (quantity == ShellQuantity.COORDINATION_NUMBER && densities.isEmpty()) {
        return OptionalDouble.empty();
      }
      double density =
          densities.isEmpty()
              ? 0
              : melt < 0
                  ? densities.stream().mapToDouble(d -> d).average().orElseThrow()
                  : densities.get(melt);
      PairCorrelationFunction g =
          melt < 0 ? curve.predicted() : curve.sample().simulationCurves().get(melt);
      return quantity.of(curve.sample().pair(), g, density);
    }

    private static double[] novelties(List<OutOfFoldCurve> curves) {
      return curves.stream().mapToDouble(OutOfFoldCurve::novelty).toArray();
    }

    private static double[] noises(List<OutOfFoldCurve> curves) {
      return curves.stream().mapToDouble(c -> noiseUnit(c.sample())).toArray();
    }

    boolean isEmpty() {
      return melts.isEmpty();
    }

    double meltVariance() {
      double sum = 0;
      for (int i = 0; i < noise.length; i++) {
        sum += variance(melts.get(i)) / noise[i];
      }
      return sum / Math.max(1, noise.length);
    }

    double modelVariance() {
      double squares = 0;
      double novelties = 0;
      for (int i = 0; i < noise.length; i++) {
        double error = Arrays.stream(melts.get(i)).average().orElseThrow() - predicted.get(i);
        squares += error * error - variance(melts.get(i)) / melts.get(i).length;
        novelties += novelty[i];
      }
      return novelties > 0 ? Math.max(0, squares / novelties) : 0;
    }

    private static double variance(double[] values) {
      double mean = Arrays.stream(values).average().orElseThrow();
      return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }

    /** Adds (melt − prediction)/σ of every melt that shows more than the smallest value. */
    void score(Scores scores, int group, double smallest) {
      double model = modelVariance();
      double melt = meltVariance();
      for (int i = 0; i < noise.length; i++) {
        double deviation = Math.sqrt(model * novelty[i] + melt * noise[i]);
        for (double value : melts.get(i)) {
          if (value > smallest && deviation > 0) {
            scores.add(group, (value - predicted.get(i)) / deviation);
          }
        }
      }
    }
  }

  /** Standardized errors by group. */
  private static final class Scores {
    private final List<List<Double>> groups = new ArrayList<>();

    Scores(int count) {
      for (int i = 0; i < count; i++) {
        groups.add(new ArrayList<>());
      }
    }

    void add(int group, double score) {
      groups.get(group).add(score);
    }

    /** The ends of each group's bands; a group without scores takes those of all. */
    double[] factors() {
      double[] all = groups.stream().flatMap(List::stream).mapToDouble(d -> d).sorted().toArray();
      double[] out = new double[groups.size() * BandLevel.values().length * BandTables.ENDS];
      for (int group = 0; group < groups.size(); group++) {
        double[] own = groups.get(group).stream().mapToDouble(d -> d).sorted().toArray();
        double[] sorted = own.length > 0 ? own : all;
        for (BandLevel level : BandLevel.values()) {
          double tail = (1 - level.coverage()) / 2;
          int at = CurveBands.factorIndex(group, level);
          out[at] = Math.max(0, -quantile(sorted, tail));
          out[at + 1] = Math.max(0, quantile(sorted, 1 - tail));
        }
      }
      return out;
    }
  }

  /** Linear between order statistics, as R's type 7; 0 of nothing. */
  static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return 0;
    }
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
