package org.glasspcf.pipeline.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.AtomicFile;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.encoder.PcfImageCodec;
import org.glasspcf.pipeline.EvaluatedCurve;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.PipelineEvaluation;
import org.glasspcf.pipeline.evaluation.PairMeanImages;
import org.glasspcf.pipeline.json.JsonValue;
import org.glasspcf.pipeline.plot.CurvePanel;
import org.glasspcf.pipeline.plot.CurvePanels;
import org.glasspcf.pipeline.plot.Figure;
import org.glasspcf.pipeline.plot.LossPlot;
import org.glasspcf.pipeline.plot.ParityPlot;

/**
 * Figures and pictures of a pipeline on glasses that it has not seen. Immutable.
 *
 * <pre>{@code
 * GlassPcfPipeline pipeline = GlassPcfPipeline.load(Path.of("model.glasspcf"));
 * GlassDataset dataset = GlassDataset.read(Path.of("my-glasses"));
 * EvaluationReport.of(pipeline, dataset, pipeline.evaluate(dataset))
 *     .withBaselines(BaselineComparison.fit(dataset, 0))
 *     .writeTo(Path.of("report"));
 * }</pre>
 *
 * <p>The folder holds {@code evaluation.json}, {@code curves.png} (nine test curves beside their
 * simulations, chosen by class of pair and not by error), {@code parity.png} and, for a pipeline
 * that was trained and not loaded, {@code loss.png}; for a loaded one an older report's {@code
 * loss.png} is deleted, because it may show another training.
 */
public final class EvaluationReport {
  private static final String LOSS = "loss.png";

  private final GlassPcfPipeline pipeline;
  private final GlassDataset dataset;
  private final PipelineEvaluation evaluation;
  private final Optional<BaselineComparison> baselines;
  private final OptionalDouble trainSeconds;
  private final OptionalDouble evaluateSeconds;

  private EvaluationReport(
      GlassPcfPipeline pipeline,
      GlassDataset dataset,
      PipelineEvaluation evaluation,
      Optional<BaselineComparison> baselines,
      OptionalDouble trainSeconds,
      OptionalDouble evaluateSeconds) {
    this.pipeline = Objects.requireNonNull(pipeline, "pipeline");
    this.dataset = Objects.requireNonNull(dataset, "dataset");
    this.evaluation = Objects.requireNonNull(evaluation, "evaluation");
    this.baselines = baselines;
    this.trainSeconds = trainSeconds;
    this.evaluateSeconds = evaluateSeconds;
  }

