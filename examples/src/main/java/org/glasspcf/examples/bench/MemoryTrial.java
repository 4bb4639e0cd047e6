package org.glasspcf.examples.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.examples.bench.RandomGlasses.Query;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;

/**
 * Makes many predictions, each of another glass, and prints what memory they leave behind: resident
 * set size and live heap must not grow.
 */
public final class MemoryTrial {
  private static final int STEPS = 10;
  private static final int FULL = 1_000_000;
  private static final int QUICK = 2_000;
  private static final int DECODED_SHARE = 10;
  private static final double MEGABYTE = 1e6;
  private static final Path STATUS = Path.of("/proc/self/status");

  private final int predictions;

  private MemoryTrial(int predictions) {
    this.predictions = predictions;
  }

  /**
   * A million predictions by the default road, a hundred thousand by the paper's.
   *
   * @return the trial; minutes
   */
  public static MemoryTrial full() {
    return new MemoryTrial(FULL);
  }

  /**
   * Two thousand and two hundred.
   *
   * @return the trial; seconds
   */
  public static MemoryTrial quick() {
    return new MemoryTrial(QUICK);
  }

  /**
   * Predicts, and prints a line at every tenth of the way.
   *
   * @param out gets the table
   * @throws TrainingInterruptedException if the thread is interrupted
   */
  public void run(PrintWriter out) {
    GlassPcfPipeline pipeline = GlassPcfPipeline.pretrained();
    out.printf(
        Locale.ROOT,
        "%-28s %12s %12s %12s %10s%n",
        "each of another glass",
        "predictions",
        "resident MB",
        "live MB",
        "seconds");
    RandomGlasses glasses = new RandomGlasses(2);
    run(out, "default curve", predictions, glasses, q -> predict(pipeline, q).curve());
    run(
        out,
        "forest and decoder",
        predictions / DECODED_SHARE,
        glasses,
        q -> predict(pipeline, q).decodedCurve());
    out.println();
    out.print(Machine.here().lines());
  }

  private static PcfPrediction predict(GlassPcfPipeline pipeline, Query query) {
    return pipeline.predict(query.glass(), query.pair());
  }

  private static void run(
      PrintWriter out,
      String road,
      int count,
      RandomGlasses glasses,
      Function<Query, PairCorrelationFunction> predict) {
    long start = System.nanoTime();
    double sum = 0;
    for (int done = 0; done <= count; done++) {
      if (done % (count / STEPS) == 0) {
        TrainingInterruptedException.throwIfInterrupted("measuring memory");
        print(out, road, done, (System.nanoTime() - start) / 1e9);
      }
      sum += predict.apply(glasses.next()).maximum();
    }
    if (!(sum > 0)) {
      throw new IllegalStateException("predicted curves must have peaks, got a sum of " + sum);
    }
  }

  private static void print(PrintWriter out, String road, int done, double seconds) {
    String resident =
        residentBytes().map(b -> String.format(Locale.ROOT, "%.1f", b / MEGABYTE)).orElse("-");
    System.gc();
    long live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    out.printf(
        Locale.ROOT,
        "%-28s %,12d %12s %12.2f %10.1f%n",
        road,
        done,
        resident,
        live / MEGABYTE,
        seconds);
    out.flush();
  }

  /** What the process holds of physical memory; only Linux tells. */
  private static Optional<Double> residentBytes() {
    if (!Files.isReadable(STATUS)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> 1024 * Double.parseDouble(line.replaceAll("[^0-9]", "")))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("the memory of this process cannot be read: " + e, e);
    }
  }
}
