package org.glasspcf.pipeline.evaluation;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** The directions of largest variance of a set of vectors, around their mean. */
final class PrincipalComponents {

  private final double[] mean;
  private final double[][] axes;

  private PrincipalComponents(double[] mean, double[][] axes) {
    this.mean = mean;
    this.axes = axes;
  }

  /**
   * Finds the components from the eigenvectors of the covariance matrix.
   *
   * @param rows vectors × dimensions
   * @param count how many components; fewer are kept when there are fewer dimensions
   */
  static PrincipalComponents of(double[][] rows, int count) {
    int dimensions = rows[0].length;
    double[] mean = new double[dimensions];
    for (double[] row : rows) {
      for (int i = 0; i < dimensions; i++) {
        mean[i] += row[i] / rows.length;
      }
    }
    double[][] covariance = new double[dimensions][dimensions];
    for (double[] row : rows) {
      for (int i = 0; i < dimensions; i++) {
        double deviation = row[i] - mean[i];
        for (int j = 0; j <= i; j++) {
          covariance[i][j] += deviation * (row[j] - mean[j]);
        }
      }
    }
    for (int i = 0; i < dimensions; i++) {
      for (int j = 0; j < i; j++) {
        covariance[j][i] = covariance[i][j];
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(covariance, false));
    double[][] axes = new double[Math.min(count, dimensions)][];
    for (int k = 0; k < axes.length; k++) {
      axes[k] = eigen.getEigenvector(k).toArray();
    }
    return new PrincipalComponents(mean, axes);
  }

  double[] transform(double[] row) {
    double[] scores = new double[axes.length];
    for (int k = 0; k < axes.length; k++) {
      for (int i = 0; i < mean.length; i++) {
        scores[k] += axes[k][i] * (row[i] - mean[i]);
      }
    }
    return scores;
  }

  double[] inverse(double[] scores) {
    double[] row = Arrays.copyOf(mean, mean.length);
    for (int k = 0; k < axes.length; k++) {
      for (int i = 0; i < mean.length; i++) {
        row[i] += scores[k] * axes[k][i];
      }
    }
    return row;
  }
}
