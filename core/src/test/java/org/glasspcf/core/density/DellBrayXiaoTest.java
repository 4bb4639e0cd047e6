package org.glasspcf.core.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.glasspcf.core.GlassComposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DellBrayXiaoTest {
  /**
   * From the boxes that PACKMOL filled (start.data of three bundled glasses' raw simulations): N4
   * is what the molar volumes SiO2 27.0, Na2O 20.4, ZnO 14.5, TiO2 20.5 and B2O3 18.5·N4 + 34.6·(1
   * − N4) cm³/mol leave for it. Computed with Python 3.11.
   */
  @ParameterizedTest
  @CsvSource({
    "60SiO2-20B2O3-20Na2O, 0.6874990183125783",
    "55.2SiO2-18.4B2O3-18.4Na2O-8ZnO, 0.6874989720064762",
    "36SiO2-24B2O3-20Na2O-20TiO2, 0.5937492175444292"
  })
  void fourfoldFraction_ofBundledGlass_isThatOfItsStartingBox(String glass, double expected) {
    double n4 = DellBrayXiao.fourfoldFraction(GlassComposition.parse(glass));
    assertEquals(expected, n4, 2e-6);
  }

  /** By hand from the model's equations. */
  @ParameterizedTest
  @CsvSource({
    "2, 0.4, 0.4", // all modifier to BO4
    "2, 0.8, 0.625", // saturated: R*
    "2, 1, 0.625", // x = 0
    "2, 2, 0.4166666666666667", // x = 1, m1 = 3/8: 3/8 − 1/8 + 1/4 − 1/12
    "4, 2, 0.6666666666666667", // x = 1/2, m1 = 1/12: 1/4 − 1/36 + 1/2 − 1/18
    "8, 4, 0.8", // m1 = 0: 0 + 1 − 2/15 · 3/2
    "0, 0, 0",
    "0, 0.5, 0.5",
    "0, 1.5, 0.16666666666666667", // no silica: all to borate
    "0, 2.5, 0", // never below 0
    "12, 1.2, 1" // beyond the measurements: never above 1
  })
  void fourfoldFraction_ofRatios_followsTheThreeRegions(double k, double r, double expected) {
    assertEquals(expected, new DellBrayXiao(k, r).fourfoldFraction(), 1e-15);
  }

  @Test
  void fourfoldFraction_isContinuousAndInRange() {
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      double k = 20 * random.nextDouble();
      double r = 20 * random.nextDouble() * random.nextDouble();
      double n4 = new DellBrayXiao(k, r).fourfoldFraction();
      assertTrue(n4 >= 0 && n4 <= 1, k + ", " + r + ": " + n4);
      assertEquals(n4, new DellBrayXiao(k, r + 1e-7).fourfoldFraction(), 1.01e-7);
      assertEquals(n4, new DellBrayXiao(k + 1e-7, r).fourfoldFraction(), 1e-6);
    }
  }

  @Test
  void of_bariumOxide_countsAsModifier_dopantsDoNot() {
    DellBrayXiao model =
        DellBrayXiao.of(GlassComposition.parse("40SiO2-20B2O3-10Na2O-8BaO-12ZnO-10TiO2"));
    assertEquals(new DellBrayXiao(2, 0.9), model);
    assertEquals(0.625, model.saturation());
  }

  @Test
  void of_noSilica_isABorate() {
    assertEquals(
        0.25, DellBrayXiao.fourfoldFraction(GlassComposition.parse("80B2O3-20Na2O")), 1e-15);
  }

  @Test
  void of_noBoron_isRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> DellBrayXiao.fourfoldFraction(GlassComposition.parse("80SiO2-20Na2O")));
    assertEquals(
        "the share of fourfold boron needs a glass with B2O3, got 80SiO2-20Na2O",
        error.getMessage());
  }

  @Test
  void of_unknownOxide_isNamed() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> DellBrayXiao.of(GlassComposition.parse("60SiO2-20B2O3-10Al2O3-10Na2O")));
    assertEquals(
        "the Dell–Bray–Xiao model knows SiO2, B2O3, Na2O, BaO, ZnO and TiO2, got [Al2O3] in"
            + " 60SiO2-20B2O3-10Al2O3-10Na2O",
        error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"NaN, 1", "-0.1, 1", "1, NaN", "1, Infinity"})
  void ratio_notAFiniteNumberFromZero_isRefused(double k, double r) {
    var error = assertThrows(IllegalArgumentException.class, () -> new DellBrayXiao(k, r));
    assertTrue(
        error.getMessage().contains("/B2O3 must be a finite number not below 0 (1), got "),
        error.getMessage());
  }
}
