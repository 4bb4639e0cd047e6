package org.glasspcf.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.Element;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.uncertainty.BandEvaluation;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.BandScore;
import org.glasspcf.pipeline.uncertainty.Interval;

/**
 * A pipeline's bands of one level, judged by the single melts of test glasses.
 *
 * @param level the nominal coverage
 * @param curves of g(r)
 * @param bondLengths of mean cation–oxygen bond lengths (Å); empty if no test curve has one
 * @param coordinationNumbers of cations' oxygen neighbors (1), each with its own melt's density;
 *     empty if no test curve has one or volumes are not known
 */
public record BandCoverage(
    BandLevel level,
    BandEvaluation curves,
    Optional<BandScore> bondLengths,
    Optional<BandScore> coordinationNumbers) {

  /** Empty if no test curve has a band. */
  static Optional<BandCoverage> of(
      GlassDataset test, List<EvaluatedCurve> results, BandLevel level) {
    Optional<BandEvaluation> curves =
        BandEvaluation.of(
            test.samples(), (sample, wanted) -> predictionOf(sample, results).band(wanted), level);
    return curves.map(
        c -> new BandCoverage(level, c, bonds(results, level), coordination(test, results, level)));
  }

  private static PcfPrediction predictionOf(GlassSample sample, List<EvaluatedCurve> results) {
    return results.stream()
        .filter(r -> r.sample() == sample)
        .findFirst()
        .orElseThrow()
        .prediction();
  }

  private static Optional<BandScore> bonds(List<EvaluatedCurve> results, BandLevel level) {
    List<Interval> intervals = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (EvaluatedCurve result : results) {
      Optional<Interval> interval = result.prediction().bondLength(level);
      if (interval.isPresent()) {
        double cutoff = CationOxygenScores.cutoff(result.sample().pair()).orElseThrow();
        for (PairCorrelationFunction melt : result.sample().simulationCurves()) {
          OptionalDouble length = melt.rebin(PcfPrediction.GRID).meanDistance(cutoff);
          if (length.isPresent()) {
            intervals.add(interval.get());
            values.add(length.getAsDouble());
          }
        }
      }
    }
    return intervals.isEmpty() ? Optional.empty() : Optional.of(BandScore.of(intervals, values));
  }

  private static Optional<BandScore> coordination(
      GlassDataset test, List<EvaluatedCurve> results, BandLevel level) {
    List<Interval> intervals = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (EvaluatedCurve result : results) {
      GlassSample sample = result.sample();
      for (GlassSimulation melt : test.simulations()) {
        boolean counts =
            melt.composition().equals(sample.composition())
                && melt.curve(sample.pair()).isPresent()
                && (melt.volume().isPresent() || melt.density().isPresent());
        if (!counts) {
          continue;
        }
        NumberDensities densities = NumberDensities.of(melt);
        Optional<Interval> interval = result.prediction().coordinationNumber(level, densities);
        if (interval.isPresent()) {
          intervals.add(interval.get());
          values.add(
              CationOxygenScores.coordinationNumber(
                      sample.pair(),
                      melt.curve(sample.pair()).orElseThrow().rebin(PcfPrediction.GRID),
                      densities.of(Element.O))
                  .orElseThrow());
        }
      }
    }
    return intervals.isEmpty() ? Optional.empty() : Optional.of(BandScore.of(intervals, values));
  }
}
