package org.glasspcf.pipeline.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Ridge regression: with A = (x, 1) row by row, weights W = N / mean N, N = k·N_i·N_j, and m the
 * mean of the curves weighted by N, g(x) = m + (x, 1)·(AᵀWA + λI)⁻¹ AᵀW(Y − m). The constant is
 * penalized like the rest, for m is subtracted before.
 *
 * @param penalty λ (dimensionless)
 */
record RidgeSetting(double penalty) implements RegressionSetting {

  static List<RegressionSetting> grid() {
    return DoubleStream.of(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1)
        .<RegressionSetting>mapToObj(RidgeSetting::new)
        .toList();
  }

  @Override
  public Fit fit(List<TrainingCurve> curves) {
    double[] mean = TrainingCurves.weightedMean(curves);
    double meanWeight = curves.stream().mapToDouble(TrainingCurve::weight).average().orElseThrow();
    int size = MoleFractions.OXIDES.size() + 1;
    double[][] normal = new double[size][size];
    double[][] right = new double[size][mean.length];
    for (TrainingCurve curve : curves) {
      double[] row = withConstant(curve.fractions());
      double weight = curve.weight() / meanWeight;
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          normal[i][j] += weight * (row[i] * row[j]);
        }
        for (int bin = 0; bin < mean.length; bin++) {
          right[i][bin] += row[i] * weight * (curve.values()[bin] - mean[bin]);
        }
      }
    }
    for (int i = 0; i < size; i++) {
      normal[i][i] += penalty;
    }
    RealMatrix coefficients =
        new CholeskyDecomposition(new Array2DRowRealMatrix(normal, false))
            .getSolver()
            .solve(new Array2DRowRealMatrix(right, false));
    return fractions -> {
      double[] g = coefficients.preMultiply(withConstant(fractions));
      for (int bin = 0; bin < g.length; bin++) {
        g[bin] += mean[bin];
      }
      return g;
    };
  }

  @Override
  public double smoothing() {
    return penalty;
  }

  @Override
  public SortedMap<String, Double> values() {
    return new TreeMap<>(Map.of("penalty", penalty));
  }

  private static double[] withConstant(double[] fractions) {
    double[] row = Arrays.copyOf(fractions, fractions.length + 1);
    row[fractions.length] = 1;
    return row;
  }
}
