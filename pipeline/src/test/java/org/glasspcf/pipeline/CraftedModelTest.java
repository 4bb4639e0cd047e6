package org.glasspcf.pipeline;

import static org.glasspcf.pipeline.SmallPipeline.TRAINED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.pipeline.archive.CorruptModelException;
import org.glasspcf.pipeline.archive.Tensor;
import org.glasspcf.pipeline.archive.TensorArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model files with a right hash and wrong content, as anyone can make them. */
class CraftedModelTest {
  @TempDir private static Path folder;
  private static TensorArchive whole;

  @BeforeAll
  static void save() {
    TRAINED.save(folder.resolve("whole"));
    whole = TensorArchive.read(folder.resolve("whole"), ModelFile::expected);
  }

  private static void assertRefused(
      String words, Map<String, String> metadata, Map<String, Tensor> tensors) {
    Map<String, String> changedMetadata = new LinkedHashMap<>(whole.metadata());
    changedMetadata.putAll(metadata);
    Map<String, Tensor> changed = new LinkedHashMap<>(whole.tensors());
    changed.putAll(tensors);
    Path file = folder.resolve("crafted");
    TensorArchive.of(changedMetadata, changed.values().stream().toList()).write(file);
    var refused =
        assertThrows(CorruptModelException.class, () -> GlassPcfPipeline.load(file), words);
    assertTrue(refused.getMessage().contains(words), refused.getMessage());
  }

  private static Tensor doubles(String name, int index, double value) {
    Tensor tensor = whole.tensor(name);
    double[] values = tensor.doubles();
    values[index] = value;
    return Tensor.ofDoubles(
        name, values, tensor.spec().shape().stream().mapToInt(Integer::intValue).toArray());
  }

  private static Tensor ints(String name, int index, int value) {
    int[] values = whole.tensor(name).ints();
    values[index] = value;
    return Tensor.ofInts(name, values, values.length);
  }

  @Test
  void intactCopy_isRead() {
    Path file = folder.resolve("copy");
    TensorArchive.of(whole.metadata(), whole.tensors().values().stream().toList()).write(file);
    GlassComposition glass = TRAINED.provenance().trainingGlasses().get(0);
    ElementPair pair = ElementPair.of("Si", "O");
    assertEquals(
        TRAINED.predict(glass, pair).curve(),
        GlassPcfPipeline.load(file).predict(glass, pair).curve());
  }

  @Test
  void regressionThatDoesNotFit_isRefused() {
    assertRefused(
        "points must hold",
        Map.of(),
        Map.of("regression.glasses", ints("regression.glasses", 0, 7)));
    assertRefused(
        "basis must hold", Map.of(), Map.of("regression.modes", ints("regression.modes", 0, 99)));
    assertRefused(
        "at least 3 glasses",
        Map.of(),
        Map.of("regression.glasses", ints("regression.glasses", 0, -5)));
    assertRefused(
        "grid", Map.of(), Map.of("regression.edges", doubles("regression.edges", 500, 9.5)));
    assertRefused("tensor", Map.of("model.regression.modes", "999"), Map.of());
    assertRefused("model.regression.bins", Map.of("model.regression.bins", "-3"), Map.of());
    assertRefused("each stand once", Map.of("model.regression.pairs", "Si-O Si-O"), Map.of());
    String others =
        Stream.of("Zn-O", "O-O")
            .map(ElementPair::parse)
            .sorted()
            .map(ElementPair::toString)
            .collect(Collectors.joining(" "));
    assertRefused(
        "pairs that training glasses have", Map.of("model.regression.pairs", others), Map.of());
  }

  @Test
  void bandsThatDoNotFit_areRefused() {
    assertRefused(
        "melt variances",
        Map.of(),
        Map.of("bands.melt_variance", doubles("bands.melt_variance", 3, -0.1)));
    assertRefused(
        "curve factors",
        Map.of(),
        Map.of("bands.curve_factors", doubles("bands.curve_factors", 0, 1e300)));
    int siO = Arrays.asList(whole.metadata().get("model.bands.pairs").split(" ")).indexOf("Si-O");
    assertRefused(
        "pair with a cutoff",
        Map.of(),
        Map.of("bands.shell_variance", doubles("bands.shell_variance", 4 * siO, -1)));
  }

  @Test
  void partsThatContradictTheOptions_areRefused() {
    assertRefused("must have no regression", Map.of("curves", "DECODER"), Map.of());
    assertRefused("must have no bands", Map.of("calibration", "NONE"), Map.of());
    String glasses = whole.metadata().get("training.glasses");
    assertRefused("K2O", Map.of("training.glasses", glasses + "\n80SiO2-20K2O: Si-O"), Map.of());
    String many =
        IntStream.range(0, 10_001)
            .mapToObj(i -> (100 - i / 200.0) + "SiO2-" + i / 200.0 + "Na2O: Si-O")
            .collect(Collectors.joining("\n"));
    assertRefused("at most 10000 glasses", Map.of("training.glasses", many), Map.of());
  }
}
