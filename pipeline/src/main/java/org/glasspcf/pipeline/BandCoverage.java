package org.glasspcf.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.evaluation.OxygenDensities;
import org.glasspcf.pipeline.uncertainty.BandEvaluation;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.BandScore;
import org.glasspcf.pipeline.uncertainty.CurveBands;
import org.glasspcf.pipeline.uncertainty.Interval;

/**
 * A pipeline's bands of one level, judged by the single melts of test glasses.
 *
 * @param level the nominal coverage
 * @param curves of g(r)
 * @param bondLengths of mean cation–oxygen bond lengths (Å); empty if no test curve has one
 * @param coordinationNumbers of cations' oxygen neighbors (1): predicted with the mean density of
 *     the glass's melts, judged by each melt with its own; empty if no test curve has one or
 *     volumes are not known
 */
public record BandCoverage(
    BandLevel level,
    BandEvaluation curves,
    Optional<BandScore> bondLengths,
    Optional<BandScore> coordinationNumbers) {

  /** Empty if no test curve has a band; bands are for melts of as many atoms as the test's have. */
  static Optional<BandCoverage> of(
      GlassDataset test, List<EvaluatedCurve> results, BandLevel level) {
    Map<GlassSample, PcfPrediction> predictions = new HashMap<>();
    results.forEach(r -> predictions.put(r.sample(), r.prediction()));
    Optional<BandEvaluation> curves =
        BandEvaluation.of(
            test.samples(),
            (sample, wanted) -> predictions.get(sample).band(wanted, CurveBands.atomsOf(sample)),
            level);
    return curves.map(
        c -> new BandCoverage(level, c, bonds(results, level), coordination(test, results, level)));
  }

  private static Optional<BandScore> bonds(List<EvaluatedCurve> results, BandLevel level) {
    List<Interval> intervals = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (EvaluatedCurve result : results) {
      Optional<Interval> interval =
          result.prediction().bondLength(level, CurveBands.atomsOf(result.sample()));
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
    OxygenDensities densities = OxygenDensities.of(test);
    for (EvaluatedCurve result : results) {
      GlassSample sample = result.sample();
      List<Double> ofMelts = densities.of(sample);
      OptionalDouble mean = ofMelts.stream().mapToDouble(d -> d).average();
      if (mean.isEmpty()) {
        continue;
      }
      Optional<Interval> interval =
          result
              .prediction()
              .coordinationNumber(level, mean.getAsDouble(), CurveBands.atomsOf(sample));
      for (int i = 0; interval.isPresent() && i < ofMelts.size(); i++) {
        PairCorrelationFunction melt = sample.simulationCurves().get(i).rebin(PcfPrediction.GRID);
        intervals.add(interval.get());
        values.add(
            CationOxygenScores.coordinationNumber(sample.pair(), melt, ofMelts.get(i))
                .orElseThrow());
      }
    }
    return intervals.isEmpty() ? Optional.empty() : Optional.of(BandScore.of(intervals, values));
  }
}
