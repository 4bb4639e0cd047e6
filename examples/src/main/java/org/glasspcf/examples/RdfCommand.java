package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.correlation.PairCorrelationCalculator;
import org.glasspcf.core.correlation.PairCorrelations;
import org.glasspcf.core.dataset.PcfCsv;
import org.glasspcf.core.trajectory.SimulationCell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glass-pcf rdf}. */
@Command(
    name = "rdf",
    description =
        "Computes the partial g(r) of a trajectory, averaged over its frames, and the coordination"
            + " numbers of the first shells.",
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    sortOptions = false)
final class RdfCommand implements Callable<Integer> {
  private static final int DEFAULT_BINS = 500;

  @Spec private CommandSpec spec;
  @Mixin private TrajectoryInput trajectory = new TrajectoryInput();

  @Option(
      names = "--r-max",
      paramLabel = "<r>",
      defaultValue = "10",
      description =
          "Largest distance (Å), at most half the box's least width. Default: ${DEFAULT-VALUE}.")
  private double rMax;

  @Option(
      names = "--bins",
      paramLabel = "<n>",
      description = "Number of bins up to there. Default: " + DEFAULT_BINS + ".")
  private Optional<Integer> bins = Optional.empty();

  @Option(
      names = "--bin-width",
      paramLabel = "<width>",
      description = "Width of a bin (Å) instead; the largest distance must be a multiple of it.")
  private Optional<Double> binWidth = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "<n>",
      description = "Threads to count with. Default: all processors.")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--csv",
      paramLabel = "<file>",
      description = "Write g(r): r_A (bin centers, Å), then a column a pair. Compressed for .gz.")
  private Optional<Path> csv = Optional.empty();

  @Option(
      names = "--coordination",
      paramLabel = "<file>",
      description =
          "Write n(r): r_outer_A (outer edges of the bins, Å), then a column for each element"
              + " around each.")
  private Optional<Path> coordination = Optional.empty();

  @Option(
      names = "--plot",
      paramLabel = "<file>",
      description = "Draw g(r) and n(r) of every pair (a .png or .svg file).")
  private Optional<Path> plot = Optional.empty();

  @Option(
      names = "--title",
      paramLabel = "<text>",
      description = "Heading of the plot. Default: the trajectory's name.")
  private Optional<String> title = Optional.empty();

  @Override
  public Integer call() {
    OutputFiles files =
        new OutputFiles()
            .keep("the trajectory", trajectory.file())
            .add("--csv", csv)
            .add("--coordination", coordination)
            .addPicture("--plot", plot);
    PairCorrelationCalculator calculator = PairCorrelationCalculator.of(grid());
    if (threads.isPresent()) {
      calculator = calculator.withParallelism(Threads.require(threads.get()));
    }
    PrintWriter out = spec.commandLine().getOut();
    PairCorrelations result;
    try (TrajectoryInput.Frames frames = trajectory.open()) {
      frames.requireAny();
      result = calculator.ofFrames(frames);
      frames
          .dropped()
          .ifPresent(frame -> spec.commandLine().getErr().println("note: left out " + frame));
      printHead(out, result, frames.firstCell());
    }
    Shells shells = Shells.of(result.curves(), result.densities());
    shells.print(out);
    String heading = heading(result);
    files.write(
        Map.of(
            "--csv", file -> PcfCsv.write(file, result.curves()),
            "--coordination", file -> CoordinationCsv.write(file, result),
            "--plot", file -> PartialsPicture.write(file, heading, result, shells)));
    return 0;
  }

  private RadialGrid grid() {
    if (!(rMax > 0 && rMax < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "--r-max must be a finite number above 0 (Å), got " + rMax);
    }
    if (binWidth.isEmpty()) {
      int count = bins.orElse(DEFAULT_BINS);
      if (count < 2) {
        throw new IllegalArgumentException("--bins must be at least 2, got " + count);
      }
      return RadialGrid.uniform(rMax, count);
    }
    if (bins.isPresent()) {
      throw new IllegalArgumentException("--bins and --bin-width exclude each other");
    }
    return RadialGrid.uniform(rMax, BinWidth.count("--bin-width", binWidth.get(), rMax));
  }

  private void printHead(PrintWriter out, PairCorrelations result, SimulationCell cell) {
    out.printf(
        Locale.ROOT,
        "%s: %s of %d atoms (%s)%n",
        trajectory.file().getFileName(),
        result.frames() == 1 ? "1 frame" : result.frames() + " frames",
        result.atomCounts().values().stream().mapToInt(Integer::intValue).sum(),
        result.atomCounts().entrySet().stream()
            .map(count -> count.getKey().symbol() + " " + count.getValue())
            .collect(Collectors.joining(", ")));
    out.printf(
        Locale.ROOT,
        "box %.3f × %.3f × %.3f Å, mean volume %.1f Å³, density %.4f g/cm³%n",
        length(cell, 0),
        length(cell, 1),
        length(cell, 2),
        result.meanVolume(),
        result.densities().massDensity());
    RadialGrid grid = result.grid();
    out.printf(
        Locale.ROOT, "%d bins of %s Å%n%n", grid.bins(), TextFile.number(rMax / grid.bins()));
  }

  private String heading(PairCorrelations result) {
    return title.orElseGet(() -> trajectory.file().getFileName().toString())
        + (result.frames() == 1 ? "" : ", mean of " + result.frames() + " frames");
  }

  private static double length(SimulationCell cell, int axis) {
    double[] v = cell.vector(axis);
    return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  }
}
