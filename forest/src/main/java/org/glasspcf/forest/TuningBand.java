package org.glasspcf.forest;

/**
 * A mean and its spread, for a curve with a band around it.
 *
 * @param mean mean of the values
 * @param deviation their standard deviation (over n − 1); 0 of a single value
 */
public record TuningBand(double mean, double deviation) {

  static TuningBand of(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new TuningBand(mean, values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)));
  }
}
