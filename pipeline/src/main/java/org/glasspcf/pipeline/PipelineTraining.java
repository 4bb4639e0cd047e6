package org.glasspcf.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.DatasetSplit;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.encoder.AutoencoderTrainer;
import org.glasspcf.encoder.PcfAutoencoder;
import org.glasspcf.encoder.PcfImage;
import org.glasspcf.encoder.PcfImageCodec;
import org.glasspcf.encoder.TrainingListener;
import org.glasspcf.forest.ForestTrainer;
import org.glasspcf.forest.RandomForest;
import org.glasspcf.pipeline.regression.CurveRegression;
import org.glasspcf.pipeline.regression.GlassFeatures;

/** One training, from curves to a pipeline; every composition's curve is the mean of its melts. */
final class PipelineTraining {
  private PipelineTraining() {}

  static GlassPcfPipeline train(
      PipelineOptions options, TrainingListener listener, int threads, GlassDataset training) {
    training.requireTrainingOnly("training a pipeline");
    if (training.isEmpty()) {
      throw new IllegalArgumentException(
          "training needs at least one curve, got an empty data set");
    }
    // What trains is asked for before anything is made: minutes would be lost without it.
    ForestTrainer.requireEngine();
    AutoencoderTrainer.requireEngine();
    FingerprintSchema schema = options.schema();
    requireFeatures(options);
    if (options.curves() == CurveSource.REGRESSION) {
      requireGlasses(training);
    }
    // Fingerprints first: a glass outside the schema must not cost minutes of training.
    ForestRows.fingerprints(schema, training);
    List<PairCorrelationFunction> curves =
        training.samples().stream().map(GlassSample::meanCurve).toList();
    PcfImageCodec codec = options.codec().fittedTo(curves);
    AutoencoderTrainer trainer =
        AutoencoderTrainer.with(options.autoencoder()).withListener(listener).withThreads(threads);
    AutoencoderTrainer.Result encoding =
        learnImages(
            options.autoencoder(), trainer, training, curves.stream().map(codec::encode).toList());

    PcfAutoencoder autoencoder = encoding.autoencoder();
    RandomForest forest =
        ForestRows.of(schema, codec, autoencoder, training).grow(options.forest(), threads);
    Optional<CurveRegression> regression =
        options.curves() == CurveSource.REGRESSION
            ? Optional.of(CurveRegression.fit(schema, training))
            : Optional.empty();
    PipelineProvenance provenance = PipelineProvenance.of(options, training);
    PipelineModel model =
        new PipelineModel(
            schema, forest, autoencoder, codec, regression, Optional.empty(), provenance);
    if (options.calibration() != Calibration.NONE) {
      model =
          PipelineCalibration.calibrate(
                  training, model.features(), foldTrainer(options, model, threads))
              .map(model::withBands)
              .orElse(model);
    }
    return new GlassPcfPipeline(model, encoding.history());
  }

  private static void requireGlasses(GlassDataset training) {
    Map<ElementPair, Integer> glasses = new HashMap<>();
    training.samples().forEach(sample -> glasses.merge(sample.pair(), 1, Integer::sum));
    int most = Collections.max(glasses.values());
    if (most < CurveRegression.FEWEST_GLASSES) {
      throw new IllegalArgumentException(
          "the regression needs a pair that at least "
              + CurveRegression.FEWEST_GLASSES
              + " training glasses have, got "
              + most
              + " (melts of one glass count as one): add glasses, or choose"
              + " curvesFrom(CurveSource.DECODER), the paper's road");
    }
  }

  private static void requireFeatures(PipelineOptions options) {
    int drawn = options.forest().featuresPerSplit();
    int slots = options.schema().size();
    if (drawn > slots) {
      throw new IllegalArgumentException(
          "the forest's features per split must be at most the fingerprint's "
              + slots
              + " slots, got "
              + drawn
              + ": set them, or start from the builder's own options().forest()");
    }
  }

  /** A fold's regression, which weighs inputs by the fold's own glasses. */
  private record RegressionFold(CurveRegression regression)
      implements PipelineCalibration.FoldPredictor {
    @Override
    public Optional<PairCorrelationFunction> predict(GlassComposition glass, ElementPair pair) {
      return regression.predict(glass, pair);
    }

    @Override
    public Optional<GlassFeatures> features() {
      return Optional.of(regression.features());
    }
  }

  private static PipelineCalibration.FoldTrainer foldTrainer(
      PipelineOptions options, PipelineModel model, int threads) {
    if (options.curves() == CurveSource.REGRESSION) {
      return fold -> new RegressionFold(CurveRegression.fit(options.schema(), fold));
    }
    if (options.calibration() == Calibration.CROSS_VALIDATION) {
      PipelineOptions once = options.withCalibration(Calibration.NONE);
      return fold -> {
        GlassPcfPipeline trained = train(once, progress -> {}, threads, fold);
        return (glass, pair) -> Optional.of(trained.predict(glass, pair).curve());
      };
    }
    return fold -> {
      RandomForest forest =
          ForestRows.of(model.schema(), model.codec(), model.autoencoder(), fold)
              .grow(options.forest(), threads);
      return (glass, pair) -> {
        double[] latent = forest.predict(model.schema().encode(glass, pair).values());
        PcfImage image = model.autoencoder().decode(toFloats(latent));
        return Optional.of(model.codec().decode(image, PcfPrediction.GRID));
      };
    };
  }

  private static AutoencoderTrainer.Result learnImages(
      AutoencoderOptions options,
      AutoencoderTrainer trainer,
      GlassDataset training,
      List<PcfImage> images) {
    if (options.earlyStopping().isEmpty()) {
      return trainer.train(images);
    }
    double fraction = options.earlyStopping().get().validationFraction();
    DatasetSplit split = training.splitByGlass(fraction, options.seed());
    Set<GlassComposition> watched = Set.copyOf(split.test().compositions());
    List<PcfImage> learned = new ArrayList<>();
    List<PcfImage> validation = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      boolean apart = watched.contains(training.samples().get(i).composition());
      (apart ? validation : learned).add(images.get(i));
    }
    return trainer.train(learned, validation);
  }

  static float[] toFloats(double[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }
}
