package org.glasspcf.pipeline.evaluation;

import java.util.Collections;
import java.util.SortedMap;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;

/** Anything that predicts the pair correlation function of a glass, baseline or model. */
@FunctionalInterface
public interface CurvePredictor {

  /**
   * Predicts the curve of one pair.
   *
   * @param composition the glass
   * @param pair the pair of elements
   * @return g(r) (dimensionless, r in Å) on a grid that covers {@link CurveEvaluator#GRID}
   * @throws IllegalArgumentException if this predictor does not know the composition's oxides or
   *     the pair
   */
  PairCorrelationFunction predict(GlassComposition composition, ElementPair pair);

  /**
   * The settings that fitting chose, by name.
   *
   * @return an unmodifiable map; empty when nothing was chosen
   */
  default SortedMap<String, Double> settings() {
    return Collections.emptySortedMap();
  }
}
