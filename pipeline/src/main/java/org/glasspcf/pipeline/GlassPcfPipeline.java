package org.glasspcf.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.SplitKind;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.glasspcf.encoder.PcfAutoencoder;
import org.glasspcf.encoder.PcfImageCodec;
import org.glasspcf.encoder.TrainingHistory;
import org.glasspcf.forest.RandomForest;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;
import org.glasspcf.pipeline.uncertainty.OutsideDomainException;

/**
 * Predicts partial pair correlation functions of oxide glasses from their composition.
 *
 * <p>Two roads lead to a curve. The paper's: composition and pair → fingerprint (58 slots in the
 * paper) → random forest → latent vector (8 numbers) → decoder → 64×64 image → g(r) (Ayush, Sahu,
 * Ali and Patra, arXiv:2308.11151, 2023). Ours, the default for {@link PcfPrediction#curve()}: a
 * {@linkplain org.glasspcf.pipeline.regression.CurveRegression regression} of the curve on the
 * composition, pair by pair, which is nearer to simulations of new glasses and comes with
 * calibrated bands. {@link CurveSource} chooses.
 *
 * <pre>{@code
 * GlassPcfPipeline pipeline = GlassPcfPipeline.pretrained();
 * GlassComposition glass = GlassComposition.parse("60SiO2-20B2O3-20Na2O");
 * PcfPrediction bO = pipeline.predict(glass, ElementPair.of("B", "O"));
 * Interval bond = bO.bondLength(BandLevel.NINETY_PERCENT).orElseThrow(); // Å, for a new melt
 * GlassPcfPipeline own = GlassPcfPipeline.builder().seed(42).train(GlassDataset.bundled());
 * own.save(Path.of("my.glasspcf"));
 * }</pre>
 *
 * <p>Immutable: a trained or loaded pipeline is safe to share between threads without locks, and
 * predicts the same to the bit on each. Prediction is plain Java; only training needs the artifact
 * {@code glass-pcf-training} and native code.
 */
public final class GlassPcfPipeline {
  private final PipelineModel model;
  private final Optional<TrainingHistory> history;
  private final boolean refusesOutside;

  GlassPcfPipeline(PipelineModel model, TrainingHistory history) {
    this(model, Optional.of(history), false);
  }

  private GlassPcfPipeline(
      PipelineModel model, Optional<TrainingHistory> history, boolean refusesOutside) {
    this.model = model;
    this.history = history;
    this.refusesOutside = refusesOutside;
  }

  /**
   * Starts from the default options.
   *
   * @return a builder
   */
  public static PipelineBuilder builder() {
    return new PipelineBuilder(PipelineOptions.defaults(), progress -> {});
  }

  /**
   * Starts from the paper's options; see {@link PipelineOptions#paper()}.
   *
   * @return a builder
   */
  public static PipelineBuilder paper() {
    return new PipelineBuilder(PipelineOptions.paper(), progress -> {});
  }

  /**
   * Reads the pipeline that comes with the library: trained with the default options and seed 0 on
   * the 74 training glasses of the bundled data set. The pipeline module's README holds its model
   * card: data, options, figures on the held-out glasses, limits. Needs neither native code nor the
   * data set.
   *
   * @return the pipeline, read anew on every call: keep it
   * @throws org.glasspcf.pipeline.archive.ModelFileException if the jar was built without it
   */
  public static GlassPcfPipeline pretrained() {
    return new GlassPcfPipeline(ModelFile.readPretrained(), Optional.empty(), false);
  }

  /**
   * Reads a pipeline that {@link #save} wrote. Needs no native code.
   *
   * @param file a {@code .glasspcf} file
   * @return the pipeline; it predicts what the saved one did, to the bit
   * @throws org.glasspcf.pipeline.archive.UnsupportedModelVersionException if the file's format is
   *     newer or older than this library reads
   * @throws org.glasspcf.pipeline.archive.ModelFileException if the file cannot be read or is
   *     corrupt
   */
  public static GlassPcfPipeline load(Path file) {
    return new GlassPcfPipeline(ModelFile.read(file), Optional.empty(), false);
  }

  /**
   * Writes the pipeline to one file: beside its place first, then moved onto it, so that the file
   * is always whole, old or new.
   *
   * @param file the file to write, replaced if it exists
   * @throws org.glasspcf.pipeline.archive.ModelFileException if it cannot be written; what stood
   *     there stays
   */
  public void save(Path file) {
    ModelFile.write(model, file);
  }

  /**
   * Predicts one curve.
   *
   * @param composition a glass of the oxides that {@link #schema()} knows
   * @param pair two elements of the glass, in either order
   * @return the prediction
   * @throws IllegalArgumentException if the glass holds an oxide or condition outside the schema,
   *     lacks a condition or has one out of range, holds none of the base oxides, or lacks an
   *     element of the pair
   * @throws OutsideDomainException if this pipeline {@linkplain #refusingOutside() refuses}
   *     extrapolations and the glass lies outside the training domain of the pair
   */
  public PcfPrediction predict(GlassComposition composition, ElementPair pair) {
    PcfPrediction prediction = new PcfPrediction(model, composition, pair);
    if (refusesOutside && prediction.domain().place() == DomainVerdict.Place.OUTSIDE) {
      throw new OutsideDomainException(
          String.format(
              Locale.ROOT,
              "a glass must lie within %.1f mol%% of a training glass that has %s%s, got %s: %s",
              model.domain().edgeDistance(),
              pair,
              composition.conditions().isEmpty() ? "" : " and among the conditions of those",
              composition,
              prediction.domain()));
    }
    return prediction;
  }

