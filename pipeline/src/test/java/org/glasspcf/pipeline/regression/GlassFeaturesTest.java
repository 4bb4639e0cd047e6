package org.glasspcf.pipeline.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.junit.jupiter.api.Test;

class GlassFeaturesTest {
  private static final GlassFeatures FEATURES = GlassFeatures.of(FingerprintSchema.fractions());

  @Test
  void point_ofBorosilicate_isItsFractionsAndHalfItsFourfoldBoron() {
    // R = 1 > R* = 0.5 + 3/16: N4 = 0.6875 (Dell, Bray and Xiao)
    assertArrayEquals(
        new double[] {0.2, 0.2, 0.6, 0, 0, 0, 0.6875 / 2},
        FEATURES.point(GlassComposition.parse("60SiO2-20B2O3-20Na2O")),
        1e-12);
    assertEquals(List.of("Na2O", "B2O3", "SiO2", "BaO", "TiO2", "ZnO", "N4"), FEATURES.names());
  }

  @Test
  void point_withoutBoron_hasNoFourfoldBoron() {
    assertArrayEquals(
        new double[] {0, 0, 0.9, 0, 0.1, 0, 0},
        FEATURES.point(GlassComposition.parse("90SiO2-10TiO2")),
        1e-12);
  }

  @Test
  void traceOfBoron_movesNoGlass() {
    double[] without = FEATURES.point(GlassComposition.parse("70SiO2-30Na2O"));
    double[] trace = FEATURES.point(GlassComposition.parse("70SiO2-29.9999Na2O-0.0001B2O3"));
    assertArrayEquals(without, trace, 1e-5);
    // R = 4, K = 14: N4 beyond the range of the model is cut off at 1; half of it, at half of 10
    // mol%
    double[] some = FEATURES.point(GlassComposition.parse("70SiO2-25Na2O-5B2O3"));
    assertEquals(0.25, some[6], 0.05);
  }

  @Test
  void unknownOxide_isNamed() {
    GlassComposition glass = GlassComposition.parse("80SiO2-20K2O");
    var refused = assertThrows(IllegalArgumentException.class, () -> FEATURES.point(glass));
    assertTrue(refused.getMessage().contains("got K2O"), refused.getMessage());
  }

  @Test
  void novelty_growsWithDistanceFromTheKnownGlasses() {
    GlassNovelty novelty =
        GlassNovelty.of(
            FEATURES,
            List.of(
                GlassComposition.parse("60SiO2-20B2O3-20Na2O"), GlassComposition.parse("SiO2")));
    double known = novelty.of(GlassComposition.parse("SiO2"));
    double near = novelty.of(GlassComposition.parse("55SiO2-22B2O3-23Na2O"));
    double far = novelty.of(GlassComposition.parse("10SiO2-80B2O3-10Na2O"));
    // The kernel of the two is exp(-(0.4² + 0.2² + 0.2² + 0.34375²) / (2 · 0.49)) = 0.70; with the
    // noise of 0.01, 1 − kᵀK⁻¹k of one of the two is 0.00983 or less.
    assertTrue(known > 0 && known < 0.00991, "known " + known);
    assertTrue(near > known && far > near && far < 1, near + " and " + far);
    assertEquals(1, GlassNovelty.of(FEATURES, List.of()).of(GlassComposition.parse("SiO2")));
  }
}
