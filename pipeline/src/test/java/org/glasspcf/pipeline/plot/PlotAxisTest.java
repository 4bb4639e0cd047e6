package org.glasspcf.pipeline.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotAxisTest {
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0.2, 0 2 4 6 8 10",
    "0, 8.4, 0.21, 0 2 4 6 8",
    "-0.3, 1.6, 0.25, 0 0.5 1 1.5",
    "0, 31, 0.3, 0 10 20 30",
    "-2, 2.6, 0.4, −2 0 2",
    "0, 0.0004, 0.4, 0 0.0002 0.0004",
    "0, 40000, 0.4, 0 20000 40000"
  })
  void ticks_areRoundNumbers(double low, double high, double room, String expected) {
    List<String> texts =
        new PlotAxis(low, high).ticks(room).stream().map(PanelPainter::text).toList();
    assertEquals(List.of(expected.split(" ")), texts);
  }

  @Test
  void ticks_anyAxis_keepTheirDistanceAndLieOnIt() {
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(7) - 3);
      double high = low + Math.pow(10, random.nextDouble() * 7 - 3);
      double room = 0.05 + 0.3 * random.nextDouble();
      PlotAxis axis = new PlotAxis(low, high);
      List<BigDecimal> ticks = axis.ticks(room);
      assertTrue(ticks.size() >= 1, axis.toString());
      for (int t = 0; t < ticks.size(); t++) {
        double share = axis.share(ticks.get(t).doubleValue());
        assertTrue(share > -1e-6 && share < 1 + 1e-6, axis + " " + share);
        if (t > 0) {
          double apart = share - axis.share(ticks.get(t - 1).doubleValue());
          assertTrue(apart > room * (1 - 1e-6), axis + " " + room + " " + apart);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"9.99, 10", "9.95, 10", "9.7, 9.7", "20, 20", "19.98, 20", "12.5, 12.5"})
  void upTo_lastBin_endsAtTheRoundNumberBesideIt(double end, double expected) {
    assertEquals(expected, PlotAxis.upTo(end).high(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0, 1.06", "-1e-17, 1, 0, 1.06", "1, 1, 0.94, 2.06", "-1, 1, -1.12, 1.12"})
  void covering_leavesRoom(double least, double greatest, double low, double high) {
    PlotAxis axis = PlotAxis.covering(least, greatest);
    assertEquals(low, axis.low(), 1e-12);
    assertEquals(high, axis.high(), 1e-12);
  }

  @Test
  void axis_withoutLength_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PlotAxis(1, 1));
    assertThrows(IllegalArgumentException.class, () -> new PlotAxis(0, Double.NaN));
  }
}