  /**
   * Starts a report, without baselines and times.
   *
   * @param pipeline what was evaluated
   * @param dataset the data, training part included where there is one
   * @param evaluation of the pipeline on the data set
   * @return the report
   */
  public static EvaluationReport of(
      GlassPcfPipeline pipeline, GlassDataset dataset, PipelineEvaluation evaluation) {
    return new EvaluationReport(
        pipeline,
        dataset,
        evaluation,
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  /**
   * Adds what simple methods reach.
   *
   * @param comparison on the same test curves
   * @return a changed copy
   */
  public EvaluationReport withBaselines(BaselineComparison comparison) {
    return new EvaluationReport(
        pipeline, dataset, evaluation, Optional.of(comparison), trainSeconds, evaluateSeconds);
  }

  /**
   * Adds how long it took.
   *
   * @param train wall time of the training (s); empty for a loaded pipeline
   * @param evaluate wall time of the evaluation, baselines included (s)
   * @return a changed copy
   */
  public EvaluationReport withSeconds(OptionalDouble train, double evaluate) {
    return new EvaluationReport(
        pipeline, dataset, evaluation, baselines, train, OptionalDouble.of(evaluate));
  }

  /**
   * Returns all figures.
   *
   * @return an object whose keys are always there; what is not known is null
   */
  public JsonValue.ObjectValue figures() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put(
        "dataset",
        JsonValue.object(
            ordered(
                "glasses", JsonValue.of((long) dataset.compositions().size()),
                "simulations", JsonValue.of((long) dataset.simulations().size()),
                "curves", JsonValue.of((long) dataset.curves()),
                "sha256", JsonValue.of(dataset.sha256()))));
    members.put(
        "split",
        JsonValue.object(
            ordered(
                "kind", ReportJson.kind(evaluation.kind()),
                "trainingSha256", JsonValue.of(pipeline.provenance().trainingSha256()),
                "test", ReportJson.texts(evaluation.glasses()))));
    members.put("test", ReportJson.curves(evaluation.curves()));
    members.put("latentR2", ReportJson.number(evaluation.latentR2()));
    members.put("imageMse", ReportJson.number(evaluation.imageMse()));
    members.put("imageMseBlack", ReportJson.number(evaluation.blackImageMse()));
    members.put("imageMsePairMean", ReportJson.number(imageMseOfPairMeans()));
    members.put("autoencoderMse", ReportJson.number(evaluation.autoencoderMse()));
    members.put("autoencoderOnly", ReportJson.curves(evaluation.autoencoderOnly()));
    members.put("clippedColumns", JsonValue.of((long) evaluation.clippedColumns()));
    members.put("baselines", ReportJson.baselines(baselines));
    members.put(
        "betterBaselines",
        baselines
            .<JsonValue>map(
                all ->
                    ReportJson.texts(
                        all.betterThan(evaluation.curves()).stream().map(b -> b.key()).toList()))
            .orElse(JsonValue.ofNull()));
    members.put("noiseFloor", ReportJson.noiseFloor(evaluation.curves()));
    members.put(
        "seconds",
        JsonValue.object(
            ordered(
                "train", ReportJson.number(trainSeconds),
                "evaluate", ReportJson.number(evaluateSeconds))));
    members.put("seed", JsonValue.of(pipeline.provenance().options().autoencoder().seed()));
    members.put("version", JsonValue.of(pipeline.provenance().version()));
    members.put("options", ReportJson.options(pipeline.provenance().options()));
    members.put(
        "trainingHistory",
        pipeline.trainingHistory().map(ReportJson::history).orElse(JsonValue.ofNull()));
    return JsonValue.object(members);
  }

  private static Map<String, JsonValue> ordered(Object... keysAndValues) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      members.put((String) keysAndValues[i], (JsonValue) keysAndValues[i + 1]);
    }
    return members;
  }

  /** The simplest prediction of an image; empty when the data set has no training part. */
  private OptionalDouble imageMseOfPairMeans() {
    if (!dataset.hasHeldOut() || dataset.trainingPart().isEmpty()) {
      return OptionalDouble.empty();
    }
    List<GlassSample> training = dataset.trainingPart().samples();
    List<GlassSample> test = evaluation.results().stream().map(EvaluatedCurve::sample).toList();
    return OptionalDouble.of(
        PairMeanImages.of(pairs(training), images(training)).mse(pairs(test), images(test)));
  }

  private static List<ElementPair> pairs(List<GlassSample> samples) {
    return samples.stream().map(GlassSample::pair).toList();
  }

  private float[][] images(List<GlassSample> samples) {
    PcfImageCodec codec = pipeline.codec();
    return samples.stream()
        .map(sample -> codec.encode(sample.meanCurve()).intensities())
        .toArray(float[][]::new);
  }

  /**
   * Draws the pictures.
   *
   * @return file name → picture: {@code loss.png} if the training is known, {@code curves.png},
   *     {@code parity.png}
   */
  public Map<String, Figure> pictures() {
    Map<String, Figure> pictures = new LinkedHashMap<>();
    pipeline.trainingHistory().ifPresent(h -> pictures.put(LOSS, LossPlot.of(h)));
    pictures.put("curves.png", curves());
    pictures.put("parity.png", parity());
    return pictures;
  }

  private Figure curves() {
    Map<GlassSample, PcfPrediction> predictions = new HashMap<>();
    evaluation.results().forEach(curve -> predictions.put(curve.sample(), curve.prediction()));
    List<GlassSample> samples = evaluation.results().stream().map(EvaluatedCurve::sample).toList();
    List<CurvePanel> panels =
        PanelChoice.of(samples).stream()
            .map(
                sample ->
                    CurvePanel.of(
                            sample.composition() + "  " + sample.pair(),
                            predictions.get(sample).curve())
                        .withSimulations(sample.rebin(PcfPrediction.GRID)))
            .toList();
    return CurvePanels.of("Test curves, not trained on (bins of 0.1 Å)", panels);
  }

  private Figure parity() {
    List<EvaluatedCurve> wellSampled =
        evaluation.results().stream().filter(c -> c.sample().wellSampled()).toList();
    List<EvaluatedCurve> shown = wellSampled.isEmpty() ? evaluation.results() : wellSampled;
    List<PairCorrelationFunction> truth =
        shown.stream().map(c -> c.sample().meanCurve().rebin(PcfPrediction.GRID)).toList();
    List<PairCorrelationFunction> predicted =
        shown.stream().map(c -> c.prediction().curve()).toList();
    String kind = wellSampled.isEmpty() ? " test curves" : " well-sampled test curves";
    return ParityPlot.of(shown.size() + kind + ", bins of 0.1 Å", truth, predicted);
  }

  /**
   * Writes the report. Everything is made before the first file is touched, and each file is whole
   * at any time, old or new.
   *
   * @param folder made if it does not exist; files of an older report are replaced, and its {@code
   *     loss.png} is deleted if this report has none
   * @return the files written
   * @throws UncheckedIOException if the folder or a file cannot be written
   */
  public List<Path> writeTo(Path folder) {
    byte[] json = figures().toIndentedJson().getBytes(StandardCharsets.UTF_8);
    Map<String, Figure> pictures = pictures();
    List<Path> files = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      if (!pictures.containsKey(LOSS)) {
        Files.deleteIfExists(folder.resolve(LOSS));
      }
      files.add(folder.resolve("evaluation.json"));
      AtomicFile.write(files.get(0), json);
    } catch (IOException e) {
      throw new UncheckedIOException("the report " + folder + " cannot be written: " + e, e);
    }
    pictures.forEach(
        (name, picture) -> {
          Path file = folder.resolve(name);
          picture.writePng(file);
          files.add(file);
        });
    return List.copyOf(files);
  }
}
