package org.glasspcf.examples.quench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassSample;
import org.junit.jupiter.api.Test;

/** Two curves of 100 bins, each with one bin that is not 0. */
class QuenchErrorsTest {
  private static final GlassComposition GLASS = GlassComposition.parse("50SiO2-50B2O3");
  private static final double DENSITY = 0.05;
  private static final double ROUNDING = 1e-12;

  /** Neighbors that g = 1 between 1.6 and 1.7 Å stands for. */
  private static final double UNIT =
      4 * Math.PI * DENSITY * (Math.pow(1.7, 3) - Math.pow(1.6, 3)) / 3;

  private static QuenchErrors.Pair pair(GlassSample sample, double predicted) {
    return new QuenchErrors.Pair(sample, HandMade.curve(predicted), DENSITY);
  }

  private static final List<QuenchErrors.Pair> PAIRS =
      List.of(
          pair(HandMade.sample(QuenchErrors.SI_O, GLASS, 7, 9), 10),
          pair(HandMade.sample(QuenchErrors.B_O, GLASS, 3, 7), 4));

  @Test
  void errors_areAgainstTheMeltsMean() {
    QuenchErrors errors = QuenchErrors.of(PAIRS);
    assertEquals(Math.sqrt((2 * 2 + 1 * 1) / 200.0), errors.rmse(), ROUNDING);
    assertEquals(100 * 2 / 8.0, errors.siliconPeak(), ROUNDING);
    assertEquals(UNIT, errors.boronCoordination(), ROUNDING);
  }

  /** Of two values the standard error of the mean is half their difference. */
  @Test
  void noise_isTheStandardErrorOfTheMean() {
    QuenchErrors noise = QuenchErrors.noise(PAIRS);
    assertEquals(Math.sqrt((1 * 1 + 2 * 2) / 200.0), noise.rmse(), ROUNDING);
    assertEquals(100 * 1 / 8.0, noise.siliconPeak(), ROUNDING);
    assertEquals(2 * UNIT, noise.boronCoordination(), ROUNDING);
  }
}
