package org.glasspcf.examples.quench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PipelineBuilder;
import org.glasspcf.pipeline.regression.CurveRegression;
import org.glasspcf.pipeline.uncertainty.BandCalibration;
import org.glasspcf.pipeline.uncertainty.BandLevel;

/**
 * Leaves each rate out in turn, trains on the others, and compares what is predicted of it with the
 * melts of that rate. The least and the greatest rate are extrapolations, the others lie between
 * rates that were trained on.
 */
public final class QuenchStudy {
  private final GlassDataset data;
  private final GlassPcfPipeline whole;
  private final List<LeftOut> leftOut;

  /**
   * What was found of one rate.
   *
   * @param rate that was left out (K/ps)
   * @param errors by method, in the order of the table
   * @param coverage share of the melts' bins with g &gt; 0.05 in the 90 % band, of well-sampled
   *     curves (1)
   * @param weight of the rate beside mole fractions that the training chose (1)
   * @param pipeline that was trained on the other rates
   */
  record LeftOut(
      double rate,
      Map<String, QuenchErrors> errors,
      double coverage,
      double weight,
      GlassPcfPipeline pipeline) {}

  private QuenchStudy(GlassDataset data, GlassPcfPipeline whole, List<LeftOut> leftOut) {
    this.data = data;
    this.whole = whole;
    this.leftOut = leftOut;
  }

  /**
   * Trains and compares.
   *
   * @param builder how to train; its schema is replaced
   * @return the results
   */
  public static QuenchStudy of(PipelineBuilder builder) {
    GlassDataset data = QuenchData.read();
    PipelineBuilder own = builder.schema(QuenchData.SCHEMA);
    List<LeftOut> leftOut = new ArrayList<>();
    for (double rate : QuenchData.RATES) {
      leftOut.add(leaveOut(data.withHeldOut(glass -> rate(glass) == rate), rate, own));
    }
    return new QuenchStudy(data, own.train(data), List.copyOf(leftOut));
  }

  static double rate(GlassComposition glass) {
    return glass.conditions().get(QuenchData.RATE.name());
  }

  private static LeftOut leaveOut(GlassDataset data, double rate, PipelineBuilder builder) {
    GlassPcfPipeline pipeline = builder.train(data);
    GlassDataset training = data.trainingPart();
    CurveRegression without = CurveRegression.fit(training.withoutConditions());
    CurveRegression with = CurveRegression.fit(QuenchData.SCHEMA, training);
    Set<ElementPair> known = new HashSet<>(without.pairs());
    known.retainAll(with.pairs());
    List<GlassSample> test =
        data.testPart().samples().stream()
            .filter(s -> s.wellSampled() && known.contains(s.pair()))
            .toList();
    Map<String, QuenchErrors> errors = new LinkedHashMap<>();
    errors.put(
        "with the rate",
        errors(data, test, s -> pipeline.predict(s.composition(), s.pair()).curve()));
    errors.put(
        "without the rate",
        errors(
            data,
            test,
            s -> without.predict(s.composition().withoutConditions(), s.pair()).orElseThrow()));
    errors.put("nearest rates' curves", errors(data, test, s -> nearest(training, s)));
    errors.put("noise of melts", QuenchErrors.noise(pairs(data, test, GlassSample::meanCurve)));
    return new LeftOut(
        rate, errors, coverage(pipeline, test), with.features().inputWeights()[0], pipeline);
  }

  private static QuenchErrors errors(
      GlassDataset data,
      List<GlassSample> test,
      Function<GlassSample, PairCorrelationFunction> method) {
    return QuenchErrors.of(pairs(data, test, method));
  }

  private static List<QuenchErrors.Pair> pairs(
      GlassDataset data,
      List<GlassSample> test,
      Function<GlassSample, PairCorrelationFunction> method) {
    return test.stream()
        .map(s -> new QuenchErrors.Pair(s, method.apply(s), oxygenDensity(data, s.composition())))
        .toList();
  }

  /** The mean over all melts at the rate next to that of a sample, or at both if there are two. */
  private static PairCorrelationFunction nearest(GlassDataset training, GlassSample sample) {
    GlassComposition glass = sample.composition();
    double least = Double.POSITIVE_INFINITY;
    List<PairCorrelationFunction> curves = new ArrayList<>();
    for (double rate : QuenchData.RATES) {
      GlassComposition other = glass.withCondition(QuenchData.RATE, rate);
      double distance = Math.abs(Math.log(rate / rate(glass)));
      if (training.sample(other, sample.pair()).isPresent() && distance < least + 1e-9) {
        if (distance < least - 1e-9) {
          curves.clear();
        }
        least = distance;
        curves.addAll(training.sample(other, sample.pair()).orElseThrow().simulationCurves());
      }
    }
    double[] mean = new double[curves.get(0).grid().bins()];
    for (PairCorrelationFunction curve : curves) {
      for (int bin = 0; bin < mean.length; bin++) {
        mean[bin] += curve.value(bin) / curves.size();
      }
    }
    return PairCorrelationFunction.of(curves.get(0).grid(), mean);
  }

  private static double coverage(GlassPcfPipeline pipeline, List<GlassSample> test) {
    long inside = 0;
    long bins = 0;
    for (GlassSample sample : test) {
      var band =
          pipeline.predict(sample.composition(), sample.pair()).band(BandLevel.NINETY_PERCENT);
      if (band.isEmpty()) {
        continue;
      }
      for (PairCorrelationFunction melt : sample.rebin(QuenchErrors.GRID).simulationCurves()) {
        for (int bin = 0; bin < melt.grid().bins(); bin++) {
          double g = melt.value(bin);
          if (g <= BandCalibration.SMALLEST_G) {
            continue; // where there is nothing, it lies in every band
          }
          boolean in = g >= band.get().lower().value(bin) && g <= band.get().upper().value(bin);
          inside += in ? 1 : 0;
          bins++;
        }
      }
    }
    return inside / (double) bins;
  }

  /** Mean oxygen density (Å⁻³) of the melts of a glass at its rate. */
  static double oxygenDensity(GlassDataset data, GlassComposition glass) {
    return data.simulations().stream()
        .filter(melt -> melt.composition().equals(glass))
        .mapToDouble(melt -> NumberDensities.of(melt).of(Element.O))
        .average()
        .orElseThrow();
  }

  /** The straight line in the logarithm of the rate through the oxygen densities of a glass. */
  double fittedOxygenDensity(GlassComposition glass) {
    double[] x = QuenchData.RATES.stream().mapToDouble(Math::log).toArray();
    double[] y =
        QuenchData.RATES.stream()
            .mapToDouble(r -> oxygenDensity(data, glass.withCondition(QuenchData.RATE, r)))
            .toArray();
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      products += (x[i] - meanX) * (y[i] - meanY);
      squares += (x[i] - meanX) * (x[i] - meanX);
    }
    return meanY + products / squares * (Math.log(rate(glass)) - meanX);
  }

  GlassDataset data() {
    return data;
  }

  /** Trained on all rates. */
  GlassPcfPipeline whole() {
    return whole;
  }

  List<LeftOut> leftOut() {
    return leftOut;
  }
}
