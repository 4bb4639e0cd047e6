package org.glasspcf.pipeline.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How well a predictor does on test glasses.
 *
 * @param all scores over all test curves
 * @param wellSampled scores over the curves with N_i·N_j ≥ 1,600 in one simulation, the headline;
 *     empty when there is none
 * @param byClass scores over all test curves of each class of pair that occurs; unmodifiable
 * @param cationOxygen errors of the first oxygen shell; empty when no well-sampled curve has one
 */
public record CurveEvaluation(
    CurveScores all,
    Optional<CurveScores> wellSampled,
    Map<PairClass, CurveScores> byClass,
    Optional<CationOxygenScores> cationOxygen) {

  /**
   * Copies the map, in the order of the classes.
   *
   * @param all scores over all test curves
   * @param wellSampled scores over the well-sampled curves
   * @param byClass scores by class of pair
   * @param cationOxygen errors of the first oxygen shell
   */
  public CurveEvaluation {
    Map<PairClass, CurveScores> ordered = new EnumMap<>(PairClass.class);
    ordered.putAll(byClass);
    byClass = Collections.unmodifiableMap(ordered);
  }
}
