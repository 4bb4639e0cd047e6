package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glasspcf.pipeline.uncertainty.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Melts made by hand beside a glass that the model of the library predicts. */
class DesignCheckTest {
  private static final String TARGET = "B-O:coordination=3.6+-0.1";

  private static Interval band(int atoms) {
    return DesignedMelts.band(TargetText.parse(TARGET), atoms);
  }

  @Test
  void numbers_areTheMeltsOwn() {
    DesignCheck check = DesignedMelts.large(TARGET, 3.75);
    assertEquals(3.75, check.simulated(), 1e-9);
    assertEquals(0.15, check.miss(), 1e-9);
    assertEquals(1496, check.atoms());
    assertEquals(176, check.centers(), "boron");
  }

  @ParameterizedTest
  @CsvSource({"3.49, false", "3.51, true", "3.6, true", "3.69, true", "3.71, false", "5, false"})
  void near_isWithinTheTolerance(double coordination, boolean near) {
    assertEquals(near, DesignedMelts.large(TARGET, coordination).isNear());
  }

  @ParameterizedTest
  @CsvSource({"3.54, false", "3.56, true", "3.64, true", "3.66, false"})
  void near_withoutATolerance_isWithinTheDefault(double coordination, boolean near) {
    assertEquals(near, DesignedMelts.large("B-O:coordination=3.6", coordination).isNear());
  }

  @Test
  void band_isLeftAtBothEnds() {
    Interval band = band(DesignedMelts.LARGE_ATOMS);
    assertTrue(DesignedMelts.large(TARGET, band.value()).hasBand());
    assertTrue(DesignedMelts.large(TARGET, band.upper() - 1e-6).isInBand());
    assertFalse(DesignedMelts.large(TARGET, band.upper() + 1e-6).isInBand());
    assertTrue(DesignedMelts.large(TARGET, band.lower() + 1e-6).isInBand());
    assertFalse(DesignedMelts.large(TARGET, band.lower() - 1e-6).isInBand());
  }

  @Test
  void band_ofASmallerMelt_isWider() {
    Interval small = band(DesignedMelts.SMALL_ATOMS);
    Interval large = band(DesignedMelts.LARGE_ATOMS);
    assertTrue(small.upper() - small.lower() > 1.1 * (large.upper() - large.lower()));
    double between = (small.upper() + large.upper()) / 2;
    assertEquals(782, DesignedMelts.small(TARGET, between).atoms());
    assertTrue(DesignedMelts.small(TARGET, between).isInBand());
    assertFalse(DesignedMelts.large(TARGET, between).isInBand());
  }

  @Test
  void positionOfAPeak_hasNoBand() {
    DesignCheck check = DesignedMelts.large("B-O:peak-position=1.45", 3.6);
    assertFalse(check.hasBand());
    assertFalse(check.isInBand());
    assertTrue(check.isNear(), "the middle of the only bin");
  }
}
