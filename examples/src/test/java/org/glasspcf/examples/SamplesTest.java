package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles and runs the Java samples of README.md and the Javadoc, on less data and fewer epochs.
 */
class SamplesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PIPELINE = ROOT.resolve("pipeline/src/main/java/org/glasspcf/pipeline");
  private static final Path CORE = ROOT.resolve("core/src/main/java/org/glasspcf/core");
  private static final Path FOREST = ROOT.resolve("forest/src/main/java/org/glasspcf/forest");
  private static final Path TRAJECTORY =
      ROOT.resolve("core/src/test/resources/org/glasspcf/core/raw/nbs-60-20-20-s1/traj.dump.gz");

  /** What the sample of {@code GlassStructure} takes as given. */
  private static final String CURVES =
      """
      GlassComposition glass = GlassComposition.parse("57SiO2-23.5B2O3-19.5Na2O");
      Map<ElementPair, PairCorrelationFunction> curves = new HashMap<>();
      GlassPcfPipeline.load(Path.of("model.glasspcf"))
          .predictAll(glass)
          .forEach(p -> curves.put(p.pair(), p.curve()));
      """;

  /** What the samples of {@code ForestTuning} take as given. */
  private static final String ROWS =
      """
      Random random = new Random(1);
      double[][] fingerprints = new double[30][4];
      double[][] latents = new double[30][2];
      List<String> glasses = new ArrayList<>();
      for (int row = 0; row < 30; row++) {
        fingerprints[row] = random.doubles(4).toArray();
        latents[row] = random.doubles(2).toArray();
        glasses.add("glass " + row / 3);
      }
      """;

  private static final Pattern MARKDOWN = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern JAVADOC =
      Pattern.compile("<pre>\\{@code\n([^<]*?)\\}</pre>", Pattern.DOTALL);

  @TempDir private static Path folder;

  @BeforeAll
  static void data() throws IOException {
    Path data = folder.resolve("my-glasses");
    Files.createDirectories(data);
    SmallData.write(data, true);
    Files.copy(TRAJECTORY, folder.resolve("traj.dump.gz"));
    Path melts = Files.createDirectories(folder.resolve("my-melts"));
    Files.copy(TRAJECTORY, melts.resolve("traj.dump.gz"));
    Files.writeString(
        melts.resolve("glasses.csv"),
        "id,SiO2_molpct,B2O3_molpct,Na2O_molpct,quench_K_per_ps\ntraj,60,20,20,40\n");
    GlassPcfPipeline.builder()
        .autoencoder(AutoencoderOptions.defaults().withEpochs(1))
        .train(GlassDataset.read(data))
        .save(folder.resolve("model.glasspcf"));
  }

  private static List<String> samples(Path file, Pattern pattern) throws IOException {
    List<String> out = new ArrayList<>();
    Matcher matcher = pattern.matcher(Files.readString(file));
    while (matcher.find()) {
      out.add(matcher.group(1).replaceAll("(?m)^ \\* ?", ""));
    }
    return out;
  }

  @Test
  void readme_samplesCompileAndRun() throws Exception {
    List<String> samples = samples(ROOT.resolve("README.md"), MARKDOWN);
    assertEquals(5, samples.size(), "samples found in README.md");
    for (int i = 0; i < samples.size(); i++) {
      run("Readme" + i, samples.get(i));
    }
    assertTrue(Files.exists(folder.resolve("my.glasspcf")), "one sample saves a model");
  }

  @Test
  void forestReadme_sampleCompilesAndRuns() throws Exception {
    List<String> samples = samples(ROOT.resolve("forest/README.md"), MARKDOWN);
    assertEquals(1, samples.size(), "samples found in forest/README.md");
    run("ForestReadme", samples.get(0));
  }

  @Test
  void pipelineReadme_sampleCompilesAndRuns() throws Exception {
    List<String> samples = samples(ROOT.resolve("pipeline/README.md"), MARKDOWN);
    assertEquals(2, samples.size(), "samples found in pipeline/README.md");
    run("PipelineReadme", samples.get(0));
    run("OwnChemistry", samples.get(1));
    assertTrue(Files.exists(folder.resolve("screened.csv")));
  }

  @Test
  void javadoc_samplesCompileAndRun() throws Exception {
    List<Path> files =
        List.of(
            PIPELINE.resolve("GlassPcfPipeline.java"),
            PIPELINE.resolve("PipelineForestTuning.java"),
            FOREST.resolve("ForestTuning.java"),
            PIPELINE.resolve("report/EvaluationReport.java"),
            PIPELINE.resolve("screening/Screening.java"),
            PIPELINE.resolve("screening/ScreeningFile.java"),
            CORE.resolve("CompositionGrid.java"),
            CORE.resolve("NumericInput.java"),
            CORE.resolve("fingerprint/FingerprintSchema.java"),
            CORE.resolve("lammps/LammpsFolder.java"),
            CORE.resolve("dataset/GlassDataset.java"),
            CORE.resolve("trajectory/TrajectoryReader.java"),
            CORE.resolve("density/MolarVolumeModel.java"),
            CORE.resolve("correlation/GlassStructure.java"));
    for (Path file : files) {
      List<String> samples = samples(file, JAVADOC);
      assertEquals(1, samples.size(), "samples found in " + file);
      run(file.getFileName().toString().replace(".java", "Sample"), samples.get(0));
    }
  }

  private static String shortened(String sample) {
    return (given(sample) + sample)
        .replace("withEpochs(80)", "withEpochs(1)")
        .replace(
            "builder().seed(42)",
            "builder().autoencoder(AutoencoderOptions.defaults().withEpochs(1)).seed(42)")
        .replace(
            "train(GlassDataset.bundled())", "train(GlassDataset.read(Path.of(\"my-glasses\")))");
  }

  private static String given(String sample) {
    if (sample.contains("ForestTuning.of(fingerprints")) {
      return ROWS;
    }
    return sample.startsWith("GlassStructure structure") ? CURVES : "";
  }

  private static void run(String name, String sample) throws Exception {
    String source =
        "import java.nio.file.Path;\nimport java.util.*;\nimport java.util.concurrent.*;\n"
            + "import java.util.stream.*;\n"
            + "import org.glasspcf.core.*;\n"
            + "import org.glasspcf.core.correlation.*;\nimport org.glasspcf.core.dataset.*;\n"
            + "import org.glasspcf.core.density.*;\nimport org.glasspcf.core.diffraction.*;\n"
            + "import org.glasspcf.core.fingerprint.*;\nimport org.glasspcf.core.lammps.*;\n"
            + "import org.glasspcf.core.trajectory.*;\nimport org.glasspcf.encoder.*;\n"
            + "import org.glasspcf.forest.*;\nimport org.glasspcf.pipeline.*;\n"
            + "import org.glasspcf.pipeline.report.*;\n"
            + "import org.glasspcf.pipeline.screening.*;\n"
            + "import org.glasspcf.pipeline.uncertainty.*;\n"
            + "public class "
            + name
            + " {\n  public static void main(String[] arguments) throws Exception {\n"
            + shortened(sample)
            + "  }\n}\n";
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    String classPath = System.getProperty("java.class.path");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  errors,
                  files,
                  null,
                  List.of("-cp", classPath, "-d", folder.toString(), "-proc:none"),
                  null,
                  files.getJavaFileObjects(file))
              .call();
      assertTrue(compiled, errors + source);
    }
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder + System.getProperty("path.separator") + classPath,
                name)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(child.getInputStream().readAllBytes());
    assertTrue(child.waitFor(2, TimeUnit.MINUTES), "sample ends");
    assertEquals(0, child.exitValue(), printed);
  }
}
