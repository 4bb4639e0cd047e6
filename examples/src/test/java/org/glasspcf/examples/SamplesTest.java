package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles and runs every Java sample of the documentation, on less data and fewer epochs: all in
 * one JVM, which works in a folder that holds {@code my-glasses}, {@code model.glasspcf}, {@code
 * traj.dump.gz}, {@code my-dumps/traj.dump.gz} and melts in {@code my-melts}.
 */
class SamplesTest {
  private static final Path TRAJECTORY =
      RepositoryFiles.ROOT.resolve(
          "core/src/test/resources/org/glasspcf/core/raw/nbs-60-20-20-s1/traj.dump.gz");
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir private static Path folder;

  private static List<JavaSample> samples;
  private static final Map<String, String> COMPILER_ERRORS = new HashMap<>();
  private static final Set<String> DONE = new HashSet<>();
  private static String printed;

  @BeforeAll
  static void compileAndRunAll() throws Exception {
    samples = JavaSample.all();
    for (JavaSample sample : samples) {
      Files.writeString(folder.resolve(sample.className() + ".java"), sample.source());
    }
    compile(samples);
    List<JavaSample> sound =
        samples.stream().filter(s -> !COMPILER_ERRORS.containsKey(s.className())).toList();
    if (sound.size() < samples.size()) {
      compile(sound); // an error in one keeps the compiler from writing the others
    }
    Path data = SmallData.write(folder.resolve("my-glasses"), true);
    Files.copy(TRAJECTORY, folder.resolve("traj.dump.gz"));
    Path dumps = Files.createDirectory(folder.resolve("my-dumps"));
    Files.copy(TRAJECTORY, dumps.resolve("traj.dump.gz"));
    Path melts = Files.createDirectory(folder.resolve("my-melts"));
    for (String melt : List.of("traj", "fast", "slow")) {
      Files.copy(TRAJECTORY, melts.resolve(melt + ".dump.gz"));
    }
    Files.writeString(
        melts.resolve("glasses.csv"),
        "id,SiO2_molpct,B2O3_molpct,Na2O_molpct,quench_K_per_ps\n"
            + "traj,60,20,20,40\nfast,60,20,20,80\nslow,60,20,20,20\n");
    GlassPcfPipeline.builder()
        .autoencoder(AutoencoderOptions.defaults().withEpochs(1))
        .train(GlassDataset.read(data))
        .save(folder.resolve("model.glasspcf"));
    run(sound);
  }

  private static void compile(List<JavaSample> some) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<Path> files = some.stream().map(s -> folder.resolve(s.className() + ".java")).toList();
    try (var manager = compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
      compiler
          .getTask(
              null,
              manager,
              found,
              List.of(
                  "-encoding", "UTF-8", "-cp", CLASS_PATH, "-d", folder.toString(), "-proc:none"),
              null,
              manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
    for (Diagnostic<? extends JavaFileObject> diagnostic : found.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        URI file = diagnostic.getSource().toUri();
        String name = Path.of(file).getFileName().toString().replace(".java", "");
        COMPILER_ERRORS.merge(name, diagnostic.toString(), (a, b) -> a + "\n" + b);
      }
    }
  }

  private static void run(List<JavaSample> sound) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=true");
    command.add("-cp");
    command.add(folder + System.getProperty("path.separator") + CLASS_PATH);
    command.add(SampleMain.class.getName());
    sound.forEach(sample -> command.add(sample.className()));
    Path log = folder.resolve("samples.log");
    Process child =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = child.waitFor(5, TimeUnit.MINUTES);
    child.destroyForcibly();
    printed = Files.readString(log);
    assertTrue(ended, "the samples must end within 5 minutes: " + printed);
    printed
        .lines()
        .filter(line -> line.startsWith(SampleMain.DONE))
        .forEach(line -> DONE.add(line.substring(SampleMain.DONE.length())));
  }

  @TestFactory
  Stream<DynamicTest> sample_compilesAndRuns() {
    return samples.stream()
        .map(sample -> DynamicTest.dynamicTest(sample.origin(), () -> assertWorks(sample)));
  }

  private static void assertWorks(JavaSample sample) throws IOException {
    String errors = COMPILER_ERRORS.getOrDefault(sample.className(), "");
    assertEquals("", errors, () -> sample.origin() + "\n" + sample.code());
    assertTrue(
        DONE.contains(sample.className()),
        () -> sample.origin() + " (" + sample.className() + ") failed:\n" + printed);
  }

  @Test
  void samples_areFoundWhereTheyAreKnownToBe() {
    assertTrue(samples.size() >= 50, "samples: " + samples.size());
    List<String> origins = samples.stream().map(JavaSample::origin).toList();
    assertTrue(origins.stream().anyMatch(o -> o.startsWith("README.md:")), origins::toString);
    for (String file :
        List.of("pipeline/README.md", "GlassPcfPipeline.java", "package-info.java")) {
      assertTrue(origins.stream().anyMatch(o -> o.contains(file + ":")), "samples in " + file);
    }
    assertFalse(samples.stream().allMatch(s -> s.given().isBlank()), "statements given");
  }

  @Test
  void samplesThatSave_leaveTheirFiles() {
    assertTrue(Files.exists(folder.resolve("my.glasspcf")), "README.md saves a model");
    assertTrue(Files.exists(folder.resolve("screened.csv")), "pipeline/README.md screens");
  }
}
