package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glasspcf.pipeline.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {
  @Test
  void study_writesTables_andTrainsNothingAgain(@TempDir Path folder) throws IOException {
    String data = SmallData.write(folder.resolve("data"), true).toString();
    String out = folder.resolve("out").toString();
    String[] arguments = {
      "study", "--data", data, "--out", out, "--quick", "--seeds", "2", "--epochs", "1"
    };
    ToolRun first = ToolRun.of(arguments);
    assertEquals(0, first.code(), first.err());
    assertTrue(first.out().contains("(2 trained, 0 found), 1 epochs"), first.out());
    assertTrue(first.out().contains("| pairGp | "), first.out());
    assertTrue(first.out().contains("these figures mean nothing"), first.out());
    assertEquals(first.out(), Files.readString(Path.of(out, "study.md")));
    JsonValue.ObjectValue json =
        (JsonValue.ObjectValue) JsonValue.parse(Files.readString(Path.of(out, "study.json")), 20);
    assertEquals(JsonValue.of(2L), json.members().get("seeds"));
    assertTrue(Files.size(Path.of(out, "learning.png")) > 10_000);

    // One model lost, one damaged: both are trained again, and the result is the same.
    Path seed0 = Path.of(out, "models", "seed-0.glasspcf");
    byte[] model = Files.readAllBytes(seed0);
    Files.write(seed0, new byte[] {1, 2, 3});
    ToolRun second = ToolRun.of(arguments);
    assertEquals(0, second.code(), second.err());
    assertTrue(second.out().contains("(1 trained, 1 found)"), second.out());
    assertTrue(second.err().contains("seed 1: found in"), second.err());
    assertEquals(-1, java.util.Arrays.mismatch(model, Files.readAllBytes(seed0)));

    ToolRun other = ToolRun.of("study", "--data", data, "--out", out, "--quick", "--epochs", "2");
    assertTrue(other.err().contains("is of other options, data or code"), other.err());
  }

  @Test
  void study_badInput_isRefusedAtOnce(@TempDir Path folder) throws IOException {
    ToolRun none = ToolRun.of("study", "--seeds", "0");
    assertEquals(2, none.code());
    assertTrue(none.err().contains("--seeds must be at least 1, got 0"), none.err());
    String data = SmallData.write(folder.resolve("data"), false).toString();
    ToolRun whole = ToolRun.of("study", "--data", data, "--out", folder.resolve("out").toString());
    assertEquals(2, whole.code());
    assertTrue(whole.err().contains("and glasses held out"), whole.err());
  }
}
