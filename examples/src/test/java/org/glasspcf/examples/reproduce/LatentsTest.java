package org.glasspcf.examples.reproduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LatentsTest {
  /** Latent 1 is dead: the test image does not count. */
  private static final Latents LATENTS =
      new Latents(new double[][] {{1, 0, 5}, {3, 0, 9}}, new double[][] {{2, 4, 7}});

  @Test
  void dead_isWhatDoesNotVaryInTraining() {
    assertEquals(1, LATENTS.dead());
    assertArrayEquals(new int[] {0, 2}, LATENTS.live());
  }

  @Test
  void standardizedMse_trainingMean_isOne() {
    double[][] mean = {{2, 0, 7}, {2, 0, 7}};
    assertEquals(1, LATENTS.standardizedMse(mean, LATENTS.training()), 1e-12);
    // Standard deviations 1 and 2: an error of 2 in each is 2² and 1².
    double[][] off = {{4, 99, 9}};
    assertEquals(2.5, LATENTS.standardizedMse(off, LATENTS.test()), 1e-12);
  }

  @Test
  void standardizedMse_allDead_isNaN() {
    Latents dead = new Latents(new double[][] {{0}, {0}}, new double[][] {{0}});
    assertEquals(0, dead.live().length);
    assertTrue(Double.isNaN(dead.standardizedMse(dead.test(), dead.test())));
  }

  @Test
  void centered_isAroundTheTrainingMean() {
    assertArrayEquals(new double[] {0, 4, 0}, LATENTS.centered(LATENTS.test())[0]);
  }
}
