package org.glasspcf.pipeline.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;

/** The training part on the evaluation grid, in the data set's own order. */
final class TrainingCurves {

  private final List<TrainingCurve> all;
  private final SortedMap<ElementPair, List<TrainingCurve>> byPair = new TreeMap<>();

  private TrainingCurves(List<TrainingCurve> all) {
    this.all = all;
    for (TrainingCurve curve : all) {
      byPair.computeIfAbsent(curve.pair(), pair -> new ArrayList<>()).add(curve);
    }
  }

  static TrainingCurves of(GlassDataset training) {
    List<TrainingCurve> curves = new ArrayList<>();
    for (GlassSample sample : training.samples()) {
      Checks.require(
          sample.pairCountSum() > 0,
          "a curve needs atoms of both elements, got N_i·N_j = 0 for "
              + sample.pair()
              + " in "
              + sample.composition());
      curves.add(
          new TrainingCurve(
              sample.composition(),
              sample.pair(),
              MoleFractions.of(sample.composition()),
              sample.rebin(CurveEvaluator.GRID).meanCurve().values(),
              sample.pairCountSum()));
    }
    Checks.require(!curves.isEmpty(), "baselines need at least one training curve, got 0");
    return new TrainingCurves(curves);
  }

  List<TrainingCurve> all() {
    return all;
  }

  SortedMap<ElementPair, List<TrainingCurve>> byPair() {
    return byPair;
  }

  List<TrainingCurve> of(ElementPair pair) {
    return byPair.getOrDefault(pair, List.of());
  }

  /** The mean of all curves, each counting the same: what is left to say of an unknown pair. */
  PairCorrelationFunction meanOfAll() {
    double[] mean = new double[CurveEvaluator.GRID.bins()];
    for (TrainingCurve curve : all) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += curve.values()[i] / all.size();
      }
    }
    return curve(mean);
  }

  /** The mean of the curves, weighted by k·N_i·N_j. */
  static double[] weightedMean(List<TrainingCurve> curves) {
    double[] mean = new double[CurveEvaluator.GRID.bins()];
    double total = 0;
    for (TrainingCurve curve : curves) {
      total += curve.weight();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += curve.weight() * curve.values()[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= total;
    }
    return mean;
  }

  /** A curve on the evaluation grid from values of which the negative ones are set to 0. */
  static PairCorrelationFunction curve(double[] values) {
    double[] clipped = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      clipped[i] = Math.max(0, values[i]);
    }
    return PairCorrelationFunction.of(CurveEvaluator.GRID, clipped);
  }
}
