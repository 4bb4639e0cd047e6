package org.glasspcf.pipeline.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.glasspcf.core.dataset.SplitKind;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.encoder.TrainingHistory;
import org.glasspcf.forest.ForestOptions;
import org.glasspcf.pipeline.ImportanceRanking;
import org.glasspcf.pipeline.PipelineOptions;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.evaluation.CurveEvaluation;
import org.glasspcf.pipeline.evaluation.CurveScores;
import org.glasspcf.pipeline.json.JsonValue;

/** The parts of a report as JSON; what is not known, or not a number, is null. */
final class ReportJson {
  private ReportJson() {}

  static JsonValue number(double value) {
    return Double.isFinite(value) ? JsonValue.of(value) : JsonValue.ofNull();
  }

  static JsonValue number(OptionalDouble value) {
    return number(value.orElse(Double.NaN));
  }

  static JsonValue texts(List<?> values) {
    return JsonValue.array(values.stream().map(v -> JsonValue.of(v.toString())).toList());
  }

  /** {@code BY_GLASS} → {@code byGlass}. */
  static JsonValue kind(SplitKind kind) {
    return JsonValue.of(
        switch (kind) {
          case FIXED -> "fixed";
          case BY_GLASS -> "byGlass";
          case BY_CONDITION -> "byCondition";
          case BY_CURVE -> "byCurve";
        });
  }

