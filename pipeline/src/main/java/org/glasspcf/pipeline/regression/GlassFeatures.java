package org.glasspcf.pipeline.regression;

import java.util.List;
import java.util.stream.Stream;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.density.DellBrayXiao;

/**
 * A glass as a point: its mole fractions and half its share of fourfold boron. Distances between
 * glasses are Euclidean in these coordinates.
 *
 * <p>The share of BO4, N4 of Dell, Bray and Xiao ({@link DellBrayXiao}), bends sharply where the
 * modifier is used up, which mole fractions alone cannot show to a smooth kernel. The factor 1/2
 * puts its range beside that of the mole fractions. Below 10 mol% of B2O3, the least that the
 * bundled glasses with boron have, it fades in proportion to the boron: a trace must not move a
 * glass, and the model's equations are not meant for it.
 */
public final class GlassFeatures {
  private static final List<Oxide> OXIDES =
      List.of(Oxide.Na2O, Oxide.B2O3, Oxide.SiO2, Oxide.BaO, Oxide.TiO2, Oxide.ZnO);
  private static final List<String> NAMES =
      Stream.concat(OXIDES.stream().map(Oxide::toString), Stream.of("N4")).toList();
  private static final double FOURFOLD_BORON = 0.5;
  private static final double FULL_BORON = 0.1;

  private GlassFeatures() {}

  /**
   * The names of the coordinates.
   *
   * @return Na2O, B2O3, SiO2, BaO, TiO2, ZnO, N4
   */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The coordinates of a glass.
   *
   * @param glass a glass of the six oxides
   * @return six mole fractions (1) and N4/2, faded below 10 mol% of B2O3 (1), in the order of
   *     {@link #names()}
   * @throws IllegalArgumentException if the glass holds another oxide
   */
  public static double[] of(GlassComposition glass) {
    for (Oxide oxide : glass.oxides()) {
      if (!OXIDES.contains(oxide)) {
        throw new IllegalArgumentException(
            "the regression knows glasses of " + OXIDES + ", got " + oxide + " in " + glass);
      }
    }
    double[] point = new double[OXIDES.size() + 1];
    for (int i = 0; i < OXIDES.size(); i++) {
      point[i] = glass.moleFraction(OXIDES.get(i));
    }
    double boron = glass.moleFraction(Oxide.B2O3);
    if (boron > 0) {
      double faded = FOURFOLD_BORON * Math.min(1, boron / FULL_BORON);
      point[OXIDES.size()] = faded * DellBrayXiao.fourfoldFraction(glass);
    }
    return point;
  }

  /** exp(−|a − b|² / 2ℓ²), the squared exponential kernel of unit variance. */
  static double kernel(double[] a, double[] b, double lengthScale) {
    return kernel(squaredDistance(a, b), lengthScale);
  }

  static double kernel(double squaredDistance, double lengthScale) {
    return Math.exp(-squaredDistance / (2 * lengthScale * lengthScale));
  }

  static double squaredDistance(double[] a, double[] b) {
    double squared = 0;
    for (int i = 0; i < a.length; i++) {
      squared += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return squared;
  }

  static double[][] kernel(double[][] points, double lengthScale) {
    double[][] out = new double[points.length][points.length];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j <= i; j++) {
        out[i][j] = kernel(points[i], points[j], lengthScale);
        out[j][i] = out[i][j];
      }
    }
    return out;
  }
}
