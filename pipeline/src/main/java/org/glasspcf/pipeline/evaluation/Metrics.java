package org.glasspcf.pipeline.evaluation;

/** Errors of latent vectors and images, as pooled figures. */
public final class Metrics {

  private Metrics() {}

  /**
   * R² of latent vectors pooled over latents: 1 − Σ(predicted − true)² / Σ(true − mean)², both sums
   * over all vectors and latents, each latent with its own mean over the vectors.
   *
   * @param predicted predicted latents, vectors × latents (dimensionless)
   * @param truth the encoder's latents, same shape
   * @return R² (1 is perfect); NaN when no latent varies
   * @throws IllegalArgumentException if the shapes differ or are empty
   */
  public static double latentR2(double[][] predicted, double[][] truth) {
    requireVectors(truth.length);
    Checks.sameCount(predicted.length, truth.length, "predicted latent vectors");
    int latents = truth[0].length;
    double[] mean = new double[latents];
    for (int row = 0; row < truth.length; row++) {
      Checks.sameCount(truth[row].length, latents, "latents in vector " + row);
      Checks.sameCount(predicted[row].length, latents, "predicted latents in vector " + row);
      for (int i = 0; i < latents; i++) {
        mean[i] += truth[row][i] / truth.length;
      }
    }
    double squared = 0;
    double variation = 0;
    for (int row = 0; row < truth.length; row++) {
      for (int i = 0; i < latents; i++) {
        double error = predicted[row][i] - truth[row][i];
        double deviation = truth[row][i] - mean[i];
        squared += error * error;
        variation += deviation * deviation;
      }
    }
    return variation > 0 ? 1 - squared / variation : Double.NaN;
  }

  /**
   * Mean squared difference of images over all pixels of all images.
   *
   * @param predicted images × pixels, intensities 0–1
   * @param truth same shape, intensities 0–1
   * @return the mean squared error (dimensionless, 0–1)
   * @throws IllegalArgumentException if the shapes differ or are empty
   */
  public static double imageMse(float[][] predicted, float[][] truth) {
    requireVectors(truth.length);
    Checks.sameCount(predicted.length, truth.length, "predicted images");
    double sum = 0;
    long pixels = 0;
    for (int image = 0; image < truth.length; image++) {
      Checks.sameCount(predicted[image].length, truth[image].length, "pixels in image " + image);
      for (int i = 0; i < truth[image].length; i++) {
        double error = (double) predicted[image][i] - truth[image][i];
        sum += error * error;
      }
      pixels += truth[image].length;
    }
    return sum / pixels;
  }

  /**
   * The mean squared error of predicting a black image (all pixels 0) everywhere: the mean of the
   * squared pixels. An image MSE means little without it, for most pixels of a curve's image are
   * black.
   *
   * @param truth images × pixels, intensities 0–1
   * @return the mean squared error (dimensionless, 0–1)
   * @throws IllegalArgumentException if there is no image
   */
  public static double blackImageMse(float[][] truth) {
    requireVectors(truth.length);
    float[][] black = new float[truth.length][];
    for (int image = 0; image < truth.length; image++) {
      black[image] = new float[truth[image].length];
    }
    return imageMse(black, truth);
  }

  private static void requireVectors(int count) {
    Checks.require(count > 0, "the metric needs at least one vector or image, got 0");
  }
}
