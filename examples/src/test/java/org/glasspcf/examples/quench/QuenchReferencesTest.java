package org.glasspcf.examples.quench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.junit.jupiter.api.Test;

/** Heights are chosen so that each reference gives another number. */
class QuenchReferencesTest {
  private static final double ROUNDING = 1e-12;

  private static QuenchReferences references(HandMade.Melts melts) {
    return new QuenchReferences(
        melts.of(GlassComposition.parse("90SiO2-10Na2O"), 20, 777).dataset());
  }

  private static HandMade.Melts around40() {
    return new HandMade.Melts().silica(10, 1, 3).silica(20, 4).silica(80, 10).silica(160, 12);
  }

  private static double peak(PairCorrelationFunction curve) {
    return curve.value(HandMade.PEAK);
  }

  /** (1 + 3 + 4 + 10 + 12)/5. */
  @Test
  void mean_isOverAllMeltsOfTheGlass() {
    assertEquals(6, peak(references(around40()).mean(HandMade.at(40))), ROUNDING);
  }

  /** (4 + 10)/2. */
  @Test
  void nearest_betweenTwoRates_isTheMeanOfBoth() {
    assertEquals(7, peak(references(around40()).nearest(HandMade.at(40))), ROUNDING);
  }

  @Test
  void nearest_atAnEnd_isTheNextRate() {
    HandMade.Melts melts = new HandMade.Melts().silica(20, 4, 8).silica(40, 100).silica(160, 200);
    assertEquals(6, peak(references(melts).nearest(HandMade.at(10))), ROUNDING);
  }

  /** 2 + 3 log₂(rate/10 K/ps). */
  @Test
  void line_throughPointsOfALine_goesOnAlongIt() {
    HandMade.Melts melts =
        new HandMade.Melts().silica(10, 2).silica(20, 5).silica(40, 8).silica(80, 11);
    assertEquals(14, peak(references(melts).line(HandMade.at(160))), ROUNDING);
  }

  /** Least squares by hand, at log₂(rate/10 K/ps) of 0, 0, 1, 3 and 4, around 1.6 and height 6. */
  @Test
  void line_weighsEachMeltAlike() {
    double slope =
        (1.6 * 5 + 1.6 * 3 + 0.6 * 2 + 1.4 * 4 + 2.4 * 6) / (2.56 * 2 + 0.36 + 1.96 + 5.76);
    assertEquals(6 + 0.4 * slope, peak(references(around40()).line(HandMade.at(40))), ROUNDING);
  }

  @Test
  void line_belowZero_isCutOff() {
    HandMade.Melts melts = new HandMade.Melts().silica(10, 6).silica(20, 3);
    PairCorrelationFunction line = references(melts).line(HandMade.at(80));
    assertEquals(0, peak(line));
    assertEquals(4.5, peak(references(melts).mean(HandMade.at(80))), ROUNDING);
  }

  @Test
  void glassWithoutOtherMelts_isRefused() {
    QuenchReferences none = references(new HandMade.Melts());
    String message =
        assertThrows(IllegalArgumentException.class, () -> none.mean(HandMade.at(40))).getMessage();
    assertTrue(message.contains("need melts of the glass at other rates"), message);
  }

  @Test
  void line_ofOneRate_isRefused() {
    QuenchReferences one = references(new HandMade.Melts().silica(20, 4, 5));
    String message =
        assertThrows(IllegalArgumentException.class, () -> one.line(HandMade.at(40))).getMessage();
    assertTrue(message.contains("two different rates (K/ps), got [20.0, 20.0]"), message);
  }
}
