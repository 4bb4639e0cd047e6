package org.glasspcf.pipeline.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {

  private static final int ROUNDS = 10;
  private static final int COUNT = 200_000;

  /** The child: replaces a file without end. */
  static final class WriteForever {
    private WriteForever() {}

    public static void main(String[] arguments) {
      Path file = Path.of(arguments[0]);
      TensorArchive[] archives = {Archives.uniform(1, COUNT), Archives.uniform(2, COUNT)};
      for (int i = 0; ; i++) {
        archives[i % 2].write(file);
      }
    }
  }

  @TempDir Path folder;

  @Test
  void file_whoseWriterIsKilled_isTheOldOrTheNewOne() throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(1);
    Path file = folder.resolve("model.glasspcf");
    for (int round = 0; round < ROUNDS; round++) {
      Files.deleteIfExists(file);
      Process child = start(file);
      try {
        for (int waited = 0; !Files.exists(file); waited++) {
          assertTrue(child.isAlive() && waited < 3_000, "the child wrote nothing");
          Thread.sleep(10);
        }
        Thread.sleep(random.nextInt(100));
      } finally {
        child.destroyForcibly();
      }
      assertTrue(child.waitFor(20, TimeUnit.SECONDS));
      TensorArchive left =
          TensorArchive.read(file, metadata -> List.of(TensorSpec.of("n", TensorType.I32, COUNT)));
      int number = Integer.parseInt(left.metadata().get("number"));
      assertEquals(Archives.uniform(number, COUNT), left);
    }
  }

  private Process start(Path file) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            WriteForever.class.getName(),
            file.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("child.log").toFile())
        .start();
  }
}
