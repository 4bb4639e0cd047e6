package org.glasspcf.examples.quench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;

/**
 * How far curves are from the melts of one rate.
 *
 * @param rmse of g over all well-sampled curves, bins of 0.1 Å (1)
 * @param siliconPeak mean absolute error of the height of the first Si–O peak (%)
 * @param boronCoordination mean absolute error of the B–O coordination number (1)
 */
record QuenchErrors(double rmse, double siliconPeak, double boronCoordination) {
  static final ElementPair SI_O = ElementPair.of("Si", "O");
  static final ElementPair B_O = ElementPair.of("B", "O");
  static final RadialGrid GRID = RadialGrid.uniform(10, 100);

  /** A sample at the rate, a curve that stands for it, and its oxygen density (Å⁻³). */
  record Pair(GlassSample sample, PairCorrelationFunction curve, double oxygenDensity) {
    PairCorrelationFunction truth() {
      return sample.meanCurve().rebin(GRID);
    }
  }

  static QuenchErrors of(List<Pair> pairs) {
    double sum = 0;
    long bins = 0;
    for (Pair pair : pairs) {
      double[] truth = pair.truth().values();
      double[] curve = pair.curve().rebin(GRID).values();
      for (int bin = 0; bin < truth.length; bin++) {
        sum += (truth[bin] - curve[bin]) * (truth[bin] - curve[bin]);
        bins++;
      }
    }
    return new QuenchErrors(
        Math.sqrt(sum / bins),
        mean(
            pairs,
            SI_O,
            p -> 100 * Math.abs(height(p.curve().rebin(GRID)) / height(p.truth()) - 1)),
        mean(
            pairs,
            B_O,
            p ->
                Math.abs(
                    coordination(p.curve(), p.oxygenDensity())
                        - coordination(p.truth(), p.oxygenDensity()))));
  }

  /** What a perfect predictor would show: the standard error of the mean of k melts. */
  static QuenchErrors noise(List<Pair> pairs) {
    double sum = 0;
    long bins = 0;
    for (Pair pair : pairs) {
      for (double error : pair.sample().rebin(GRID).standardError().orElseThrow()) {
        sum += error * error;
        bins++;
      }
    }
    return new QuenchErrors(
        Math.sqrt(sum / bins),
        mean(pairs, SI_O, p -> 100 * standardError(p, QuenchErrors::height) / height(p.truth())),
        mean(pairs, B_O, p -> standardError(p, curve -> coordination(curve, p.oxygenDensity()))));
  }

  private static double standardError(Pair pair, ToDoubleFunction<PairCorrelationFunction> value) {
    double[] values =
        pair.sample().simulationCurves().stream()
            .map(curve -> curve.rebin(GRID))
            .mapToDouble(value)
            .toArray();
    double mean = 0;
    for (double v : values) {
      mean += v / values.length;
    }
    double sum = 0;
    for (double v : values) {
      sum += (v - mean) * (v - mean);
    }
    return Math.sqrt(sum / (values.length - 1) / values.length);
  }

  private static double mean(List<Pair> pairs, ElementPair pair, ToDoubleFunction<Pair> value) {
    return pairs.stream()
        .filter(p -> p.sample().pair().equals(pair))
        .mapToDouble(value)
        .average()
        .orElseThrow();
  }

  static double height(PairCorrelationFunction curve) {
    return curve.firstPeak().orElseThrow().height();
  }

  static double coordination(PairCorrelationFunction curve, double oxygenDensity) {
    OptionalDouble number = CationOxygenScores.coordinationNumber(B_O, curve, oxygenDensity);
    return number.orElseThrow();
  }
}
