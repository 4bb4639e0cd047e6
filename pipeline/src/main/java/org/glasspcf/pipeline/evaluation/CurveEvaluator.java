package org.glasspcf.pipeline.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;

/**
 * The truth of a list of test curves, against which any number of predictors can be judged.
 * Immutable and safe to share between threads.
 *
 * <p>Each simulation's curve is re-binned to {@link #GRID} before mean and standard error are taken
 * there: errors of fine bins do not add up to those of coarse ones.
 */
public final class CurveEvaluator {

  /** The grid of all metrics: 100 bins of 0.1 Å over 0–10 Å, shell averages. */
  public static final RadialGrid GRID = RadialGrid.uniform(10.0, 100);

  private final List<GlassSample> samples;
  private final OxygenDensities densities;

  private CurveEvaluator(List<GlassSample> samples, OxygenDensities densities) {
    Checks.require(!samples.isEmpty(), "an evaluation needs at least one test curve, got 0");
    this.samples = samples.stream().map(sample -> sample.rebin(GRID)).toList();
    this.densities = densities;
  }

  /**
   * Prepares test samples, of which no volume is known: there are no coordination numbers.
   *
   * @param samples the test curves, at least one, on grids that cover {@link #GRID}
   * @return an evaluator of predictions for them
   * @throws IllegalArgumentException if there is no sample, or if one ends before 10 Å
   */
  public static CurveEvaluator of(List<GlassSample> samples) {
    return new CurveEvaluator(samples, OxygenDensities.none());
  }

  /**
   * Prepares all curves of a data set; its melts' volumes make coordination numbers.
   *
   * @param test the test glasses, on grids that cover {@link #GRID}
   * @return an evaluator of predictions for them
   * @throws IllegalArgumentException if there is no curve, or if one ends before 10 Å
   */
  public static CurveEvaluator of(GlassDataset test) {
    return new CurveEvaluator(test.samples(), OxygenDensities.of(test));
  }

  /**
   * The test samples.
   *
   * @return the samples on {@link #GRID}, in the order they were given; unmodifiable
   */
  public List<GlassSample> samples() {
    return samples;
  }

  /**
   * Predicts every test curve and scores the predictions.
   *
   * @param predictor what to judge
   * @return its scores
   * @throws TrainingInterruptedException if the calling thread is interrupted; its interrupt flag
   *     stays set
   */
  public CurveEvaluation evaluate(CurvePredictor predictor) {
    List<PairCorrelationFunction> predicted = new ArrayList<>();
    for (GlassSample sample : samples) {
      TrainingInterruptedException.throwIfInterrupted("the evaluation");
      predicted.add(predictor.predict(sample.composition(), sample.pair()));
    }
    return evaluate(predicted);
  }

  /**
   * Scores predicted curves.
   *
   * @param predicted one curve for each sample, in the order of {@link #samples()}; re-binned when
   *     on another grid
   * @return their scores
   * @throws IllegalArgumentException if the count differs, or if a grid does not cover {@link
   *     #GRID}
   */
  public CurveEvaluation evaluate(List<PairCorrelationFunction> predicted) {
    List<PairCorrelationFunction> curves = onGrid(predicted);
    List<ScoredCurve> all = new ArrayList<>();
    List<ScoredCurve> wellSampled = new ArrayList<>();
    Map<PairClass, List<ScoredCurve>> byClass = new EnumMap<>(PairClass.class);
    for (int i = 0; i < samples.size(); i++) {
      GlassSample sample = samples.get(i);
      ScoredCurve curve = scored(sample, curves.get(i));
      all.add(curve);
      if (sample.wellSampled()) {
        wellSampled.add(curve);
      }
      byClass.computeIfAbsent(PairClass.of(sample.pair()), key -> new ArrayList<>()).add(curve);
    }
    Map<PairClass, CurveScores> scoresByClass = new EnumMap<>(PairClass.class);
    byClass.forEach((key, group) -> scoresByClass.put(key, CurveScores.of(group)));
    return new CurveEvaluation(
        CurveScores.of(all),
        wellSampled.isEmpty() ? Optional.empty() : Optional.of(CurveScores.of(wellSampled)),
        scoresByClass,
        CationOxygenScores.of(samples, curves, densities));
  }

  /**
   * Tells the error of each predicted curve, for statistics of one's own.
   *
   * @param predicted one curve for each sample, in the order of {@link #samples()}; re-binned when
   *     on another grid
   * @return one error for each sample
   * @throws IllegalArgumentException if the count differs, or if a grid does not cover {@link
   *     #GRID}
   */
  public List<CurveError> errors(List<PairCorrelationFunction> predicted) {
    List<PairCorrelationFunction> curves = onGrid(predicted);
    List<CurveError> errors = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      GlassSample sample = samples.get(i);
      ScoredCurve curve = scored(sample, curves.get(i));
      errors.add(
          new CurveError(
              sample.composition(),
              sample.pair(),
              sample.wellSampled(),
              curve.squaredError() / GRID.bins(),
              curve
                  .standardError()
                  .map(se -> OptionalDouble.of(Arrays.stream(se).map(e -> e * e).sum() / se.length))
                  .orElse(OptionalDouble.empty())));
    }
    return List.copyOf(errors);
  }

  private static ScoredCurve scored(GlassSample sample, PairCorrelationFunction predicted) {
    return new ScoredCurve(predicted.values(), sample.meanCurve().values(), sample.standardError());
  }

  private List<PairCorrelationFunction> onGrid(List<PairCorrelationFunction> predicted) {
    Checks.sameCount(predicted.size(), samples.size(), "predicted curves");
    return predicted.stream().map(CurveEvaluator::onGrid).toList();
  }

  private static PairCorrelationFunction onGrid(PairCorrelationFunction curve) {
    return curve.grid().equals(GRID) ? curve : curve.rebin(GRID);
  }
}
