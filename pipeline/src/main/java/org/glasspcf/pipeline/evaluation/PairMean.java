package org.glasspcf.pipeline.evaluation;

import java.util.HashMap;
import java.util.Map;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;

/** {@link Baseline#PAIR_MEAN}. */
record PairMean(Map<ElementPair, PairCorrelationFunction> means, PairCorrelationFunction meanOfAll)
    implements CurvePredictor {

  static PairMean fit(TrainingCurves training) {
    Map<ElementPair, PairCorrelationFunction> means = new HashMap<>();
    training
        .byPair()
        .forEach(
            (pair, curves) ->
                means.put(pair, TrainingCurves.curve(TrainingCurves.weightedMean(curves))));
    return new PairMean(Map.copyOf(means), training.meanOfAll());
  }

  @Override
  public PairCorrelationFunction predict(GlassComposition composition, ElementPair pair) {
    return means.getOrDefault(pair, meanOfAll);
  }
}
