package org.glasspcf.examples;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.glasspcf.core.CompositionGrid;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.OxideRange;
import org.glasspcf.core.dataset.CompositionFile;
import org.glasspcf.pipeline.screening.CompositionSource;
import picocli.CommandLine.Option;

/** Which glasses to screen: all of a grid, some drawn from it, or those of a list. */
final class GlassesOptions {
  private static final Path STANDARD_INPUT = Path.of("-");
  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern RANGE =
      Pattern.compile("([^=]+)=(?:(rest)|" + NUMBER + "(?:\\.\\." + NUMBER + ")?)");

  @Option(
      names = "--oxide",
      paramLabel = "<oxide>=<amounts>",
      description =
          "An oxide of the grid with its amounts in mol%%: SiO2=40..80, ZnO=5, or Na2O=rest for 0"
              + " to 100; may be given again. The grid is all glasses of these oxides.")
  private List<String> oxides = new ArrayList<>();

  @Option(
      names = "--step",
      paramLabel = "<x>",
      description =
          "Step of all amounts of the grid (mol%%); divides 100 and their ends. Default: 1.")
  private Optional<Double> step = Optional.empty();

  @Option(
      names = "--random",
      paramLabel = "<n>",
      description =
          "Draw so many different glasses from the grid; take a small --step with it. Default:"
              + " all.")
  private Optional<Long> random = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      description = "Which glasses --random draws. Default: 0.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--compositions",
      paramLabel = "<file>",
      description =
          "Instead of a grid, the glasses of a file (- for standard input): one a line such as"
              + " 57SiO2-23.5B2O3-19.5Na2O, or CSV with columns SiO2_molpct, B2O3_molpct ...")
  private Optional<Path> compositions = Optional.empty();

  /** The file that is read. */
  Optional<Path> file() {
    return compositions.filter(path -> !path.equals(STANDARD_INPUT));
  }

  /**
   * Checks the options.
   *
   * @return the grid; empty if glasses come from a list
   * @throws IllegalArgumentException if options do not fit together, or make no grid
   */
  Optional<CompositionGrid> grid() {
    if (compositions.isPresent()
        && (!oxides.isEmpty() || step.isPresent() || random.isPresent() || seed.isPresent())) {
      throw new IllegalArgumentException(
          "--compositions and the options of a grid (--oxide, --step, --random, --seed) exclude"
              + " each other");
    }
    if (compositions.isEmpty() && oxides.isEmpty()) {
      throw new IllegalArgumentException(
          "there must be glasses to screen: give --oxide, or --compositions");
    }
    if (seed.isPresent() && random.isEmpty()) {
      throw new IllegalArgumentException("--seed needs --random");
    }
    return compositions.isPresent()
        ? Optional.empty()
        : Optional.of(
            CompositionGrid.of(
                step.orElse(1.0), oxides.stream().map(GlassesOptions::range).toList()));
  }

  /**
   * The glasses.
   *
   * @param grid what {@link #grid} gave
   * @throws IllegalArgumentException if more are to be drawn than there are
   */
  CompositionSource source(Optional<CompositionGrid> grid) {
    if (grid.isPresent()) {
      return random
          .map(count -> CompositionSource.random(grid.get(), seed.orElse(0L), count))
          .orElseGet(() -> CompositionSource.of(grid.get()));
    }
    return file().map(CompositionSource::ofFile).orElseGet(StandardInput::new);
  }

  static OxideRange range(String text) {
    Matcher matcher = RANGE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "--oxide must be like SiO2=40..80, ZnO=5 or Na2O=rest (mol%), not " + text);
    }
    Oxide oxide = Oxide.of(matcher.group(1));
    if (matcher.group(2) != null) {
      return OxideRange.rest(oxide);
    }
    double from = Double.parseDouble(matcher.group(3));
    return matcher.group(4) == null
        ? OxideRange.of(oxide, from)
        : OxideRange.of(oxide, from, Double.parseDouble(matcher.group(4)));
  }

  /** Glasses from standard input: the same only if whoever goes on gives the same again. */
  private static final class StandardInput implements CompositionSource {
    @Override
    public String description() {
      return "of standard input";
    }

    @Override
    public OptionalLong size() {
      return OptionalLong.empty();
    }

    @Override
    public Stream<GlassComposition> from(long index) {
      // Unlike System.in, a channel ends to wait for input when its thread is interrupted.
      return CompositionFile.read(
          "standard input",
          Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel()),
          index);
    }
  }
}
