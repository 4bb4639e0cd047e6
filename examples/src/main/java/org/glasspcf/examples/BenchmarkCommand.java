package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.glasspcf.examples.bench.Effort;
import org.glasspcf.examples.bench.MemoryTrial;
import org.glasspcf.examples.bench.SpeedResult;
import org.glasspcf.examples.bench.SpeedRun;
import org.glasspcf.examples.bench.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glass-pcf benchmark}. */
@Command(
    name = "benchmark",
    description =
        "Times the library on this machine: its parts, whole predictions, loading, and g(r) of"
            + " atoms, in fresh JVMs with JMH. It takes some six minutes; nothing else should run"
            + " meanwhile.",
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    sortOptions = false)
final class BenchmarkCommand implements Callable<Integer> {
  private static final List<Integer> DEFAULT_THREADS = List.of(1, 2);

  @Spec private CommandSpec spec;

  @Option(
      names = "--only",
      paramLabel = "<subject>",
      split = ",",
      description = "What to time: ${COMPLETION-CANDIDATES}. Default: all.")
  private List<Subject> only = List.of();

  @Option(
      names = "--threads",
      paramLabel = "<n>",
      split = ",",
      description =
          "Numbers of threads for predictions and g(r); all else runs on one. Default: 1,2.")
  private List<Integer> threads = List.of();

  @Option(
      names = "--forks",
      paramLabel = "<n>",
      description = "JVMs in which each time is taken. Default: 3.")
  private Optional<Integer> forks = Optional.empty();

  @Option(
      names = "--quick",
      description = "Milliseconds each, in this JVM: tells that it works, and no more.")
  private boolean quick;

  @Option(
      names = "--memory",
      description =
          "Instead, makes a million predictions and a hundred thousand by forest and decoder, and"
              + " prints the memory that the process holds.")
  private boolean memory;

  @Option(names = "--json", paramLabel = "<file>", description = "Write all numbers.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--log", paramLabel = "<file>", description = "Write what JMH prints.")
  private Optional<Path> log = Optional.empty();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (memory) {
      requireAlone();
      (quick ? MemoryTrial.quick() : MemoryTrial.full()).run(out);
      return 0;
    }
    OutputFiles files = outputs();
    SpeedRun run =
        SpeedRun.of(
            only.isEmpty() ? Arrays.asList(Subject.values()) : only,
            threads.isEmpty() ? DEFAULT_THREADS : threads,
            effort());
    SpeedResult result =
        log.map(run::withLog).orElse(run).run(spec.commandLine().getErr()::println);
    out.print(result.table());
    out.flush();
    files.write(Map.of("--json", file -> TextFile.write(file, result.json().toIndentedJson())));
    return 0;
  }

  /** The log is written on the way. */
  private OutputFiles outputs() {
    OutputFiles files = new OutputFiles();
    log.ifPresent(
        file -> {
          OutputFiles.requireFile("--log", file);
          files.keep("--log", file);
        });
    return files.add("--json", json);
  }

  private Effort effort() {
    if (quick && forks.isPresent()) {
      throw new IllegalArgumentException("--quick and --forks exclude each other");
    }
    return quick ? Effort.quick() : forks.map(Effort.full()::withForks).orElse(Effort.full());
  }

  private void requireAlone() {
    for (String option : List.of("--only", "--threads", "--forks", "--json", "--log")) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new IllegalArgumentException("--memory and " + option + " exclude each other");
      }
    }
  }
}
