package org.glasspcf.pipeline.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.DatasetSplit;
import org.glasspcf.core.dataset.GlassDataset;

/**
 * {@link Baseline#PAIR_RIDGE} and {@link Baseline#PAIR_GP}: a regression pair by pair, with one
 * setting for all pairs.
 *
 * <p><b>How the setting is chosen.</b> Five-fold cross-validation over training compositions, five
 * times with other folds; the cost is Σ min(N, 3200)·(predicted − true)² over validation curves and
 * bins, N = k·N_i·N_j, so that counts weigh but do not rule. Of the settings whose cost is within
 * 1.5 % of the least, the most smoothing one is taken. The plain minimum depends on the draw of
 * folds: on the bundled data the best settings differ by less than that. With this rule 20 draws
 * out of 20 agreed, for either regression. A pair with two training curves or fewer is left to the
 * pair mean.
 */
final class PairRegression implements CurvePredictor {

  private static final int FOLDS = 5;
  private static final int REPEATS = 5;
  private static final double TOLERANCE = 0.015;
  private static final double WEIGHT_CAP = 3200;
  static final int FEWEST_CURVES = 3;

  private final RegressionSetting setting;
  private final Map<ElementPair, RegressionSetting.Fit> fits;
  private final CurvePredictor pairMean;

  private PairRegression(RegressionSetting setting, TrainingCurves training) {
    this.setting = setting;
    this.pairMean = PairMean.fit(training);
    Map<ElementPair, RegressionSetting.Fit> fits = new HashMap<>();
    training
        .byPair()
        .forEach(
            (pair, curves) -> {
              if (curves.size() >= FEWEST_CURVES) {
                fits.put(pair, setting.fit(curves));
              }
            });
    this.fits = Map.copyOf(fits);
  }

  static PairRegression fit(
      GlassDataset dataset, TrainingCurves training, List<RegressionSetting> settings) {
    return new PairRegression(choose(settings, costs(dataset, training, settings)), training);
  }

  @Override
  public PairCorrelationFunction predict(GlassComposition composition, ElementPair pair) {
    RegressionSetting.Fit fit = fits.get(pair);
    return fit == null
        ? pairMean.predict(composition, pair)
        : TrainingCurves.curve(fit.predict(MoleFractions.of(composition)));
  }

  @Override
  public SortedMap<String, Double> settings() {
    return Collections.unmodifiableSortedMap(setting.values());
  }

  /** The most smoothing of the settings that are as good as the best, and of those the best. */
  static RegressionSetting choose(List<RegressionSetting> settings, double[] costs) {
    double least = Arrays.stream(costs).min().orElseThrow();
    int chosen = -1;
    for (int i = 0; i < costs.length; i++) {
      if (costs[i] > least * (1 + TOLERANCE)) {
        continue;
      }
      double gain = chosen < 0 ? 1 : settings.get(i).smoothing() - settings.get(chosen).smoothing();
      if (gain > 0 || gain == 0 && costs[i] < costs[chosen]) {
        chosen = i;
      }
    }
    return settings.get(chosen);
  }

  /** The cross-validation cost of every setting, summed over the repeats. */
  static double[] costs(
      GlassDataset dataset, TrainingCurves training, List<RegressionSetting> settings) {
    double[] costs = new double[settings.size()];
    int folds = Math.min(FOLDS, dataset.compositionsWithoutConditions().size());
    if (folds < 2) {
      return costs;
    }
    for (int repeat = 1; repeat <= REPEATS; repeat++) {
      Map<GlassComposition, Integer> foldOf = new HashMap<>();
      List<DatasetSplit> splits = dataset.groupedFolds(folds, repeat);
      for (int fold = 0; fold < folds; fold++) {
        for (GlassComposition composition : splits.get(fold).test().compositions()) {
          foldOf.put(composition, fold);
        }
      }
      for (List<TrainingCurve> curves : training.byPair().values()) {
        for (int fold = 0; fold < folds; fold++) {
          addCosts(curves, foldOf, fold, settings, costs);
        }
      }
    }
    return costs;
  }

  private static void addCosts(
      List<TrainingCurve> curves,
      Map<GlassComposition, Integer> foldOf,
      int fold,
      List<RegressionSetting> settings,
      double[] costs) {
    List<TrainingCurve> fitted = new ArrayList<>();
    List<TrainingCurve> validated = new ArrayList<>();
    for (TrainingCurve curve : curves) {
      (foldOf.get(curve.composition()) == fold ? validated : fitted).add(curve);
    }
    if (validated.isEmpty() || fitted.size() < FEWEST_CURVES) {
      return;
    }
    for (int i = 0; i < costs.length; i++) {
      TrainingInterruptedException.throwIfInterrupted("fitting of a pair regression");
      RegressionSetting.Fit fit = settings.get(i).fit(fitted);
      for (TrainingCurve curve : validated) {
        double squared = 0;
        double[] predicted = fit.predict(curve.fractions());
        for (int bin = 0; bin < predicted.length; bin++) {
          double error = Math.max(0, predicted[bin]) - curve.values()[bin];
          squared += error * error;
        }
        costs[i] += Math.min(curve.weight(), WEIGHT_CAP) * squared;
      }
    }
  }
}
