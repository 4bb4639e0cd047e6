package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.glasspcf.pipeline.json.JsonValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command on six glasses and five pairs, an epoch or two each; it runs once for most tests. */
@Timeout(180)
@TestMethodOrder(MethodOrderer.MethodName.class)
class ReproduceCommandTest {
  @TempDir static Path shared;
  private static Path data;
  private static Path out;
  private static ToolRun first;

  @BeforeAll
  static void run() throws IOException {
    data = SmallData.write(shared.resolve("data"), true);
    out = shared.resolve("out");
    first = reproduce(out).succeeded();
  }

  private static ToolRun reproduce(Path folder, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "reproduce",
                "--data=" + data,
                "--out=" + folder,
                "--quick",
                "--curves=12",
                "--epochs=2",
                "--epochs-all=1",
                "--trials=2",
                "--trial-epochs=1",
                "--latent-sizes=2,8",
                "--latent-epochs=2",
                "--seeds=2",
                "--seed-epochs=1"));
    arguments.addAll(List.of(more));
    if (!String.join(" ", more).contains("--forest-seeds")) {
      arguments.add("--forest-seeds=1");
    }
    return ToolRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void firstRun_writesTableFiguresAndJson() throws IOException {
    assertTrue(first.out().contains("**QUICK RUN: 2 epochs instead of 800"), first.out());
    assertTrue(first.out().contains("6 glasses, 30 curves"), first.out());
    assertTrue(first.out().contains("The 2 glasses of the fixed test list never enter"));
    assertTrue(!first.out().contains("Unfinished"), first.out());
    assertEquals(first.out(), Files.readString(out.resolve("table.md")));
    for (String figure : List.of("figure6a", "figure8")) {
      for (String size : List.of("paper-size", "all-curves")) {
        assertNotNull(ImageIO.read(out.resolve(figure + "-" + size + ".png").toFile()), figure);
      }
    }
    for (String figure : List.of("figure6b", "figure9")) {
      for (String split : List.of("by-curve", "by-glass")) {
        for (String size : List.of("paper-size", "all-curves")) {
          Path file = out.resolve(figure + "-" + split + "-" + size + ".png");
          assertNotNull(ImageIO.read(file.toFile()), file.toString());
        }
      }
    }
    assertNotNull(ImageIO.read(out.resolve("latent-size.png").toFile()));
    JsonValue json = JsonValue.parse(Files.readString(out.resolve("reproduction.json")), 20);
    assertEquals(JsonValue.of(true), at(json, "complete"));
    assertEquals(JsonValue.of(2), at(json, "data.heldOutGlassesThatNeverEnter"));
    assertEquals(JsonValue.of(9), at(json, "experiments.by-curve-paper-size.trainingCurves"));
    assertEquals(JsonValue.of(3), at(json, "experiments.by-glass-paper-size.testCurves"));
    assertEquals(JsonValue.of(25), at(json, "experiments.by-glass-all-curves.trainingCurves"));
    assertTrue(
        at(json, "experiments.by-glass-all-curves.curves.pipeline.all.rmse")
            instanceof JsonValue.NumberValue);
  }

  @Test
  void firstRun_saysWhatItWorksOn() {
    assertTrue(first.err().contains("the 2 glasses of the fixed test list never enter"));
    assertTrue(
        first
            .err()
            .contains(
                "step 1 of 13: trial of an autoencoder, by curve, 12 curves, 8 latents, 1 epoch,"
                    + " seed 0"),
        first.err());
    assertTrue(first.err().contains("stages: 18 new, "), first.err());
  }

  @Test
  void secondRun_trainsNothingAndComesToTheSame() throws IOException {
    Map<String, Long> before = stages();
    byte[] json = Files.readAllBytes(out.resolve("reproduction.json"));
    ToolRun second = reproduce(out).succeeded();
    assertTrue(second.err().contains("stages: 0 new, "), second.err());
    assertTrue(!second.err().contains("epoch 1/"), second.err());
    assertEquals(before, stages());
    assertEquals(first.out(), second.out());
    assertEquals(new String(json), Files.readString(out.resolve("reproduction.json")));
  }

  @Test
  void stageLost_isTheOnlyOneMadeAgain() throws IOException {
    Path again = copy(shared.resolve("lost"));
    String lost = stages().keySet().stream().filter(n -> n.contains("seed1")).findFirst().get();
    Files.delete(again.resolve("stages").resolve(lost));
    ToolRun run = reproduce(again).succeeded();
    assertTrue(run.err().contains("stages: 1 new, "), run.err());
    assertTrue(Files.exists(again.resolve("stages").resolve(lost)));
  }

  @Test
  void optionChanged_makesTheStagesThatDependOnIt() throws IOException {
    Path again = copy(shared.resolve("changed"));
    ToolRun run = reproduce(again, "--forest-seeds=2").succeeded();
    long forests = stages().keySet().stream().filter(n -> n.startsWith("forests")).count();
    assertTrue(run.err().contains("stages: " + forests + " new, "), run.err());
  }

  @Test
  void stageDamaged_isOneLineThatNamesIt() throws IOException {
    Path again = copy(shared.resolve("damaged"));
    String name = stages().keySet().iterator().next();
    Files.writeString(again.resolve("stages").resolve(name), "not a stage");
    ToolRun run = reproduce(again);
    assertEquals(2, run.code(), run.err());
    String last = run.err().lines().reduce((a, b) -> b).orElseThrow();
    assertTrue(last.startsWith("glass-pcf: ") && last.contains(name), last);
    assertTrue(last.contains("delete the file"), last);
  }

  @Test
  void tooFewCurves_areRefusedBeforeAnyTraining() throws IOException {
    ToolRun run =
        ToolRun.of("reproduce", "--data=" + data, "--out=" + shared.resolve("few"), "--quick");
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains("180 training curves"), run.err());
    assertTrue(!run.err().contains("step 1"), run.err());
    assertTrue(Files.notExists(shared.resolve("few")));
  }

  @Test
  void options_outOfRange_areRefused() {
    reproduce(shared.resolve("none"), "--threads=0").assertRefused("--threads");
    reproduce(data.resolve("glasses.csv")).assertRefused("--out must name a folder");
  }

  private static Path copy(Path to) throws IOException {
    Files.createDirectories(to.resolve("stages"));
    for (String name : stages().keySet()) {
      Files.copy(out.resolve("stages").resolve(name), to.resolve("stages").resolve(name));
    }
    return to;
  }

  /** Names of the stages' files with the times of their last change. */
  private static Map<String, Long> stages() throws IOException {
    Map<String, Long> stages = new TreeMap<>();
    try (Stream<Path> files = Files.list(out.resolve("stages"))) {
      for (Path file : files.toList()) {
        stages.put(file.getFileName().toString(), Files.getLastModifiedTime(file).toMillis());
      }
    }
    assertTrue(stages.size() > 10, stages.toString());
    return stages;
  }

  private static JsonValue at(JsonValue json, String path) {
    JsonValue value = json;
    for (String key : path.split("\\.")) {
      value = ((JsonValue.ObjectValue) value).members().get(key);
      assertNotNull(value, path);
    }
    return value;
  }
}
