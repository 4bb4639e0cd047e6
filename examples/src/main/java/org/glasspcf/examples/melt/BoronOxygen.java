package org.glasspcf.examples.melt;

import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.density.DellBrayXiao;

/**
 * The potential of boron and oxygen in a glass, whose strength follows from the composition (Deng
 * and Du, J. Am. Ceram. Soc. 102, 2482, 2019): a glass with more fourfold boron needs a stronger
 * one. The share of fourfold boron is therefore put in (by the Dell–Bray–Xiao model) and not found.
 */
final class BoronOxygen {
  private static final double RHO = 0.171271;
  private static final double DISPERSION = 28.5;
  private static final double STRONGEST = 25_000;

  private BoronOxygen() {}

  /**
   * The potential.
   *
   * @param glass a composition with B2O3
   * @return Buckingham's form with a core that meets it smoothly
   */
  static PairPotential of(GlassComposition glass) {
    PairPotential.Buckingham outer = outer(glass);
    double distance = joint(outer);
    return outer.withCore(core(outer, distance), distance);
  }

  /** What acts beyond the core. */
  static PairPotential.Buckingham outer(GlassComposition glass) {
    return new PairPotential.Buckingham(strength(glass), RHO, DISPERSION);
  }

  /**
   * A (eV) of Buckingham's form. With K = SiO2/B2O3, R = (Na2O + BaO)/B2O3, R* = K/16 + 1/2 and the
   * share N4 of fourfold boron: 11900 + 4350·(R* − (R* − N4)²/R*) + 85·K² up to R = R*, beyond it
   * 12525 + T·N4·(R*)/R with T = (11900 + 85·K² − 12525)/R* + 4350; never above 25,000.
   */
  static double strength(GlassComposition glass) {
    DellBrayXiao boron = DellBrayXiao.of(glass);
    double k = boron.silica();
    double r = boron.modifier();
    double star = boron.saturation();
    double n4 = boron.fourfoldFraction();
    double a =
        r <= star
            ? 11900 + 4350 * (star - (star - n4) * (star - n4) / star) + 85 * k * k
            : 12525 + ((11900 + 85 * k * k - 12525) / star + 4350) * n4 * star / r;
    return Math.min(a, STRONGEST);
  }

  /**
   * Where the core begins (Å): the smaller distance at which the third derivative vanishes, that is
   * r⁹·exp(−r/ρ) = 336·C·ρ³/A. The left side grows up to r = 9ρ.
   */
  static double joint(PairPotential.Buckingham outer) {
    double level = Math.log(336 * outer.c() * Math.pow(outer.rho(), 3) / outer.a());
    double low = outer.rho();
    double high = 9 * outer.rho();
    for (int halving = 0; halving < 100; halving++) {
      double middle = (low + high) / 2;
      if (9 * Math.log(middle) - middle / outer.rho() < level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** B/rⁿ + D·r² of the same value, slope and curvature at a distance (Å). */
  static PairPotential.Core core(PairPotential.Buckingham outer, double r) {
    double u = outer.energy(r);
    double slope = -r * outer.force(r);
    double curvature = r * r * outer.curvature(r);
    double n = 1 + (curvature - 2 * u) / (2 * u - slope);
    double repulsion = (2 * u - slope) / (n + 2);
    return new PairPotential.Core(repulsion * Math.pow(r, n), (u - repulsion) / (r * r), n);
  }
}
