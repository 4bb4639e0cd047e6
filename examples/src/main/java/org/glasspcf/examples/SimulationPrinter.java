package org.glasspcf.examples;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.glasspcf.examples.melt.MeltListener;
import org.glasspcf.examples.melt.MeltProgress;
import org.glasspcf.examples.melt.MeltStage;

/**
 * Shows how a campaign of melts goes on: in one line that is written anew on a terminal, as a line
 * at each stage and every half minute elsewhere. Melts made at once take turns.
 */
final class SimulationPrinter implements MeltListener, AutoCloseable {
  private static final long LINE_SECONDS = 30;
  private static final int WIDTH = 100;

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier nanoseconds;
  private final Map<String, MeltStage> stages = new HashMap<>();
  private final Map<String, Long> firstSteps = new HashMap<>();
  private final Map<String, Long> steps = new HashMap<>();
  private int open;
  private long start;
  private long lastLine;
  private boolean unfinishedLine;

  /**
   * A printer.
   *
   * @param err where to print
   * @param terminal whether that is a terminal
   * @param melts how many melts there are to make or to skip
   * @param nanoseconds the time
   */
  SimulationPrinter(PrintWriter err, boolean terminal, int melts, LongSupplier nanoseconds) {
    this.err = err;
    this.terminal = terminal;
    this.open = melts;
    this.nanoseconds = nanoseconds;
    this.start = nanoseconds.getAsLong();
  }

  @Override
  public synchronized void onProgress(MeltProgress progress) {
    long now = nanoseconds.getAsLong();
    if (firstSteps.isEmpty()) {
      start = now;
    }
    firstSteps.putIfAbsent(progress.id(), progress.step());
    steps.put(progress.id(), progress.step());
    boolean entered = stages.put(progress.id(), progress.stage()) != progress.stage();
    if (terminal) {
      err.print("\r" + padded(line(progress, now)));
      err.flush();
      unfinishedLine = true;
    } else if (entered || now - lastLine >= LINE_SECONDS * 1_000_000_000L) {
      lastLine = now;
      err.println(line(progress, now));
    }
  }

  private String line(MeltProgress progress, long now) {
    String temperature =
        progress.temperature().isPresent()
            ? String.format(Locale.ROOT, ", %.0f K", progress.temperature().getAsDouble())
            : "";
    return String.format(
        Locale.ROOT,
        "%s: %s, step %d of %d%s%s",
        progress.id(),
        progress.stage(),
        progress.step(),
        progress.steps(),
        temperature,
        timeLeft(progress.steps(), now));
  }

  /** All melts at the rate of the steps made since the start; unknown before the first. */
  private String timeLeft(long stepsOfMelt, long now) {
    long made = 0;
    long standing = 0;
    for (Map.Entry<String, Long> entry : steps.entrySet()) {
      made += entry.getValue() - firstSteps.get(entry.getKey());
      if (stages.containsKey(entry.getKey())) {
        standing += entry.getValue();
      }
    }
    if (made <= 0) {
      return "";
    }
    double left = (double) (now - start) / made * (open * stepsOfMelt - standing);
    Duration time = Duration.ofNanos((long) Math.max(0, left));
    return String.format(
        Locale.ROOT,
        ", %d:%02d:%02d left",
        time.toHours(),
        time.toMinutesPart(),
        time.toSecondsPart());
  }

  private static String padded(String line) {
    return line.length() >= WIDTH ? line : line + " ".repeat(WIDTH - line.length());
  }

  @Override
  public synchronized void onFinished(String id, String result) {
    end(id, id + ": done, " + result);
  }

  @Override
  public synchronized void onSkipped(String id) {
    end(id, id + ": is there already");
  }

  @Override
  public synchronized void onFailed(String id, String reason) {
    end(id, id + ": failed");
  }

  private void end(String id, String line) {
    open--;
    stages.remove(id);
    err.println(unfinishedLine ? "\r" + padded(line) : line);
    unfinishedLine = false;
  }

  /** Ends the line that would be written anew. */
  @Override
  public synchronized void close() {
    if (unfinishedLine) {
      err.println();
      unfinishedLine = false;
    }
  }
}
