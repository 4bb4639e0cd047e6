package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NativeLauncherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path home;

  @Test
  void fastNatives_folderWithJar_isTheOneOfTheCpu() throws IOException {
    Path avx2 = folderWithJar("lib-onednn-avx2");
    Path avx512 = folderWithJar("lib-onednn-avx512");
    assertEquals(Optional.of(avx512), launcher(CpuFlagsTest.SERVER).fastNatives());
    assertEquals(Optional.of(avx2), launcher(CpuFlagsTest.DESKTOP).fastNatives());
    assertEquals(Optional.empty(), launcher(CpuFlagsTest.OLD).fastNatives());
  }

  @Test
  void fastNatives_folderMissingOrEmpty_isEmpty() throws IOException {
    assertEquals(Optional.empty(), launcher(CpuFlagsTest.DESKTOP).fastNatives());
    Files.createDirectory(home.resolve("lib-onednn-avx2"));
    assertEquals(Optional.empty(), launcher(CpuFlagsTest.DESKTOP).fastNatives());
  }

  @Test
  void announcement_namesTheNativeCodeAndSaysWhenItIsSlow() throws IOException {
    assertTrue(launcher(CpuFlagsTest.OLD).announcement().contains("no AVX2 is known of this CPU"));
    assertTrue(
        launcher(CpuFlagsTest.DESKTOP)
            .announcement()
            .contains("there is no " + home.resolve("lib-onednn-avx2")));
    folderWithJar("lib-onednn-avx2");
    assertEquals(
        "glass-pcf: training in a child JVM, native code: lib-onednn-avx2",
        launcher(CpuFlagsTest.DESKTOP).announcement());
  }

  @Test
  void command_marksTheChildAndPutsTheFolderInFront() throws IOException {
    Path avx2 = folderWithJar("lib-onednn-avx2");
    List<String> command = launcher(CpuFlagsTest.DESKTOP).command(List.of("train", "--seed=1"));
    assertTrue(command.contains("-D" + NativeLauncher.CHILD_PROPERTY + "=true"));
    assertTrue(
        command.get(command.indexOf("-cp") + 1).startsWith(avx2.resolve("*") + File.pathSeparator));
    assertEquals(
        List.of(LauncherProbe.class.getName(), "train", "--seed=1"),
        command.subList(command.size() - 3, command.size()));
  }

  @Test
  void run_passesOneThreadAndClassPathInAndTheExitCodeOut() throws IOException {
    folderWithJar("lib-onednn-avx2");
    StringWriter err = new StringWriter();
    int code =
        launcher(CpuFlagsTest.DESKTOP).run(List.of(home.toString(), "37"), new PrintWriter(err));
    assertEquals(37, code);
    assertEquals("1", Files.readString(home.resolve("threads")));
    String first = Files.readString(home.resolve("classpath")).split(File.pathSeparator)[0];
    assertEquals(home.resolve("lib-onednn-avx2").resolve("native.jar"), Path.of(first));
    assertEquals(1, err.toString().lines().count());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signals")
  void run_parentTerminated_stopsTheChildAndWaitsForItsHooks() throws Exception {
    Process parent = startParentOfSleepingChild();
    parent.destroy();
    assertTrue(parent.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    assertEquals(128 + 15, parent.exitValue());
    assertTrue(
        Files.exists(home.resolve("stopped")),
        () -> "the child's hooks must have run; the parent said: " + parentLog());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signals")
  void run_parentKilled_doesNotLeaveTheChildBehind() throws Exception {
    Process parent = startParentOfSleepingChild();
    parent.destroyForcibly();
    await(home.resolve("stopped"));
  }

  @Test
  void isChild_inTheTestRunner_isFalse() {
    assertFalse(NativeLauncher.isChild());
  }

  private Process startParentOfSleepingChild() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LauncherProbe.class.getName(),
                home.toString(),
                "sleep")
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("parent.log").toFile())
            .start();
    await(home.resolve("started"));
    return parent;
  }

  private String parentLog() {
    try {
      return Files.readString(home.resolve("parent.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void await(Path file) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(file)) {
      assertTrue(System.nanoTime() < end, () -> "never written: " + file);
      Thread.sleep(20);
    }
  }

  private NativeLauncher launcher(String cpuInfo) {
    return new NativeLauncher(LauncherProbe.class, home, CpuFlags.ofCpuInfo(cpuInfo));
  }

  private Path folderWithJar(String name) throws IOException {
    Path folder = Files.createDirectory(home.resolve(name));
    Files.write(folder.resolve("native.jar"), new byte[0]);
    return folder;
  }
}
