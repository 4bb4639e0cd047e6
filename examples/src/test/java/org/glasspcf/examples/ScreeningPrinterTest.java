package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.glasspcf.pipeline.screening.ScreeningProgress;
import org.junit.jupiter.api.Test;

class ScreeningPrinterTest {
  private final StringWriter text = new StringWriter();

  private ScreeningPrinter printer(boolean terminal) {
    return new ScreeningPrinter(new PrintWriter(text, true), terminal);
  }

  private static ScreeningProgress at(long rows, long milliseconds) {
    return new ScreeningProgress(
        rows, 1000, OptionalLong.of(41_000), Duration.ofMillis(milliseconds));
  }

  @Test
  void lines_comeEveryTenSeconds() {
    ScreeningPrinter printer = printer(false);
    printer.onProgress(at(1000, 0));
    printer.onProgress(at(5000, 5000));
    printer.onProgress(at(11_000, 10_000));
    printer.onProgress(at(13_000, 12_000));
    printer.onProgress(at(21_000, 20_000));
    printer.onProgress(at(41_000, 25_000));
    printer.printEnd();
    printer.close();
    assertEquals(
        List.of(
            "goes on after 1,000 glasses",
            "11,000 of 41,000 glasses, 1,000/s, 0:30 left",
            "21,000 of 41,000 glasses, 1,000/s, 0:20 left",
            "40,000 glasses in 25.0 s, 1,600/s"),
        text.toString().lines().toList());
  }

  @Test
  void terminal_showsOneLineThatIsWrittenAnew() {
    ScreeningPrinter printer = printer(true);
    printer.onProgress(new ScreeningProgress(0, 0, OptionalLong.empty(), Duration.ofMillis(0)));
    printer.onProgress(new ScreeningProgress(500, 0, OptionalLong.empty(), Duration.ofMillis(250)));
    printer.onProgress(new ScreeningProgress(800, 0, OptionalLong.empty(), Duration.ofMillis(300)));
    printer.close();
    assertTrue(text.toString().startsWith("\r500 glasses, 2,000/s  "), text.toString());
    assertEquals(1, text.toString().lines().filter(line -> !line.isEmpty()).count());
    assertEquals(800, printer.rows());
  }
}
