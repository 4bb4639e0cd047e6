package org.glasspcf.pipeline.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
 * @param curves how many curves were scored, at least 1
 * @param bondLengthMae mean absolute error of the mean bond length (Å)
 * @param bondLengthStandardError mean over the curves of the standard error s/√k of the true mean
 *     bond length, from the simulations' own curves (Å); a perfect predictor would show an MAE of
 *     about 0.8 of it. Empty when no composition has two simulations
 * @param firstPeakHeightMape mean absolute error of the first-peak height (%)
 */
public record CationOxygenScores(
    int curves,
    double bondLengthMae,
    OptionalDouble bondLengthStandardError,
    double firstPeakHeightMape) {

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
   * Scores the curves among the samples that are well sampled, have a cutoff and a bond in truth.
   *
   * @param samples test samples on the evaluation grid
   * @param predicted the predicted curves, in the samples' order and on their grid
   */
  static Optional<CationOxygenScores> of(
      List<GlassSample> samples, List<PairCorrelationFunction> predicted) {
    int curves = 0;
    int withError = 0;
    double length = 0;
    double error = 0;
    double height = 0;
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
      curves++;
      length += Math.abs(predicted.get(i).meanDistance(rMax).orElse(rMax) - bond.getAsDouble());
      double trueHeight = highest(sample.meanCurve(), rMax);
      height += Math.abs(highest(predicted.get(i), rMax) - trueHeight) / trueHeight;
      OptionalDouble standardError = standardError(sample, rMax);
      if (standardError.isPresent()) {
        error += standardError.getAsDouble();
        withError++;
      }
    }
    if (curves == 0) {
      return Optional.empty();
    }
    OptionalDouble meanError =
        withError == 0 ? OptionalDouble.empty() : OptionalDouble.of(error / withError);
    return Optional.of(
        new CationOxygenScores(curves, length / curves, meanError, 100 * height / curves));
  }

  private static OptionalDouble standardError(GlassSample sample, double rMax) {
    double[] lengths =
        sample.simulationCurves().stream()
            .map(curve -> curve.meanDistance(rMax))
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    int count = lengths.length;
    if (count < 2) {
      return OptionalDouble.empty();
    }
    double mean = 0;
    for (double value : lengths) {
      mean += value / count;
    }
    double squared = 0;
    for (double value : lengths) {
      squared += (value - mean) * (value - mean);
    }
    return OptionalDouble.of(Math.sqrt(squared / (count - 1) / count));
  }

  private static double highest(PairCorrelationFunction curve, double rMax) {
    double highest = 0;
    for (int i = 0; i < curve.grid().bins() && curve.grid().center(i) < rMax; i++) {
      highest = Math.max(highest, curve.value(i));
    }
    return highest;
  }
}
