package org.glasspcf.pipeline.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glasspcf.core.ElementPair;

/**
 * The mean image of every pair over the training curves: the simplest prediction that an image
 * model has to beat. All curves count the same.
 */
public final class PairMeanImages {

  private final Map<ElementPair, float[]> means;
  private final float[] meanOfAll;

  private PairMeanImages(Map<ElementPair, float[]> means, float[] meanOfAll) {
    this.means = means;
    this.meanOfAll = meanOfAll;
  }

  /**
   * Averages training images pair by pair.
   *
   * @param pairs the pair of each image
   * @param images images × pixels, intensities 0–1; all of training curves
   * @return the means
   * @throws IllegalArgumentException if there is no image, or if counts or sizes differ
   */
  public static PairMeanImages of(List<ElementPair> pairs, float[][] images) {
    Checks.require(images.length > 0, "pair means need at least one image, got 0");
    Checks.sameCount(pairs.size(), images.length, "pairs");
    int pixels = images[0].length;
    Map<ElementPair, double[]> sums = new HashMap<>();
    Map<ElementPair, Integer> counts = new HashMap<>();
    double[] total = new double[pixels];
    for (int image = 0; image < images.length; image++) {
      Checks.sameCount(images[image].length, pixels, "pixels in image " + image);
      double[] sum = sums.computeIfAbsent(pairs.get(image), pair -> new double[pixels]);
      counts.merge(pairs.get(image), 1, Integer::sum);
      for (int i = 0; i < pixels; i++) {
        sum[i] += images[image][i];
        total[i] += images[image][i];
      }
    }
    Map<ElementPair, float[]> means = new HashMap<>();
    sums.forEach((pair, sum) -> means.put(pair, divide(sum, counts.get(pair))));
    return new PairMeanImages(means, divide(total, images.length));
  }

  /**
   * The mean image of a pair.
   *
   * @param pair the pair of elements
   * @return a copy of its mean image (intensities 0–1); the mean of all training images when the
   *     pair was not among them
   */
  public float[] image(ElementPair pair) {
    return means.getOrDefault(pair, meanOfAll).clone();
  }

  /**
   * The mean squared error of predicting every image as the mean of its pair.
   *
   * @param pairs the pair of each image
   * @param truth images × pixels, intensities 0–1
   * @return the mean squared error (dimensionless, 0–1)
   * @throws IllegalArgumentException if there is no image, or if counts or sizes differ
   */
  public double mse(List<ElementPair> pairs, float[][] truth) {
    Checks.sameCount(pairs.size(), truth.length, "pairs");
    return Metrics.imageMse(pairs.stream().map(this::image).toArray(float[][]::new), truth);
  }

  private static float[] divide(double[] sum, int count) {
    float[] mean = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      mean[i] = (float) (sum[i] / count);
    }
    return mean;
  }
}
