package org.glasspcf.pipeline.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.glasspcf.core.ElementPair;

/**
 * What a glass is designed for: one target or more.
 *
 * <p>The <b>misfit</b> of a glass is the mean of its targets' costs, by their weights. Near a
 * value, a cost is ((x − value)² + s²)/tolerance², with x the prediction and s the standard
 * deviation of a new melt around it: the square of the miss that a melt is expected to have, in
 * tolerances. So a misfit below 1 is a miss below the tolerance, and of two glasses with equal
 * predictions the one that is better known comes first. A number that is to be large costs (s −
 * x)/tolerance, one that is to be small (s + x)/tolerance: so extremes are not looked for where the
 * model knows least. With such targets a misfit says nothing by itself, and can be negative.
 *
 * <p>Immutable.
 *
 * @param targets the targets, at least one
 */
public record DesignObjective(List<DesignTarget> targets) {

  /**
   * Checks and copies the targets.
   *
   * @param targets the targets
   * @throws IllegalArgumentException if there is none, or two are for the same number of a pair
   */
  public DesignObjective {
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("an objective must have at least one target, got 0");
    }
    for (int i = 0; i < targets.size(); i++) {
      for (int j = 0; j < i; j++) {
        DesignTarget one = targets.get(j);
        DesignTarget other = targets.get(i);
        if (one.pair().equals(other.pair()) && one.quantity() == other.quantity()) {
          throw new IllegalArgumentException(
              "an objective must have one target for a number, got \""
                  + one
                  + "\" and \""
                  + other
                  + '"');
        }
      }
    }
  }

  /**
   * An objective.
   *
   * @param targets the targets, at least one
   * @return the objective
   * @throws IllegalArgumentException if there is none, or two are for the same number of a pair
   */
  public static DesignObjective of(DesignTarget... targets) {
    return new DesignObjective(Arrays.asList(targets));
  }

  /**
   * This objective with one target more.
   *
   * @param target the target
   * @return the changed objective
   * @throws IllegalArgumentException if there is one for the same number already
   */
  public DesignObjective and(DesignTarget target) {
    List<DesignTarget> more = new ArrayList<>(targets);
    more.add(target);
    return new DesignObjective(more);
  }

  /**
   * The pairs that have to be predicted.
   *
   * @return the targets' pairs, each once, in their order; immutable
   */
  public List<ElementPair> pairs() {
    return targets.stream().map(DesignTarget::pair).distinct().toList();
  }

  /** The mean of costs by the targets' weights. */
  double misfit(double[] costs) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < costs.length; i++) {
      sum += targets.get(i).weight() * costs[i];
      weights += targets.get(i).weight();
    }
    return sum / weights;
  }

  @Override
  public String toString() {
    return targets.stream().map(DesignTarget::toString).collect(Collectors.joining(" and "));
  }
}
