package org.glasspcf.pipeline.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A linear axis: where its frame begins and ends, and which round numbers it is labeled with. */
record PlotAxis(double low, double high) {
  /** A share of an axis that nobody sees. */
  private static final double ROUNDING = 1e-6;

  PlotAxis {
    if (!(low < high && high - low < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "an axis must run from a number to a greater one, got " + low + " to " + high);
    }
  }

  /** An axis with some room beside the least and the greatest value; none below a least of 0. */
  static PlotAxis covering(double least, double greatest) {
    double span = greatest > least ? greatest - least : Math.max(1, Math.abs(least));
    boolean fromZero = Math.abs(least) <= ROUNDING * span;
    return new PlotAxis(fromZero ? 0 : least - 0.06 * span, least + 1.06 * span);
  }

  /** An axis from 0 to the end of a curve, or to a round number that is only a bin further. */
  static PlotAxis upTo(double end) {
    double step = step(end / 10).doubleValue();
    double next = Math.ceil(end / step) * step;
    return new PlotAxis(0, next - end < 0.1 * step ? next : end);
  }

  /** This axis with its high end moved. */
  PlotAxis withHigh(double newHigh) {
    return new PlotAxis(low, newHigh);
  }

  /**
   * The round numbers on the axis, 1, 2 or 5 times a power of ten apart.
   *
   * @param room how far apart they must be at least, as a share of the axis
   */
  List<BigDecimal> ticks(double room) {
    BigDecimal step = step((high - low) * room);
    double slack = 1e-9 * (high - low);
    List<BigDecimal> ticks = new ArrayList<>();
    BigDecimal tick =
        BigDecimal.valueOf(low - slack).divide(step, 0, RoundingMode.CEILING).multiply(step);
    for (; tick.doubleValue() <= high + slack; tick = tick.add(step)) {
      ticks.add(tick);
    }
    return ticks;
  }

  private static BigDecimal step(double least) {
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(least)));
    for (String digits : List.of("1", "2", "5")) {
      BigDecimal step = power.multiply(new BigDecimal(digits));
      if (step.doubleValue() >= least * (1 - 1e-9)) {
        return step;
      }
    }
    return power.scaleByPowerOfTen(1);
  }

  /** The share of the axis that lies below a value: 0 at its low end, 1 at its high end. */
  double share(double value) {
    return (value - low) / (high - low);
  }
}
