package org.glasspcf.examples.melt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Shell scripts stand for the programs. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ExternalProgramTest {
  @TempDir Path folder;

  private ExternalProgram program(String script) throws IOException {
    FakePrograms.script(folder.resolve("lmp"), script);
    return ExternalProgram.find("lmp", "lammps", folder.toString());
  }

  private void run(ExternalProgram program, String... arguments)
      throws InterruptedException, IOException {
    program.run(
        folder, List.of(arguments), Optional.empty(), "out.txt", Optional.of("log.txt"), () -> {});
  }

  @Test
  void find_notOnThePath_namesProgramAndPackage() throws IOException {
    Files.writeString(folder.resolve("lmp"), "not executable");
    String path = folder + ":/no/such/folder:";
    String message =
        assertThrows(MeltQuenchException.class, () -> ExternalProgram.find("lmp", "lammps", path))
            .getMessage();
    assertEquals(
        "the program lmp must be on the PATH to simulate, and is not; on Debian and Ubuntu it is in"
            + " the package lammps (apt install lammps)",
        message);
  }

  @Test
  void run_worksInTheFolderAndKeepsWhatIsPrinted() throws Exception {
    Files.writeString(folder.resolve("input"), "packed\n");
    AtomicInteger watched = new AtomicInteger();
    program("echo \"$1\"; pwd; cat; echo oops >&2; sleep 0.7")
        .run(
            folder,
            List.of("an argument"),
            Optional.of("input"),
            "out.txt",
            Optional.empty(),
            watched::incrementAndGet);
    assertEquals(
        List.of("an argument", folder.toRealPath().toString(), "packed", "oops"),
        Files.readAllLines(folder.resolve("out.txt")));
    assertTrue(watched.get() >= 2, "watched " + watched);
    assertFalse(Files.exists(folder.resolve("running.pid")));
  }

  @Test
  void run_withoutInput_readsNothing() throws Exception {
    run(program("cat; echo end"));
    assertEquals("end\n", Files.readString(folder.resolve("out.txt")));
  }

  @Test
  void run_failure_quotesTheEndOfOutputAndLog() throws IOException {
    ExternalProgram program =
        program(
            """
            echo printed; echo ---------
            for i in 1 2 3 4 5 6 7; do echo "line $i" >> log.txt; done
            echo 'ERROR: Lost atoms: original 1500 current 1499' >> log.txt
            exit 172
            """);
    String message = assertThrows(MeltQuenchException.class, () -> run(program)).getMessage();
    assertEquals(
        "lmp failed with exit code 172 in "
            + folder
            + "; it ended with: printed | line 3 | line 4 | line 5 | line 6 | line 7 | ERROR: Lost"
            + " atoms: original 1500 current 1499",
        message);
  }

  @Test
  void run_interrupted_endsTheProgram() throws Exception {
    ExternalProgram program = program("echo $$ > pid; exec sleep 100");
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread runner =
        new Thread(
            () -> {
              try {
                run(program);
              } catch (InterruptedException | IOException | RuntimeException e) {
                thrown.set(e);
              }
            });
    runner.start();
    Path pid = folder.resolve("pid");
    while (!Files.exists(pid) || Files.size(pid) == 0) {
      Thread.sleep(10);
    }
    long child = Long.parseLong(Files.readString(pid).strip());
    runner.interrupt();
    runner.join();
    assertEquals(InterruptedException.class, thrown.get().getClass(), String.valueOf(thrown));
    assertFalse(ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false));
    assertFalse(Files.exists(folder.resolve("running.pid")));
  }

  @Test
  void run_whileAnEarlierOneStillWorks_isRefused() throws Exception {
    Path sleeper = folder.resolve("lmp-sleep");
    Files.copy(Path.of("/bin/sleep").toRealPath(), sleeper);
    assertTrue(sleeper.toFile().setExecutable(true));
    Process earlier = new ProcessBuilder(sleeper.toString(), "100").start();
    try {
      Files.writeString(folder.resolve("running.pid"), earlier.pid() + "\n");
      ExternalProgram program = program("exit 0");
      String message = assertThrows(MeltQuenchException.class, () -> run(program)).getMessage();
      assertTrue(
          message.startsWith(
              "process " + earlier.pid() + " of an earlier run still works in " + folder),
          message);
    } finally {
      earlier.destroyForcibly().waitFor();
    }
    run(program("exit 0"));
    assertFalse(Files.exists(folder.resolve("running.pid")));
  }
}
