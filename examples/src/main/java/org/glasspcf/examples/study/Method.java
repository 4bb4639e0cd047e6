package org.glasspcf.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.glasspcf.pipeline.evaluation.CurveError;

/**
 * One way to predict, and its errors on the test curves for each seed; one list for a method that
 * no seed enters.
 *
 * @param key short name
 * @param title what it is
 * @param errors seeds × test curves, the curves in one order
 */
record Method(String key, String title, List<List<CurveError>> errors) {
  Method {
    errors = errors.stream().map(List::copyOf).toList();
    if (errors.isEmpty() || errors.get(0).isEmpty()) {
      throw new IllegalArgumentException("a method needs errors of at least one curve: " + key);
    }
  }

  /** Mean and standard deviation (divisor n − 1; 0 for one seed) over the seeds. */
  record Band(double mean, double deviation) {
    static Band of(double[] values) {
      double mean = 0;
      for (double value : values) {
        mean += value / values.length;
      }
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      return new Band(mean, values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)));
    }
  }

  Band rmse(Predicate<CurveError> counts) {
    return Band.of(
        errors.stream()
            .mapToDouble(seed -> Math.sqrt(meanSquare(seed.stream().filter(counts).toList())))
            .toArray());
  }

  Band excess(Predicate<CurveError> counts) {
    return Band.of(
        errors.stream()
            .mapToDouble(seed -> excess(seed.stream().filter(counts).toList()))
            .toArray());
  }

  /** The errors with the squares averaged over the seeds. */
  List<CurveError> averaged() {
    List<CurveError> out = new ArrayList<>();
    for (int i = 0; i < errors.get(0).size(); i++) {
      double sum = 0;
      for (List<CurveError> seed : errors) {
        sum += seed.get(i).meanSquare() / errors.size();
      }
      CurveError first = errors.get(0).get(i);
      out.add(
          new CurveError(
              first.composition(), first.pair(), first.wellSampled(), sum, first.noise()));
    }
    return out;
  }

  private static double meanSquare(List<CurveError> curves) {
    return curves.stream().mapToDouble(CurveError::meanSquare).average().orElse(Double.NaN);
  }

  static double noise(List<CurveError> curves) {
    return curves.stream()
        .filter(c -> c.noise().isPresent())
        .mapToDouble(c -> c.noise().getAsDouble())
        .average()
        .orElse(Double.NaN);
  }

  /** √max(0, mean square − noise), over curves whose noise is known. */
  static double excess(List<CurveError> curves) {
    List<CurveError> known = curves.stream().filter(c -> c.noise().isPresent()).toList();
    return Math.sqrt(Math.max(0, meanSquare(known) - noise(known)));
  }
}
