package org.glasspcf.examples.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {
  private static final KernelSpec SPEC = KernelSpec.of(List.of("/a b/x.jar", "/lib/*"));
  private static final Path HOME = Path.of("home");

  @TempDir private Path folder;

  @Test
  void json_holdsWhatJupyterAsksFor() {
    JsonObject json = JsonParser.parseString(SPEC.json()).getAsJsonObject();
    List<String> command =
        json.getAsJsonArray("argv").asList().stream().map(e -> e.getAsString()).toList();
    assertTrue(Files.isExecutable(Path.of(command.get(0))), "the JVM of this test: " + command);
    int classPath = command.indexOf("-cp") + 1;
    assertEquals("/a b/x.jar" + File.pathSeparator + "/lib/*", command.get(classPath));
    assertEquals(
        List.of(JavaKernel.class.getName(), "{connection_file}"),
        command.subList(classPath + 1, command.size()));
    assertEquals("java", json.get("language").getAsString());
    assertEquals("message", json.get("interrupt_mode").getAsString());
  }

  @Test
  void classPath_mustNotBeEmpty() {
    assertThrows(IllegalArgumentException.class, () -> KernelSpec.of(List.of()));
  }

  @Test
  void install_replacesOurOwnFile() throws IOException {
    Path file = KernelSpec.of(List.of("old.jar")).install(folder, false);
    assertEquals(folder.resolve("kernels/java/kernel.json"), file);
    SPEC.install(folder, false);
    assertEquals(SPEC.json(), Files.readString(file));
  }

  @Test
  void install_leavesAnotherKernelUnlessToldToReplaceIt() throws IOException {
    Path file = folder.resolve("kernels/java/kernel.json");
    Files.createDirectories(file.getParent());
    for (String other : List.of("{\"display_name\": \"Java (j!)\"}", "[]", "{", "")) {
      Files.writeString(file, other);
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> SPEC.install(folder, false));
      assertTrue(refused.getMessage().contains("kernel.json"), refused.getMessage());
      assertEquals(other, Files.readString(file));
    }
    SPEC.install(folder, true);
    assertEquals(SPEC.json(), Files.readString(file));
  }

  @Test
  void dataFolder_isWhereJupyterLooks() {
    // Jupyter's documentation, "Common Directories and File Locations".
    assertEquals(
        HOME.resolve(".local/share/jupyter"), KernelSpec.dataFolder(Map.of(), "Linux", HOME));
    assertEquals(
        HOME.resolve("Library/Jupyter"), KernelSpec.dataFolder(Map.of(), "Mac OS X", HOME));
    assertEquals(
        Path.of("roaming", "jupyter"),
        KernelSpec.dataFolder(Map.of("APPDATA", "roaming"), "Windows 11", HOME));
    assertEquals(
        Path.of("xdg", "jupyter"),
        KernelSpec.dataFolder(Map.of("XDG_DATA_HOME", "xdg"), "Linux", HOME));
    assertEquals(
        Path.of("mine"),
        KernelSpec.dataFolder(
            Map.of("JUPYTER_DATA_DIR", "mine", "XDG_DATA_HOME", "xdg"), "Linux", HOME));
  }

  @Test
  void dataFolder_takesEmptyVariablesAsNotSet() {
    // jupyter_core's paths.py tests each with "if".
    assertEquals(
        HOME.resolve(".local/share/jupyter"),
        KernelSpec.dataFolder(Map.of("JUPYTER_DATA_DIR", "", "XDG_DATA_HOME", ""), "Linux", HOME));
    assertEquals(
        HOME.resolve("AppData/Roaming/jupyter"),
        KernelSpec.dataFolder(Map.of("APPDATA", ""), "Windows 11", HOME));
  }

  @Test
  void install_leavesNothingElseBehind() throws IOException {
    Path file = SPEC.install(folder, false);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
  }
}
