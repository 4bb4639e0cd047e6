package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class QuenchRatesCommandTest {
  @TempDir private Path folder;

  @Test
  void run_writesTableNumbersAndPicture() throws IOException {
    Path out = folder.resolve("new/results");
    ToolRun run = ToolRun.of("quench-rates", "--out=" + out).succeeded();
    assertEquals(run.out(), Files.readString(out.resolve("quench.md")));
    assertEquals(
        5, run.out().lines().filter(line -> line.contains("| mean of the other rates |")).count());
    assertEquals(
        5, run.out().lines().filter(line -> line.contains("| line in log(rate) |")).count());
    String json = Files.readString(out.resolve("quench.json"));
    assertTrue(json.contains("\"line in log(rate)\""), json);
    assertEquals((byte) 'P', Files.readAllBytes(out.resolve("quench.png"))[1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quench.md", "quench.json", "quench.png"})
  void fileThatIsAFolder_isRefusedBeforeTheTraining(String name) throws IOException {
    Files.createDirectories(folder.resolve(name));
    ToolRun.of("quench-rates", "--out=" + folder)
        .assertRefused(name + " of --out must name a file, but this is a folder");
  }

  @Test
  void folderBelowAFile_isRefusedBeforeTheTraining() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    ToolRun.of("quench-rates", "--out=" + file.resolve("x"))
        .assertRefused("--out must name a folder that is there or can be made");
    ToolRun.of("quench-rates", "--out=" + file).assertRefused("--out must name a folder");
  }
}
