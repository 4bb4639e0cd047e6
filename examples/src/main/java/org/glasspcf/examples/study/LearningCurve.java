package org.glasspcf.examples.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.evaluation.CurveEvaluator;
import org.glasspcf.pipeline.evaluation.CurvePredictor;
import org.glasspcf.pipeline.regression.CurveRegression;

/**
 * The excess over the noise floor against the share of training glasses, for the default pipeline's
 * curves and for the pair Gaussian process. A pair that a drawn subset has fewer than three times
 * gets the pair's mean over the subset, from both methods alike.
 *
 * @param points one for each share
 */
record LearningCurve(List<Point> points) {
  private static final double[] SHARES = {0.25, 0.5, 1};

  /**
   * One share of the training glasses.
   *
   * @param share of the training compositions (1)
   * @param glasses how many that are
   * @param draws how many subsets were drawn
   * @param ours excess of the default pipeline's curves on well-sampled test curves (1)
   * @param pairGp excess of the pair Gaussian process (1)
   */
  record Point(double share, int glasses, int draws, Method.Band ours, Method.Band pairGp) {}

  static LearningCurve measure(GlassDataset dataset, int draws) {
    CurveEvaluator evaluator = CurveEvaluator.of(dataset.testPart());
    List<Point> points = new ArrayList<>();
    for (double share : SHARES) {
      int subsets = share < 1 ? draws : 1;
      double[] ours = new double[subsets];
      double[] theirs = new double[subsets];
      int glasses = 0;
      for (int draw = 0; draw < subsets; draw++) {
        TrainingInterruptedException.throwIfInterrupted("the learning curve");
        GlassDataset subset = subset(dataset.trainingPart(), share, draw);
        glasses = subset.compositions().size();
        CurveRegression regression = CurveRegression.fit(subset);
        CurvePredictor mean = Baseline.PAIR_MEAN.fit(subset, 0);
        ours[draw] =
            excess(
                evaluator,
                (glass, pair) ->
                    regression.predict(glass, pair).orElseGet(() -> mean.predict(glass, pair)));
        theirs[draw] = excess(evaluator, Baseline.PAIR_GP.fit(subset, 0));
      }
      points.add(new Point(share, glasses, subsets, Method.Band.of(ours), Method.Band.of(theirs)));
    }
    return new LearningCurve(points);
  }

  private static GlassDataset subset(GlassDataset training, double share, int draw) {
    List<GlassComposition> glasses = new ArrayList<>(training.compositions());
    Collections.shuffle(glasses, new Random(draw));
    Set<GlassComposition> kept =
        new HashSet<>(glasses.subList(0, (int) Math.round(share * glasses.size())));
    return training.withCurves((glass, pair) -> kept.contains(glass));
  }

  private static double excess(CurveEvaluator evaluator, CurvePredictor predictor) {
    return evaluator
        .evaluate(predictor)
        .wellSampled()
        .orElseThrow(() -> new IllegalArgumentException("the test list needs a well-sampled curve"))
        .excess()
        .orElseThrow(
            () -> new IllegalArgumentException("the test glasses need two simulations or more"));
  }
}
