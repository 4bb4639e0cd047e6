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

  private final double[][] points;
  private final double[][] lower;

  private GlassNovelty(double[][] points, double[][] lower) {
    this.points = points;
    this.lower = lower;
  }

  /**
   * Prepares for known glasses.
   *
   * @param known the glasses, possibly none
   * @return their novelty function
   * @throws IllegalArgumentException if a glass holds an oxide outside the six known ones
   */
  public static GlassNovelty of(List<GlassComposition> known) {
    double[][] points = known.stream().map(GlassFeatures::of).toArray(double[][]::new);
    double[][] kernel = GlassFeatures.kernel(points, LENGTH_SCALE);
    for (int i = 0; i < points.length; i++) {
      kernel[i][i] += NOISE;
    }
    return new GlassNovelty(points, cholesky(kernel));
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
   * @param glass a glass of the six oxides
   * @return from nearly 0 (1) beside known glasses to 1 far from all of them
   * @throws IllegalArgumentException if the glass holds another oxide
   */
  public double of(GlassComposition glass) {
    double[] point = GlassFeatures.of(glass);
    double[] solved = new double[points.length];
    double known = 0;
    for (int i = 0; i < solved.length; i++) {
      double sum = GlassFeatures.kernel(point, points[i], LENGTH_SCALE);
      for (int k = 0; k < i; k++) {
        sum -= lower[i][k] * solved[k];
      }
      solved[i] = sum / lower[i][i];
      known += solved[i] * solved[i];
    }
    return Math.max(0, 1 - known);
  }
}
