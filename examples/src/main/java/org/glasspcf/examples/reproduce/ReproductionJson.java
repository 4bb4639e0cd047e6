package org.glasspcf.examples.reproduce;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.encoder.TrainingHistory;
import org.glasspcf.encoder.TrainingHistory.Epoch;
import org.glasspcf.pipeline.evaluation.CurveEvaluation;
import org.glasspcf.pipeline.evaluation.CurveScores;
import org.glasspcf.pipeline.json.JsonValue;

/** A reproduction as JSON; what is not known, or not a number, is null. */
final class ReproductionJson {
  private ReproductionJson() {}

  static JsonValue of(ReproductionResult result) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("quick", JsonValue.of(result.options().quick()));
    members.put("complete", JsonValue.of(result.complete()));
    members.put(
        "data",
        object(
            "glasses", integer(result.source().glasses()),
            "curves", integer(result.source().curves()),
            "sha256", JsonValue.of(result.source().sha256()),
            "heldOutGlassesThatNeverEnter", integer(result.source().heldOut())));
    members.put("options", options(result.options()));
    members.put("paper", paper());
    Map<String, JsonValue> experiments = new LinkedHashMap<>();
    for (Setting setting : Setting.all()) {
      experiments.put(
          setting.id(),
          result
              .experiment(setting)
              .<JsonValue>map(e -> experiment(e, result.forests(setting)))
              .orElse(JsonValue.ofNull()));
    }
    members.put("experiments", JsonValue.object(experiments));
    Map<String, JsonValue> sizes = new LinkedHashMap<>();
    result
        .latentSizes()
        .forEach(
            (kind, checks) ->
                sizes.put(new Setting(kind, DataSize.PAPER_SIZE).id(), networks(checks)));
    members.put("latentSizes", JsonValue.object(sizes));
    members.put("furtherSeeds", networks(result.seeds()));
    return JsonValue.object(members);
  }

  private static JsonValue options(ReproductionOptions options) {
    return object(
        "curves", integer(options.curves()),
        "epochs", integer(options.epochs()),
        "epochsAll",
            options.epochsAll().isPresent()
                ? integer(options.epochsAll().getAsInt())
                : JsonValue.ofNull(),
        "trials", integer(options.trials()),
        "trialEpochs", integer(options.trialEpochs()),
        "latentEpochs", integer(options.latentEpochs()),
        "seeds", integer(options.seeds()),
        "seedEpochs", integer(options.seedEpochs()),
        "forestSeeds", integer(options.forestSeeds()),
        "seed", JsonValue.of(options.seed()));
  }

  private static JsonValue paper() {
    Map<String, JsonValue> forest = new LinkedHashMap<>();
    for (ForestParameter parameter : ForestParameter.values()) {
      forest.put(parameter.label(), integer(parameter.paper()));
    }
    return object(
        "curves", integer(PaperValues.CURVES),
        "epochs", integer(PaperValues.EPOCHS),
        "latentSize", integer(PaperValues.LATENT_SIZE),
        "autoencoderMseTraining", number(PaperValues.AUTOENCODER_MSE),
        "latentR2", number(PaperValues.LATENT_R2),
        "imageMseBelow", number(PaperValues.IMAGE_MSE),
        "forest", JsonValue.object(forest));
  }

  private static JsonValue experiment(ExperimentResult e, Optional<ForestScans> forests) {
    Map<String, JsonValue> curves = new LinkedHashMap<>();
    e.curves().forEach((method, scores) -> curves.put(method.key(), curves(scores)));
    ExperimentResult.ImageErrors images = e.images();
    return object(
        "trainingCurves", integer(e.data().training().samples().size()),
        "testCurves", integer(e.data().test().samples().size()),
        "trainingGlasses", integer(e.data().split().training().compositions().size()),
        "testGlasses", integer(e.data().split().test().compositions().size()),
        "trainingSha256", JsonValue.of(e.data().split().training().sha256()),
        "testSha256", JsonValue.of(e.data().split().test().sha256()),
        "epochs", integer(e.network().epochs()),
        "seed", JsonValue.of(e.network().options().seed()),
        "seedsThatStayedBlack",
            JsonValue.array(e.network().stayedBlack().stream().map(JsonValue::of).toList()),
        "trainSeconds", number(e.network().seconds()),
        "deadLatents", integer(e.latents().dead()),
        "latentR2", number(e.latentR2()),
        "latentR2AllCurves", number(e.latentR2All()),
        "autoencoderMseTraining", number(images.autoencoderTraining()),
        "autoencoderMse", number(images.autoencoderTest()),
        "imageMse", number(images.pipeline()),
        "imageMseOfNine",
            JsonValue.array(
                FigureCurves.nine(e).stream().map(i -> number(FigureCurves.mse(e, i))).toList()),
        "imageMsePairMean", number(images.pairMean()),
        "imageMseBlack", number(images.black()),
        "imageMseBlackTraining", number(images.blackTraining()),
        "curves", JsonValue.object(curves),
        "directForestAllCurves", curves(e.directAll()),
        "noiseFloor", number(e.curves().get(CurveMethod.PIPELINE).all().noiseFloor()),
        "forests", forests.map(ReproductionJson::forests).orElse(JsonValue.ofNull()),
        "history", history(e.network().trained().history()));
  }

  private static JsonValue curves(CurveEvaluation evaluation) {
    return object(
        "all", scores(Optional.of(evaluation.all())),
        "wellSampled", scores(evaluation.wellSampled()));
  }

  private static JsonValue scores(Optional<CurveScores> scores) {
    return scores
        .map(
            s ->
                object(
                    "curves", integer(s.curves()),
                    "mae", number(s.mae()),
                    "rmse", number(s.rmse()),
                    "r2", number(s.r2()),
                    "excess", number(s.excess())))
        .orElse(JsonValue.ofNull());
  }

  private static JsonValue forests(ForestScans scans) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (ForestScan scan : scans.scans()) {
      members.put(
          scan.parameter().label(),
          object(
              "values",
              JsonValue.array(scan.parameter().settings().stream().map(v -> integer(v)).toList()),
              "trainingMean",
              numbers(ForestScan.mean(scan.training())),
              "trainingDeviation",
              numbers(ForestScan.deviation(scan.training())),
              "testMean",
              numbers(ForestScan.mean(scan.test())),
              "testDeviation",
              numbers(ForestScan.deviation(scan.test())),
              "best",
              integer(scan.best()),
              "excessOfPaper",
              number(scan.excessOfPaper())));
    }
    return JsonValue.object(members);
  }

  private static JsonValue networks(List<NetworkCheck> checks) {
    return JsonValue.array(
        checks.stream()
            .map(
                c ->
                    object(
                        "latentSize", integer(c.options().latentSize()),
                        "epochs", integer(c.options().epochs()),
                        "seed", JsonValue.of(c.options().seed()),
                        "mseTraining", number(c.training()),
                        "mse", number(c.test()),
                        "deadLatents", integer(c.dead()),
                        "trainSeconds", number(c.trainSeconds())))
            .toList());
  }

  private static JsonValue history(TrainingHistory history) {
    return object(
        "training",
        numbers(history.epochs().stream().mapToDouble(Epoch::trainingLoss).toArray()),
        "test",
        numbers(
            history.epochs().stream()
                .mapToDouble(e -> e.validationLoss().orElseThrow())
                .toArray()));
  }

  private static JsonValue numbers(double[] values) {
    return JsonValue.array(Arrays.stream(values).mapToObj(ReproductionJson::number).toList());
  }

  private static JsonValue integer(long value) {
    return JsonValue.of(value);
  }

  private static JsonValue number(OptionalDouble value) {
    return number(value.orElse(Double.NaN));
  }

  private static JsonValue number(double value) {
    return Double.isFinite(value) ? JsonValue.of(value) : JsonValue.ofNull();
  }

  private static JsonValue object(Object... namesAndValues) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], (JsonValue) namesAndValues[i + 1]);
    }
    return JsonValue.object(members);
  }
}
