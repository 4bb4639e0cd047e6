package org.glasspcf.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Java sample of the documentation: a block {@code ```java} of a Markdown file, or a block {@code
 * <pre>{@code …}</pre>} of the Javadoc. Formulas and input of other programs stand in a plain
 * {@code <pre>}.
 *
 * <p>What a sample takes as given stands before it in Markdown, where readers do not see it: {@code
 * <!-- given: Java statements -->}; for the Javadoc it stands in {@link #GIVEN}. Samples of one
 * file do not see each other's variables.
 *
 * @param className a name for the class that the sample becomes
 * @param origin file and line
 * @param given statements that are run before it
 * @param code the sample
 */
record JavaSample(String className, String origin, String given, String code) {
  private static final Pattern MARKDOWN =
      Pattern.compile(
          "(?:<!-- given:(?<given>.*?)-->\\s*)?^(?<indent> *)```java\\n(?<code>.*?)^ *```",
          Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern JAVADOC =
      Pattern.compile(
          "<pre>\\{@code\\n(?<code>.*?)^[ *]*\\}</pre>", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern WHOLE_CLASS =
      Pattern.compile("^(?:public )?(?:final )?class (\\w+) .*static void main", Pattern.DOTALL);
  private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]+;\\n");

  private static final String CURVES =
      """
      GlassComposition glass = GlassComposition.parse("57SiO2-23.5B2O3-19.5Na2O");
      NumberDensities densities = MolarVolumeModel.bundled().densities(glass);
      Map<ElementPair, PairCorrelationFunction> curves = new HashMap<>();
      GlassPcfPipeline.pretrained().predictAll(glass).forEach(p -> curves.put(p.pair(), p.curve()));
      """;

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

  private static final String MODEL =
      """
      GlassPcfPipeline pipeline = GlassPcfPipeline.load(Path.of("model.glasspcf"));
      GlassDataset dataset = GlassDataset.read(Path.of("my-glasses"));
      """;

  private static final String PREDICTION =
      """
      PcfPrediction prediction =
          GlassPcfPipeline.pretrained()
              .predict(GlassComposition.parse("60SiO2-20B2O3-20Na2O"), ElementPair.of("B", "O"));
      """;

  private static final String SPECTRA =
      """
      double[] q = {1, 2, 3};
      double[] neutrons = {0.5, 1.2, 1};
      double[] xrays = {0.4, 1.3, 1};
      """;

  /** What samples of the Javadoc take as given, by the end of their file's path. */
  private static final Map<String, String> GIVEN =
      Map.of(
          "core/correlation/GlassStructure.java", CURVES,
          "core/diffraction/package-info.java", CURVES,
          "forest/ForestTuning.java", ROWS,
          "pipeline/SlotImportance.java", MODEL,
          "pipeline/plot/Figure.java", PREDICTION,
          "pipeline/plot/StructureFactorPlot.java", SPECTRA);

  /** All samples of the repository. */
  static List<JavaSample> all() throws IOException {
    List<JavaSample> samples = new ArrayList<>();
    for (Path file : RepositoryFiles.markdown()) {
      collect(file, MARKDOWN, samples);
    }
    for (Path file : RepositoryFiles.mainSources()) {
      collect(file, JAVADOC, samples);
    }
    return samples;
  }

  private static void collect(Path file, Pattern pattern, List<JavaSample> samples)
      throws IOException {
    String text = Files.readString(file);
    if (text.contains("{@snippet")) {
      throw new IllegalStateException(file + ": the Javadoc tool of JDK 17 knows no {@snippet");
    }
    String path = RepositoryFiles.inside(file);
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String block = matcher.group("code");
      if (block.stripLeading().startsWith("* <")) {
        continue; // XML
      }
      boolean markdown = pattern == MARKDOWN;
      String code =
          markdown
              ? block.replaceAll("(?m)^" + matcher.group("indent"), "")
              : block.replaceAll("(?m)^ *\\* ?", "");
      String given =
          markdown
              ? Optional.ofNullable(matcher.group("given")).orElse("")
              : givenTo(path).orElse("");
      long line = text.substring(0, matcher.start("code")).lines().count() + 1;
      samples.add(new JavaSample("Sample" + samples.size(), path + ":" + line, given, code));
    }
  }

  private static Optional<String> givenTo(String path) {
    return GIVEN.keySet().stream().filter(path::endsWith).findFirst().map(GIVEN::get);
  }

  /** The class with a {@code main} that the sample is, or that it is put into. */
  String source() throws IOException {
    String body = shortened(given + "\n" + code);
    Matcher whole = WHOLE_CLASS.matcher(IMPORT.matcher(body).replaceAll("").strip());
    String imports =
        IMPORT.matcher(body).results().map(match -> match.group()).collect(Collectors.joining());
    String rest = IMPORT.matcher(body).replaceAll("");
    // A sample that says its imports must say all of them; the options are those of shortened().
    String all =
        imports.isEmpty()
            ? libraryImports()
            : "import org.glasspcf.encoder.AutoencoderOptions;\n" + imports;
    if (whole.find()) {
      return all + rest.replaceAll("\\b" + whole.group(1) + "\\b", className);
    }
    return all
        + "public class "
        + className
        + " {\n  public static void main(String[] arguments) throws Exception {\n"
        + rest
        + "  }\n}\n";
  }

  /** Every public package of the library, and those of the JDK that samples use. */
  private static String libraryImports() throws IOException {
    TreeSet<String> packages =
        new TreeSet<>(
            List.of(
                "java.awt.image",
                "java.nio.file",
                "java.util",
                "java.util.concurrent",
                "java.util.stream"));
    for (Path file : RepositoryFiles.mainSources()) {
      String path = RepositoryFiles.inside(file);
      if (path.endsWith(".java") && !path.startsWith("examples/")) {
        String folder = path.substring(path.indexOf("src/main/") + 9, path.lastIndexOf('/'));
        packages.add(folder.substring(folder.indexOf('/') + 1).replace('/', '.'));
      }
    }
    return packages.stream().map(name -> "import " + name + ".*;\n").collect(Collectors.joining());
  }

  /** Less data and one epoch: the test is whether the sample works, not what it learns. */
  private static String shortened(String code) {
    String epoch = "AutoencoderOptions.defaults().withEpochs(1)";
    return code.replaceAll("withEpochs\\(\\d+\\)", "withEpochs(1)")
        .replaceAll(
            "GlassPcfPipeline(\\s*)\\.(builder|paper)\\(\\)",
            "GlassPcfPipeline$1.$2().autoencoder(" + epoch + ")")
        .replace(
            "train(GlassDataset.bundled())", "train(GlassDataset.read(Path.of(\"my-glasses\")))");
  }
}
