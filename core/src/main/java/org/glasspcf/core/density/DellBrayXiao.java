package org.glasspcf.core.density;

import java.util.List;
import java.util.Set;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;

/**
 * The share of fourfold boron in a sodium borosilicate glass, as Dell, Bray and Xiao's model has it
 * (J. Non-Cryst. Solids 58, 1, 1983): how modifier oxygen is used up with growing R.
 *
 * <ol>
 *   <li>R ≤ R* = 1/2 + K/16: every modifier oxygen makes two BO4, N4 = R;
 *   <li>up to R = 1/2 + K/4: it goes to silicate, N4 = R*;
 *   <li>beyond, BO4 is broken up again: with x = R − K/4 − 1/2, m₁ = x·(2 − K/4)/(2 + K) and m₂ = x
 *       − m₁, N4 = (1/2 − K/16 − m₁/3) + (K/8 − 2m₂/15).
 * </ol>
 *
 * <p>This is the model as the bundled glasses' B–O potential and starting volumes used it (Deng and
 * Du, J. Am. Ceram. Soc. 102, 2482, 2019), with BaO counted as Na2O; ZnO and TiO2 count as neither
 * former nor modifier here. The share of BO4 in those glasses was thus put in, not found. The
 * equations are meant for K up to 8, where m₁ vanishes; beyond that they extrapolate, and are cut
 * off where they leave the range from 0 to 1.
 *
 * @param silica K = SiO2/B2O3 in the glass, by moles (1)
 * @param modifier R = (Na2O + BaO)/B2O3 in the glass, by moles (1)
 */
public record DellBrayXiao(double silica, double modifier) {
  private static final Set<Oxide> KNOWN =
      Set.of(Oxide.SiO2, Oxide.B2O3, Oxide.Na2O, Oxide.BaO, Oxide.ZnO, Oxide.TiO2);

  /**
   * The model's two ratios.
   *
   * @param silica K (1), finite and not below 0
   * @param modifier R (1), finite and not below 0
   * @throws IllegalArgumentException if one of them is not a finite number from 0
   */
  public DellBrayXiao {
    check(silica, "K = SiO2/B2O3");
    check(modifier, "R = (Na2O + BaO)/B2O3");
  }

  /**
   * The oxides that the model knows.
   *
   * @return SiO2, B2O3, Na2O, BaO, ZnO, TiO2; unmodifiable, in no order
   */
  public static Set<Oxide> oxides() {
    return KNOWN;
  }

  /**
   * The ratios of a glass.
   *
   * @param glass a glass of B2O3 and any of SiO2, Na2O, BaO, ZnO, TiO2
   * @return its K and R
   * @throws IllegalArgumentException if there is no B2O3, or an oxide that the model doesn't know
   */
  public static DellBrayXiao of(GlassComposition glass) {
    double boron = glass.molePercent(Oxide.B2O3);
    if (boron == 0) {
      throw new IllegalArgumentException(
          "the share of fourfold boron needs a glass with B2O3, got " + glass);
    }
    List<Oxide> unknown = glass.oxides().stream().filter(o -> !KNOWN.contains(o)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "the Dell–Bray–Xiao model knows SiO2, B2O3, Na2O, BaO, ZnO and TiO2, got "
              + unknown
              + " in "
              + glass);
    }
    double modifiers = glass.molePercent(Oxide.Na2O) + glass.molePercent(Oxide.BaO);
    return new DellBrayXiao(glass.molePercent(Oxide.SiO2) / boron, modifiers / boron);
  }

  /**
   * The share of fourfold boron in a glass.
   *
   * @param glass a glass of B2O3 and any of SiO2, Na2O, BaO, ZnO, TiO2
   * @return N4, BO4 over all boron (1), from 0 to 1
   * @throws IllegalArgumentException if there is no B2O3, or an oxide that the model doesn't know
   */
  public static double fourfoldFraction(GlassComposition glass) {
    return of(glass).fourfoldFraction();
  }

  /**
   * The modifier that the borate can take up before silicate shares in it.
   *
   * @return R* = 1/2 + K/16 (1)
   */
  public double saturation() {
    return 0.5 + silica / 16;
  }

  /**
   * The share of fourfold boron.
   *
   * @return N4, BO4 over all boron (1), from 0 to 1
   */
  public double fourfoldFraction() {
    double beyond = modifier - silica / 4 - 0.5;
    double fraction;
    if (beyond <= 0) {
      fraction = Math.min(modifier, saturation());
    } else {
      double borate = beyond * (2 - silica / 4) / (2 + silica);
      double silicate = beyond - borate;
      fraction = 0.5 - silica / 16 - borate / 3 + silica / 8 - 2 * silicate / 15;
    }
    return Math.min(Math.max(fraction, 0), 1);
  }

  private static void check(double ratio, String what) {
    if (!(ratio >= 0 && ratio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          what + " must be a finite number not below 0 (1), got " + ratio);
    }
  }
}
