package org.glasspcf.pipeline.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.AtomicFile;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.encoder.PcfImageCodec;
import org.glasspcf.pipeline.EvaluatedCurve;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PipelineEvaluation;
import org.glasspcf.pipeline.evaluation.PairMeanImages;
import org.glasspcf.pipeline.json.JsonValue;
import org.glasspcf.pipeline.plot.Figure;
import org.glasspcf.pipeline.plot.LossPlot;

/**
 * Figures and pictures of a pipeline on glasses that it has not seen. Immutable.
 *
 * <pre>{@code
 * GlassPcfPipeline pipeline = GlassPcfPipeline.load(Path.of("model.glasspcf"));
 * GlassDataset dataset = GlassDataset.read(Path.of("my-glasses"));
 * EvaluationReport.of(pipeline, dataset, pipeline.evaluate(dataset))
 *     .withBaselines(BaselineComparison.fit(dataset, 0))
 *     .withBands(BandComparison.fit(dataset))
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
  private final Additions additions;

  /** What is known beside the evaluation itself. */
  private record Additions(
      Optional<BaselineComparison> baselines,
      Optional<BandComparison> bands,
      OptionalDouble trainSeconds,
      OptionalDouble evaluateSeconds) {
    static final Additions NONE =
        new Additions(
            Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  private EvaluationReport(
      GlassPcfPipeline pipeline,
      GlassDataset dataset,
      PipelineEvaluation evaluation,
      Additions additions) {
    this.pipeline = Objects.requireNonNull(pipeline, "pipeline");
    this.dataset = Objects.requireNonNull(dataset, "dataset");
    this.evaluation = Objects.requireNonNull(evaluation, "evaluation");
    this.additions = additions;
  }

  private EvaluationReport with(Additions changed) {
    return new EvaluationReport(pipeline, dataset, evaluation, changed);
  }

  /**
   * Starts a report, without baselines, simple bands and times.
   *
   * @param pipeline what was evaluated
   * @param dataset the data, training part included where there is one
   * @param evaluation of the pipeline on the data set
   * @return the report
   */
  public static EvaluationReport of(
      GlassPcfPipeline pipeline, GlassDataset dataset, PipelineEvaluation evaluation) {
    return new EvaluationReport(pipeline, dataset, evaluation, Additions.NONE);
  }

  /**
   * Adds what simple methods reach.
   *
   * @param comparison on the same test curves
   * @return a changed copy
   */
  public EvaluationReport withBaselines(BaselineComparison comparison) {
    return with(
        new Additions(
            Optional.of(comparison),
            additions.bands,
            additions.trainSeconds,
            additions.evaluateSeconds));
  }

  /**
   * Adds how simple bands do.
   *
   * @param comparison on the same test curves
   * @return a changed copy
   */
  public EvaluationReport withBands(BandComparison comparison) {
    return with(
        new Additions(
            additions.baselines,
            Optional.of(comparison),
            additions.trainSeconds,
            additions.evaluateSeconds));
  }

  /**
   * Adds how long it took.
   *
   * @param train wall time of the training (s); empty for a loaded pipeline
   * @param evaluate wall time of the evaluation, baselines included (s)
   * @return a changed copy
   */
  public EvaluationReport withSeconds(OptionalDouble train, double evaluate) {
    return with(
        new Additions(additions.baselines, additions.bands, train, OptionalDouble.of(evaluate)));
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
    members.put("decoded", ReportJson.curves(evaluation.decoded()));
    members.put("latentR2", ReportJson.number(evaluation.latentR2()));
    members.put("imageMse", ReportJson.number(evaluation.imageMse()));
    members.put("imageMseBlack", ReportJson.number(evaluation.blackImageMse()));
    members.put("imageMsePairMean", ReportJson.number(imageMseOfPairMeans()));
    members.put("autoencoderMse", ReportJson.number(evaluation.autoencoderMse()));
    members.put("autoencoderOnly", ReportJson.curves(evaluation.autoencoderOnly()));
    members.put("codecOnly", ReportJson.curves(evaluation.codecOnly()));
    members.put("errorBudget", ReportJson.budget(ErrorBudget.of(evaluation)));
    members.put("bands", BandJson.of(evaluation.bands(), additions.bands));
    members.put("outside", ReportJson.texts(evaluation.outside()));
    members.put("clippedColumns", JsonValue.of((long) evaluation.clippedColumns()));
    members.put("baselines", ReportJson.baselines(additions.baselines));
    members.put(
        "betterBaselines",
        additions
            .baselines
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
                "train", ReportJson.number(additions.trainSeconds),
                "evaluate", ReportJson.number(additions.evaluateSeconds))));
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
    pictures.put("curves.png", ReportPictures.curves(evaluation.results()));
    pictures.put("parity.png", ReportPictures.parity(evaluation.results()));
    return pictures;
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
