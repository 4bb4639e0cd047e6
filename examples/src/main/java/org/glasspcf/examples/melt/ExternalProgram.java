package org.glasspcf.examples.melt;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program of this machine that works in a folder: it is found on the PATH, its output goes to a
 * file, it ends when this thread is interrupted, and a failure shows the end of what it wrote.
 */
final class ExternalProgram {
  private static final String RUNNING = "running.pid";
  private static final int POLL_MILLISECONDS = 500;
  private static final int SECONDS_TO_STOP = 10;
  private static final int QUOTED_LINES = 6;
  private static final int KILLED = 128;

  private final String name;
  private final Path file;

  private ExternalProgram(String name, Path file) {
    this.name = name;
    this.file = file;
  }

  /**
   * A program on the PATH of this process.
   *
   * @param name its name
   * @param debianPackage the Debian package that has it
   * @throws MeltQuenchException if it is not there
   */
  static ExternalProgram find(String name, String debianPackage) {
    return find(name, debianPackage, Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  static ExternalProgram find(String name, String debianPackage, String path) {
    for (String folder : path.split(File.pathSeparator)) {
      Path file = Path.of(folder.isEmpty() ? "." : folder, name);
      if (Files.isRegularFile(file) && Files.isExecutable(file)) {
        return new ExternalProgram(name, file.toAbsolutePath());
      }
    }
    throw new MeltQuenchException(
        "the program "
            + name
            + " must be on the PATH to simulate, and is not; on Debian and Ubuntu it is in the"
            + " package "
            + debianPackage
            + " (apt install "
            + debianPackage
            + ")");
  }

  /**
   * Runs the program to its end.
   *
   * @param folder where it works
   * @param arguments its arguments
   * @param input file that it reads as standard input; without one it reads nothing
   * @param output file in the folder for what it prints
   * @param log file in the folder that it writes itself, quoted too if it fails
   * @param watch called twice a second while it runs, and once at the end
   * @throws InterruptedException if this thread was interrupted; the program has ended then
   * @throws MeltQuenchException if it fails, or an earlier run of it still works in the folder
   * @throws IOException if it cannot be started
   */
  void run(
      Path folder,
      List<String> arguments,
      Optional<String> input,
      String output,
      Optional<String> log,
      Runnable watch)
      throws InterruptedException, IOException {
    Path running = folder.resolve(RUNNING);
    refuseSecond(folder, running);
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(output).toFile());
    builder.environment().putIfAbsent("OMP_NUM_THREADS", "1");
    input.ifPresent(name -> builder.redirectInput(folder.resolve(name).toFile()));
    Process process = builder.start();
    try {
      Files.writeString(running, Long.toString(process.pid()));
      if (input.isEmpty()) {
        process.getOutputStream().close();
      }
      while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        watch.run();
      }
    } finally {
      stop(process);
      Files.deleteIfExists(running);
    }
    watch.run();
    int code = process.exitValue();
    if (code > KILLED && code < KILLED + 32) {
      Thread.sleep(POLL_MILLISECONDS); // Ctrl-C reaches the program before it reaches this thread.
    }
    if (code != 0) {
      throw new MeltQuenchException(failure(folder, code, output, log));
    }
  }

  /** A program outlives this one when this one is killed. */
  private void refuseSecond(Path folder, Path running) throws IOException {
    if (!Files.exists(running)) {
      return;
    }
    String pid = Files.readString(running).strip();
    boolean alive =
        pid.matches("\\d{1,18}")
            && ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().command())
                .map(command -> command.contains("lmp") || command.contains("packmol"))
                .orElse(false);
    if (alive) {
      throw new MeltQuenchException(
          "process "
              + pid
              + " of an earlier run still works in "
              + folder
              + ": wait for its end or stop it (kill "
              + pid
              + ")");
    }
    Files.delete(running);
  }

  private static void stop(Process process) {
    if (!process.isAlive()) {
      return;
    }
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    boolean interrupted = Thread.interrupted();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      interrupted = true;
      process.destroyForcibly();
    }
    children.forEach(ProcessHandle::destroy);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private String failure(Path folder, int code, String output, Optional<String> log)
      throws IOException {
    List<String> quoted = new ArrayList<>();
    List<String> files = new ArrayList<>(List.of(output));
    log.ifPresent(files::add);
    for (String written : files) {
      Path text = folder.resolve(written);
      if (Files.exists(text)) {
        List<String> lines =
            new String(Files.readAllBytes(text), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("[-#=*]+"))
                .toList();
        quoted.addAll(lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size()));
      }
    }
    return name
        + " failed with exit code "
        + code
        + " in "
        + folder
        + (quoted.isEmpty() ? "" : "; it ended with: " + String.join(" | ", quoted));
  }
}
