package org.glasspcf.pipeline.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.NumericInput;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.density.MolarVolumeModel;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;
import org.glasspcf.pipeline.uncertainty.Interval;

/**
 * The glasses of three oxides in equal steps, with the same amounts of other oxides in all of them.
 * Immutable.
 */
public final class TernaryGrid {
  private static final double TOLERANCE = 1e-6;

  private final List<Oxide> corners;
  private final int steps;
  private final Map<Oxide, Double> fixed;
  private final Map<NumericInput, Double> conditions;

  /**
   * A glass's shares of the three oxides, which sum to 100.
   *
   * @param top share of the first oxide among the three (mol%)
   * @param left share of the second one (mol%)
   * @param right share of the third one (mol%)
   */
  public record Place(double top, double left, double right) {
    /** To the right, in sides of the triangle. */
    double x() {
      return (right + top / 2) / 100;
    }

    /** Upward, in sides of the triangle. */
    double y() {
      return top / 100 * Math.sqrt(3) / 2;
    }
  }

  private TernaryGrid(
      List<Oxide> corners,
      int steps,
      Map<Oxide, Double> fixed,
      Map<NumericInput, Double> conditions) {
    this.corners = corners;
    this.steps = steps;
    this.fixed = Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
    this.conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
  }

  /**
   * A grid of steps of 2.5 mol%.
   *
   * @param top the oxide of the upper corner
   * @param left that of the lower left one
   * @param right that of the lower right one
   * @return the grid
   * @throws IllegalArgumentException if two of them are the same
   */
  public static TernaryGrid of(Oxide top, Oxide left, Oxide right) {
    if (Set.copyOf(List.of(top, left, right)).size() < 3) {
      throw new IllegalArgumentException(
          "corners must be three different oxides, got " + top + ", " + left + " and " + right);
    }
    return new TernaryGrid(List.of(top, left, right), 40, Map.of(), Map.of());
  }

  /**
   * Sets the step.
   *
   * @param molPercent share of the three oxides (mol%), 100 divided by a whole number of 2 to 200
   * @return a changed copy
   * @throws IllegalArgumentException if it is another number
   */
  public TernaryGrid withStep(double molPercent) {
    double count = 100 / molPercent;
    if (!(count >= 2 - TOLERANCE && count <= 200 + TOLERANCE)
        || Math.abs(count - Math.rint(count)) > TOLERANCE) {
      throw new IllegalArgumentException(
          "a step must be 100 mol% divided by a whole number of 2 to 200, got "
              + molPercent
              + " mol%");
    }
    return new TernaryGrid(corners, (int) Math.rint(count), fixed, conditions);
  }

  /**
   * Adds the same amount of another oxide to all glasses; the three oxides share the rest.
   *
   * @param oxide none of the corners
   * @param molPercent amount (mol%) of the whole glass, above 0; all fixed ones below 100
   * @return a changed copy
   * @throws IllegalArgumentException if the oxide is a corner, or the amount breaks the rule
   */
  public TernaryGrid withFixed(Oxide oxide, double molPercent) {
    Map<Oxide, Double> more = new LinkedHashMap<>(fixed);
    more.put(Objects.requireNonNull(oxide, "oxide"), molPercent);
    double sum = more.values().stream().mapToDouble(Double::doubleValue).sum();
    if (corners.contains(oxide) || !(molPercent > 0 && sum < 100)) {
      throw new IllegalArgumentException(
          "a fixed oxide must be none of the corners and leave room for them, got "
              + molPercent
              + " mol% "
              + oxide);
    }
    return new TernaryGrid(corners, steps, more, conditions);
  }

  /**
   * Sets a condition that all glasses have, for pipelines that know glasses by it.
   *
   * @param input the condition, such as a quench rate
   * @param value its value, in the input's unit and range
   * @return a changed copy
   * @throws IllegalArgumentException if the value is out of the input's range
   */
  public TernaryGrid withCondition(NumericInput input, double value) {
    input.requireInRange(value);
    Map<NumericInput, Double> more = new LinkedHashMap<>(conditions);
    more.put(input, value);
    return new TernaryGrid(corners, steps, fixed, more);
  }

  /**
   * Maps a quantity.
   *
   * @param quantity its name, with its unit if it has one
   * @param value glass → value with its interval; empty where it has none
   * @param domain glass → where it lies; glasses outside are hatched
   * @return the map
   * @throws IllegalArgumentException if no glass has a value
   */
  public TernaryMap map(
      String quantity,
      Function<GlassComposition, Optional<Interval>> value,
      Function<GlassComposition, DomainVerdict.Place> domain) {
    return TernaryMap.of(this, quantity, value, domain);
  }

