package org.glasspcf.pipeline.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.glasspcf.core.ElementPair;
import org.junit.jupiter.api.Test;

class DesignObjectiveTest {
  private static final ElementPair B_O = ElementPair.of("B", "O");
  private static final DesignTarget COORDINATION =
      DesignTarget.near(B_O, DesignQuantity.COORDINATION_NUMBER, 3.6);
  private static final DesignTarget BOND = DesignTarget.near(B_O, DesignQuantity.BOND_LENGTH, 1.5);

  @Test
  void pairs_areNamedOnce() {
    DesignObjective objective =
        DesignObjective.of(COORDINATION)
            .and(BOND)
            .and(DesignTarget.largest(ElementPair.of("O", "O"), DesignQuantity.FIRST_PEAK_HEIGHT));
    assertEquals(3, objective.targets().size());
    assertEquals(List.of(B_O, ElementPair.of("O", "O")), objective.pairs());
  }

  /** By hand: (3·2 + 1·6)/4. */
  @Test
  void misfit_isTheMeanOfCostsByWeight() {
    DesignObjective objective = DesignObjective.of(COORDINATION.withWeight(3), BOND);
    assertEquals(3, objective.misfit(new double[] {2, 6}), 1e-12);
  }

  @Test
  void noTarget_isRefused() {
    String message = assertThrows(IllegalArgumentException.class, DesignObjective::of).getMessage();
    assertEquals("an objective must have at least one target, got 0", message);
  }

  @Test
  void twoTargetsForOneNumber_areRefusedWithBoth() {
    DesignObjective one = DesignObjective.of(BOND, COORDINATION);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> one.and(DesignTarget.largest(B_O, DesignQuantity.COORDINATION_NUMBER)))
            .getMessage();
    assertTrue(message.contains("near 3.6") && message.contains("as large as"), message);
  }
}
