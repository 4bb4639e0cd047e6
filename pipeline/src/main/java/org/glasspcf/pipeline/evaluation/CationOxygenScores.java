package org.glasspcf.pipeline.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassSample;

/**
 * Errors of the first shell of oxygen around a cation, over the well-sampled curves of the pairs
 * that have a {@linkplain #cutoff cutoff}. Truth and prediction are taken on the same 0.1 Å bins.
 *
 * <p><b>Mean bond length</b>: ∫r³g dr / ∫r²g dr from 0 to the cutoff, as {@link
 * PairCorrelationFunction#meanDistance} sums it. A maximum would not do: B–O has two, of three- and
 * of four-fold boron, and jumps between them. A predicted curve that is zero up to the cutoff has
 * no bond; it counts with the cutoff itself.
 *
 * <p><b>First-peak height</b>: the highest bin of a curve up to the cutoff; the error is |predicted
 * − true| / true, wherever the two highest bins are.
 *
 * <p><b>Coordination number</b>: 4πρ_O ∫g r²dr from 0 to the cutoff, with the density of the
 * simulations for truth and prediction alike.
 *
 * <p>Each error stands beside the mean over the curves of the standard error s/√k of its truth,
 * from the simulations' own curves; a perfect predictor would show an MAE of about 0.8 of it.
 *
 * @param curves how many curves were scored, at least 1
 * @param bondLengthMae mean absolute error of the mean bond length (Å)
 * @param bondLengthStandardError standard error of the true mean bond length (Å); empty when no
 *     composition has two simulations
 * @param firstPeakHeightMape mean absolute error of the first-peak height (%)
 * @param firstPeakHeightStandardError standard error of the true height (%)
 * @param coordinationMae mean absolute error of the coordination number (1); empty when the
 *     simulations' volumes are not known
 * @param coordinationStandardError standard error of the true coordination number (1)
 */
public record CationOxygenScores(
    int curves,
    double bondLengthMae,
    OptionalDouble bondLengthStandardError,
    double firstPeakHeightMape,
    OptionalDouble firstPeakHeightStandardError,
    OptionalDouble coordinationMae,
    OptionalDouble coordinationStandardError) {

  /** First minima of g(r) after the cation–oxygen peak (Å), of the bundled data set's glasses. */
  private static final Map<ElementPair, Double> CUTOFFS =
      Map.of(
          ElementPair.of("Si", "O"), 2.1,
          ElementPair.of("B", "O"), 2.0,
          ElementPair.of("Na", "O"), 3.2,
          ElementPair.of("Ba", "O"), 3.6,
          ElementPair.of("Ti", "O"), 2.5,
          ElementPair.of("Zn", "O"), 2.7);

  /**
   * Where the first shell of oxygen around a cation ends: Si 2.1, B 2.0, Na 3.2, Ba 3.6, Ti 2.5, Zn
   * 2.7 Å.
   *
   * @param pair the pair of elements
   * @return the cutoff (Å); empty for every other pair
   */
  public static OptionalDouble cutoff(ElementPair pair) {
    Double cutoff = CUTOFFS.get(pair);
    return cutoff == null ? OptionalDouble.empty() : OptionalDouble.of(cutoff);
  }

  /**
   * The number of oxygen neighbors of a cation up to the pair's cutoff, 4πρ_O ∫g r²dr.
   *
   * @param pair the pair of elements
   * @param curve its g(r)
   * @param oxygenDensity ρ_O, oxygen atoms per volume (Å⁻³)
   * @return the coordination number (1); empty for a pair without a cutoff
   */
  public static OptionalDouble coordinationNumber(
      ElementPair pair, PairCorrelationFunction curve, double oxygenDensity) {
    OptionalDouble cutoff = cutoff(pair);
    return cutoff.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            4 * Math.PI * oxygenDensity * curve.shellIntegral(cutoff.getAsDouble()));
  }

  /**
   * Scores the curves among the samples that are well sampled, have a cutoff and a bond in truth.
   *
   * @param samples test samples on the evaluation grid
   * @param predicted the predicted curves, in the samples' order and on their grid
   * @param densities densities of the samples' melts, as far as they are known
   */
  static Optional<CationOxygenScores> of(
      List<GlassSample> samples,
      List<PairCorrelationFunction> predicted,
      OxygenDensities densities) {
    MeanError length = new MeanError();
    MeanError height = new MeanError();
    MeanError coordination = new MeanError();
    for (int i = 0; i < samples.size(); i++) {
      GlassSample sample = samples.get(i);
      OptionalDouble cutoff = cutoff(sample.pair());
      if (cutoff.isEmpty() || !sample.wellSampled()) {
        continue;
      }
      double rMax = cutoff.getAsDouble();
      OptionalDouble bond = sample.meanCurve().meanDistance(rMax);
      if (bond.isEmpty()) {
        continue;
      }
      PairCorrelationFunction curve = predicted.get(i);
      List<PairCorrelationFunction> melts = sample.simulationCurves();
      length.add(
          curve.meanDistance(rMax).orElse(rMax) - bond.getAsDouble(),
          melts.stream().map(c -> c.meanDistance(rMax)).flatMapToDouble(OptionalDouble::stream),
          1);
      double trueHeight = highest(sample.meanCurve(), rMax);
      height.add(
          highest(curve, rMax) - trueHeight,
          melts.stream().mapToDouble(c -> highest(c, rMax)),
          trueHeight / 100);
      List<Double> oxygen = densities.of(sample);
      if (!oxygen.isEmpty()) {
        double mean = oxygen.stream().mapToDouble(d -> d).average().orElseThrow();
        double sphere = 4 * Math.PI * mean;
        coordination.add(
            sphere * (curve.shellIntegral(rMax) - sample.meanCurve().shellIntegral(rMax)),
            IntStream.range(0, melts.size())
                .mapToDouble(m -> 4 * Math.PI * oxygen.get(m) * melts.get(m).shellIntegral(rMax)),
            1);
      }
    }
    return length.count == 0
        ? Optional.empty()
        : Optional.of(
            new CationOxygenScores(
                length.count,
                length.mean().getAsDouble(),
                length.standardError(),
                height.mean().getAsDouble(),
                height.standardError(),
                coordination.mean(),
                coordination.standardError()));
  }

  /** Means of absolute errors, and of the standard errors of their truths. */
  private static final class MeanError {
    private int count;
    private int withError;
    private double absolute;
    private double standardErrors;

    void add(double error, DoubleStream melts, double unit) {
      count++;
      absolute += Math.abs(error) / unit;
      double[] values = melts.toArray();
      if (values.length > 1) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        standardErrors += Math.sqrt(squares / (values.length - 1) / values.length) / unit;
        withError++;
      }
    }

    OptionalDouble mean() {
      return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(absolute / count);
    }

    OptionalDouble standardError() {
      return withError == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(standardErrors / withError);
    }
  }

  private static double highest(PairCorrelationFunction curve, double rMax) {
    double highest = 0;
    for (int i = 0; i < curve.grid().bins() && curve.grid().center(i) < rMax; i++) {
      highest = Math.max(highest, curve.value(i));
    }
    return highest;
  }
}
