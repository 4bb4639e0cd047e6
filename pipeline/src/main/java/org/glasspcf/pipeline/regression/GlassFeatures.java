package org.glasspcf.pipeline.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.NumericInput;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.density.DellBrayXiao;
import org.glasspcf.core.fingerprint.FingerprintSchema;

/**
 * A glass as a point: its mole fractions, half its share of fourfold boron, and its numeric inputs.
 * Distances between glasses are Euclidean in these coordinates. Immutable.
 *
 * <p>There is a mole fraction for each oxide of the {@link FingerprintSchema}, bases first.
 *
 * <p>The share of BO4, N4 of Dell, Bray and Xiao ({@link DellBrayXiao}), bends sharply where the
 * modifier is used up, which mole fractions alone cannot show to a smooth kernel. The factor 1/2
 * puts its range beside that of the mole fractions. Below 10 mol% of B2O3, the least that the
 * bundled glasses with boron have, it fades in proportion to the boron: a trace must not move a
 * glass, and the model's equations are not meant for it. A schema without B2O3, or with an oxide
 * that Dell, Bray and Xiao's model does not know, has no such coordinate.
 *
 * <p>Each numeric input is its {@linkplain NumericInput#position position} in its range times a
 * weight: how far two glasses at the ends of the range lie apart, in mole fractions (1).
 */
public final class GlassFeatures {
  /** What an input weighs before data tell: as much as exchanging about 14 mol%. */
  static final double USUAL_WEIGHT = 0.2;

  private static final double FOURFOLD_BORON = 0.5;
  private static final double FULL_BORON = 0.1;

  private final FingerprintSchema schema;
  private final List<Oxide> oxides;
  private final boolean hasBoron;
  private final double[] weights;

  private GlassFeatures(FingerprintSchema schema, double[] weights) {
    this.schema = schema;
    this.oxides = Stream.of(schema.bases(), schema.dopants()).flatMap(List::stream).toList();
    this.hasBoron = oxides.contains(Oxide.B2O3) && DellBrayXiao.oxides().containsAll(oxides);
    this.weights = weights;
  }

  /**
   * The coordinates of a schema's glasses, every numeric input with a weight of 0.2.
   *
   * @param schema names the oxides and inputs
   * @return the coordinates
   */
  public static GlassFeatures of(FingerprintSchema schema) {
    double[] weights = new double[schema.inputs().size()];
    Arrays.fill(weights, USUAL_WEIGHT);
    return new GlassFeatures(schema, weights);
  }

  /**
   * These coordinates with other weights of the numeric inputs.
   *
   * @param changed one finite weight from 0 (1) for each of the schema's inputs; copied
   * @return the changed coordinates
   * @throws IllegalArgumentException if the number of weights is another one, or one is negative or
   *     not finite
   */
  public GlassFeatures withInputWeights(double... changed) {
    boolean sound = changed.length == weights.length;
    for (double weight : changed) {
      sound &= weight >= 0 && weight < Double.POSITIVE_INFINITY;
    }
    if (!sound) {
      throw new IllegalArgumentException(
          "there must be a finite weight from 0 (1) for each of "
              + weights.length
              + " numeric inputs, got "
              + Arrays.toString(changed));
    }
    return new GlassFeatures(schema, changed.clone());
  }

  /**
   * The weights of the numeric inputs.
   *
   * @return a copy (1), in the order of the schema's inputs
   */
  public double[] inputWeights() {
    return weights.clone();
  }

  /**
   * The schema.
   *
   * @return what names the oxides and inputs
   */
  public FingerprintSchema schema() {
    return schema;
  }

  /**
   * The names of the coordinates.
   *
   * @return the oxides, N4 if there is one, the inputs ({@code input.t_K}); for the paper's schema
   *     Na2O, B2O3, SiO2, BaO, TiO2, ZnO, N4
   */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    oxides.forEach(oxide -> names.add(oxide.toString()));
    if (hasBoron) {
      names.add("N4");
    }
    schema.inputs().forEach(input -> names.add("input." + input.name()));
    return List.copyOf(names);
  }

  /**
   * The number of coordinates.
   *
   * @return the number of {@link #names()}
   */
  public int size() {
    return oxides.size() + (hasBoron ? 1 : 0) + weights.length;
  }

  /**
   * The coordinates of a glass.
   *
   * @param glass a glass that the schema knows
   * @return mole fractions (1), N4/2, faded below 10 mol% of B2O3 (1), and weighted inputs (1), in
   *     the order of {@link #names()}
   * @throws IllegalArgumentException if the glass holds an oxide or condition that the schema does
   *     not know, or lacks a condition or has it out of range
   */
  public double[] point(GlassComposition glass) {
    schema.requireKnown(glass);
    double[] point = new double[size()];
    for (int i = 0; i < oxides.size(); i++) {
      point[i] = glass.moleFraction(oxides.get(i));
    }
    double boron = hasBoron ? glass.moleFraction(Oxide.B2O3) : 0;
    if (boron > 0) {
      double faded = FOURFOLD_BORON * Math.min(1, boron / FULL_BORON);
      point[oxides.size()] = faded * DellBrayXiao.fourfoldFraction(glass);
    }
    for (int i = 0; i < weights.length; i++) {
      NumericInput input = schema.inputs().get(i);
      double position = input.position(glass.conditions().get(input.name()));
      point[point.length - weights.length + i] = weights[i] * position;
    }
    return point;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GlassFeatures that
        && schema.equals(that.schema)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * schema.hashCode() + Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "GlassFeatures" + names();
  }
}
