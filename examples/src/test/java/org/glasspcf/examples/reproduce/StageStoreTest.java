package org.glasspcf.examples.reproduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.encoder.TrainingListener;
import org.glasspcf.pipeline.archive.Tensor;
import org.glasspcf.pipeline.archive.TensorArchive;
import org.glasspcf.pipeline.archive.TensorSpec;
import org.glasspcf.pipeline.archive.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageStoreTest {
  private static final StageKey KEY = new StageKey("thing", Map.of("seed", "1", "data", "abc"));

  @TempDir Path folder;

  private final List<String> heard = new ArrayList<>();

  /** Two numbers. */
  private static final StageFormat<double[]> NUMBERS =
      new StageFormat<>() {
        @Override
        public List<TensorSpec> specs() {
          return List.of(TensorSpec.of("numbers", TensorType.F64, 2));
        }

        @Override
        public List<Tensor> tensors(double[] outcome) {
          return List.of(Tensor.ofDoubles("numbers", outcome, 2));
        }

        @Override
        public double[] outcome(TensorArchive archive) {
          return archive.tensor("numbers").doubles();
        }
      };

  @Test
  void key_sameParts_namesTheSameFileInAnyOrder() {
    StageKey again =
        new StageKey("thing", new java.util.TreeMap<>(Map.of("data", "abc", "seed", "1")));
    assertEquals(KEY.fileName(), again.fileName());
    assertTrue(KEY.fileName().matches("thing-[0-9a-f]{12}\\.stage"), KEY.fileName());
    assertEquals("data=abc\nprotocol=2\nseed=1\nstage=thing\n", KEY.text());
  }

  @Test
  void key_anyPartChanged_namesAnotherFile() {
    for (StageKey other :
        List.of(
            new StageKey("other", Map.of("seed", "1", "data", "abc")),
            new StageKey("thing", Map.of("seed", "2", "data", "abc")),
            new StageKey("thing", Map.of("seed", "1", "data", "abd")),
            new StageKey("thing", Map.of("seed", "1")))) {
      assertNotEquals(KEY.fileName(), other.fileName());
    }
  }

  @Test
  void key_partsThatCouldBeTakenForOthers_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> new StageKey("a", Map.of("b", "c\nd=e")));
    assertThrows(IllegalArgumentException.class, () -> new StageKey("a", Map.of("b=c", "d")));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new StageKey("../a", Map.of()));
    assertTrue(refused.getMessage().endsWith("got ../a"), refused.getMessage());
  }

  @Test
  void get_secondTime_readsWhatWasMade() {
    double[] made = {1.5, -2e-300};
    assertArrayEquals(made, store().get("it", KEY, NUMBERS, progress -> made).outcome());
    StageStore later = store();
    StageStore.Stage<double[]> stage =
        later.get("it", KEY, NUMBERS, progress -> fail("a finished stage was worked on again"));
    assertArrayEquals(made, stage.outcome());
    assertTrue(stage.seconds() >= 0);
    assertEquals(1, later.reused());
    assertEquals(0, later.made());
    assertEquals(List.of("start it 1/3", "end it 1/3 false", "end it 1/3 true"), heard);
  }

  @Test
  void get_workFails_leavesNothing() throws IOException {
    assertThrows(
        IllegalStateException.class, () -> store().get("it", KEY, NUMBERS, progress -> fail("no")));
    assertTrue(!Files.exists(folder) || files().isEmpty());
  }

  @Test
  void get_damagedFile_isRefusedAndKept() throws IOException {
    store().get("it", KEY, NUMBERS, progress -> new double[2]);
    Path file = folder.resolve(KEY.fileName());
    byte[] whole = Files.readAllBytes(file);
    byte[] bent = whole.clone();
    bent[whole.length - 3] ^= 1;
    for (byte[] damaged : List.of(bent, Arrays.copyOf(whole, whole.length - 8), new byte[0])) {
      Files.write(file, damaged);
      GlassDataException refused =
          assertThrows(
              GlassDataException.class,
              () -> store().get("it", KEY, NUMBERS, progress -> fail("worked on unasked")));
      assertTrue(refused.getMessage().startsWith(file + ": "), refused.getMessage());
      assertTrue(refused.getMessage().contains("delete the file"), refused.getMessage());
      assertArrayEquals(damaged, Files.readAllBytes(file));
    }
  }

  @Test
  void get_fileOfAnotherStage_isRefused() throws IOException {
    StageKey other = new StageKey("thing", Map.of("seed", "2", "data", "abc"));
    store().get("it", other, NUMBERS, progress -> new double[2]);
    Files.move(folder.resolve(other.fileName()), folder.resolve(KEY.fileName()));
    GlassDataException refused =
        assertThrows(
            GlassDataException.class,
            () -> store().get("it", KEY, NUMBERS, progress -> fail("worked on unasked")));
    assertTrue(refused.getMessage().contains("seed=2"), refused.getMessage());
  }

  @Test
  void get_restOfAKilledWriter_isNoStage() throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("." + KEY.fileName() + ".1234.tmp"), new byte[] {1, 2, 3});
    StageStore store = store();
    store.get("it", KEY, NUMBERS, progress -> new double[2]);
    assertEquals(1, store.made());
  }

  private static double[] fail(String why) {
    throw new IllegalStateException(why);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private StageStore store() {
    StageStore store =
        new StageStore(
            folder,
            3,
            new StageListener() {
              @Override
              public TrainingListener onStart(String stage, int step, int steps) {
                heard.add("start " + stage + " " + step + "/" + steps);
                return progress -> {};
              }

              @Override
              public void onEnd(String stage, int step, int steps, boolean reused, Duration time) {
                heard.add("end " + stage + " " + step + "/" + steps + " " + reused);
              }
            });
    store.begin();
    return store;
  }
}
