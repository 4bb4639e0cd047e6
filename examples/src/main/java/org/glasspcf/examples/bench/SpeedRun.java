package org.glasspcf.examples.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs benchmarks with JMH, which stays silent, and gathers their times. */
public final class SpeedRun {
  private static final String BYTES = "gc.alloc.rate.norm";
  private static final String IGNORE_OTHER_RUNS = "jmh.ignoreLock";

  private final SortedSet<Subject> subjects;
  private final SortedSet<Integer> threads;
  private final Effort effort;
  private final Optional<Path> log;

  private SpeedRun(
      SortedSet<Subject> subjects, SortedSet<Integer> threads, Effort effort, Optional<Path> log) {
    this.subjects = subjects;
    this.threads = threads;
    this.effort = effort;
    this.log = log;
  }

  /**
   * Chooses what to run.
   *
   * @param subjects what to time
   * @param threads numbers of threads for what can use several, each at least 1
   * @param effort how long
   * @return the run, not begun
   * @throws IllegalArgumentException if there is no subject or no number of threads, or one is
   *     below 1
   */
  public static SpeedRun of(
      Collection<Subject> subjects, Collection<Integer> threads, Effort effort) {
    if (subjects.isEmpty() || threads.isEmpty()) {
      throw new IllegalArgumentException("a run needs a subject and a number of threads");
    }
    for (int count : threads) {
      if (count < 1) {
        throw new IllegalArgumentException("--threads must be at least 1, got " + count);
      }
    }
    return new SpeedRun(new TreeSet<>(subjects), new TreeSet<>(threads), effort, Optional.empty());
  }

  /**
   * Keeps what JMH prints.
   *
   * @param file where, replaced if it exists
   * @return a run that writes the file
   */
  public SpeedRun withLog(Path file) {
    return new SpeedRun(subjects, threads, effort, Optional.of(file));
  }

  /**
   * Runs all trials, one after the other.
   *
   * @param progress gets a line before each
   * @return the times
   * @throws SpeedException if one fails, or another program runs benchmarks at this moment
   */
  public SpeedResult run(Consumer<String> progress) {
    if (effort.isQuick()) {
      // Times that mean nothing need no machine of their own.
      System.setProperty(IGNORE_OTHER_RUNS, "true");
    }
    Machine machine = Machine.here();
    List<Trial> trials = trials();
    List<Timing> timings = new ArrayList<>();
    startLog();
    for (Trial trial : trials) {
      progress.accept(
          String.format(
              Locale.ROOT, "%d of %d: %s", timings.size() + 1, trials.size(), trial.describe()));
      timings.add(timing(trial));
    }
    return new SpeedResult(timings, effort, machine);
  }

  List<Trial> trials() {
    return subjects.stream().flatMap(subject -> subject.trials(threads).stream()).toList();
  }

  private Timing timing(Trial trial) {
    try (PrintStream chatter = chatter()) {
      OutputFormat format =
          OutputFormatFactory.createFormatInstance(
              chatter, log.isPresent() ? VerboseMode.NORMAL : VerboseMode.SILENT);
      return timing(trial, new Runner(options(trial).build(), format).runSingle());
    } catch (RunnerException e) {
      throw failure(trial, e);
    } catch (IOException e) {
      throw new UncheckedIOException("the log cannot be written: " + e, e);
    }
  }

  private ChainedOptionsBuilder options(Trial trial) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(trial.pattern())
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .threads(trial.callers())
            .forks(effort.forks())
            .warmupIterations(effort.warmUps())
            .warmupTime(TimeValue.milliseconds(effort.warmUp().toMillis()))
            .measurementIterations(effort.measurements())
            .measurementTime(TimeValue.milliseconds(effort.measurement().toMillis()))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true);
    trial.parameters().forEach(options::param);
    return options;
  }

  private static Timing timing(Trial trial, RunResult result) {
    int items = trial.batch().orElse(1);
    List<Double> seconds = new ArrayList<>();
    List<Double> bytes = new ArrayList<>();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        seconds.add(iteration.getPrimaryResult().getScore() * 1e-9 / items);
        Result<?> allocated = iteration.getSecondaryResults().get(BYTES);
        if (allocated != null && Double.isFinite(allocated.getScore())) {
          bytes.add(allocated.getScore() / items);
        }
      }
    }
    bytes.sort(null);
    return new Timing(
        trial,
        seconds,
        bytes.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Timing.quantile(bytes, 0.5)));
  }

  /** JMH keeps what failed among the suppressed exceptions of its own. */
  private static SpeedException failure(Trial trial, RunnerException e) {
    Throwable cause = e;
    while (cause.getCause() != null || cause.getSuppressed().length > 0) {
      cause = cause.getCause() != null ? cause.getCause() : cause.getSuppressed()[0];
    }
    return new SpeedException(
        "the benchmark \"" + trial.describe() + "\" failed: " + cause.getMessage(), cause);
  }

  private void startLog() {
    try {
      if (log.isPresent()) {
        Files.write(log.get(), new byte[0]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the log cannot be written: " + e, e);
    }
  }

  /** JMH closes its stream after every run. */
  private PrintStream chatter() throws IOException {
    OutputStream stream =
        log.isPresent()
            ? Files.newOutputStream(log.get(), StandardOpenOption.APPEND)
            : OutputStream.nullOutputStream();
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
