package org.glasspcf.examples.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.correlation.PairCorrelationCalculator;
import org.glasspcf.core.trajectory.Frame;

/**
 * Measures how the time of {@link PairCorrelationCalculator} grows with the number of atoms at one
 * density, and draws it: {@code scaling.csv} and {@code scaling.png}.
 *
 * <p>Atoms lie anywhere in a cube, 0.08 of them in each Å³ as in a glass, of silicon, oxygen and
 * sodium; g(r) goes up to 10 Å in 500 bins. Each time is the median of several runs of a warm JVM,
 * on one thread and on two.
 */
public final class PairCorrelationScaling {
  private static final int LEAST = 1_000;
  private static final int MOST = 256_000;
  private static final int RUNS = 11;
  private static final int WARM_UP_RUNS = 60;
  private static final int[] THREADS = {1, 2};
  private static final RadialGrid GRID = RadialGrid.uniform(10, 500);

  /**
   * One measurement.
   *
   * @param atoms number of atoms
   * @param threads number of threads
   * @param milliseconds the median time of a frame (ms)
   * @param fastest the least time (ms)
   * @param slowest the greatest time (ms)
   */
  record Measurement(int atoms, int threads, double milliseconds, double fastest, double slowest) {}

  private PairCorrelationScaling() {}

  /**
   * Measures and draws.
   *
   * @param args the folder to write to
   * @throws IOException if it cannot be written to
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("usage: PairCorrelationScaling <folder>");
    }
    Path folder = Files.createDirectories(Path.of(args[0]));
    List<Measurement> measurements = measure(System.out);
    Files.writeString(folder.resolve("scaling.csv"), csv(measurements), StandardCharsets.UTF_8);
    ScalingPlot.of(measurements, folder.resolve("scaling.png"));
  }

  private static List<Measurement> measure(PrintStream progress) {
    Frame small = RandomAtoms.frame(8 * LEAST);
    for (int run = 0; run < WARM_UP_RUNS; run++) {
      time(small, THREADS[run % THREADS.length]);
    }
    List<Measurement> measurements = new ArrayList<>();
    for (int atoms = LEAST; atoms <= MOST; atoms *= 2) {
      Frame frame = RandomAtoms.frame(atoms);
      for (int threads : THREADS) {
        measurements.add(measure(frame, threads));
        progress.println(measurements.get(measurements.size() - 1));
      }
    }
    return measurements;
  }

  private static Measurement measure(Frame frame, int threads) {
    double[] times = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      times[run] = time(frame, threads);
    }
    Arrays.sort(times);
    return new Measurement(frame.atoms(), threads, times[RUNS / 2], times[0], times[RUNS - 1]);
  }

  private static double time(Frame frame, int threads) {
    PairCorrelationCalculator calculator =
        PairCorrelationCalculator.of(GRID).withParallelism(threads);
    long start = System.nanoTime();
    calculator.of(frame);
    return (System.nanoTime() - start) / 1e6;
  }

  private static String csv(List<Measurement> measurements) {
    StringBuilder text = new StringBuilder("atoms,threads,median_ms,least_ms,greatest_ms\n");
    for (Measurement m : measurements) {
      text.append(
          String.format(
              Locale.ROOT,
              "%d,%d,%.3f,%.3f,%.3f\n",
              m.atoms(),
              m.threads(),
              m.milliseconds(),
              m.fastest(),
              m.slowest()));
    }
    return text.toString();
  }
}
