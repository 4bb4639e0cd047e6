package org.glasspcf.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlassConditionsTest {
  private static final GlassComposition GLASS = GlassComposition.parse("60SiO2-20B2O3-20Na2O");

  @Test
  void withCondition_tellsGlassesApart() {
    GlassComposition slow = GLASS.withCondition("quench_K_per_ps", 10);
    assertNotEquals(GLASS, slow);
    assertNotEquals(GLASS.withCondition("quench_K_per_ps", 20), slow);
    assertEquals(GLASS.withCondition("quench_K_per_ps", 10), slow);
    assertEquals(GLASS.withCondition("quench_K_per_ps", 10).hashCode(), slow.hashCode());
    assertEquals(Map.of("quench_K_per_ps", 10.0), slow.conditions());
    assertEquals(GLASS, slow.withoutConditions());
    assertSame(GLASS, GLASS.withoutConditions());
  }

  @Test
  void dopedWith_keepsConditions() {
    assertEquals(
        "57SiO2-19B2O3-19Na2O-5BaO @ p_GPa=-1.0E-4; t_K=300.0",
        GLASS
            .withCondition("t_K", 300)
            .withCondition("p_GPa", -1e-4)
            .dopedWith(Oxide.BaO, 5)
            .toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1.0 / 3, 1e-300, -1.7976931348623157E308, 20})
  void parse_itsOwnText_isTheGlass(double value) {
    GlassComposition glass = GLASS.withCondition("a", value).withCondition("b_2", 1);
    assertEquals(glass, GlassComposition.parse(glass.toString()));
  }

  @Test
  void parse_asPeopleWriteIt_isRead() {
    assertEquals(
        GlassComposition.parse("SiO2").withCondition("t_K", 300).withCondition("p", 1),
        GlassComposition.parse("SiO2@p=1;t_K = 3e2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SiO2 @",
        "SiO2 @ t",
        "SiO2 @ t=",
        "SiO2 @ t=x",
        "SiO2 @ t=NaN",
        "SiO2 @ t=1;",
        "SiO2 @ t=1=2",
        "SiO2 @ 1=2",
        "SiO2 @ t=1; t=1",
        "SiO2 @ t=1e999",
        "SiO2 @ t=0x1p3",
        "SiO2 @ t=1 @ u=2"
      })
  void parse_conditionsMalformed_areRefused(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> GlassComposition.parse(text))
            .getMessage();
    assertTrue(message.contains("condition"), message);
  }

  @Test
  void withCondition_outOfTheInputsRange_isRefused() {
    NumericInput rate = NumericInput.logarithmic("q", "K/ps", 10, 160);
    assertEquals(GLASS.withCondition("q", 20), GLASS.withCondition(rate, 20));
    assertThrows(IllegalArgumentException.class, () -> GLASS.withCondition(rate, 5));
    assertThrows(IllegalArgumentException.class, () -> GLASS.withCondition("q", Double.NaN));
  }
}