  /**
   * Predicts every pair of a glass.
   *
   * @param composition a glass of the oxides that {@link #schema()} knows
   * @return one prediction a pair, in the order of {@link GlassComposition#pairs()}
   * @throws IllegalArgumentException if the glass is not one of the schema
   */
  public List<PcfPrediction> predictAll(GlassComposition composition) {
    return composition.pairs().stream().map(pair -> predict(composition, pair)).toList();
  }

  /**
   * Tells whether a glass lies among the training glasses, for the pair that lies farthest out. A
   * prediction outside is an extrapolation; it is made all the same unless {@link
   * #refusingOutside()} says otherwise.
   *
   * @param composition any glass
   * @return the verdict, with the nearest training glasses
   */
  public DomainVerdict domain(GlassComposition composition) {
    return model.domain().verdict(composition);
  }

  /**
   * Returns a pipeline that throws where this one only flags.
   *
   * @return a pipeline that predicts the same and throws {@link OutsideDomainException} for glasses
   *     outside the training domain
   */
  public GlassPcfPipeline refusingOutside() {
    return new GlassPcfPipeline(model, history, true);
  }

  /**
   * Returns a pipeline that decodes equal latent vectors once, for predictions of many glasses. The
   * forest is constant over whole regions of compositions, so that thousands of glasses share a
   * latent vector; drawing its image takes a hundred times as long as looking it up.
   *
   * @param images the most images to remember, at least 1; 4 KiB of memory each
   * @return a pipeline that predicts the same to the bit and shares images between its predictions
   * @throws IllegalArgumentException if images is less than 1
   */
  public GlassPcfPipeline rememberingImages(int images) {
    return new GlassPcfPipeline(
        model.withImageMemory(ImageMemory.of(images)), history, refusesOutside);
  }

  /**
   * Measures the pipeline on glasses that it has not been trained on: on a data set's held-out part
   * if it has one, otherwise on all of it. The calling thread can be interrupted.
   *
   * @param dataset the data
   * @return the errors, with the kind of split that they stand for
   * @throws IllegalArgumentException if one of the curves was trained on, or there are none
   * @throws org.glasspcf.core.TrainingInterruptedException if the thread is interrupted; its
   *     interrupt flag stays set
   */
  public PipelineEvaluation evaluate(GlassDataset dataset) {
    return PipelineEvaluation.of(this, dataset);
  }

  /**
   * Notes figures of an evaluation in the pipeline's provenance, for whoever reads its file. Those
   * of compositions that were trained on at other conditions have names that begin with {@code
   * otherConditions.}
   *
   * @param evaluation an evaluation of this pipeline
   * @return a pipeline that predicts the same and carries the figures
   * @throws IllegalArgumentException if the evaluation is one by curve, whose glasses were not held
   *     out
   */
  public GlassPcfPipeline withEvaluation(PipelineEvaluation evaluation) {
    if (evaluation.kind() == SplitKind.BY_CURVE) {
      throw new IllegalArgumentException(
          "held-out figures need glasses that were not trained on, got an evaluation BY_CURVE");
    }
    Map<String, Double> figures = new TreeMap<>();
    String kind = evaluation.kind() == SplitKind.BY_CONDITION ? "otherConditions." : "";
    evaluation.figures().forEach((name, value) -> figures.put(kind + name, value));
    PipelineProvenance provenance = model.provenance().withFigures(figures);
    return new GlassPcfPipeline(model.withProvenance(provenance), history, refusesOutside);
  }

  /**
   * Tells whether predictions have bands.
   *
   * @return false if the pipeline was not to be calibrated, or no training glass had two melts,
   *     which alone tell how far melts lie apart
   */
  public boolean hasBands() {
    return model.bands().isPresent();
  }

  /**
   * Returns how the pipeline reads a composition.
   *
   * @return the fingerprint's schema, which names the oxides and elements that it knows
   */
  public FingerprintSchema schema() {
    return model.schema();
  }

  /**
   * Returns how the pipeline draws curves.
   *
   * @return the image codec
   */
  public PcfImageCodec codec() {
    return model.codec();
  }

  /**
   * Returns the network of the paper's road, which condenses images to latent vectors and draws
   * them again: {@code autoencoder().encode(codec().encode(curve))} is the latent vector of a
   * measured curve.
   *
   * @return the autoencoder
   */
  public PcfAutoencoder autoencoder() {
    return model.autoencoder();
  }

  /**
   * Returns the forest of the paper's road, from {@link #schema() fingerprints} to latent vectors.
   *
   * @return the forest
   */
  public RandomForest forest() {
    return model.forest();
  }

  /**
   * Returns where the pipeline comes from.
   *
   * @return data, options, seeds, version and held-out figures
   */
  public PipelineProvenance provenance() {
    return model.provenance();
  }

  /**
   * Returns what tells this pipeline from every other: the hash that its model file holds.
   *
   * @return the SHA-256 of model, options and provenance, in 64 hexadecimal digits
   */
  public String sha256() {
    return ModelFile.archive(model).sha256();
  }

  /**
   * Returns the losses of the autoencoder's training.
   *
   * @return the history; empty for a loaded pipeline, as the file does not keep it
   */
  public Optional<TrainingHistory> trainingHistory() {
    return history;
  }

  PipelineModel model() {
    return model;
  }
}
