package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.glasspcf.pipeline.json.JsonValue;
import org.glasspcf.pipeline.json.JsonValue.ArrayValue;
import org.glasspcf.pipeline.json.JsonValue.NumberValue;
import org.glasspcf.pipeline.json.JsonValue.ObjectValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command in its quick form, for JMH starts JVMs otherwise. */
@Timeout(120)
class BenchmarkCommandTest {
  @TempDir Path folder;

  @Test
  void benchmark_quick_timesEverySubject() {
    ToolRun run = ToolRun.of("benchmark", "--quick", "--threads=1").succeeded();
    for (String row :
        List.of(
            "\nfingerprint ",
            "\nforest: fingerprint to latents ",
            "\ndecoder: latents to image ",
            "\nencoder: image to latents ",
            "\ncodec: curve to image ",
            "\ncodec: image to curve ",
            "\nprediction: default curve          1024       1 ",
            "\nprediction: curve and 90 % band       1       1 ",
            "\nprediction: forest and decoder       64       1 ",
            "\nload the model from the jar ",
            "\nload the model from a file ",
            "\nload the bundled data set ",
            "\ng(r) of a frame of 1,500 atoms ",
            "\ng(r) of a frame of 12,000 atoms ",
            "\nCPU ",
            "\nJDK ")) {
      assertTrue(run.out().contains(row), row + run.out());
    }
    assertTrue(run.out().startsWith("Quick form"), run.out());
    assertFalse(run.out().contains("unknown\n"), "allocated bytes are known: " + run.out());
    assertEquals(20, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("1 of 20: fingerprint\n"), run.err());
  }

  @Test
  void benchmark_json_holdsAllNumbers() throws IOException {
    Path json = folder.resolve("times.json");
    Path log = folder.resolve("jmh.log");
    ToolRun.of(
            "benchmark",
            "--quick",
            "--only=curve",
            "--threads=1,2",
            "--json=" + json,
            "--log=" + log)
        .succeeded();
    ObjectValue all = (ObjectValue) JsonValue.parse(Files.readString(json), 10);
    assertEquals(JsonValue.of(true), all.members().get("quick"));
    assertTrue(((ObjectValue) all.members().get("machine")).members().containsKey("CPU"));
    List<JsonValue> results = ((ArrayValue) all.members().get("results")).elements();
    assertEquals(6, results.size());
    ObjectValue twoCallers = (ObjectValue) results.get(1);
    assertEquals(JsonValue.of("curve"), twoCallers.members().get("subject"));
    assertEquals(JsonValue.of(1L), twoCallers.members().get("batch"));
    assertEquals(JsonValue.of(2L), twoCallers.members().get("threads"));
    double median = number(twoCallers, "medianSeconds");
    assertTrue(number(twoCallers, "lowerQuartileSeconds") <= median);
    assertTrue(number(twoCallers, "upperQuartileSeconds") >= median);
    assertEquals(2 / median, number(twoCallers, "perSecond"), 1e-9 / median);
    // A curve of 100 doubles at the least, and no whole batch.
    double bytes = number((ObjectValue) results.get(4), "allocatedBytes");
    assertTrue(bytes > 800 && bytes < 100_000, "bytes a curve: " + bytes);
    assertTrue(Files.readString(log).contains("PredictionBenchmark.curve"), "JMH's own words");
  }

  @Test
  void memory_quick_printsWhatEveryStepLeaves() {
    ToolRun run = ToolRun.of("benchmark", "--memory", "--quick").succeeded();
    assertEquals(11, rows(run, "default curve "), run.out());
    assertEquals(11, rows(run, "forest and decoder "), run.out());
    assertTrue(run.out().contains(" 2,000 "), run.out());
    assertTrue(run.out().contains("\nJVM flags "), run.out());
  }

  @Test
  void benchmark_badInput_isRefusedAtOnce() {
    ToolRun.of("benchmark", "--only=tea").assertRefused("--only");
    ToolRun.of("benchmark", "--threads=0").assertRefused("--threads must be at least 1, got 0");
    ToolRun.of("benchmark", "--forks=0").assertRefused("--forks must be at least 1, got 0");
    ToolRun.of("benchmark", "--quick", "--forks=2").assertRefused("--quick and --forks");
    ToolRun.of("benchmark", "--memory", "--only=rdf").assertRefused("--memory and --only");
    ToolRun.of("benchmark", "--json=" + folder).assertRefused("--json must name a file");
    Path file = folder.resolve("out");
    ToolRun.of("benchmark", "--json=" + file, "--log=" + file)
        .assertRefused("--log and --json must be different files");
  }

  private static double number(ObjectValue result, String name) {
    return ((NumberValue) result.members().get(name)).asDouble();
  }

  private static long rows(ToolRun run, String start) {
    return run.out().lines().filter(line -> line.startsWith(start)).count();
  }
}
