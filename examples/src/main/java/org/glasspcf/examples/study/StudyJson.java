package org.glasspcf.examples.study;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.glasspcf.pipeline.BandCoverage;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.evaluation.CurveError;
import org.glasspcf.pipeline.json.JsonValue;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.BandScore;
import org.glasspcf.pipeline.uncertainty.BaselineBands;

/** A study as JSON. */
final class StudyJson {
  private StudyJson() {}

  static JsonValue.ObjectValue of(StudyResult result, boolean quick) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("quick", JsonValue.of(quick));
    members.put("seeds", JsonValue.of((long) result.evaluations().size()));
    members.put("bootstrapDraws", JsonValue.of((long) result.draws()));
    Map<String, JsonValue> methods = new LinkedHashMap<>();
    Method gp = result.method(Baseline.PAIR_GP.key());
    result
        .methods()
        .forEach(
            (key, method) -> {
              Map<String, JsonValue> scores = new LinkedHashMap<>();
              scores.put("wellSampled", scores(result, method, gp, StudyResult.WELL_SAMPLED));
              scores.put("all", scores(result, method, gp, StudyResult.ALL));
              methods.put(key, JsonValue.object(scores));
            });
    members.put("methods", JsonValue.object(methods));
    members.put(
        "forestDecoderToDirectForest",
        estimate(
            result.ratio(
                result.method(Study.DECODED),
                result.method(Baseline.DIRECT_FOREST.key()),
                StudyResult.WELL_SAMPLED)));
    members.put(
        "meanSquareDefaultLessPairGp",
        estimate(result.difference(result.method(Study.DEFAULT), gp)));
    Map<String, JsonValue> floor = new LinkedHashMap<>();
    floor.put("wellSampled", JsonValue.of(result.noiseFloor(StudyResult.WELL_SAMPLED)));
    floor.put("all", JsonValue.of(result.noiseFloor(StudyResult.ALL)));
    members.put("noiseFloor", JsonValue.object(floor));
    members.put("cationOxygen", shells(result.cationOxygen()));
    members.put("bands", bands(result));
    members.put(
        "testGlassesOutside",
        JsonValue.array(result.outside().stream().map(g -> JsonValue.of(g.toString())).toList()));
    Map<String, JsonValue> far = new LinkedHashMap<>();
    result.far().forEach((g, v) -> far.put(g.toString(), JsonValue.of(v.toString())));
    members.put("farGlasses", JsonValue.object(far));
    members.put(
        "learningCurves",
        JsonValue.array(
            result.learning().points().stream()
                .map(
                    p -> {
                      Map<String, JsonValue> point = new LinkedHashMap<>();
                      point.put("share", JsonValue.of(p.share()));
                      point.put("glasses", JsonValue.of((long) p.glasses()));
                      point.put("draws", JsonValue.of((long) p.draws()));
                      point.put("default", band(p.ours()));
                      point.put("pairGp", band(p.pairGp()));
                      return JsonValue.object(point);
                    })
                .toList()));
    Map<String, JsonValue> claims = new LinkedHashMap<>();
    result.claims().forEach((claim, met) -> claims.put(claim, JsonValue.of(met)));
    members.put("claims", JsonValue.object(claims));
    return JsonValue.object(members);
  }

  private static JsonValue scores(
      StudyResult result, Method method, Method gp, Predicate<CurveError> counts) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("rmse", band(method.rmse(counts)));
    members.put("excess", band(method.excess(counts)));
    members.put("excessToPairGp", estimate(result.ratio(method, gp, counts)));
    return JsonValue.object(members);
  }

  private static JsonValue band(Method.Band band) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("mean", number(band.mean()));
    members.put("deviation", number(band.deviation()));
    return JsonValue.object(members);
  }

  private static JsonValue estimate(PairedBootstrap.Estimate estimate) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("value", number(estimate.value()));
    members.put("lower95", number(estimate.lower()));
    members.put("upper95", number(estimate.upper()));
    return JsonValue.object(members);
  }

  private static JsonValue number(double value) {
    return Double.isFinite(value) ? JsonValue.of(value) : JsonValue.ofNull();
  }

  private static JsonValue number(OptionalDouble value) {
    return number(value.orElse(Double.NaN));
  }

  private static JsonValue shells(CationOxygenScores s) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("curves", JsonValue.of((long) s.curves()));
    members.put("bondLengthMae", number(s.bondLengthMae()));
    members.put("bondLengthStandardError", number(s.bondLengthStandardError()));
    members.put("firstPeakHeightMape", number(s.firstPeakHeightMape()));
    members.put("firstPeakHeightStandardError", number(s.firstPeakHeightStandardError()));
    members.put("coordinationMae", number(s.coordinationMae()));
    members.put("coordinationStandardError", number(s.coordinationStandardError()));
    return JsonValue.object(members);
  }

  private static JsonValue bands(StudyResult result) {
    Map<String, JsonValue> levels = new LinkedHashMap<>();
    for (BandLevel level : BandLevel.values()) {
      BandCoverage ours = result.bands(level);
      Map<String, JsonValue> rows = new LinkedHashMap<>();
      rows.put("all", score(ours.curves().all()));
      ours.curves().wellSampled().ifPresent(s -> rows.put("wellSampled", score(s)));
      ours.curves().byClass().forEach((c, s) -> rows.put(c.key(), score(s)));
      ours.bondLengths().ifPresent(s -> rows.put("bondLength", score(s)));
      ours.coordinationNumbers().ifPresent(s -> rows.put("coordinationNumber", score(s)));
      for (BaselineBands simple : BaselineBands.values()) {
        result
            .baselineBands()
            .of(simple, level)
            .ifPresent(judged -> rows.put(simple.key(), score(judged.all())));
      }
      levels.put(
          String.format(Locale.ROOT, "%.0f", 100 * level.coverage()), JsonValue.object(rows));
    }
    return JsonValue.object(levels);
  }

  private static JsonValue score(BandScore s) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("values", JsonValue.of(s.values()));
    members.put("coverage", number(s.coverage()));
    members.put("width", number(s.width()));
    members.put("intervalScore", number(s.intervalScore()));
    return JsonValue.object(members);
  }
}
