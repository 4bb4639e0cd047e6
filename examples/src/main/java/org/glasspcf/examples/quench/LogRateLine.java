package org.glasspcf.examples.quench;

import java.util.Arrays;

/** Least squares of a straight line in the logarithm of the rate, each point with weight 1. */
final class LogRateLine {
  private final double[] x;
  private final double meanX;
  private final double squares;

  /**
   * A line through values at some rates.
   *
   * @param rates (K/ps), of which at least two differ
   */
  LogRateLine(double... rates) {
    x = Arrays.stream(rates).map(Math::log).toArray();
    meanX = Arrays.stream(x).average().orElseThrow();
    squares = Arrays.stream(x).map(v -> (v - meanX) * (v - meanX)).sum();
    if (!(squares > 0)) {
      throw new IllegalArgumentException(
          "a line needs values at two different rates (K/ps), got " + Arrays.toString(rates));
    }
  }

  /** The line through one value for each of the rates, at another rate (K/ps). */
  double at(double rate, double... values) {
    double meanY = Arrays.stream(values).average().orElseThrow();
    double products = 0;
    for (int i = 0; i < x.length; i++) {
      products += (x[i] - meanX) * (values[i] - meanY);
    }
    return meanY + products / squares * (Math.log(rate) - meanX);
  }
}
