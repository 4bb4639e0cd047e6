package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.glasspcf.core.CompositionGrid;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.OxideRange;
import org.glasspcf.core.correlation.CalculationInterruptedException;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.screening.Screening;
import org.glasspcf.pipeline.screening.ScreeningFile;
import org.glasspcf.pipeline.screening.ScreeningQuantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code glass-pcf screen}. */
@Command(
    name = "screen",
    description = {
      "Predicts numbers of very many glasses, a row of CSV each.",
      "Rows go to <file>.part, which becomes <file> when it is whole. After Ctrl-C, a crash or a"
          + " full disk the same command goes on after its last row."
    },
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    sortOptions = false)
final class ScreenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private GlassPcf tool;

  @Option(
      names = "--model",
      paramLabel = "<file>",
      defaultValue = Models.PRETRAINED,
      description = "The model file. Default: the one that comes with the library.")
  private Path model;

  @Mixin private GlassesOptions glasses = new GlassesOptions();

  @Option(
      names = "--pair",
      required = true,
      paramLabel = "<pair>",
      description =
          "A pair such as B-O; may be given again. Where a glass does not have it, cells are"
              + " empty.")
  private List<String> pairs = new ArrayList<>();

  @Option(
      names = "--quantity",
      paramLabel = "<name>",
      converter = QuantityName.class,
      completionCandidates = QuantityNames.class,
      description =
          "A number to write of each pair; may be given again: ${COMPLETION-CANDIDATES}."
              + " Default: all.")
  private List<ScreeningQuantity> quantities = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "<n>",
      description = "Threads that predict; the file does not depend on it. Default: processors.")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "<file>",
      description = "The CSV file: mol%% of each oxide, then the numbers, to 6 decimals.")
  private Path out;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    OutputFiles files = new OutputFiles();
    glasses.file().ifPresent(file -> files.keep("--compositions", file));
    files.add("--out", Optional.of(out));
    if (out.toString().endsWith(".gz")) {
      throw new IllegalArgumentException(
          "--out must be a file that is not compressed, so that it can be gone on with, not "
              + out);
    }
    Optional<CompositionGrid> grid = glasses.grid();
    GlassPcfPipeline pipeline = Models.load(model);
    Screening screening = screening(pipeline);
    grid.ifPresent(g -> requireSuitable(g, pipeline, screening.pairs()));
    NormalizationNote source = new NormalizationNote(glasses.source(grid));
    try (ScreeningPrinter progress = new ScreeningPrinter(err, tool.showsTerminal())) {
      long rows = write(ScreeningFile.of(screening, source), progress, err);
      source.print(err);
      spec.commandLine().getOut().printf(Locale.ROOT, "%s: %d glasses%n", out, rows);
    }
    return 0;
  }

  private Screening screening(GlassPcfPipeline pipeline) {
    Screening screening =
        Screening.of(pipeline, pairs.stream().map(ElementPair::parse).distinct().toList());
    if (!quantities.isEmpty()) {
      screening = screening.withQuantities(quantities.stream().distinct().toList());
    }
    return threads.isPresent() ? screening.withThreads(Threads.require(threads.get())) : screening;
  }

  /** What would stop a screening, or leave it empty, is said before it begins. */
  private static void requireSuitable(
      CompositionGrid grid, GlassPcfPipeline pipeline, List<ElementPair> pairs) {
    List<Oxide> oxides = grid.ranges().stream().map(OxideRange::oxide).toList();
    List<Oxide> known = pipeline.schema().oxides();
    for (Oxide oxide : oxides) {
      if (!known.contains(oxide)) {
        throw new IllegalArgumentException(
            "--oxide must be one that the model knows, " + known + ", not " + oxide);
      }
    }
    List<Element> elements =
        oxides.stream().flatMap(oxide -> oxide.elements().stream()).distinct().toList();
    for (ElementPair pair : pairs) {
      if (!elements.contains(pair.first()) || !elements.contains(pair.second())) {
        throw new IllegalArgumentException(
            "--pair must be of elements of the grid, " + elements + ", not " + pair);
      }
    }
  }

  private long write(ScreeningFile file, ScreeningPrinter progress, PrintWriter err) {
    try {
      long rows = file.onProgress(progress).write(out);
      progress.printEnd();
      return rows;
    } catch (CalculationInterruptedException e) {
      progress.close();
      err.printf(
          Locale.ROOT,
          "stopped after %,d glasses, which are in %s.part; the same command goes on after them%n",
          progress.rows(),
          out);
      throw e;
    }
  }

  /** A quantity by its name. */
  static final class QuantityName extends HyphenatedName<ScreeningQuantity> {
    QuantityName() {
      super(ScreeningQuantity.values(), "one of " + String.join(", ", new QuantityNames().names));
    }
  }

  /** The names of all quantities. */
  static final class QuantityNames implements Iterable<String> {
    private final List<String> names =
        Arrays.stream(ScreeningQuantity.values()).map(HyphenatedName::of).toList();

    @Override
    public Iterator<String> iterator() {
      return names.iterator();
    }
  }
}
