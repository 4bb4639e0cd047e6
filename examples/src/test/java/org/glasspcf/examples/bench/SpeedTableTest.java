package org.glasspcf.examples.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SpeedTableTest {
  private static final Trial SINGLE =
      Trial.of(Subject.CURVE, "prediction", PredictionBenchmark.class, "curve").withBatch(1);

  @Test
  void row_isInTheUnitThatSuitsIt() {
    assertRow(
        "prediction 1 1 9.51 µs 9.00 – 9.75 105,000 12.8 kB", 9.5123e-6, 9e-6, 9.75e-6, 12_834);
    assertRow("prediction 1 1 476 ns 400 – 1,100 2,100,000 936 B", 476e-9, 400e-9, 1.1e-6, 936);
    assertRow("prediction 1 1 1.00 s 0.500 – 2.00 1.00 1.05 MB", 0.9999, 0.5, 2, 1_045_000);
  }

  @Test
  void row_noBytesKnown_saysSo() {
    Timing timing = new Timing(SINGLE, List.of(1e-3), OptionalDouble.empty());
    assertTrue(line(timing).endsWith("1,000 unknown"), line(timing));
  }

  @Test
  void perSecond_twoCallers_countsBoth() {
    Timing timing = new Timing(SINGLE.withCallers(2), List.of(1e-3), OptionalDouble.empty());
    assertEquals(2000, timing.perSecond(), 1e-9);
  }

  /** Worked out by hand: places 0.75, 1.5 and 2.25 of four numbers. */
  @Test
  void quantiles_lieBetweenTheNearestNumbers() {
    Timing timing = new Timing(SINGLE, List.of(4.0, 1.0, 2.0, 8.0), OptionalDouble.empty());
    assertEquals(1.75, timing.lowerQuartile(), 1e-12);
    assertEquals(3.0, timing.median(), 1e-12);
    assertEquals(5.0, timing.upperQuartile(), 1e-12);
  }

  @Test
  void timing_withoutMeasurements_isRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Timing(SINGLE, List.of(), OptionalDouble.empty()));
    assertTrue(e.getMessage().contains("at least one measurement"), e.getMessage());
  }

  @Test
  void heading_tellsHowManyMeasurementsThereAre() {
    Timing timing = new Timing(SINGLE, List.of(1.0), OptionalDouble.empty());
    String full = SpeedTable.of(List.of(timing), Effort.full().withForks(2));
    assertTrue(full.contains("of 10 measurements, 5 in each of 2 JVMs"), full);
    String quick = SpeedTable.of(List.of(timing), Effort.quick());
    assertTrue(quick.contains("mean nothing"), quick);
  }

  private static void assertRow(
      String expected, double median, double lower, double upper, double bytes) {
    // Five numbers whose quartiles are the second and the fourth.
    List<Double> seconds = List.of(lower, lower, median, upper, upper);
    assertEquals(expected, line(new Timing(SINGLE, seconds, OptionalDouble.of(bytes))));
  }

  private static String line(Timing timing) {
    String[] lines = SpeedTable.of(List.of(timing), Effort.full()).split("\\R");
    return lines[lines.length - 1].strip().replaceAll(" +", " ");
  }
}
