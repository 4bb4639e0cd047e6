package org.glasspcf.pipeline.evaluation;

import java.util.Arrays;
import java.util.List;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;

/**
 * {@link Baseline#NEAREST_GLASS}.
 *
 * <p>Dopant series put many glasses at equal distance. Distances are compared as summed in floating
 * point, in the order of {@link MoleFractions#OXIDES}, so that rounding decides as it does in the
 * reference script; of truly equal ones the glass with more of the first oxide that differs wins,
 * whatever the order of the data.
 */
final class NearestGlass implements CurvePredictor {

  private final TrainingCurves training;
  private final PairCorrelationFunction meanOfAll;

  NearestGlass(TrainingCurves training) {
    this.training = training;
    this.meanOfAll = training.meanOfAll();
  }

  @Override
  public PairCorrelationFunction predict(GlassComposition composition, ElementPair pair) {
    List<TrainingCurve> candidates = training.of(pair);
    if (candidates.isEmpty()) {
      return meanOfAll;
    }
    double[] fractions = MoleFractions.of(composition);
    TrainingCurve nearest = candidates.get(0);
    double least = distance(nearest.fractions(), fractions);
    for (TrainingCurve candidate : candidates) {
      double distance = distance(candidate.fractions(), fractions);
      if (distance < least
          || distance == least && Arrays.compare(candidate.fractions(), nearest.fractions()) > 0) {
        nearest = candidate;
        least = distance;
      }
    }
    return TrainingCurves.curve(nearest.values());
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum;
  }
}