  /**
   * Maps how many oxygen neighbors a cation has, with densities estimated by {@link
   * org.glasspcf.core.density.MolarVolumeModel#bundled()}. Glasses without the cation have no
   * value.
   *
   * @param pipeline a calibrated pipeline
   * @param pair cation and oxygen
   * @param level the nominal coverage of the intervals, for new melts of 1,500 atoms
   * @return the map
   * @throws IllegalArgumentException if the pipeline does not know an oxide, or no glass has a
   *     value
   */
  public TernaryMap coordinationNumber(
      GlassPcfPipeline pipeline, ElementPair pair, BandLevel level) {
    return coordinationNumber(pipeline, MolarVolumeModel.bundled(), pair, level);
  }

  /**
   * Maps how many oxygen neighbors a cation has, with densities of molar volumes of one's own.
   * Glasses without the cation have no value.
   *
   * @param pipeline a calibrated pipeline
   * @param volumes the molar volumes; know all oxides of the grid
   * @param pair cation and oxygen
   * @param level the nominal coverage of the intervals, for new melts of 1,500 atoms
   * @return the map
   * @throws IllegalArgumentException if the pipeline or the molar volumes do not know an oxide, or
   *     no glass has a value
   */
  public TernaryMap coordinationNumber(
      GlassPcfPipeline pipeline, MolarVolumeModel volumes, ElementPair pair, BandLevel level) {
    return TernaryMap.ofPredictions(
        this,
        pipeline,
        pair,
        "Coordination number " + PlotLabels.of(pair),
        prediction ->
            prediction.coordinationNumber(level, volumes.densities(prediction.composition())));
  }

  /**
   * Maps the mean bond length of a cation with oxygen. Glasses without the cation have no value.
   *
   * @param pipeline a calibrated pipeline
   * @param pair cation and oxygen
   * @param level the nominal coverage of the intervals, for new melts of 1,500 atoms
   * @return the map
   * @throws IllegalArgumentException if the pipeline does not know an oxide, or no glass has a
   *     value
   */
  public TernaryMap bondLength(GlassPcfPipeline pipeline, ElementPair pair, BandLevel level) {
    return TernaryMap.ofPredictions(
        this,
        pipeline,
        pair,
        "Bond length " + PlotLabels.of(pair) + " (\u00c5)",
        prediction -> prediction.bondLength(level));
  }

  /**
   * Returns the oxides of the corners.
   *
   * @return those of the upper, the lower left and the lower right corner
   */
  public List<Oxide> corners() {
    return corners;
  }

  /**
   * Returns the oxides that all glasses have.
   *
   * @return oxide → amount (mol%); unmodifiable
   */
  public Map<Oxide, Double> fixed() {
    return fixed;
  }

  /**
   * Returns the conditions that all glasses have.
   *
   * @return condition → value (its unit); unmodifiable
   */
  public Map<NumericInput, Double> conditions() {
    return conditions;
  }

  /**
   * Returns how many steps a side has.
   *
   * @return 100 mol% over the step
   */
  public int steps() {
    return steps;
  }

  Place place(int top, int right) {
    double step = 100.0 / steps;
    return new Place(top * step, (steps - top - right) * step, right * step);
  }

  /** All places, row by row upward, each from left to right. */
  List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (int top = 0; top <= steps; top++) {
      for (int right = 0; right <= steps - top; right++) {
        places.add(place(top, right));
      }
    }
    return places;
  }

  /** The glass of a place. */
  GlassComposition glass(Place place) {
    double rest = 1 - fixed.values().stream().mapToDouble(Double::doubleValue).sum() / 100;
    Map<Oxide, Double> amounts = new LinkedHashMap<>();
    double[] shares = {place.top(), place.left(), place.right()};
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > TOLERANCE) {
        amounts.put(corners.get(i), rest * shares[i]);
      }
    }
    amounts.putAll(fixed);
    GlassComposition glass = GlassComposition.ofMolePercent(amounts);
    for (Map.Entry<NumericInput, Double> condition : conditions.entrySet()) {
      glass = glass.withCondition(condition.getKey(), condition.getValue());
    }
    return glass;
  }

  /** The place of a glass; empty if it has other oxides, or other amounts of the fixed ones. */
  Optional<Place> place(GlassComposition glass) {
    double sum = corners.stream().mapToDouble(glass::molePercent).sum();
    boolean same = sum > 0;
    double all = sum;
    for (Map.Entry<Oxide, Double> entry : fixed.entrySet()) {
      double amount = glass.molePercent(entry.getKey());
      same &= Math.abs(amount - entry.getValue()) < 0.05;
      all += amount;
    }
    if (!same || Math.abs(all - 100) > 0.05) {
      return Optional.empty();
    }
    double[] shares =
        corners.stream().mapToDouble(oxide -> 100 * glass.molePercent(oxide) / sum).toArray();
    return Optional.of(new Place(shares[0], shares[1], shares[2]));
  }
}
