package org.glasspcf.examples;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.glasspcf.pipeline.screening.ScreeningListener;
import org.glasspcf.pipeline.screening.ScreeningProgress;

/**
 * Shows how a screening goes on: in one line that is written anew on a terminal, as a line every
 * ten seconds elsewhere.
 */
final class ScreeningPrinter implements ScreeningListener, AutoCloseable {
  private static final Duration LINES = Duration.ofSeconds(10);
  private static final Duration TERMINAL = Duration.ofMillis(200);
  private static final int WIDTH = 70;

  private final PrintWriter err;
  private final boolean terminal;
  private Duration last = Duration.ZERO;
  private Optional<ScreeningProgress> latest = Optional.empty();
  private boolean unfinishedLine;

  /**
   * A printer.
   *
   * @param err where to print
   * @param terminal whether that is a terminal
   */
  ScreeningPrinter(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void onProgress(ScreeningProgress progress) {
    if (latest.isEmpty() && progress.found() > 0) {
      err.printf(Locale.ROOT, "goes on after %,d glasses%n", progress.found());
    }
    latest = Optional.of(progress);
    if (progress.elapsed().minus(last).compareTo(terminal ? TERMINAL : LINES) >= 0) {
      last = progress.elapsed();
      if (terminal) {
        String line = line(progress);
        err.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
        err.flush();
        unfinishedLine = true;
      } else {
        err.println(line(progress));
      }
    }
  }

  /** Glasses that are in the file. */
  long rows() {
    return latest.map(ScreeningProgress::rows).orElse(0L);
  }

  private static String line(ScreeningProgress progress) {
    return String.format(
        Locale.ROOT,
        "%,d%s glasses, %,.0f/s%s",
        progress.rows(),
        progress.total().isPresent()
            ? String.format(Locale.ROOT, " of %,d", progress.total().getAsLong())
            : "",
        progress.rate(),
        progress.timeLeft().map(left -> ", " + ProgressPrinter.shortly(left) + " left").orElse(""));
  }

  /** Prints the whole: glasses, time and rate. */
  void printEnd() {
    close();
    latest.ifPresent(
        end ->
            err.printf(
                Locale.ROOT,
                "%,d glasses in %.1f s, %,.0f/s%n",
                end.rows() - end.found(),
                end.elapsed().toNanos() / 1e9,
                end.rate()));
  }

  /** Ends the line that would be written anew. */
  @Override
  public void close() {
    if (unfinishedLine) {
      err.println();
      unfinishedLine = false;
    }
  }
}
