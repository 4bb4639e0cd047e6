package org.glasspcf.pipeline.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.glasspcf.core.ElementPair;
import org.glasspcf.pipeline.design.DesignTarget.Goal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesignTargetTest {
  private static final ElementPair B_O = ElementPair.of("B", "O");
  private static final ElementPair SI_SI = ElementPair.of("Si", "Si");
  private static final DesignTarget NEAR =
      DesignTarget.near(B_O, DesignQuantity.COORDINATION_NUMBER, 3.6);

  private static void assertRefused(String words, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(words), message);
  }

  @ParameterizedTest
  @EnumSource
  void near_hasTheToleranceOfItsQuantityAndWeight1(DesignQuantity quantity) {
    DesignTarget target = DesignTarget.near(B_O, quantity, 1.5);
    assertEquals(Goal.NEAR, target.goal());
    assertEquals(OptionalDouble.of(1.5), target.value());
    assertEquals(quantity.defaultTolerance(), target.tolerance());
    assertEquals(1, target.weight());
  }

  @Test
  void withers_changeOneThing() {
    DesignTarget changed = NEAR.withTolerance(0.2).withWeight(3);
    assertEquals(
        new DesignTarget(
            B_O, DesignQuantity.COORDINATION_NUMBER, Goal.NEAR, OptionalDouble.of(3.6), 0.2, 3),
        changed);
  }

  /** By hand: (0.1² + 0.05²)/0.05² = 5. */
  @Test
  void cost_isTheExpectedSquareOfTheMissInTolerances() {
    assertEquals(5, NEAR.cost(3.7, 0.05), 1e-9);
    assertEquals(5, NEAR.cost(3.5, 0.05), 1e-9);
    assertEquals(0, NEAR.cost(3.6, 0), 1e-9);
  }

  @Test
  void cost_ofAnExtremeIsItsValueInTolerances_aSpreadShortOfIt() {
    DesignTarget largest = DesignTarget.largest(B_O, DesignQuantity.COORDINATION_NUMBER);
    DesignTarget smallest = DesignTarget.smallest(B_O, DesignQuantity.COORDINATION_NUMBER);
    assertEquals(-68, largest.cost(3.5, 0.1), 1e-9);
    assertEquals(72, smallest.cost(3.5, 0.1), 1e-9);
    assertTrue(largest.value().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(names = {"COORDINATION_NUMBER", "BOND_LENGTH"})
  void pairWithoutAKnownShell_isRefused(DesignQuantity quantity) {
    assertRefused(
        "must be of a cation and oxygen whose first shell is known, got Si-Si",
        () -> DesignTarget.near(SI_SI, quantity, 3));
  }

  @Test
  void peak_canBeOfAnyPair() {
    assertEquals(SI_SI, DesignTarget.near(SI_SI, DesignQuantity.FIRST_PEAK_POSITION, 3.1).pair());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void numberThatIsNotPositive_isRefusedWithItsUnit(double number) {
    assertRefused(
        "the value of a target must be a finite number above 0 (Å), got " + number,
        () -> DesignTarget.near(B_O, DesignQuantity.BOND_LENGTH, number));
    assertRefused(
        "the tolerance of a target must be a finite number above 0 (1), got " + number,
        () -> NEAR.withTolerance(number));
    assertRefused("the weight of a target", () -> NEAR.withWeight(number));
  }

  @Test
  void valueThatDoesNotFitTheGoal_isRefused() {
    DesignQuantity quantity = DesignQuantity.FIRST_PEAK_HEIGHT;
    for (DesignTarget target :
        List.of(NEAR, DesignTarget.largest(B_O, DesignQuantity.BOND_LENGTH))) {
      Goal other = target.goal() == Goal.NEAR ? Goal.LARGEST : Goal.NEAR;
      assertRefused(
          "must have a value if it is to be near one, and only then, got " + other,
          () -> new DesignTarget(B_O, quantity, other, target.value(), 1, 1));
    }
  }

  @Test
  void text_saysWhatIsWanted() {
    assertEquals("coordination number of B-O near 3.6 ± 0.05 (1)", NEAR.toString());
    assertEquals(
        "bond length of B-O as small as possible (Å)",
        DesignTarget.smallest(B_O, DesignQuantity.BOND_LENGTH).toString());
  }
}
