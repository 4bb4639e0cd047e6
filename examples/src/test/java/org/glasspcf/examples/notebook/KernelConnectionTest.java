package org.glasspcf.examples.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Speaks with kernels in JVMs of their own, as Jupyter does. */
@Timeout(180)
class KernelConnectionTest {
  /** Long enough that what is sent next waits behind it. */
  private static final String FAIL = "Thread.sleep(1000); int x = 1 / 0;";

  @TempDir private Path folder;
  private KernelClient client;
  private Process kernel;

  @BeforeEach
  void start() throws Exception {
    client = new KernelClient();
    Path file = folder.resolve("connection.json");
    Files.writeString(file, client.properties().toJsonString());
    kernel =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                JavaKernel.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
  }

  @AfterEach
  void end() {
    kernel.destroyForcibly();
    client.close();
  }

  private void assertEnds() throws Exception {
    boolean ended = kernel.waitFor(60, TimeUnit.SECONDS);
    assertTrue(ended, "must end, printed " + Files.readString(folder.resolve("log")));
    assertEquals(0, kernel.exitValue());
  }

  @Test
  void failure_abortsWhatWaitsAndNothingElse() throws Exception {
    client.execute("int ran = 0;", true);
    assertEquals("execute_reply ok", client.shellReply());
    client.execute(FAIL, true);
    client.execute("ran++;", true);
    client.askForKernelInfo();
    client.execute("ran++;", true);
    assertEquals("execute_reply error", client.shellReply());
    assertEquals("execute_reply aborted", client.shellReply());
    assertEquals("kernel_info_reply", client.shellReply());
    assertEquals("execute_reply aborted", client.shellReply());
    client.execute("if (ran != 0) throw new IllegalStateException();", true);
    assertEquals("execute_reply ok", client.shellReply(), "sent after the failure was answered");
    client.shutdown();
    assertEquals("shutdown_reply", client.controlReply());
    assertEnds();
  }

  @Test
  void failure_thatIsAllowedAbortsNothing() {
    client.execute(FAIL, false);
    client.execute("1 + 1", true);
    assertEquals("execute_reply error", client.shellReply());
    assertEquals("execute_reply ok", client.shellReply());
  }

  /** Runs a cell and waits until it has begun. */
  private void begin(String cell) throws Exception {
    Path running = folder.resolve("running");
    String path = running.toString().replace("\\", "\\\\");
    client.execute("Files.createFile(Path.of(\"%s\"));\n%s".formatted(path, cell), true);
    while (!Files.exists(running)) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @Test
  void interrupt_abortsWhatWaits() throws Exception {
    begin("Thread.sleep(600_000);");
    client.execute("1 + 1", true);
    client.interrupt();
    assertEquals("execute_reply error", client.shellReply());
    assertEquals("execute_reply aborted", client.shellReply());
  }

  @Test
  void shutdown_stopsARunningCell() throws Exception {
    begin("Thread.sleep(600_000);");
    client.shutdown();
    assertEquals("shutdown_reply", client.controlReply());
    assertEnds();
  }

  @Test
  void shutdown_endsACellThatHeedsNoInterrupt() throws Exception {
    begin("while (true) { }");
    client.shutdown();
    assertEquals("shutdown_reply", client.controlReply());
    assertEnds();
  }
}
