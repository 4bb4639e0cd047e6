package org.glasspcf.pipeline.uncertainty;

import java.util.List;

/**
 * How good bands are, over a number of single melts' values.
 *
 * <p>The interval score of a band (l, u) of nominal coverage 1 − α for a value y is (u − l) +
 * 2/α·max(0, l − y, y − u): narrow bands are good, and misses cost; smaller is better (T. Gneiting
 * and A. E. Raftery, J. Am. Stat. Assoc. 102, 359, 2007).
 *
 * @param values how many values were judged, at least 1
 * @param coverage the share of them inside their band (1)
 * @param width mean width of the bands, in the quantity's unit
 * @param intervalScore mean interval score, in the same unit
 */
public record BandScore(long values, double coverage, double width, double intervalScore) {

  /**
   * Judges intervals.
   *
   * @param intervals at least one, all of one level
   * @param values what came out, one for each interval
   * @return the score
   * @throws IllegalArgumentException if there is no interval, or the counts differ
   */
  public static BandScore of(List<Interval> intervals, List<Double> values) {
    if (intervals.isEmpty() || intervals.size() != values.size()) {
      throw new IllegalArgumentException(
          "a score needs one value for each of at least one interval, got "
              + values.size()
              + " for "
              + intervals.size());
    }
    Sum sum = new Sum(intervals.get(0).level());
    for (int i = 0; i < intervals.size(); i++) {
      sum.add(intervals.get(i).lower(), intervals.get(i).upper(), values.get(i));
    }
    return sum.mean();
  }

  /** Adds up. */
  static final class Sum {
    private final double alpha;
    private long values;
    private long inside;
    private double widths;
    private double scores;

    Sum(BandLevel level) {
      this.alpha = 1 - level.coverage();
    }

    void add(double lower, double upper, double value) {
      values++;
      double miss = Math.max(0, Math.max(lower - value, value - upper));
      if (miss == 0) {
        inside++;
      }
      widths += upper - lower;
      scores += upper - lower + 2 / alpha * miss;
    }

    boolean isEmpty() {
      return values == 0;
    }

    BandScore mean() {
      return new BandScore(values, (double) inside / values, widths / values, scores / values);
    }
  }
}
