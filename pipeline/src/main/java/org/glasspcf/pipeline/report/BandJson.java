package org.glasspcf.pipeline.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasspcf.pipeline.BandCoverage;
import org.glasspcf.pipeline.evaluation.PairClass;
import org.glasspcf.pipeline.json.JsonValue;
import org.glasspcf.pipeline.uncertainty.BandEvaluation;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.BandScore;
import org.glasspcf.pipeline.uncertainty.BaselineBands;

/** The bands of a report as JSON; all keys are there, what is not known is null. */
final class BandJson {
  private BandJson() {}

  /** {@code percent90} → {@code model}, {@code trainingSpread}, {@code pairGp}. */
  static JsonValue of(List<BandCoverage> bands, Optional<BandComparison> baselines) {
    Map<String, JsonValue> levels = new LinkedHashMap<>();
    for (BandLevel level : BandLevel.values()) {
      Map<String, JsonValue> kinds = new LinkedHashMap<>();
      kinds.put("nominal", JsonValue.of(level.coverage()));
      kinds.put("model", model(bands.stream().filter(b -> b.level() == level).findFirst()));
      for (BaselineBands kind : BaselineBands.values()) {
        kinds.put(
            kind.key(), JsonValue.object(curves(baselines.flatMap(all -> all.of(kind, level)))));
      }
      levels.put("percent" + Math.round(100 * level.coverage()), JsonValue.object(kinds));
    }
    return JsonValue.object(levels);
  }

  private static JsonValue model(Optional<BandCoverage> band) {
    Map<String, JsonValue> members = curves(band.map(BandCoverage::curves));
    members.put("bondLength", score(band.flatMap(BandCoverage::bondLengths)));
    members.put("coordination", score(band.flatMap(BandCoverage::coordinationNumbers)));
    return JsonValue.object(members);
  }

  private static Map<String, JsonValue> curves(Optional<BandEvaluation> evaluation) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("all", score(evaluation.map(BandEvaluation::all)));
    members.put("wellSampled", score(evaluation.flatMap(BandEvaluation::wellSampled)));
    Map<String, JsonValue> byClass = new LinkedHashMap<>();
    for (PairClass kind : PairClass.values()) {
      byClass.put(kind.key(), score(evaluation.map(e -> e.byClass().get(kind))));
    }
    members.put("byClass", JsonValue.object(byClass));
    members.put(
        "curvesWithout",
        evaluation
            .<JsonValue>map(e -> JsonValue.of((long) e.without()))
            .orElse(JsonValue.ofNull()));
    return members;
  }

  private static JsonValue score(Optional<BandScore> score) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("values", JsonValue.of(score.map(BandScore::values).orElse(0L).longValue()));
    members.put("coverage", ReportJson.number(score.map(BandScore::coverage).orElse(Double.NaN)));
    members.put("width", ReportJson.number(score.map(BandScore::width).orElse(Double.NaN)));
    members.put(
        "intervalScore", ReportJson.number(score.map(BandScore::intervalScore).orElse(Double.NaN)));
    return JsonValue.object(members);
  }
}
