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
import org.glasspcf.pipeline.ImportanceRanking;
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
 * <p>The folder holds {@code evaluation.json}, {@code index.html} to read it all, {@code
 * curves.png} (nine test curves beside their simulations, chosen by class of pair and not by error,
 * with 90 % bands where there are any), {@code roads.png} (six of them from the regression beside
 * the paper's road, if there are any), {@code parity.png}, {@code importance.png} if {@linkplain
 * #withImportance added}, and {@code loss.png} for a pipeline that was trained and not loaded. What
 * this report lacks is deleted from an older one's folder, because it may show another model.
 */
public final class EvaluationReport {
  private static final String LOSS = "loss.png";
  private static final String ROADS = "roads.png";
  private static final String IMPORTANCE = "importance.png";

  /** Pictures that not every report has; an older report's would belong to another model. */
  private static final List<String> OPTIONAL = List.of(LOSS, ROADS, IMPORTANCE);

  private final GlassPcfPipeline pipeline;
  private final GlassDataset dataset;
  private final PipelineEvaluation evaluation;
  private final ReportAdditions additions;

  private EvaluationReport(
      GlassPcfPipeline pipeline,
      GlassDataset dataset,
      PipelineEvaluation evaluation,
      ReportAdditions additions) {
    this.pipeline = Objects.requireNonNull(pipeline, "pipeline");
    this.dataset = Objects.requireNonNull(dataset, "dataset");
    this.evaluation = Objects.requireNonNull(evaluation, "evaluation");
    this.additions = additions;
  }

  private EvaluationReport with(ReportAdditions changed) {
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
    return new EvaluationReport(pipeline, dataset, evaluation, ReportAdditions.NONE);
  }

  /**
   * Adds what simple methods reach.
   *
   * @param comparison on the same test curves
   * @return a changed copy
   */
  public EvaluationReport withBaselines(BaselineComparison comparison) {
    return with(additions.withBaselines(comparison));
  }

  /**
   * Adds how simple bands do.
   *
   * @param comparison on the same test curves
   * @return a changed copy
   */
  public EvaluationReport withBands(BandComparison comparison) {
    return with(additions.withBands(comparison));
  }

  /**
   * Adds which inputs matter; see {@link org.glasspcf.pipeline.SlotImportance}.
   *
   * @param slots of the fingerprint, on the paper's road
   * @param coordinates of the regression; empty if no curve comes from it
   * @return a changed copy, which also has {@code importance.png}
   */
  public EvaluationReport withImportance(
      ImportanceRanking slots, Optional<ImportanceRanking> coordinates) {
    return with(additions.withImportance(slots, coordinates));
  }

  /**
   * Adds how long it took.
   *
   * @param train wall time of the training (s); empty for a loaded pipeline
   * @param evaluate wall time of the evaluation, baselines included (s)
   * @return a changed copy
   */
  public EvaluationReport withSeconds(OptionalDouble train, double evaluate) {
    return with(additions.withSeconds(train, evaluate));
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
    members.put("bands", BandJson.of(evaluation.bands(), additions.bands()));
    members.put("outside", ReportJson.texts(evaluation.outside()));
    members.put("importance", importance());
    members.put("clippedColumns", JsonValue.of((long) evaluation.clippedColumns()));
    members.put("baselines", ReportJson.baselines(additions.baselines()));
    members.put(
        "betterBaselines",
        additions
            .baselines()
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
                "train", ReportJson.number(additions.trainSeconds()),
                "evaluate", ReportJson.number(additions.evaluateSeconds()))));
    members.put("seed", JsonValue.of(pipeline.provenance().options().autoencoder().seed()));
    members.put("version", JsonValue.of(pipeline.provenance().version()));
    members.put("options", ReportJson.options(pipeline.provenance().options()));
    members.put(
        "trainingHistory",
        pipeline.trainingHistory().map(ReportJson::history).orElse(JsonValue.ofNull()));
    return JsonValue.object(members);
  }

  /**
   * Returns the report as a web page in one file: tables, texts and all pictures as SVG, without
   * scripts and without anything from elsewhere; light or dark as the reader's system is.
   *
   * @return HTML 5
   */
  public String page() {
    return page(pictures());
  }

  private String page(Map<String, Figure> pictures) {
    return new ReportPage(evaluation, pipeline.provenance(), additions, dataset.sha256())
        .html(pictures);
  }

  private JsonValue importance() {
    return JsonValue.object(
        ordered(
            "decoder", ReportJson.importance(additions.slots()),
            "regression", ReportJson.importance(additions.coordinates())));
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
   *     {@code roads.png} if curves come from the regression, {@code parity.png}, and {@code
   *     importance.png} if it was added
   */
  public Map<String, Figure> pictures() {
    Map<String, Figure> pictures = new LinkedHashMap<>();
    pipeline.trainingHistory().ifPresent(h -> pictures.put(LOSS, LossPlot.of(h)));
    pictures.put("curves.png", ReportPictures.curves(evaluation.results()));
    ReportPictures.roads(evaluation.results()).ifPresent(p -> pictures.put(ROADS, p));
    pictures.put("parity.png", ReportPictures.parity(evaluation.results()));
    ReportPictures.importance(additions.slots(), additions.coordinates())
        .ifPresent(p -> pictures.put(IMPORTANCE, p));
    return pictures;
  }

  /**
   * Writes the report. Everything is made before the first file is touched, and each file is whole
   * at any time, old or new.
   *
   * @param folder made if it does not exist; files of an older report are replaced, and those of
   *     its pictures that this report does not have are deleted
   * @return the files written
   * @throws UncheckedIOException if the folder or a file cannot be written
   */
  public List<Path> writeTo(Path folder) {
    byte[] json = figures().toIndentedJson().getBytes(StandardCharsets.UTF_8);
    Map<String, Figure> pictures = pictures();
    byte[] html = page(pictures).getBytes(StandardCharsets.UTF_8);
    List<Path> files = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (String name : OPTIONAL) {
        if (!pictures.containsKey(name)) {
          Files.deleteIfExists(folder.resolve(name));
        }
      }
      files.add(folder.resolve("evaluation.json"));
      AtomicFile.write(files.get(0), json);
      files.add(folder.resolve("index.html"));
      AtomicFile.write(files.get(1), html);
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
