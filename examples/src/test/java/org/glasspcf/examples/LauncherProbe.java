package org.glasspcf.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A tool in small: the parent starts the child, the child writes what it sees and exits or sleeps.
 * The files it writes stand for its output, because a test's own streams belong to the test runner.
 */
final class LauncherProbe {
  private LauncherProbe() {}

  public static void main(String[] arguments) throws Exception {
    if (!NativeLauncher.isChild()) {
      NativeLauncher launcher =
          new NativeLauncher(LauncherProbe.class, Path.of("nowhere"), CpuFlags.ofCpuInfo(""));
      System.exit(launcher.run(List.of(arguments), new PrintWriter(System.err)));
    }
    Path folder = Path.of(arguments[0]);
    if (arguments[1].equals("sleep")) {
      NativeLauncher.stopWithParent();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> write(folder, "stopped", "yes")));
      write(folder, "started", "yes");
      Thread.sleep(60_000);
    }
    write(folder, "threads", System.getenv("OMP_NUM_THREADS"));
    write(folder, "classpath", System.getProperty("java.class.path"));
    System.exit(Integer.parseInt(arguments[1]));
  }

  private static void write(Path folder, String name, String text) {
    try {
      Path unfinished = Files.writeString(folder.resolve(name + ".part"), text);
      Files.move(unfinished, folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
