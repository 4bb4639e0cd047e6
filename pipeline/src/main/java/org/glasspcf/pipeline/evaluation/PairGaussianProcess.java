package org.glasspcf.pipeline.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassDataset;

/**
 * {@link Baseline#PAIR_GP} with its own predictive distribution for one new melt: mean as there,
 * variance s²(1 − kᵀ(K + σ²V)⁻¹k + σ²·mean N / N_iN_j), with s² of each bin by maximum likelihood,
 * (Y − m)ᵀ(K + σ²V)⁻¹(Y − m)/n.
 */
public final class PairGaussianProcess {
  private final GaussianProcessSetting setting;
  private final Map<ElementPair, Posterior> pairs = new HashMap<>();

  private PairGaussianProcess(GaussianProcessSetting setting) {
    this.setting = setting;
  }

  /**
   * Mean and standard deviation of g.
   *
   * @param mean g in each bin (1), not cut off at 0
   * @param deviation standard deviation of one melt's g in each bin (1)
   */
  public record Prediction(double[] mean, double[] deviation) {
    /**
     * Copies the arrays.
     *
     * @param mean g in each bin (1)
     * @param deviation standard deviation in each bin (1)
     */
    public Prediction {
      mean = mean.clone();
      deviation = deviation.clone();
    }

    /**
     * The mean.
     *
     * @return a copy (1)
     */
    @Override
    public double[] mean() {
      return mean.clone();
    }

    /**
     * The standard deviation.
     *
     * @return a copy (1)
     */
    @Override
    public double[] deviation() {
      return deviation.clone();
    }
  }

  /**
   * Fits; length scale and noise are those that {@link Baseline#PAIR_GP} chooses.
   *
   * @param training the training glasses; must not hold a held-out one
   * @return the fitted process
   * @throws IllegalArgumentException as {@link Baseline#fit} does
   */
  public static PairGaussianProcess fit(GlassDataset training) {
    training.requireTrainingOnly("baseline fitting");
    TrainingCurves curves = TrainingCurves.of(training);
    List<RegressionSetting> grid = GaussianProcessSetting.grid();
    GaussianProcessSetting chosen =
        (GaussianProcessSetting)
            PairRegression.choose(grid, PairRegression.costs(training, curves, grid));
    PairGaussianProcess process = new PairGaussianProcess(chosen);
    curves
        .byPair()
        .forEach(
            (pair, group) -> {
              if (group.size() >= PairRegression.FEWEST_CURVES) {
                process.pairs.put(pair, new Posterior(group, chosen));
              }
            });
    return process;
  }

  /**
   * Predicts one new melt.
   *
   * @param glass a glass of the six oxides
   * @param pair any pair
   * @param pairCount N_i·N_j of the melt, above 0
   * @return mean and deviation on the evaluation grid; empty for a pair that was not fitted
   */
  public Optional<Prediction> predict(GlassComposition glass, ElementPair pair, long pairCount) {
    return Optional.ofNullable(pairs.get(pair))
        .map(p -> p.predict(MoleFractions.of(glass), pairCount, setting.noise()));
  }

  private static final class Posterior {
    private final List<TrainingCurve> curves;
    private final GaussianProcessSetting setting;
    private final RegressionSetting.Fit fit;
    private final DecompositionSolver solver;
    private final double meanWeight;
    private final double[] variance;

    Posterior(List<TrainingCurve> curves, GaussianProcessSetting setting) {
      this.curves = curves;
      this.setting = setting;
      this.fit = setting.fit(curves);
      this.meanWeight = curves.stream().mapToDouble(TrainingCurve::weight).average().orElseThrow();
      this.solver =
          new CholeskyDecomposition(new Array2DRowRealMatrix(setting.covariance(curves), false))
              .getSolver();
      double[] mean = TrainingCurves.weightedMean(curves);
      this.variance = new double[mean.length];
      for (int bin = 0; bin < mean.length; bin++) {
        double[] deviations = new double[curves.size()];
        for (int i = 0; i < deviations.length; i++) {
          deviations[i] = curves.get(i).values()[bin] - mean[bin];
        }
        ArrayRealVector vector = new ArrayRealVector(deviations, false);
        variance[bin] = solver.solve(vector).dotProduct(vector) / deviations.length;
      }
    }

    Prediction predict(double[] fractions, long pairCount, double noise) {
      ArrayRealVector similarity =
          new ArrayRealVector(
              curves.stream().mapToDouble(c -> setting.kernel(fractions, c.fractions())).toArray(),
              false);
      double left = 1 - solver.solve(similarity).dotProduct(similarity);
      double unit = Math.max(0, left) + noise * meanWeight / pairCount;
      double[] deviation = new double[variance.length];
      for (int bin = 0; bin < deviation.length; bin++) {
        deviation[bin] = Math.sqrt(Math.max(0, variance[bin]) * unit);
      }
      return new Prediction(fit.predict(fractions), deviation);
    }
  }
}
