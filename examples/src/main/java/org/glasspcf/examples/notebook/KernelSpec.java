package org.glasspcf.examples.notebook;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasspcf.core.AtomicFile;

/**
 * What Jupyter must know of the kernel: {@code kernels/java/kernel.json} in one of its data
 * folders. The name {@code java} is that of every JJava kernel, so that notebooks open with any of
 * them.
 */
public final class KernelSpec {
  private static final String DISPLAY_NAME = "Java (Glass PCF)";
  private static final int FIRST_JAVA_TO_ASK_FOR_NATIVE_ACCESS = 22;

  private final List<String> command;

  private KernelSpec(List<String> command) {
    this.command = command;
  }

  /**
   * Describes the kernel that this JVM's Java starts.
   *
   * @param classPath the class path of the cells, absolute paths
   * @return the description
   * @throws IllegalArgumentException if the class path is empty
   */
  public static KernelSpec of(List<String> classPath) {
    if (classPath.isEmpty()) {
      throw new IllegalArgumentException("a kernel needs a class path, got an empty one");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=true");
    if (Runtime.version().feature() >= FIRST_JAVA_TO_ASK_FOR_NATIVE_ACCESS) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath));
    command.add(JavaKernel.class.getName());
    command.add("{connection_file}");
    return new KernelSpec(List.copyOf(command));
  }

  /**
   * Finds the folder in which Jupyter looks for the user's own kernels.
   *
   * @param environment the environment variables
   * @param system the name of the operating system, as {@code os.name} has it
   * @param home the user's home folder
   * @return Jupyter's data folder, which need not exist
   */
  public static Path dataFolder(Map<String, String> environment, String system, Path home) {
    Optional<Path> jupyter = folder(environment, "JUPYTER_DATA_DIR");
    if (jupyter.isPresent()) {
      return jupyter.get();
    }
    if (system.startsWith("Mac")) {
      return home.resolve("Library").resolve("Jupyter");
    }
    if (system.startsWith("Windows")) {
      return folder(environment, "APPDATA")
          .orElse(home.resolve("AppData").resolve("Roaming"))
          .resolve("jupyter");
    }
    return folder(environment, "XDG_DATA_HOME")
        .orElse(home.resolve(".local").resolve("share"))
        .resolve("jupyter");
  }

  /** Jupyter takes an empty variable for one that is not set. */
  private static Optional<Path> folder(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isEmpty())
        .map(Path::of);
  }

  /**
   * Returns the content of the file.
   *
   * @return JSON, with the keys that Jupyter asks for
   */
  public String json() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("argv", command);
    content.put("display_name", DISPLAY_NAME);
    content.put("language", "java");
    content.put("interrupt_mode", "message");
    // Batches are shared out among threads already; operations on a share are too small for that.
    content.put("env", Map.of("OMP_NUM_THREADS", "1"));
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(content)
        + "\n";
  }

  /**
   * Writes the file.
   *
   * @param dataFolder one of Jupyter's data folders; made if it does not exist
   * @param replace whether another Java kernel there may be replaced; ours always is
   * @return the file
   * @throws IllegalArgumentException if another Java kernel is there and must stay
   * @throws IOException if the file cannot be written
   */
  public Path install(Path dataFolder, boolean replace) throws IOException {
    Path file = dataFolder.resolve("kernels").resolve("java").resolve("kernel.json");
    if (!replace && Files.exists(file) && !isOurs(file)) {
      throw new IllegalArgumentException(
          "another Java kernel must stay unless it is to be replaced, and there is one: " + file);
    }
    Files.createDirectories(file.getParent());
    AtomicFile.write(file, json().getBytes(StandardCharsets.UTF_8));
    return file;
  }

  private static boolean isOurs(Path file) throws IOException {
    try {
      JsonElement content = JsonParser.parseString(Files.readString(file));
      return content.isJsonObject()
          && content.getAsJsonObject().has("display_name")
          && content.getAsJsonObject().get("display_name").getAsString().equals(DISPLAY_NAME);
    } catch (JsonParseException | UnsupportedOperationException | IllegalStateException e) {
      return false; // Whatever it is, we did not write it.
    }
  }
}
