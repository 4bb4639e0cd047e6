package org.glasspcf.core.correlation;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;

/**
 * A curve on points {@value #STEP} Å apart, smoothed with a Gaussian: g constant inside each bin,
 * convolved. The smoothing is a length of its own and knows nothing of the bins; it makes no
 * maximum or minimum that the bins don't have.
 */
final class SmoothedCurve {
  /** Distance of points (Å): a tenth of the smoothing, half the narrowest bins in use. */
  static final double STEP = 0.01;

  /**
   * Where a glass has no shells any more, only ripples about 1, and a curve shows its noise (Å).
   */
  static final double TAIL = 5;

  /** The least stretch of tail (Å) that says something. */
  private static final double LEAST_TAIL = 1;

  /** Farther out (Å) nobody looks for a first shell; keeps an endless grid from endless points. */
  private static final double HORIZON = 30;

  private final double start;
  private final double step;
  private final double[] values;

  private SmoothedCurve(double start, double step, double[] values) {
    this.start = start;
    this.step = step;
    this.values = values;
  }

  static SmoothedCurve of(PairCorrelationFunction curve, double sigma) {
    double start = curve.grid().edge(0);
    double span = Math.min(curve.grid().rMax() - start, HORIZON);
    int points = Math.max(1, (int) Math.ceil(span / STEP - 1e-6));
    double step = span / points;
    double[] edges = new double[points + 1];
    Arrays.setAll(edges, i -> start + span * i / points);
    double[] raw = curve.rebin(RadialGrid.ofEdges(edges)).values();
    int reach = (int) Math.ceil(5 * sigma / Math.max(step, STEP / 2)); // one point may be thinner
    double[] kernel = new double[reach + 1];
    double sum = 0;
    for (int k = 0; k <= reach; k++) {
      kernel[k] = Math.exp(-0.5 * (k * step / sigma) * (k * step / sigma));
      sum += k == 0 ? kernel[k] : 2 * kernel[k];
    }
    double[] smooth = new double[points];
    for (int i = 0; i < points; i++) {
      double value = kernel[0] * raw[i];
      for (int k = 1; k <= reach; k++) {
        value += kernel[k] * (raw[Math.max(i - k, 0)] + raw[Math.min(i + k, points - 1)]);
      }
      smooth[i] = value / sum;
    }
    return new SmoothedCurve(start, step, smooth);
  }

  int points() {
    return values.length;
  }

  double r(int point) {
    return start + (point + 0.5) * step;
  }

  double value(int point) {
    return values[point];
  }

  double maximum() {
    return Arrays.stream(values).max().orElseThrow();
  }

  /**
   * The curve's noise: the root mean square of r·(this − smoother) beyond 5 Å (Å), where g is about
   * 1. A count's relative error goes like 1/(r√g), so that this over r, times √g, is the standard
   * deviation of the smoothed g at r.
   *
   * @param smoother the same curve, smoothed so far that only the glass's own ripples are left
   * @param margin how far from the curve's end to stay (Å)
   * @return the noise (Å); empty if the curve is too short to tell
   */
  OptionalDouble noise(SmoothedCurve smoother, double margin) {
    double sum = 0;
    int count = 0;
    double end = start + step * values.length - margin;
    for (int i = 0; i < values.length; i++) {
      if (r(i) > TAIL && r(i) < end) {
        double difference = r(i) * (values[i] - smoother.values[i]);
        sum += difference * difference;
        count++;
      }
    }
    return count * step < LEAST_TAIL
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(sum / count));
  }
}
