package org.glasspcf.pipeline.plot;

import java.util.Objects;

/**
 * A quantity against a setting, repeated with several seeds.
 *
 * @param name its name in the legend; equal names have one color in all panels of a figure
 * @param x values of the setting, strictly increasing
 * @param mean the mean over the seeds at each setting
 * @param deviation the standard deviation over the seeds at each setting, 0 for a single seed
 */
public record ScanSeries(String name, double[] x, double[] mean, double[] deviation) {
  /**
   * Copies the arrays.
   *
   * @param name its name in the legend
   * @param x values of the setting, strictly increasing, at least one
   * @param mean as many means, finite
   * @param deviation as many standard deviations, finite and not negative
   * @throws IllegalArgumentException if counts differ or a number breaks its rule
   */
  public ScanSeries {
    Objects.requireNonNull(name, "name");
    if (x.length == 0 || x.length != mean.length || x.length != deviation.length) {
      throw new IllegalArgumentException(
          "series "
              + name
              + " needs at least one setting and as many means and deviations, got "
              + x.length
              + ", "
              + mean.length
              + " and "
              + deviation.length);
    }
    x = x.clone();
    mean = mean.clone();
    deviation = deviation.clone();
    for (int i = 0; i < x.length; i++) {
      boolean inOrder = i == 0 || x[i] > x[i - 1];
      boolean finite = Double.isFinite(x[i]) && Double.isFinite(mean[i]);
      if (!inOrder || !finite || !(deviation[i] >= 0 && Double.isFinite(deviation[i]))) {
        throw new IllegalArgumentException(
            "series "
                + name
                + " needs increasing settings with finite means ± deviations, but point "
                + i
                + " is "
                + x[i]
                + ": "
                + mean[i]
                + " ± "
                + deviation[i]);
      }
    }
  }

  /**
   * Returns the values of the setting.
   *
   * @return a copy
   */
  @Override
  public double[] x() {
    return x.clone();
  }

  /**
   * Returns the means.
   *
   * @return a copy
   */
  @Override
  public double[] mean() {
    return mean.clone();
  }

  /**
   * Returns the standard deviations.
   *
   * @return a copy
   */
  @Override
  public double[] deviation() {
    return deviation.clone();
  }
}