  static JsonValue scores(Optional<CurveScores> scores) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("mae", number(scores.map(CurveScores::mae).orElse(Double.NaN)));
    members.put("rmse", number(scores.map(CurveScores::rmse).orElse(Double.NaN)));
    members.put("r2", number(scores.map(CurveScores::r2).orElse(Double.NaN)));
    members.put("excess", number(scores.map(CurveScores::excess).orElse(OptionalDouble.empty())));
    members.put("curves", JsonValue.of(scores.map(CurveScores::curves).orElse(0).longValue()));
    return JsonValue.object(members);
  }

  static JsonValue baseline(Optional<CurveEvaluation> evaluation) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("all", scores(evaluation.map(CurveEvaluation::all)));
    members.put("wellSampled", scores(evaluation.flatMap(CurveEvaluation::wellSampled)));
    addCationOxygen(members, evaluation.flatMap(CurveEvaluation::cationOxygen));
    return JsonValue.object(members);
  }

  static JsonValue curves(CurveEvaluation evaluation) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("all", scores(Optional.of(evaluation.all())));
    members.put("wellSampled", scores(evaluation.wellSampled()));
    addCationOxygen(members, evaluation.cationOxygen());
    Map<String, JsonValue> byClass = new LinkedHashMap<>();
    evaluation.byClass().forEach((kind, s) -> byClass.put(kind.key(), scores(Optional.of(s))));
    members.put("byClass", JsonValue.object(byClass));
    return JsonValue.object(members);
  }

  private static void addCationOxygen(
      Map<String, JsonValue> members, Optional<CationOxygenScores> scores) {
    members.put(
        "bondLengthMae", number(scores.map(CationOxygenScores::bondLengthMae).orElse(Double.NaN)));
    members.put(
        "bondLengthStandardError", number(scores, CationOxygenScores::bondLengthStandardError));
    members.put(
        "firstPeakHeightMape",
        number(scores.map(CationOxygenScores::firstPeakHeightMape).orElse(Double.NaN)));
    members.put(
        "firstPeakHeightStandardError",
        number(scores, CationOxygenScores::firstPeakHeightStandardError));
    members.put("coordinationMae", number(scores, CationOxygenScores::coordinationMae));
    members.put(
        "coordinationStandardError", number(scores, CationOxygenScores::coordinationStandardError));
  }

  private static JsonValue number(
      Optional<CationOxygenScores> scores, Function<CationOxygenScores, OptionalDouble> part) {
    return number(scores.map(part).orElse(OptionalDouble.empty()));
  }

  static JsonValue budget(Optional<ErrorBudget> budget) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("curves", JsonValue.of(budget.map(ErrorBudget::curves).orElse(0).longValue()));
    members.put("noise", part(budget.flatMap(ErrorBudget::noise)));
    members.put("codec", part(budget.map(ErrorBudget::codec)));
    members.put("autoencoder", part(budget.map(ErrorBudget::autoencoder)));
    members.put("forest", part(budget.map(ErrorBudget::forest)));
    members.put("total", part(budget.map(ErrorBudget::total)));
    members.put("regression", part(budget.flatMap(ErrorBudget::regression)));
    return JsonValue.object(members);
  }

  private static JsonValue part(Optional<ErrorBudget.Part> part) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("meanSquare", number(part.map(ErrorBudget.Part::meanSquare).orElse(Double.NaN)));
    members.put("root", number(part.map(ErrorBudget.Part::root).orElse(Double.NaN)));
    return JsonValue.object(members);
  }

  static JsonValue importance(Optional<ImportanceRanking> ranking) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put(
        "curves", JsonValue.of(ranking.map(ImportanceRanking::curves).orElse(0).longValue()));
    members.put("rmse", number(ranking.map(ImportanceRanking::rmse).orElse(Double.NaN)));
    members.put(
        "repeats", JsonValue.of(ranking.map(ImportanceRanking::repeats).orElse(0).longValue()));
    members.put(
        "inputs",
        ranking
            .<JsonValue>map(
                r -> JsonValue.array(r.effects().stream().map(ReportJson::effect).toList()))
            .orElse(JsonValue.ofNull()));
    return JsonValue.object(members);
  }

  private static JsonValue effect(ImportanceRanking.Effect effect) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("name", JsonValue.of(effect.input()));
    members.put("rise", number(effect.rise()));
    members.put("deviation", number(effect.deviation()));
    return JsonValue.object(members);
  }

  static JsonValue noiseFloor(CurveEvaluation evaluation) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("all", number(evaluation.all().noiseFloor()));
    members.put(
        "wellSampled",
        number(
            evaluation.wellSampled().map(CurveScores::noiseFloor).orElse(OptionalDouble.empty())));
    return JsonValue.object(members);
  }

  static JsonValue baselines(Optional<BaselineComparison> comparison) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Baseline baseline : Baseline.values()) {
      members.put(
          baseline.key(),
          baseline(comparison.map(BaselineComparison::results).map(all -> all.get(baseline))));
    }
    return JsonValue.object(members);
  }

  static JsonValue options(PipelineOptions options) {
    AutoencoderOptions encoder = options.autoencoder();
    Map<String, JsonValue> autoencoder = new LinkedHashMap<>();
    autoencoder.put("epochs", JsonValue.of((long) encoder.epochs()));
    autoencoder.put("batchSize", JsonValue.of((long) encoder.batchSize()));
    autoencoder.put("learningRate", number(encoder.learningRate()));
    autoencoder.put("schedule", name(encoder.schedule()));
    autoencoder.put(
        "earlyStopping",
        encoder
            .earlyStopping()
            .<JsonValue>map(
                stop ->
                    JsonValue.object(
                        Map.of(
                            "patience", JsonValue.of((long) stop.patience()),
                            "validationFraction", number(stop.validationFraction()))))
            .orElse(JsonValue.ofNull()));
    autoencoder.put("latentSize", JsonValue.of((long) encoder.latentSize()));
    autoencoder.put("latentActivation", name(encoder.latentActivation()));
    autoencoder.put("initialization", name(encoder.initialization()));
    autoencoder.put("seed", JsonValue.of(encoder.seed()));

    ForestOptions trees = options.forest();
    Map<String, JsonValue> forest = new LinkedHashMap<>();
    forest.put("trees", JsonValue.of((long) trees.trees()));
    forest.put("featuresPerSplit", JsonValue.of((long) trees.featuresPerSplit()));
    forest.put("maxDepth", JsonValue.of((long) trees.maxDepth()));
    forest.put("minSamplesToSplit", JsonValue.of((long) trees.minSamplesToSplit()));
    forest.put("standardizeTargets", JsonValue.of(trees.standardizeTargets()));
    forest.put("seed", JsonValue.of(trees.seed()));

    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("encoding", name(options.encoding()));
    members.put("schema", JsonValue.of(options.schema().id()));
    members.put("codec", JsonValue.of(options.codec().id()));
    members.put("autoencoder", JsonValue.object(autoencoder));
    members.put("forest", JsonValue.object(forest));
    members.put("curves", name(options.curves()));
    members.put("calibration", name(options.calibration()));
    return JsonValue.object(members);
  }

  private static JsonValue name(Enum<?> value) {
    return JsonValue.of(value.name().toLowerCase(Locale.ROOT));
  }

  static JsonValue history(TrainingHistory history) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("keptEpoch", JsonValue.of((long) history.keptEpoch()));
    members.put(
        "trainingLoss",
        JsonValue.array(history.epochs().stream().map(e -> number(e.trainingLoss())).toList()));
    members.put(
        "validationLoss",
        JsonValue.array(history.epochs().stream().map(e -> number(e.validationLoss())).toList()));
    return JsonValue.object(members);
  }
}
