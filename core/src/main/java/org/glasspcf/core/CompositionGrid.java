package org.glasspcf.core;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * All glasses of some oxides whose amounts lie in given ranges, are whole multiples of one step,
 * and sum to 100 mol%: a simplex with its corners cut off.
 *
 * <p>The glasses are counted and never listed: {@link #size()} and {@link #get(long)} take
 * microseconds for a grid of any size. They are ordered as nested loops would give them, the first
 * oxide outermost, amounts rising. Counting is in whole steps, so that rounding loses or doubles no
 * glass. Immutable.
 *
 * <pre>{@code
 * CompositionGrid grid =
 *     CompositionGrid.of(
 *         0.5, // mol%
 *         OxideRange.of(Oxide.SiO2, 40, 80),
 *         OxideRange.of(Oxide.B2O3, 0, 40),
 *         OxideRange.rest(Oxide.Na2O));
 * long glasses = grid.size(); // 5,741
 * GlassComposition last = grid.get(glasses - 1); // 80SiO2-20B2O3
 * GlassComposition drawn = grid.draw(42, 0); // the first of a random order
 * }</pre>
 *
 * <p>A dopant is one more oxide with its range. Glasses doped in the sense of {@link
 * GlassComposition#dopedWith}, the others in their ratio, are {@code grid.stream().map(glass ->
 * glass.dopedWith(Oxide.ZnO, 5))}.
 */
public final class CompositionGrid {
  private static final double LEAST_STEP = 0.001;
  private static final double MICRO = 1e6;
  private static final int WHOLE = 100_000_000;

  /** How far a number may be from a whole one for it to be meant (millionths of a mol%). */
  private static final double TOLERANCE = 1e-3;

  private final double step;
  private final int microStep;
  private final List<OxideRange> ranges;
  private final SumCounts counts;

