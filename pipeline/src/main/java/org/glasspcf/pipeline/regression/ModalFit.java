package org.glasspcf.pipeline.regression;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.glasspcf.core.TrainingInterruptedException;

/**
 * Fits the curves of one pair.
 *
 * <ol>
 *   <li>With N = k·N_i·N_j of each curve (its noise variance goes as V = mean N / N), m is the mean
 *       weighted by N, and A = V^(−1/2)(Y − m) the weighted deviations.
 *   <li>A = U S Wᵀ; the rows of Wᵀ are the <em>modes</em> in which the curves of this pair vary,
 *       the largest first; at most ten are kept.
 *   <li>The coefficients of each mode are a Gaussian process over the glasses, with kernel s²·k(ℓ)
 *       and noise variance s²·t·V. s² is fitted by maximum likelihood in closed form; ℓ and t are
 *       not chosen but averaged over a grid, each by its likelihood, mode by mode (Bayesian model
 *       averaging): a mode that is only noise is smoothed away, one that stands far above the noise
 *       is followed closely.
 *   <li>The mean of that average is linear in k(x, X), so one weight a length scale, glass and mode
 *       remains.
 * </ol>
 *
 * <p>Modes are found on coarse bins, where noise is lower. The basis on the data's own bins is
 * S⁻¹Uᵀ times the deviations there: re-binned, it is the mode again.
 */
final class ModalFit {
  private static final int MOST_MODES = 10;
  private static final double SMALLEST_MODE = 1e-6;
  private static final double[] NOISE_RATIOS = {
    1e-3, 3.2e-3, 1e-2, 3.2e-2, 0.1, 0.32, 1, 3.2, 10, 32
  };

  private final double[][] points;
  private final double[] root;
  private final double[][] coefficients;
  private final int glasses;
  private final int modes;

  /** U and S of the modes, the largest first. */
  private final double[][] left;

  private final double[] sizes;

  private ModalFit(double[][] points, double[] counts, double[][] coarse) {
    this.points = points;
    this.glasses = points.length;
    double meanCount = Arrays.stream(counts).average().orElseThrow();
    root = Arrays.stream(counts).map(n -> Math.sqrt(n / meanCount)).toArray();
    double[][] deviations = weighted(coarse, weightedMean(coarse, counts), root);
    EigenDecomposition gram = eigen(products(deviations));
    double largest = gram.getRealEigenvalue(0);
    int kept = 0;
    while (kept < Math.min(MOST_MODES, glasses)
        && gram.getRealEigenvalue(kept) > SMALLEST_MODE * largest
        && largest > 0) {
      kept++;
    }
    modes = kept;
    coefficients = new double[glasses][modes];
    left = new double[modes][];
    sizes = new double[modes];
    for (int m = 0; m < modes; m++) {
      sizes[m] = Math.sqrt(gram.getRealEigenvalue(m));
      left[m] = gram.getEigenvector(m).toArray();
      for (int i = 0; i < glasses; i++) {
        coefficients[i][m] = left[m][i] * sizes[m];
      }
    }
  }

  /**
   * Fits.
   *
   * @param points glasses × coordinates
   * @param counts N of each glass's curve
   * @param coarse glasses × coarse bins of g (1)
   * @param fine glasses × the data's bins of g (1)
   */
  static PairModes fit(double[][] points, double[] counts, double[][] coarse, double[][] fine) {
    ModalFit fit = new ModalFit(points, counts, coarse);
    double[] mean = weightedMean(fine, counts);
    double[][] fineDeviations = weighted(fine, mean, fit.root);
    float[] basis = new float[fit.modes * mean.length];
    for (int m = 0; m < fit.modes; m++) {
      for (int b = 0; b < mean.length; b++) {
        double sum = 0;
        for (int i = 0; i < fit.glasses; i++) {
          sum += fit.left[m][i] * fineDeviations[i][b];
        }
        basis[m * mean.length + b] = (float) (sum / fit.sizes[m]);
      }
    }
    float[] weights = fit.modes == 0 ? new float[0] : fit.weights();
    return new PairModes(points, toFloats(mean), basis, weights);
  }

  /**
   * How well points explain curves: the logarithm of the likelihood, averaged over length scales
   * and noise, of all modes together. Constants that no point changes are left out.
   *
   * @param points glasses × coordinates
   * @param counts N of each glass's curve
   * @param coarse glasses × coarse bins of g (1)
   */
  static double logEvidence(double[][] points, double[] counts, double[][] coarse) {
    return new ModalFit(points, counts, coarse).logEvidence();
  }

  private static double[] weightedMean(double[][] rows, double[] counts) {
    double[] mean = new double[rows[0].length];
    double total = Arrays.stream(counts).sum();
    for (int i = 0; i < rows.length; i++) {
      for (int b = 0; b < mean.length; b++) {
        mean[b] += counts[i] / total * rows[i][b];
      }
    }
    return mean;
  }

  private static double[][] weighted(double[][] rows, double[] mean, double[] root) {
    double[][] out = new double[rows.length][mean.length];
    for (int i = 0; i < rows.length; i++) {
      for (int b = 0; b < mean.length; b++) {
        out[i][b] = root[i] * (rows[i][b] - mean[b]);
      }
    }
    return out;
  }

