package org.glasspcf.examples.melt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class MeltQuenchProtocolTest {
  private static final MeltQuenchProtocol DEFAULTS = MeltQuenchProtocol.defaults();

  private static void assertRefused(Executable call, String words) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(words), message);
  }

  @Test
  void withers_changeOneThing() {
    assertEquals(
        new MeltQuenchProtocol(800, 3500, 5, 100, 350, 6, 2, 1, 4),
        DEFAULTS
            .withAtoms(800)
            .withMelt(3500, 5)
            .withQuenchRate(100)
            .withGlassTemperature(350)
            .withRelaxation(6, 2, 1)
            .withProductionTime(4));
  }

  @Test
  void values_outOfRange_areRefused() {
    assertRefused(() -> DEFAULTS.withAtoms(99), "from 100 to 1000000 atoms, got 99");
    assertRefused(() -> DEFAULTS.withMelt(200, 10), "hotter than the glass, got 200 K and 300 K");
    assertRefused(() -> DEFAULTS.withMelt(Double.NaN, 10), "temperature of the melt");
    assertRefused(() -> DEFAULTS.withMelt(4000, 0.05), "multiple of 0.1 ps above 0");
    assertRefused(() -> DEFAULTS.withQuenchRate(0), "quench rate must be above 0 (K/ps)");
    assertRefused(() -> DEFAULTS.withQuenchRate(Double.NaN), "quench rate");
    assertRefused(
        () -> DEFAULTS.withQuenchRate(1e6), "cool in 0.1 to 1000000 ps, got 1000000 K/ps");
    assertRefused(() -> DEFAULTS.withGlassTemperature(-1), "temperature of the glass");
    assertRefused(() -> DEFAULTS.withRelaxation(0, 1, 1), "time of the relaxation");
    assertRefused(() -> DEFAULTS.withRelaxation(1, 0.15, 1), "averaging of the volume");
    assertRefused(() -> DEFAULTS.withRelaxation(1, 1, Double.NaN), "time of the settling");
    assertRefused(() -> DEFAULTS.withProductionTime(2.5), "multiple of 1 ps");
  }
}
