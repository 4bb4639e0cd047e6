package org.glasspcf.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.DatasetSplit;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.evaluation.OxygenDensities;
import org.glasspcf.pipeline.regression.GlassNovelty;
import org.glasspcf.pipeline.uncertainty.BandCalibration;
import org.glasspcf.pipeline.uncertainty.CurveBands;
import org.glasspcf.pipeline.uncertainty.OutOfFoldCurve;
import org.glasspcf.pipeline.uncertainty.TrainingDomain;

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
  }

  /** Learns from a fold's training glasses. */
  @FunctionalInterface
  interface FoldTrainer {
    FoldPredictor train(GlassDataset training);
  }

  /** The bands; empty for fewer than two glasses, which leave nothing to learn from. */
  static Optional<CurveBands> calibrate(GlassDataset training, FoldTrainer trainer) {
    int folds = Math.min(FOLDS, training.compositions().size());
    if (folds < 2) {
      return Optional.empty();
    }
    OxygenDensities densities = OxygenDensities.of(training);
    List<OutOfFoldCurve> curves = new ArrayList<>();
    for (DatasetSplit fold : training.groupedFolds(folds, FOLD_SEED)) {
      FoldPredictor predictor = trainer.train(fold.training());
      TrainingDomain known = TrainingDomain.of(PipelineProvenance.curvesByGlass(fold.training()));
      for (GlassSample sample : fold.test().samples()) {
        TrainingInterruptedException.throwIfInterrupted("the calibration of bands");
        GlassNovelty novelty = GlassNovelty.of(known.glassesWith(sample.pair()));
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
}
