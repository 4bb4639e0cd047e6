package org.glasspcf.pipeline.design;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.uncertainty.Interval;

/**
 * How a glass does on one target.
 *
 * @param target the target
 * @param prediction the predicted curve of its pair
 * @param value the number that the curve gives, in the quantity's unit
 * @param interval where 90 % of new melts of {@value PcfPrediction#MELT_ATOMS} atoms lie; empty for
 *     the position of a peak, and if the pipeline or the pair was not calibrated
 */
public record DesignOutcome(
    DesignTarget target, PcfPrediction prediction, double value, Optional<Interval> interval) {

  /**
   * Checks that nothing is missing.
   *
   * @param target the target
   * @param prediction the predicted curve
   * @param value the number
   * @param interval where new melts lie
   */
  public DesignOutcome {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(prediction, "prediction");
    Objects.requireNonNull(interval, "interval");
  }

  /**
   * How far the prediction is from the value aimed at.
   *
   * @return predicted − wanted, in the quantity's unit; empty for the largest and smallest
   */
  public OptionalDouble miss() {
    return target.value().isPresent()
        ? OptionalDouble.of(value - target.value().getAsDouble())
        : OptionalDouble.empty();
  }

  /**
   * Tells whether the prediction is within the target's tolerance.
   *
   * @return true if it is, and for the largest and smallest, which have no value to miss
   */
  public boolean isMet() {
    return miss().isEmpty() || Math.abs(miss().getAsDouble()) <= target.tolerance();
  }
}
