package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelCommandTest {
  @TempDir private Path folder;

  @Test
  void kernel_isWrittenWithTheToolsClassPath() throws IOException {
    Path file = folder.resolve("kernels/java/kernel.json");
    ToolRun run = ToolRun.of("kernel", "--jupyter", folder.toString()).succeeded();
    assertEquals("wrote " + file, run.out().strip());
    String json = Files.readString(file);
    String first = System.getProperty("java.class.path").split(File.pathSeparator)[0];
    assertTrue(json.contains(Path.of(first).getFileName().toString()), json);
  }

  @Test
  void kernel_ofOthersIsLeft() throws IOException {
    Path file = folder.resolve("kernels/java/kernel.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"display_name\": \"Java\"}");
    ToolRun.of("kernel", "--jupyter", folder.toString()).assertRefused("another Java kernel");
    ToolRun.of("kernel", "--jupyter", folder.toString(), "--replace").succeeded();
  }
}
