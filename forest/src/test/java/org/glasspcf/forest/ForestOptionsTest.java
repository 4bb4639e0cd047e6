package org.glasspcf.forest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ForestOptionsTest {

  private static final ForestOptions DEFAULTS = ForestOptions.defaults();

  @Test
  void defaults_areThePapersNumbers_onTargetsAsTheyAre() {
    assertEquals(new ForestOptions(15, 30, 20, 2, false, 0), DEFAULTS);
  }

  @Test
  void withers_changeOneOption() {
    assertEquals(new ForestOptions(7, 30, 20, 2, false, 0), DEFAULTS.withTrees(7));
    assertEquals(new ForestOptions(15, 8, 20, 2, false, 0), DEFAULTS.withFeaturesPerSplit(8));
    assertEquals(new ForestOptions(15, 30, 9, 2, false, 0), DEFAULTS.withMaxDepth(9));
    assertEquals(new ForestOptions(15, 30, 20, 6, false, 0), DEFAULTS.withMinSamplesToSplit(6));
    assertEquals(new ForestOptions(15, 30, 20, 2, true, 0), DEFAULTS.withStandardizeTargets(true));
    assertEquals(new ForestOptions(15, 30, 20, 2, false, -4), DEFAULTS.withSeed(-4));
  }

  @Test
  void options_outOfRange_areRefused() {
    assertRefused("trees must be from 1 to 10000, got 0", () -> DEFAULTS.withTrees(0));
    assertRefused("trees must be from 1 to 10000, got 10001", () -> DEFAULTS.withTrees(10_001));
    assertRefused(
        "featuresPerSplit must be at least 1, got 0", () -> DEFAULTS.withFeaturesPerSplit(0));
    assertRefused("maxDepth must be from 1 to 1000, got 0", () -> DEFAULTS.withMaxDepth(0));
    assertRefused(
        "minSamplesToSplit must be from 2 to 16777216, got 1",
        () -> DEFAULTS.withMinSamplesToSplit(1));
  }

  private static void assertRefused(String message, Supplier<ForestOptions> call) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, call::get);
    assertEquals(message, refused.getMessage());
  }
}
