package org.glasspcf.pipeline.regression;

import java.util.List;
import org.glasspcf.core.GlassComposition;

/**
 * How much is new about a glass, given others: the share of a Gaussian process's prior variance
 * that is left there once the others are known, 1 − kᵀ(K + 0.01 I)⁻¹k with the squared exponential
 * kernel of length scale 0.7 on {@link GlassFeatures}. Immutable.
 */
public final class GlassNovelty {
  private static final double LENGTH_SCALE = 0.7;
  private static final double NOISE = 0.01;

  private final GlassFeatures features;
  private final double[][] points;
  private final double[][] lower;

  private GlassNovelty(GlassFeatures features, double[][] points, double[][] lower) {
    this.features = features;
    this.points = points;
    this.lower = lower;
  }

  /**
   * Prepares for known glasses.
   *
   * @param features the coordinates
   * @param known the glasses, possibly none
   * @return their novelty function
   * @throws IllegalArgumentException if a glass is not one of the coordinates' schema
   */
  public static GlassNovelty of(GlassFeatures features, List<GlassComposition> known) {
    double[][] points = known.stream().map(features::point).toArray(double[][]::new);
    double[][] kernel = Kernel.matrix(points, LENGTH_SCALE);
    for (int i = 0; i < points.length; i++) {
      kernel[i][i] += NOISE;
    }
    return new GlassNovelty(features, points, cholesky(kernel));
  }

  /** L of K = L Lᵀ, by hand, so that predicting needs no library of linear algebra. */
  private static double[][] cholesky(double[][] kernel) {
    double[][] lower = new double[kernel.length][kernel.length];
    for (int i = 0; i < lower.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = kernel[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    return lower;
  }

  /**
   * The novelty of a glass.
   *
   * @param glass a glass of the coordinates' schema
   * @return from nearly 0 (1) beside known glasses to 1 far from all of them
   * @throws IllegalArgumentException if the glass is not one of that schema
   */
  public double of(GlassComposition glass) {
    double[] point = features.point(glass);
    double[] solved = new double[points.length];
    double known = 0;
    for (int i = 0; i < solved.length; i++) {
      double sum = Kernel.of(point, points[i], LENGTH_SCALE);
      for (int k = 0; k < i; k++) {
        sum -= lower[i][k] * solved[k];
      }
      solved[i] = sum / lower[i][i];
      known += solved[i] * solved[i];
    }
    return Math.max(0, 1 - known);
  }
}
