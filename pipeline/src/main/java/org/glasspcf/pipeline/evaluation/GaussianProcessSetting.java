package org.glasspcf.pipeline.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Gaussian-process regression: with the kernel k(x, x′) = exp(−|x − x′|² / 2ℓ²) of unit variance,
 * noise variances V = mean N / N, N = k·N_i·N_j, and m the mean of the curves weighted by N, g(x) =
 * m + k(x, X)·(k(X, X) + σ² diag V)⁻¹ (Y − m), the posterior mean, for all bins alike.
 *
 * @param lengthScale ℓ, a distance in mole fractions (1)
 * @param noise σ², the noise variance of a curve of average N, in units of the kernel's variance
 */
record GaussianProcessSetting(double lengthScale, double noise) implements RegressionSetting {

  static List<RegressionSetting> grid() {
    List<RegressionSetting> settings = new ArrayList<>();
    for (double lengthScale : new double[] {0.2, 0.3, 0.5, 0.8, 1.2}) {
      for (double noise : new double[] {0.01, 0.03, 0.1, 0.3}) {
        settings.add(new GaussianProcessSetting(lengthScale, noise));
      }
    }
    return List.copyOf(settings);
  }

  @Override
  public Fit fit(List<TrainingCurve> curves) {
    int count = curves.size();
    double[] mean = TrainingCurves.weightedMean(curves);
    double[][] deviations = new double[count][mean.length];
    for (int i = 0; i < count; i++) {
      for (int bin = 0; bin < mean.length; bin++) {
        deviations[i][bin] = curves.get(i).values()[bin] - mean[bin];
      }
    }
    RealMatrix weights =
        new CholeskyDecomposition(new Array2DRowRealMatrix(covariance(curves), false))
            .getSolver()
            .solve(new Array2DRowRealMatrix(deviations, false));
    double[][] points = curves.stream().map(TrainingCurve::fractions).toArray(double[][]::new);
    return fractions -> {
      double[] similarity = new double[count];
      for (int i = 0; i < count; i++) {
        similarity[i] = kernel(fractions, points[i]);
      }
      double[] g = weights.preMultiply(similarity);
      for (int bin = 0; bin < g.length; bin++) {
        g[bin] += mean[bin];
      }
      return g;
    };
  }

  /** K + σ²V of the curves of one pair. */
  double[][] covariance(List<TrainingCurve> curves) {
    double meanWeight = curves.stream().mapToDouble(TrainingCurve::weight).average().orElseThrow();
    double[][] covariance = new double[curves.size()][curves.size()];
    for (int i = 0; i < covariance.length; i++) {
      TrainingCurve curve = curves.get(i);
      for (int j = 0; j < covariance.length; j++) {
        covariance[i][j] = kernel(curve.fractions(), curves.get(j).fractions());
      }
      covariance[i][i] += noise * meanWeight / curve.weight();
    }
    return covariance;
  }

  @Override
  public double smoothing() {
    return noise;
  }

  @Override
  public SortedMap<String, Double> values() {
    return new TreeMap<>(Map.of("lengthScale", lengthScale, "noise", noise));
  }

  double kernel(double[] a, double[] b) {
    double squared = 0;
    for (int i = 0; i < a.length; i++) {
      squared += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.exp(-squared / 2 / (lengthScale * lengthScale));
  }
}
