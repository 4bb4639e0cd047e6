package org.glasspcf.examples;

/** An option that gives the width of equal bins. */
final class BinWidth {
  private static final double LEAST = 0.001;

  private BinWidth() {}

  /**
   * How many bins there are.
   *
   * @param option the option, for errors
   * @param width width of a bin (Å)
   * @param end where the last bin ends (Å)
   * @return their number, at least 2
   * @throws IllegalArgumentException if the width does not divide the range
   */
  static int count(String option, double width, double end) {
    double bins = end / width;
    if (!(width >= LEAST && bins >= 2 && Math.abs(bins - Math.rint(bins)) < 1e-6)) {
      throw new IllegalArgumentException(
          option
              + " must be a width of at least "
              + LEAST
              + " Å that divides "
              + TextFile.number(end)
              + " Å into 2 bins or more, not "
              + width);
    }
    return (int) Math.rint(bins);
  }
}
