package org.glasspcf.examples;

import java.util.Optional;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.encoder.LearningRateSchedule;
import org.glasspcf.forest.ForestOptions;
import org.glasspcf.pipeline.Calibration;
import org.glasspcf.pipeline.CurveSource;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PipelineBuilder;
import picocli.CommandLine.Option;

/** The options of a training, on top of a preset. */
final class TrainingOptions {
  private static final double VALIDATION_FRACTION = 0.15;

  /** Where the options start from. */
  enum Preset {
    DEFAULT,
    PAPER
  }

  @Option(
      names = "--preset",
      paramLabel = "default|paper",
      defaultValue = "default",
      description = "Options to start from: ours, or the paper's. Default: ${DEFAULT-VALUE}.")
  private Preset preset = Preset.DEFAULT;

  @Option(names = "--epochs", paramLabel = "<n>", description = "Passes over the training images.")
  private Optional<Integer> epochs = Optional.empty();

  @Option(names = "--batch", paramLabel = "<n>", description = "Images a step.")
  private Optional<Integer> batch = Optional.empty();

  @Option(names = "--learning-rate", paramLabel = "<x>", description = "Adam's peak rate.")
  private Optional<Double> learningRate = Optional.empty();

  @Option(
      names = "--schedule",
      paramLabel = "one-cycle|constant",
      converter = ScheduleName.class,
      description = "How the learning rate runs over the training.")
  private Optional<LearningRateSchedule> schedule = Optional.empty();

  @Option(
      names = "--early-stopping",
      paramLabel = "<patience>",
      description =
          "Stop after so many epochs without a better loss on 15 %% of the training glasses, and"
              + " keep the best weights. Needs --schedule constant.")
  private Optional<Integer> patience = Optional.empty();

  @Option(names = "--latent", paramLabel = "<n>", description = "Numbers in a latent vector.")
  private Optional<Integer> latent = Optional.empty();

  @Option(names = "--trees", paramLabel = "<n>", description = "Trees of the forest.")
  private Optional<Integer> trees = Optional.empty();

  @Option(
      names = "--features-per-split",
      paramLabel = "<n>",
      description = "Features drawn for each split of a tree, of 58.")
  private Optional<Integer> featuresPerSplit = Optional.empty();

  @Option(names = "--max-depth", paramLabel = "<n>", description = "Greatest depth of a tree.")
  private Optional<Integer> maxDepth = Optional.empty();

  @Option(
      names = "--curves",
      paramLabel = "regression|decoder",
      converter = SourceName.class,
      description =
          "Where predicted curves come from: a regression on the composition, or forest and decoder"
              + " as the paper has it. Default: regression, and decoder for the preset paper.")
  private Optional<CurveSource> curves = Optional.empty();

  @Option(
      names = "--calibration",
      paramLabel = "none|out-of-fold|cross-validation",
      converter = CalibrationName.class,
      description =
          "How bands are fitted: not at all; on training glasses left out of regression or forest"
              + " in turn; or left out of everything, which trains the autoencoder ten times more"
              + " for --curves decoder. Default: out-of-fold, and none for the preset paper.")
  private Optional<Calibration> calibration = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      defaultValue = "0",
      description = "Seed of everything that is drawn. Default: ${DEFAULT-VALUE}.")
  private long seed;

  long seed() {
    return seed;
  }

  PipelineBuilder builder() {
    PipelineBuilder start =
        preset == Preset.PAPER ? GlassPcfPipeline.paper() : GlassPcfPipeline.builder();
    return start
        .autoencoder(autoencoder(start.options().autoencoder()))
        .forest(forest(start.options().forest()))
        .curvesFrom(curves.orElse(start.options().curves()))
        .calibration(calibration.orElse(start.options().calibration()))
        .seed(seed);
  }

  private AutoencoderOptions autoencoder(AutoencoderOptions preset) {
    AutoencoderOptions options = preset;
    if (epochs.isPresent()) {
      options = options.withEpochs(epochs.get());
    }
    if (batch.isPresent()) {
      options = options.withBatchSize(batch.get());
    }
    if (learningRate.isPresent()) {
      options = options.withLearningRate(learningRate.get());
    }
    if (latent.isPresent()) {
      options = options.withLatentSize(latent.get());
    }
    if (schedule.isPresent()) {
      options = options.withSchedule(schedule.get());
    }
    if (patience.isPresent()) {
      options = options.withEarlyStopping(VALIDATION_FRACTION, patience.get());
    }
    return options;
  }

  private ForestOptions forest(ForestOptions preset) {
    ForestOptions options = preset;
    if (trees.isPresent()) {
      options = options.withTrees(trees.get());
    }
    if (featuresPerSplit.isPresent()) {
      options = options.withFeaturesPerSplit(featuresPerSplit.get());
    }
    if (maxDepth.isPresent()) {
      options = options.withMaxDepth(maxDepth.get());
    }
    return options;
  }

  /** A schedule by its name. */
  static final class ScheduleName extends HyphenatedName<LearningRateSchedule> {
    ScheduleName() {
      super(LearningRateSchedule.values(), "one-cycle or constant");
    }
  }

  /** A source of curves by its name. */
  static final class SourceName extends HyphenatedName<CurveSource> {
    SourceName() {
      super(CurveSource.values(), "regression or decoder");
    }
  }

  /** A calibration by its name. */
  static final class CalibrationName extends HyphenatedName<Calibration> {
    CalibrationName() {
      super(Calibration.values(), "none, out-of-fold or cross-validation");
    }
  }
}
