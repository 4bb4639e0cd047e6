package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalDouble;
import org.glasspcf.examples.melt.MeltProgress;
import org.glasspcf.examples.melt.MeltStage;
import org.junit.jupiter.api.Test;

class SimulationPrinterTest {
  private final StringWriter text = new StringWriter();
  private long seconds = 1000;

  private SimulationPrinter printer(boolean terminal, int melts) {
    return new SimulationPrinter(
        new PrintWriter(text, true), terminal, melts, () -> seconds * 1_000_000_000L);
  }

  private static MeltProgress at(String id, MeltStage stage, long step) {
    return new MeltProgress(
        id, stage, step, 1000, step == 0 ? OptionalDouble.empty() : OptionalDouble.of(1823.4));
  }

  @Test
  void lines_comeWithEachStageAndEveryHalfMinute() {
    SimulationPrinter printer = printer(false, 3);
    printer.onSkipped("a-s1");
    printer.onProgress(at("a-s2", MeltStage.MELT, 0));
    seconds += 10;
    printer.onProgress(at("a-s2", MeltStage.MELT, 100));
    printer.onProgress(at("a-s2", MeltStage.QUENCH, 200));
    seconds += 29;
    printer.onProgress(at("a-s2", MeltStage.QUENCH, 300));
    seconds += 1;
    printer.onProgress(at("a-s2", MeltStage.QUENCH, 400));
    printer.onFinished("a-s2", "2.2 g/cm³");
    seconds += 10;
    printer.onProgress(at("a-s3", MeltStage.MELT, 0));
    printer.onFailed("a-s3", "no luck");
    // After 40 s and 400 steps there are 1600 of two melts left; of the third alone 1000 at 8 a s.
    assertEquals(
        List.of(
            "a-s1: is there already",
            "a-s2: melt, step 0 of 1000",
            "a-s2: quench, step 200 of 1000, 1823 K, 0:01:30 left",
            "a-s2: quench, step 400 of 1000, 1823 K, 0:02:40 left",
            "a-s2: done, 2.2 g/cm³",
            "a-s3: melt, step 0 of 1000, 0:02:05 left",
            "a-s3: failed"),
        text.toString().lines().toList());
  }

  @Test
  void line_onATerminal_isWrittenAnew() {
    SimulationPrinter printer = printer(true, 1);
    printer.onProgress(at("a-s1", MeltStage.MELT, 0));
    printer.onProgress(at("a-s1", MeltStage.MELT, 0));
    printer.onFinished("a-s1", "2.2 g/cm³");
    String[] lines = text.toString().split("\r");
    assertEquals(4, lines.length);
    assertEquals("a-s1: melt, step 0 of 1000", lines[2].stripTrailing());
    assertEquals("a-s1: done, 2.2 g/cm³", lines[3].strip());
    assertEquals(
        lines[2].length(),
        lines[3].length() - System.lineSeparator().length(),
        "it covers the line before");
  }

  @Test
  void close_endsTheLineOnATerminal() {
    try (SimulationPrinter printer = printer(true, 1)) {
      printer.onProgress(at("a-s1", MeltStage.MELT, 0));
    }
    assertEquals(1, text.toString().lines().filter(line -> !line.isBlank()).count());
    assertEquals(true, text.toString().endsWith(System.lineSeparator()));
  }

  @Test
  void timeLeft_ofMeltsMadeAtOnce_addsTheirRates() {
    SimulationPrinter printer = printer(false, 2);
    printer.onProgress(at("a-s1", MeltStage.QUENCH, 500)); // resumed
    printer.onProgress(at("a-s2", MeltStage.QUENCH, 0));
    seconds += 100;
    printer.onProgress(at("a-s1", MeltStage.QUENCH, 600));
    printer.onProgress(at("a-s2", MeltStage.RELAX, 100));
    // 200 steps in 100 s, 400 + 900 left.
    String last = text.toString().lines().reduce((one, other) -> other).orElseThrow();
    assertEquals("a-s2: relax, step 100 of 1000, 1823 K, 0:10:50 left", last);
  }
}
