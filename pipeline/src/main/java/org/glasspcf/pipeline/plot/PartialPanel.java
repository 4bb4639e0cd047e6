package org.glasspcf.pipeline.plot;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;

/**
 * One row of a {@link PartialsPlot}: a pair's g(r) and its neighbors n(r), which count the pair's
 * second element around its first (O around Si for Si-O).
 *
 * @param pair the pair
 * @param curve its g(r)
 * @param coordination n(r) (1) at the outer edge of every bin; empty for none
 * @param peak position of the first peak (Å), to be written down; empty for none
 * @param minimum position of the first minimum (Å), to be marked; empty for none
 */
public record PartialPanel(
    ElementPair pair,
    PairCorrelationFunction curve,
    Optional<double[]> coordination,
    OptionalDouble peak,
    OptionalDouble minimum) {

  /**
   * Copies the array.
   *
   * @param pair the pair
   * @param curve its g(r)
   * @param coordination n(r) (1) at the outer edge of every bin
   * @param peak position of the first peak (Å)
   * @param minimum position of the first minimum (Å)
   * @throws IllegalArgumentException if there are not as many n(r) as bins
   */
  public PartialPanel {
    Objects.requireNonNull(pair, "pair");
    Objects.requireNonNull(peak, "peak");
    Objects.requireNonNull(minimum, "minimum");
    coordination = coordination.map(double[]::clone);
    int bins = curve.grid().bins();
    coordination.ifPresent(
        values -> {
          if (values.length != bins) {
            throw new IllegalArgumentException(
                "n(r) must have one value a bin, " + bins + ", got " + values.length);
          }
        });
  }

  /**
   * A curve alone.
   *
   * @param pair the pair
   * @param curve its g(r)
   * @return the panel
   */
  public static PartialPanel of(ElementPair pair, PairCorrelationFunction curve) {
    return new PartialPanel(
        pair, curve, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /**
   * Adds the running coordination number.
   *
   * @param values n(r) (1) at the outer edge of every bin
   * @return a changed copy
   * @throws IllegalArgumentException if there are more or fewer values than bins
   */
  public PartialPanel withCoordination(double[] values) {
    return new PartialPanel(pair, curve, Optional.of(values), peak, minimum);
  }

  /**
   * Adds the first shell of neighbors.
   *
   * @param peakPosition position of the first peak (Å)
   * @param minimumPosition position of the first minimum (Å)
   * @return a changed copy
   */
  public PartialPanel withShell(double peakPosition, double minimumPosition) {
    return new PartialPanel(
        pair,
        curve,
        coordination,
        OptionalDouble.of(peakPosition),
        OptionalDouble.of(minimumPosition));
  }

  /**
   * Returns the running coordination number.
   *
   * @return a copy of n(r) (1) at the outer edge of every bin; empty for none
   */
  @Override
  public Optional<double[]> coordination() {
    return coordination.map(double[]::clone);
  }
}
