package org.glasspcf.examples.quench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.glasspcf.pipeline.uncertainty.CurveBand;

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
      leftOut.add(leaveOut(data, rate, own));
    }
    return new QuenchStudy(data, own.train(data), List.copyOf(leftOut));
  }

  static double rate(GlassComposition glass) {
    return glass.conditions().get(QuenchData.RATE.name());
  }

  /** All data, with the melts of one rate held out: not trained on, and the test part. */
  static GlassDataset withRateHeldOut(GlassDataset data, double rate) {
    return data.withHeldOut(glass -> rate(glass) == rate);
  }

  static LeftOut leaveOut(GlassDataset all, double rate, PipelineBuilder builder) {
    GlassDataset data = withRateHeldOut(all, rate);
    GlassDataset training = data.trainingPart();
    GlassPcfPipeline pipeline = builder.train(data);
    CurveRegression without = CurveRegression.fit(training.withoutConditions());
    CurveRegression with = CurveRegression.fit(QuenchData.SCHEMA, training);
    QuenchReferences references = new QuenchReferences(training);
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
    errors.put("mean of the other rates", errors(data, test, references::mean));
    errors.put("line in log(rate)", errors(data, test, references::line));
    errors.put("nearest rates' curves", errors(data, test, references::nearest));
    errors.put("noise of melts", QuenchErrors.noise(pairs(data, test, GlassSample::meanCurve)));
    return new LeftOut(
        rate,
        errors,
        coverage(
            test, s -> pipeline.predict(s.composition(), s.pair()).band(BandLevel.NINETY_PERCENT)),
        with.features().inputWeights()[0],
        pipeline);
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

  /** The share (1) of all melts' bins with g &gt; 0.05 that lie in the band of their sample. */
  static double coverage(
      List<GlassSample> samples, Function<GlassSample, Optional<CurveBand>> bands) {
    long inside = 0;
    long bins = 0;
    for (GlassSample sample : samples) {
      Optional<CurveBand> band = bands.apply(sample);
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
    double[] densities =
        QuenchData.RATES.stream()
            .mapToDouble(r -> oxygenDensity(data, glass.withCondition(QuenchData.RATE, r)))
            .toArray();
    return new LogRateLine(QuenchData.RATES.stream().mapToDouble(r -> r).toArray())
        .at(rate(glass), densities);
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
