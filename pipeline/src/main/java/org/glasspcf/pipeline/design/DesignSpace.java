package org.glasspcf.pipeline.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.glasspcf.core.CompositionGrid;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.NumericInput;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.OxideRange;

/**
 * The compositions that a search may return: those of a grid that hold some constraints. Immutable.
 *
 * <pre>{@code
 * CompositionGrid grid =
 *     CompositionGrid.of(
 *         0.5, // mol%
 *         OxideRange.of(Oxide.SiO2, 40, 80),
 *         OxideRange.of(Oxide.B2O3, 10, 40),
 *         OxideRange.rest(Oxide.Na2O));
 * DesignSpace space =
 *     DesignSpace.of(grid)
 *         .where(DesignConstraint.sum(70, 90, Oxide.SiO2, Oxide.B2O3))
 *         .where(DesignConstraint.ratio(Oxide.Na2O, Oxide.B2O3, 0.5, 1.5));
 * }</pre>
 */
public final class DesignSpace {
  /** How far sums of amounts may be off (mol%); a grid's step is a thousand times that. */
  private static final double TOLERANCE = 1e-6;

  private final CompositionGrid grid;
  private final List<DesignConstraint> constraints;
  private final Map<NumericInput, Double> conditions;

  private DesignSpace(
      CompositionGrid grid,
      List<DesignConstraint> constraints,
      Map<NumericInput, Double> conditions) {
    this.grid = Objects.requireNonNull(grid, "grid");
    this.constraints = constraints;
    this.conditions = conditions;
  }

  /**
   * All glasses of a grid.
   *
   * @param grid oxides, their ranges and the step
   * @return the space
   */
  public static DesignSpace of(CompositionGrid grid) {
    return new DesignSpace(grid, List.of(), Map.of());
  }

  /**
   * This space without the glasses that do not hold a constraint. One that only glasses far between
   * hold, such as an exact ratio, leaves a search little to refine.
   *
   * @param constraint what a glass must hold too
   * @return the smaller space
   */
  public DesignSpace where(DesignConstraint constraint) {
    List<DesignConstraint> more = new ArrayList<>(constraints);
    more.add(Objects.requireNonNull(constraint, "constraint"));
    return new DesignSpace(grid, List.copyOf(more), conditions);
  }

  /**
   * This space with a condition that all its glasses have, for pipelines that know glasses by it.
   *
   * @param input the condition, such as a quench rate
   * @param value its value, in the input's unit and range
   * @return the space of the same glasses under that condition
   * @throws IllegalArgumentException if the value is out of the input's range
   */
  public DesignSpace withCondition(NumericInput input, double value) {
    input.requireInRange(value);
    Map<NumericInput, Double> more = new LinkedHashMap<>(conditions);
    more.put(input, value);
    return new DesignSpace(grid, constraints, Collections.unmodifiableMap(more));
  }

  /**
   * The grid.
   *
   * @return oxides, their ranges and the step
   */
  public CompositionGrid grid() {
    return grid;
  }

  /**
   * The constraints.
   *
   * @return what glasses must hold beside the grid's ranges; immutable
   */
  public List<DesignConstraint> constraints() {
    return constraints;
  }

  /** The oxides of the grid. */
  List<Oxide> oxides() {
    return grid.ranges().stream().map(OxideRange::oxide).toList();
  }

  /** A glass of the grid, under the conditions of the space. */
  GlassComposition conditioned(GlassComposition glass) {
    GlassComposition conditioned = glass;
    for (Map.Entry<NumericInput, Double> condition : conditions.entrySet()) {
      conditioned = conditioned.withCondition(condition.getKey(), condition.getValue());
    }
    return conditioned;
  }

  /** Tells whether a glass of the grid holds all constraints. */
  boolean admits(GlassComposition glass) {
    return constraints.stream().allMatch(constraint -> constraint.holds(glass));
  }

  /**
   * The glasses next to one: some of one oxide exchanged for as much of another.
   *
   * @param glass a glass of the grid
   * @param amount what is exchanged (mol%), a multiple of the step
   * @return those in the space, in the order of the oxides
   */
  List<GlassComposition> neighbors(GlassComposition glass, double amount) {
    List<GlassComposition> neighbors = new ArrayList<>();
    for (OxideRange more : grid.ranges()) {
      for (OxideRange less : grid.ranges()) {
        if (more != less) {
          exchanged(glass, more, less, amount).filter(this::admits).ifPresent(neighbors::add);
        }
      }
    }
    return neighbors;
  }

  private Optional<GlassComposition> exchanged(
      GlassComposition glass, OxideRange more, OxideRange less, double amount) {
    double raised = glass.molePercent(more.oxide()) + amount;
    double lowered = glass.molePercent(less.oxide()) - amount;
    if (raised > more.to() + TOLERANCE || lowered < less.from() - TOLERANCE) {
      return Optional.empty();
    }
    Map<Oxide, Double> amounts = new TreeMap<>();
    glass.oxides().forEach(oxide -> amounts.put(oxide, glass.molePercent(oxide)));
    amounts.put(more.oxide(), raised);
    amounts.put(less.oxide(), Math.max(0, lowered));
    return Optional.of(conditioned(GlassComposition.ofMolePercent(amounts)));
  }

  @Override
  public String toString() {
    return grid
        + conditions.entrySet().stream()
            .map(c -> " at " + c.getKey().name() + " = " + c.getValue())
            .collect(Collectors.joining())
        + (constraints.isEmpty()
            ? ""
            : constraints.stream()
                .map(DesignConstraint::toString)
                .collect(Collectors.joining(", ", ", where ", "")));
  }
}
