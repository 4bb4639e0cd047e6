package org.glasspcf.examples;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts the tool again as a child JVM, with the native code that this CPU runs fastest in front of
 * the class path, and its operations on one thread each.
 *
 * <p>Both are read once, when the native code is loaded, so a running JVM can no longer change
 * them. A command that trains asks {@link #isChild()} first: in the child it trains, elsewhere it
 * returns what {@link #run} does.
 */
final class NativeLauncher {
  /** On the command line of the child only, so that it does not start a child of its own. */
  static final String CHILD_PROPERTY = "org.glasspcf.examples.child";

  private static final int FIRST_JAVA_TO_ASK_FOR_NATIVE_ACCESS = 22;
  private static final long SECONDS_TO_STOP = 60;

  private final Class<?> mainClass;
  private final Path home;
  private final CpuFlags cpu;

  NativeLauncher(Class<?> mainClass, Path home, CpuFlags cpu) {
    this.mainClass = mainClass;
    this.home = home;
    this.cpu = cpu;
  }

  /**
   * Returns the launcher of the running tool, which looks for native code beside its jar.
   *
   * @param mainClass the class whose {@code main} the child runs
   * @return the launcher
   */
  static NativeLauncher of(Class<?> mainClass) {
    try {
      Path code = Path.of(mainClass.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new NativeLauncher(mainClass, code.resolveSibling(""), CpuFlags.ofThisMachine());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the place of the tool's jar must be a path", e);
    }
  }

  /** Returns whether this JVM is the child, which works instead of starting another one. */
  static boolean isChild() {
    return Boolean.getBoolean(CHILD_PROPERTY);
  }

  /** Ends this JVM when the one that started it is gone, even by a signal nobody can catch. */
  static void stopWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(GlassPcf.EXIT_INTERRUPTED)));
  }

  /** Returns the folder of the fastest native code that is here and that this CPU can run. */
  Optional<Path> fastNatives() {
    return FastNatives.runnableWith(cpu)
        .map(natives -> home.resolve(natives.folder()))
        .filter(NativeLauncher::holdsJar);
  }

  /**
   * Runs the tool in a child JVM, with this one's standard streams, and waits for its end. When
   * this JVM is asked to stop, it asks the child to stop and waits for that.
   *
   * @param arguments the child's arguments
   * @param err gets one line that says which native code runs
   * @return the child's exit code; 130 if this thread was interrupted or this JVM is stopping
   */
  int run(List<String> arguments, PrintWriter err) {
    err.println(announcement());
    err.flush();
    ProcessBuilder builder = new ProcessBuilder(command(arguments)).inheritIO();
    Map<String, String> environment = builder.environment();
    // The training shares out its batches; an operation on a share is too small to be shared again.
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("OPENBLAS_NUM_THREADS", "1");
    // The hook stands before the child runs, so that no signal in between leaves it behind.
    CompletableFuture<Optional<Process>> child = new CompletableFuture<>();
    Thread stopper = new Thread(() -> child.join().ifPresent(NativeLauncher::stop), "stop-child");
    try {
      Runtime.getRuntime().addShutdownHook(stopper);
      child.complete(Optional.of(builder.start()));
    } catch (IllegalStateException e) {
      return GlassPcf.EXIT_INTERRUPTED; // this JVM is stopping already
    } catch (IOException e) {
      child.complete(Optional.empty());
      throw new UncheckedIOException("a child JVM for the training must start", e);
    }
    return waitFor(child.join().orElseThrow());
  }

  String announcement() {
    String where = "glass-pcf: training in a child JVM, native code: ";
    Optional<FastNatives> runnable = FastNatives.runnableWith(cpu);
    Optional<Path> folder = fastNatives();
    if (folder.isPresent()) {
      return where + folder.get().getFileName();
    }
    return where
        + "base ("
        + runnable
            .map(natives -> "there is no " + home.resolve(natives.folder()))
            .orElse("no AVX2 is known of this CPU")
        + ", so training takes more than ten times as long)";
  }

  List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(
        ProcessHandle.current()
            .info()
            .command()
            .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(NativeLauncher::isForChildToo)
        .forEach(command::add);
    if (Runtime.version().feature() >= FIRST_JAVA_TO_ASK_FOR_NATIVE_ACCESS) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add("-D" + CHILD_PROPERTY + "=true");
    command.add("-cp");
    command.add(
        fastNatives().map(folder -> folder.resolve("*") + File.pathSeparator).orElse("")
            + System.getProperty("java.class.path"));
    command.add(mainClass.getName());
    command.addAll(arguments);
    return command;
  }

  /** Memory and properties are the user's wish for the child too; a debugger's port is taken. */
  private static boolean isForChildToo(String jvmArgument) {
    return (jvmArgument.startsWith("-X") && !jvmArgument.startsWith("-Xrunjdwp"))
        || jvmArgument.startsWith("-D")
        || jvmArgument.startsWith("--add-");
  }

  private static int waitFor(Process child) {
    try {
      return child.waitFor();
    } catch (InterruptedException e) {
      stop(child);
      return GlassPcf.EXIT_INTERRUPTED;
    }
  }

  private static void stop(Process child) {
    child.destroy();
    try {
      if (!child.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        child.destroyForcibly();
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static boolean holdsJar(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".jar"));
    } catch (IOException e) {
      return false;
    }
  }
}