  private static double[][] products(double[][] rows) {
    double[][] out = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int b = 0; b < rows[i].length; b++) {
          sum += rows[i][b] * rows[j][b];
        }
        out[i][j] = sum;
        out[j][i] = sum;
      }
    }
    return out;
  }

  /** Eigenvalues from the largest down. */
  private static EigenDecomposition eigen(double[][] symmetric) {
    return new EigenDecomposition(new Array2DRowRealMatrix(symmetric, false));
  }

  /** Coefficients are already weighted: row i of this fit's equations is divided by √V. */
  private float[] weights() {
    int scales = PairModes.LENGTH_SCALES.length;
    double[][] logLikelihood = new double[scales * NOISE_RATIOS.length][];
    double[][][] solutions = new double[scales * NOISE_RATIOS.length][][];
    for (int s = 0; s < scales; s++) {
      TrainingInterruptedException.throwIfInterrupted("fitting of the curves' regression");
      Spectrum spectrum = new Spectrum(PairModes.LENGTH_SCALES[s]);
      for (int t = 0; t < NOISE_RATIOS.length; t++) {
        int setting = s * NOISE_RATIOS.length + t;
        logLikelihood[setting] = spectrum.logLikelihood(NOISE_RATIOS[t]);
        solutions[setting] = spectrum.solution(NOISE_RATIOS[t]);
      }
    }
    double[][] shares = shares(logLikelihood);
    float[] weights = new float[scales * glasses * modes];
    for (int s = 0, at = 0; s < scales; s++) {
      for (int i = 0; i < glasses; i++) {
        for (int m = 0; m < modes; m++) {
          double sum = 0;
          for (int t = 0; t < NOISE_RATIOS.length; t++) {
            int setting = s * NOISE_RATIOS.length + t;
            sum += shares[setting][m] * solutions[setting][i][m];
          }
          weights[at++] = (float) sum;
        }
      }
    }
    return weights;
  }

  private double logEvidence() {
    double sum = 0;
    double[][] logLikelihood = modes == 0 ? new double[0][] : logLikelihoods();
    for (int m = 0; m < modes; m++) {
      double best = Double.NEGATIVE_INFINITY;
      for (double[] row : logLikelihood) {
        best = Math.max(best, row[m]);
      }
      double total = 0;
      for (double[] row : logLikelihood) {
        total += Math.exp(row[m] - best);
      }
      sum += best + Math.log(total / logLikelihood.length);
    }
    return sum;
  }

  /** One row for each length scale and noise ratio, one column for each mode. */
  private double[][] logLikelihoods() {
    double[][] out = new double[PairModes.LENGTH_SCALES.length * NOISE_RATIOS.length][];
    int at = 0;
    for (double lengthScale : PairModes.LENGTH_SCALES) {
      TrainingInterruptedException.throwIfInterrupted("fitting of the curves' regression");
      Spectrum spectrum = new Spectrum(lengthScale);
      for (double noise : NOISE_RATIOS) {
        out[at++] = spectrum.logLikelihood(noise);
      }
    }
    return out;
  }

  /** Each setting's share of the likelihood, mode by mode. */
  private double[][] shares(double[][] logLikelihood) {
    double[][] shares = new double[logLikelihood.length][modes];
    for (int m = 0; m < modes; m++) {
      double best = Double.NEGATIVE_INFINITY;
      for (double[] row : logLikelihood) {
        best = Math.max(best, row[m]);
      }
      double total = 0;
      for (int i = 0; i < shares.length; i++) {
        shares[i][m] = Math.exp(logLikelihood[i][m] - best);
        total += shares[i][m];
      }
      for (int i = 0; i < shares.length; i++) {
        shares[i][m] /= total;
      }
    }
    return shares;
  }

  /** V^(−1/2) K V^(−1/2) = Q Λ Qᵀ of one length scale: every noise ratio is then cheap. */
  private final class Spectrum {
    private final double[][] q;
    private final double[] lambda;
    private final double[][] projected;

    Spectrum(double lengthScale) {
      double[][] kernel = Kernel.matrix(points, lengthScale);
      for (int i = 0; i < glasses; i++) {
        for (int j = 0; j < glasses; j++) {
          kernel[i][j] *= root[i] * root[j];
        }
      }
      EigenDecomposition eigen = eigen(kernel);
      q = eigen.getV().getData();
      lambda = eigen.getRealEigenvalues();
      projected = new double[glasses][modes];
      for (int e = 0; e < glasses; e++) {
        lambda[e] = Math.max(lambda[e], 0);
        for (int m = 0; m < modes; m++) {
          for (int i = 0; i < glasses; i++) {
            projected[e][m] += q[i][e] * coefficients[i][m];
          }
        }
      }
    }

    /** −n/2 ln s² − 1/2 Σ ln(λ + t) with the best s² = 1/n Σ (Qᵀc)²/(λ + t); constants left out. */
    double[] logLikelihood(double noise) {
      double[] out = new double[modes];
      for (int m = 0; m < modes; m++) {
        double variance = 0;
        double determinant = 0;
        for (int e = 0; e < glasses; e++) {
          variance += projected[e][m] * projected[e][m] / (lambda[e] + noise) / glasses;
          determinant += Math.log(lambda[e] + noise);
        }
        out[m] = -0.5 * (glasses * Math.log(variance) + determinant);
      }
      return out;
    }

    /** The weights of k(x, X): V^(−1/2) Q (Λ + t)⁻¹ Qᵀc. */
    double[][] solution(double noise) {
      double[][] out = new double[glasses][modes];
      for (int i = 0; i < glasses; i++) {
        for (int e = 0; e < glasses; e++) {
          double factor = root[i] * q[i][e] / (lambda[e] + noise);
          for (int m = 0; m < modes; m++) {
            out[i][m] += factor * projected[e][m];
          }
        }
      }
      return out;
    }
  }

  private static float[] toFloats(double[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }
}
