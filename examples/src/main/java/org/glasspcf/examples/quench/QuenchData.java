package org.glasspcf.examples.quench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.glasspcf.core.NumericInput;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.fingerprint.FingerprintSchema;

/** Six glasses at five quench rates. */
final class QuenchData {
  static final NumericInput RATE = NumericInput.logarithmic("quench_K_per_ps", "K/ps", 10, 160);
  static final FingerprintSchema SCHEMA = FingerprintSchema.fractions().withInputs(RATE);

  /** From the slowest. */
  static final List<Double> RATES = List.of(10.0, 20.0, 40.0, 80.0, 160.0);

  private static final double BUNDLED_RATE = 40;

  private QuenchData() {}

  /** The melts of this example, and those of the bundled data set that were cooled at 40 K/ps. */
  static GlassDataset read() {
    GlassDataset others = others();
    Set<?> glasses = Set.copyOf(others.compositionsWithoutConditions());
    GlassDataset bundled =
        GlassDataset.bundled().trainingPart().withCurves((glass, pair) -> glasses.contains(glass));
    return others.union(bundled.withCondition(RATE, BUNDLED_RATE));
  }

  /** Resources are read as the folder that they are a copy of. */
  private static GlassDataset others() {
    try {
      Path folder = Files.createTempDirectory("quench-rates");
      try {
        Path table = copy("glasses.csv", folder);
        Files.createDirectory(folder.resolve("pcf"));
        List<String> rows = Files.readAllLines(table, StandardCharsets.UTF_8);
        for (String row : rows.subList(1, rows.size())) {
          copy("pcf/" + row.substring(0, row.indexOf(',')) + ".csv.gz", folder);
        }
        return GlassDataset.read(folder, SCHEMA.inputs());
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the example's data cannot be read: " + e, e);
    }
  }

  private static Path copy(String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = QuenchData.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the tool's jar must hold its own data, misses " + name);
      }
      Files.copy(in, file);
    }
    return file;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
