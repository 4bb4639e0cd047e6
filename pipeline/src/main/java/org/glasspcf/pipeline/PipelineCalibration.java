package org.glasspcf.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.DatasetSplit;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.evaluation.OxygenDensities;
import org.glasspcf.pipeline.regression.GlassFeatures;
import org.glasspcf.pipeline.regression.GlassNovelty;
import org.glasspcf.pipeline.uncertainty.BandCalibration;
import org.glasspcf.pipeline.uncertainty.CurveBands;
import org.glasspcf.pipeline.uncertainty.OutOfFoldCurve;

/** Calibrates the bands of a pipeline on predictions of training glasses left out in turn. */
final class PipelineCalibration {
  private static final int FOLDS = 10;
  private static final long FOLD_SEED = 0;

  private PipelineCalibration() {}

  /** Anything that predicts, having learned from one fold's training glasses. */
  @FunctionalInterface
  interface FoldPredictor {
    /** A curve on any grid; empty for a pair that the fold's training glasses cannot tell. */
    Optional<PairCorrelationFunction> predict(GlassComposition glass, ElementPair pair);

    /** How the fold knows a glass, if it has learned that; otherwise as the whole model does. */
    default Optional<GlassFeatures> features() {
      return Optional.empty();
    }
  }

  /** Learns from a fold's training glasses. */
  @FunctionalInterface
  interface FoldTrainer {
    FoldPredictor train(GlassDataset training);
  }

  /**
   * The bands; empty for fewer than two glasses, which leave nothing to learn from, and where no
   * glass has two melts, which alone tell how far melts lie apart.
   */
  static Optional<CurveBands> calibrate(
      GlassDataset training, GlassFeatures features, FoldTrainer trainer) {
    int folds = Math.min(FOLDS, training.compositionsWithoutConditions().size());
    boolean repeated = training.samples().stream().anyMatch(s -> s.simulations() > 1);
    if (folds < 2 || !repeated) {
      return Optional.empty();
    }
    OxygenDensities densities = OxygenDensities.of(training);
    List<OutOfFoldCurve> curves = new ArrayList<>();
    for (DatasetSplit fold : training.groupedFolds(folds, FOLD_SEED)) {
      FoldPredictor predictor = trainer.train(fold.training());
      GlassFeatures known = predictor.features().orElse(features);
      Map<ElementPair, GlassNovelty> novelties = novelties(known, fold.training());
      for (GlassSample sample : fold.test().samples()) {
        TrainingInterruptedException.throwIfInterrupted("the calibration of bands");
        GlassNovelty novelty =
            novelties.getOrDefault(sample.pair(), GlassNovelty.of(known, List.of()));
        predictor
            .predict(sample.composition(), sample.pair())
            .ifPresent(
                predicted ->
                    curves.add(
                        new OutOfFoldCurve(
                            sample.rebin(PcfPrediction.GRID),
                            predicted.rebin(PcfPrediction.GRID),
                            novelty.of(sample.composition()),
                            densities.of(sample))));
      }
    }
    return Optional.of(BandCalibration.fit(curves));
  }

  private static Map<ElementPair, GlassNovelty> novelties(
      GlassFeatures features, GlassDataset training) {
    Map<ElementPair, List<GlassComposition>> glasses = new HashMap<>();
    for (GlassSample sample : training.samples()) {
      glasses.computeIfAbsent(sample.pair(), p -> new ArrayList<>()).add(sample.composition());
    }
    Map<ElementPair, GlassNovelty> out = new HashMap<>();
    glasses.forEach((pair, known) -> out.put(pair, GlassNovelty.of(features, known)));
    return out;
  }
}
