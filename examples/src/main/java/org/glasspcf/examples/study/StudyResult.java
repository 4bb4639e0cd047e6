package org.glasspcf.examples.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.pipeline.BandCoverage;
import org.glasspcf.pipeline.PipelineEvaluation;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.evaluation.CurveError;
import org.glasspcf.pipeline.evaluation.CurveEvaluation;
import org.glasspcf.pipeline.report.BandComparison;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.BaselineBands;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;

/**
 * What a study found.
 *
 * @param methods by key, ours first
 * @param bootstrap makes intervals
 * @param draws how many sets of test glasses it draws
 * @param evaluations one for each seed's model
 * @param baselineBands simple bands on the same test curves
 * @param learning learning curves
 * @param far glasses that must be flagged, with their verdicts
 */
record StudyResult(
    Map<String, Method> methods,
    PairedBootstrap bootstrap,
    int draws,
    List<PipelineEvaluation> evaluations,
    BandComparison baselineBands,
    LearningCurve learning,
    Map<GlassComposition, DomainVerdict> far) {
  static final Predicate<CurveError> WELL_SAMPLED = CurveError::wellSampled;
  static final Predicate<CurveError> ALL = curve -> true;

  Method method(String key) {
    return methods.get(key);
  }

  Method best() {
    Method best = method(Baseline.PAIR_GP.key());
    for (Baseline baseline : Baseline.values()) {
      Method other = method(baseline.key());
      if (other.excess(WELL_SAMPLED).mean() < best.excess(WELL_SAMPLED).mean()) {
        best = other;
      }
    }
    return best;
  }

  /** Excess over that of another method. */
  PairedBootstrap.Estimate ratio(Method one, Method other, Predicate<CurveError> counts) {
    return bootstrap.ratio(one.averaged(), other.averaged(), counts);
  }

  /** Mean square less that of another method; the noise floor is in both. */
  PairedBootstrap.Estimate difference(Method one, Method other) {
    return bootstrap.difference(one.averaged(), other.averaged(), WELL_SAMPLED);
  }

  double noiseFloor(Predicate<CurveError> counts) {
    return Math.sqrt(
        Method.noise(method(Study.DEFAULT).errors().get(0).stream().filter(counts).toList()));
  }

  /** A figure of every seed's evaluation. */
  Method.Band overSeeds(Function<PipelineEvaluation, Double> figure) {
    return Method.Band.of(evaluations.stream().mapToDouble(figure::apply).toArray());
  }

  Method.Band rmseOf(Function<PipelineEvaluation, CurveEvaluation> road) {
    return overSeeds(e -> road.apply(e).wellSampled().orElseThrow().rmse());
  }

  CationOxygenScores cationOxygen() {
    return evaluations.get(0).curves().cationOxygen().orElseThrow();
  }

  /** The default pipeline's bands; no seed enters them. */
  BandCoverage bands(BandLevel level) {
    return evaluations.get(0).bands().stream()
        .filter(b -> b.level() == level)
        .findFirst()
        .orElseThrow();
  }

  List<GlassComposition> outside() {
    return evaluations.get(0).outside();
  }

  boolean farGlassesAreFlagged() {
    return far.values().stream().allMatch(v -> v.place() == DomainVerdict.Place.OUTSIDE);
  }

  private double intervalScore(BaselineBands bands) {
    return baselineBands.of(bands, BandLevel.NINETY_PERCENT).orElseThrow().all().intervalScore();
  }

  /** Each claim and whether this study bears it out. */
  Map<String, Boolean> claims() {
    Method ours = method(Study.DEFAULT);
    Method forest = method(Baseline.DIRECT_FOREST.key());
    BandCoverage bands = bands(BandLevel.NINETY_PERCENT);
    double score = bands.curves().all().intervalScore();
    CationOxygenScores shell = cationOxygen();
    PairedBootstrap.Estimate best = ratio(ours, best(), WELL_SAMPLED);
    Map<String, Boolean> claims = new LinkedHashMap<>();
    claims.put(
        "forest + decoder: excess at most 1.05 × the direct forest's",
        ratio(method(Study.DECODED), forest, WELL_SAMPLED).value() <= 1.05);
    claims.put(
        "default: excess at most that of the best baseline on well-sampled curves",
        best.value() <= 1);
    claims.put(
        "default: excess at most 1.05 × the best baseline's on all curves",
        ratio(ours, best(), ALL).value() <= 1.05);
    claims.put("bond length MAE at most 0.005 Å", shell.bondLengthMae() <= 0.005);
    claims.put("first-peak height error at most 5 %", shell.firstPeakHeightMape() <= 5);
    claims.put(
        "coordination number MAE at most 0.1",
        shell.coordinationMae().orElse(Double.POSITIVE_INFINITY) <= 0.1);
    double coverage = bands.curves().all().coverage();
    claims.put("90 % bands cover 85 to 95 %", coverage >= 0.85 && coverage <= 0.95);
    claims.put(
        "90 % bands: better interval score than the training spread",
        score < intervalScore(BaselineBands.TRAINING_SPREAD));
    claims.put(
        "90 % bands: interval score at most 1.05 × the pair Gaussian process's",
        score <= 1.05 * intervalScore(BaselineBands.PAIR_GP));
    claims.put("glasses of 70 mol% B2O3 or 40 mol% dopant are outside", farGlassesAreFlagged());
    claims.put(
        "at most one test glass in ten is outside",
        outside().size() <= 0.1 * evaluations.get(0).glasses().size());
    return claims;
  }
}
