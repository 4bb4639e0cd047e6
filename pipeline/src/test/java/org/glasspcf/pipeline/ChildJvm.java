package org.glasspcf.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM with a part of this one's class path. */
final class ChildJvm {
  private ChildJvm() {}

  /**
   * Runs a program to its end.
   *
   * @param kept tells by their file names which jars stay; folders of classes and our own jars do
   * @param program has a main method
   * @param arguments its arguments
   * @return what it printed
   */
  static String run(Predicate<String> kept, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> isOurs(entry) || kept.test(Path.of(entry).getFileName().toString()))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-cp",
            classPath,
            program.getName());
    Process child =
        new ProcessBuilder(Stream.concat(command.stream(), Arrays.stream(arguments)).toList())
            .redirectErrorStream(true)
            .start();
    String printed =
        new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertTrue(child.waitFor(60, TimeUnit.SECONDS), "the child JVM did not end");
    assertEquals(0, child.exitValue(), printed);
    return printed;
  }

  private static boolean isOurs(String entry) {
    return entry.endsWith("classes")
        || Path.of(entry).getFileName().toString().startsWith("glass-pcf");
  }
}
