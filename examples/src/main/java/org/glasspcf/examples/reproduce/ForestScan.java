package org.glasspcf.examples.reproduce;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Errors of forests against one of their settings, the others being the paper's.
 *
 * @param parameter the setting
 * @param training MSE of the training curves' latents: values × seeds (standardized units)
 * @param test the same of the test curves
 */
record ForestScan(ForestParameter parameter, double[][] training, double[][] test) {

  static double[] mean(double[][] errors) {
    return Arrays.stream(errors)
        .mapToDouble(seeds -> DoubleStream.of(seeds).average().orElseThrow())
        .toArray();
  }

  /** The standard deviation over the seeds (divisor n − 1); 0 for one seed. */
  static double[] deviation(double[][] errors) {
    double[] mean = mean(errors);
    double[] out = new double[mean.length];
    for (int i = 0; i < out.length; i++) {
      double sum = 0;
      for (double error : errors[i]) {
        sum += (error - mean[i]) * (error - mean[i]);
      }
      out[i] = errors[i].length < 2 ? 0 : Math.sqrt(sum / (errors[i].length - 1));
    }
    return out;
  }

  /** The value with the least mean test error, the smallest of equals. */
  int best() {
    double[] mean = mean(test);
    int best = 0;
    for (int i = 1; i < mean.length; i++) {
      if (mean[i] < mean[best]) {
        best = i;
      }
    }
    return parameter.settings().get(best);
  }

  /** How much larger the mean test error is with the paper's value than with the best (1). */
  double excessOfPaper() {
    double[] mean = mean(test);
    int paper = parameter.settings().indexOf(parameter.paper());
    return mean[paper] / mean[parameter.settings().indexOf(best())] - 1;
  }
}
