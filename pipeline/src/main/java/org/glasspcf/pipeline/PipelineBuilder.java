package org.glasspcf.pipeline;

import java.util.Objects;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.fingerprint.FingerprintEncoding;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.encoder.AutoencoderTrainer;
import org.glasspcf.encoder.PcfImageCodec;
import org.glasspcf.encoder.TrainingListener;
import org.glasspcf.forest.ForestOptions;

/**
 * Chooses options step by step and trains.
 *
 * <pre>{@code
 * GlassPcfPipeline own =
 *     GlassPcfPipeline.builder()
 *         .autoencoder(AutoencoderOptions.defaults().withEpochs(80))
 *         .forest(ForestOptions.defaults().withTrees(30))
 *         .seed(42)
 *         .onProgress(System.out::println)
 *         .train(GlassDataset.read(Path.of("my-glasses")));
 * }</pre>
 *
 * <p>Immutable: every step returns a changed copy, so a builder can be kept and varied.
 */
public final class PipelineBuilder {
  private final PipelineOptions options;
  private final TrainingListener listener;
  private final int threads;

  PipelineBuilder(PipelineOptions options, TrainingListener listener) {
    this(
        options,
        listener,
        Math.min(AutoencoderTrainer.MOST_THREADS, Runtime.getRuntime().availableProcessors()));
  }

  private PipelineBuilder(PipelineOptions options, TrainingListener listener, int threads) {
    this.options = Objects.requireNonNull(options, "options");
    this.listener = Objects.requireNonNull(listener, "listener");
    this.threads = threads;
  }

  private PipelineBuilder with(PipelineOptions changed) {
    return new PipelineBuilder(changed, listener, threads);
  }

  /**
   * Returns the options chosen so far.
   *
   * @return the options
   */
  public PipelineOptions options() {
    return options;
  }

  /**
   * Sets which glasses the pipeline knows: oxides, and numeric inputs such as a quench rate. The
   * forest's features per split change with the number of slots, so that their share stays: 30 of
   * 58 by default, rounded. {@link #forest} after this takes its number as it is.
   *
   * @param schema the oxides, inputs and slots of the fingerprint
   * @return a changed copy
   */
  public PipelineBuilder schema(FingerprintSchema schema) {
    return with(options.withSchema(schema));
  }

  /**
   * Sets how a composition fills the fingerprint.
   *
   * @param encoding presence bits or mole fractions
   * @return a changed copy
   */
  public PipelineBuilder encoding(FingerprintEncoding encoding) {
    return with(options.withEncoding(encoding));
  }

  /**
   * Sets how a curve becomes an image.
   *
   * @param codec the kind of codec; its height range is fitted to the training curves
   * @return a changed copy
   */
  public PipelineBuilder codec(PcfImageCodec.Kind codec) {
    return with(options.withCodec(codec));
  }

  /**
   * Sets how the autoencoder is built and trained.
   *
   * @param autoencoder the options
   * @return a changed copy
   */
  public PipelineBuilder autoencoder(AutoencoderOptions autoencoder) {
    return with(options.withAutoencoder(autoencoder));
  }

  /**
   * Sets how the forest is grown. {@code ForestOptions.defaults()} takes the latents as they are,
   * as {@link PipelineOptions#defaults()} does; to vary what {@link PipelineOptions#paper()} chose,
   * start from this builder's own {@code options().forest()}.
   *
   * @param forest the options
   * @return a changed copy
   */
  public PipelineBuilder forest(ForestOptions forest) {
    return with(options.withForest(forest));
  }

  /**
   * Sets which part of the pipeline its curves are taken from.
   *
   * @param source the regression or the decoder
   * @return a changed copy
   */
  public PipelineBuilder curvesFrom(CurveSource source) {
    return with(options.withCurves(source));
  }

  /**
   * Sets how the bands of predictions are calibrated.
   *
   * @param calibration none, out of fold or by full cross-validation
   * @return a changed copy
   */
  public PipelineBuilder calibration(Calibration calibration) {
    return with(options.withCalibration(calibration));
  }

  /**
   * Sets one seed for everything that is drawn: kernels, shuffling, bootstrap samples, features.
   * Overrides the seeds of the autoencoder's and the forest's options chosen so far.
   *
   * @param seed any number
   * @return a changed copy
   */
  public PipelineBuilder seed(long seed) {
    return autoencoder(options.autoencoder().withSeed(seed))
        .forest(options.forest().withSeed(seed));
  }

  /**
   * Sets who hears of the training's progress.
   *
   * @param listener called after every epoch, on the training thread
   * @return a changed copy
   */
  public PipelineBuilder onProgress(TrainingListener listener) {
    return new PipelineBuilder(options, listener, threads);
  }

  /**
   * Sets how many threads train. They are the training's own, beside the calling one, and end with
   * it. The number does not change what is trained, to the bit.
   *
   * @param threads at least 1; the autoencoder uses up to {@link AutoencoderTrainer#MOST_THREADS}
   * @return a changed copy
   * @throws IllegalArgumentException if threads is below 1
   */
  public PipelineBuilder threads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "the number of threads must be at least 1, got " + threads);
    }
    return new PipelineBuilder(options, listener, threads);
  }

  /**
   * Trains a pipeline on the training part of a data set: all of it, but the glasses that the data
   * set holds out. Takes minutes; the calling thread can be interrupted.
   *
   * @param dataset the data; its held-out glasses are not looked at
   * @return the trained pipeline
   * @throws IllegalArgumentException if there is nothing to train on, curves are to come from the
   *     regression and no pair is in three training glasses, a glass is not one of the
   *     fingerprint's schema, or the forest is to draw more features than there are slots
   * @throws org.glasspcf.core.TrainingInterruptedException if the thread is interrupted
   * @throws org.glasspcf.core.TrainingException if the loss diverges, or what trains is missing:
   *     Deeplearning4j, its native code or Tribuo, which is told before any work
   */
  public GlassPcfPipeline train(GlassDataset dataset) {
    return PipelineTraining.train(options, listener, threads, dataset.trainingPart());
  }
}
