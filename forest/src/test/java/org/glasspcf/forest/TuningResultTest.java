package org.glasspcf.forest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TuningResultTest {

  private static TuningTrial trial(int depth, double mse, double standardError, double nodes) {
    TuningBand band = new TuningBand(mse, 2 * standardError);
    ForestOptions options = ForestOptions.defaults().withMaxDepth(depth);
    return new TuningTrial(options, band, band, standardError, band, nodes);
  }

  private static TuningResult result(TuningTrial... trials) {
    return new TuningResult(List.of(trials), 4, List.of(0L));
  }

  @Test
  void best_isTheLowestError() {
    TuningTrial low = trial(5, 0.3, 0.1, 900);
    assertSame(low, result(trial(2, 0.35, 0.1, 10), low, trial(9, 0.31, 0.1, 2000)).best());
  }

  @Test
  void best_ofEqualErrors_hasFewestNodes_thenComesFirst() {
    TuningTrial large = trial(5, 0.3, 0.1, 900);
    TuningTrial small = trial(4, 0.3, 0.1, 800);
    TuningTrial alike = trial(3, 0.3, 0.1, 800);
    assertSame(small, result(large, small, alike).best());
    assertSame(alike, result(large, alike, small).best());
  }

  @Test
  void simplest_isTheSmallestWithinTheBestOnesStandardError() {
    TuningTrial tooBad = trial(1, 0.45, 0.9, 10);
    TuningTrial onTheLimit = trial(2, 0.375, 0.01, 100);
    TuningTrial middle = trial(4, 0.3, 0.01, 500);
    TuningTrial best = trial(9, 0.25, 0.125, 900);
    assertSame(
        onTheLimit, result(tooBad, onTheLimit, middle, best).simplestWithinOneStandardError());
    assertSame(best, result(tooBad, best).simplestWithinOneStandardError());
    TuningTrial better = trial(3, 0.35, 0.01, 100);
    assertSame(better, result(onTheLimit, better, best).simplestWithinOneStandardError());
  }

  @Test
  void result_ofNothing_isRefused() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> result());
    assertEquals("the number of trials must be at least 1, got 0", e.getMessage());
  }

  @Test
  void band_isMeanAndSampleDeviation() {
    assertEquals(new TuningBand(3, 2), TuningBand.of(new double[] {1, 3, 5}));
    assertEquals(new TuningBand(7, 0), TuningBand.of(new double[] {7}));
  }
}