  private CompositionGrid(double step, List<OxideRange> ranges) {
    this.step = step;
    this.microStep = microStep(step);
    this.ranges = List.copyOf(ranges);
    requireDistinct(this.ranges);
    requireSum(this.ranges);
    int[] least = this.ranges.stream().mapToInt(range -> steps(range, range.from())).toArray();
    int[] most = this.ranges.stream().mapToInt(range -> steps(range, range.to())).toArray();
    try {
      this.counts = new SumCounts(least, most, WHOLE / microStep);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "a grid must have fewer than 2^63 glasses, but " + this + " has more", e);
    }
  }

  /**
   * A grid.
   *
   * @param step the step of all amounts (mol%): at least 0.001, to 6 decimals, 100 a multiple of it
   * @param ranges the oxides and their amounts, which begin and end at multiples of the step
   * @return the grid
   * @throws IllegalArgumentException if the step does not divide 100 mol% or an end of a range, an
   *     oxide is named twice, no amounts in these ranges sum to 100 mol%, or there are 2⁶³ or more
   */
  public static CompositionGrid of(double step, OxideRange... ranges) {
    return of(step, Arrays.asList(ranges));
  }

  /**
   * A grid.
   *
   * @param step the step of all amounts (mol%): at least 0.001, to 6 decimals, 100 a multiple of it
   * @param ranges the oxides and their amounts, which begin and end at multiples of the step
   * @return the grid
   * @throws IllegalArgumentException if the step does not divide 100 mol% or an end of a range, an
   *     oxide is named twice, no amounts in these ranges sum to 100 mol%, or there are 2⁶³ or more
   */
  public static CompositionGrid of(double step, List<OxideRange> ranges) {
    return new CompositionGrid(step, ranges);
  }

  private static int microStep(double step) {
    double micro = step * MICRO;
    int whole = step >= LEAST_STEP && step <= 100 ? (int) Math.rint(micro) : 0;
    if (whole == 0 || !(Math.abs(micro - whole) <= TOLERANCE) || WHOLE % whole != 0) {
      throw new IllegalArgumentException(
          "the step of a grid must be at least 0.001 mol%, have at most 6 decimals and divide 100"
              + " mol%, got "
              + Preconditions.plain(step)
              + " mol%");
    }
    return whole;
  }

  private static void requireDistinct(List<OxideRange> ranges) {
    Set<Oxide> seen = new HashSet<>();
    for (OxideRange range : ranges) {
      if (!seen.add(range.oxide())) {
        throw new IllegalArgumentException(
            "an oxide must be in a grid once, but " + range.oxide() + " is there twice");
      }
    }
  }

  private static void requireSum(List<OxideRange> ranges) {
    double least = ranges.stream().mapToDouble(OxideRange::from).sum();
    double most = ranges.stream().mapToDouble(OxideRange::to).sum();
    if (!(least <= 100 + TOLERANCE / MICRO && most >= 100 - TOLERANCE / MICRO)) {
      throw new IllegalArgumentException(
          "the amounts of a grid must be able to sum to 100 mol%, but those of "
              + listed(ranges)
              + " sum to "
              + (most < 100 ? "at most " + Preconditions.plain(most) : "")
              + (least > 100 ? "at least " + Preconditions.plain(least) : "")
              + " mol%");
    }
  }

  private int steps(OxideRange range, double amount) {
    double micro = amount * MICRO;
    long whole = Math.round(micro);
    if (!(Math.abs(micro - whole) <= TOLERANCE) || whole % microStep != 0) {
      throw new IllegalArgumentException(
          "the amounts of "
              + range.oxide()
              + " must begin and end at multiples of the step "
              + Preconditions.plain(step)
              + " mol%, got "
              + Preconditions.plain(amount)
              + " mol%");
    }
    return (int) (whole / microStep);
  }

  /**
   * The step.
   *
   * @return what amounts are multiples of (mol%)
   */
  public double step() {
    return step;
  }

  /**
   * The ranges.
   *
   * @return the oxides with their amounts, in the order given; immutable
   */
  public List<OxideRange> ranges() {
    return ranges;
  }

  /**
   * The number of glasses.
   *
   * @return how many there are, at least 1
   */
  public long size() {
    return counts.size();
  }

  /**
   * One glass.
   *
   * @param index its place in the order, from 0 to size() − 1
   * @return the glass
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public GlassComposition get(long index) {
    Objects.checkIndex(index, size());
    int[] steps = counts.get(index);
    SortedMap<Oxide, Long> millionths = new TreeMap<>();
    for (int i = 0; i < steps.length; i++) {
      if (steps[i] > 0) {
        millionths.put(ranges.get(i).oxide(), (long) steps[i] * microStep);
      }
    }
    return GlassComposition.ofMillionths(millionths);
  }

  /**
   * All glasses, made one after the other as they are asked for.
   *
   * @return size() glasses in order; can be split for parallel work
   */
  public Stream<GlassComposition> stream() {
    return LongStream.range(0, size()).mapToObj(this::get);
  }

  /**
   * One glass of a random order of the grid's glasses.
   *
   * @param seed which order
   * @param place the place in that order, from 0 to size() − 1
   * @return the glass; each place has another one
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public GlassComposition draw(long seed, long place) {
    return get(IndexShuffle.at(seed, Objects.checkIndex(place, size()), size()));
  }

  /**
   * Glasses drawn from the grid, all with equal probability and none twice: on a fine step, points
   * uniform on the simplex.
   *
   * @param seed which ones; equal seeds give equal glasses, and more begin with the fewer
   * @param count how many (at most size())
   * @return the glasses, as {@link #draw} gives them
   * @throws IllegalArgumentException if the count is below 0 or the grid has fewer glasses
   */
  public Stream<GlassComposition> random(long seed, long count) {
    if (count < 0 || count > size()) {
      throw new IllegalArgumentException(
          "glasses drawn from a grid must be from 0 to the "
              + size()
              + " that it has, got "
              + count
              + "; a smaller step gives more");
    }
    return LongStream.range(0, count).mapToObj(place -> draw(seed, place));
  }

  private static String listed(List<OxideRange> ranges) {
    return ranges.isEmpty()
        ? "no oxide"
        : ranges.stream().map(OxideRange::toString).collect(Collectors.joining(", "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CompositionGrid grid
        && microStep == grid.microStep
        && ranges.equals(grid.ranges);
  }

  @Override
  public int hashCode() {
    return Objects.hash(microStep, ranges);
  }

  /** Ranges and step as {@code SiO2 40 to 80, Na2O 0 to 100 (mol%) in steps of 0.5 mol%}. */
  @Override
  public String toString() {
    return listed(ranges) + " (mol%) in steps of " + Preconditions.plain(step) + " mol%";
  }
}
