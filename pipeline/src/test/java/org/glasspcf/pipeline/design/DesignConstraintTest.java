package org.glasspcf.pipeline.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesignConstraintTest {
  private static final GlassComposition GLASS = GlassComposition.parse("60SiO2-20.1B2O3-19.9Na2O");

  private static void assertRefused(String words, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(words), message);
  }

  @ParameterizedTest
  @CsvSource({"80.1, 90, true", "70, 80.1, true", "80.2, 90, false", "70, 80, false"})
  void sum_includesItsEnds(double from, double to, boolean holds) {
    assertEquals(holds, DesignConstraint.sum(from, to, Oxide.SiO2, Oxide.B2O3).holds(GLASS));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 1, true", "0.99, 1.5, true", "1, 2, false", "0, 0.98, false"})
  void ratio_isOfMolPercent(double from, double to, boolean holds) {
    assertEquals(holds, DesignConstraint.ratio(Oxide.Na2O, Oxide.B2O3, from, to).holds(GLASS));
  }

  @Test
  void ratio_toNothing_isNotHeld() {
    assertFalse(DesignConstraint.ratio(Oxide.Na2O, Oxide.ZnO, 0, 1e9).holds(GLASS));
    assertTrue(DesignConstraint.ratio(Oxide.ZnO, Oxide.Na2O, 0, 0).holds(GLASS));
  }

  @Test
  void own_saysWhatItIs() {
    DesignConstraint own = DesignConstraint.of("no zinc", g -> g.molePercent(Oxide.ZnO) == 0);
    assertEquals("no zinc", own.toString());
    assertTrue(own.holds(GLASS));
    assertRefused("must have a description", () -> DesignConstraint.of(" ", g -> true));
  }

  @Test
  void badRange_isRefusedWithItsNumbers() {
    assertRefused("got 80.0 to 70.0 SiO2", () -> DesignConstraint.sum(80, 70, Oxide.SiO2));
    assertRefused("(mol%)", () -> DesignConstraint.sum(Double.NaN, 70, Oxide.SiO2));
    assertRefused("to 101.0", () -> DesignConstraint.sum(0, 101, Oxide.SiO2));
    assertRefused("each once", () -> DesignConstraint.sum(0, 70, Oxide.SiO2, Oxide.SiO2));
    assertRefused("at least one oxide", () -> DesignConstraint.sum(0, 70));
    assertRefused(
        "got Na2O/B2O3 from 2.0 to 1.0",
        () -> DesignConstraint.ratio(Oxide.Na2O, Oxide.B2O3, 2, 1));
    assertRefused("got Na2O/Na2O", () -> DesignConstraint.ratio(Oxide.Na2O, Oxide.Na2O, 1, 1));
    assertRefused(
        "to Infinity",
        () -> DesignConstraint.ratio(Oxide.Na2O, Oxide.B2O3, 1, Double.POSITIVE_INFINITY));
  }
}
