package org.glasspcf.pipeline.screening;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.correlation.CalculationInterruptedException;

/**
 * A CSV file of a screening: a row for each glass in the order of its source, with the amount of
 * each oxide that the pipeline knows (mol%) and the numbers of each pair, all to 6 decimals; an
 * empty cell where there is no number. Lines before the header, which begin with {@code #}, tell
 * what the file is: version, hash of the model, glasses.
 *
 * <p>Rows are added to {@code <name>.part}, which takes the name of the file when it is whole.
 * Writing a file whose part is there <b>goes on</b> after the last whole row, whether the process
 * was interrupted, killed, or out of disk space; the result is the same to the byte as that of a
 * screening that was never stopped, on any number of threads. The part of another model, of other
 * glasses or quantities is refused: its head is compared, and its last row is computed again.
 *
 * <pre>{@code
 * CompositionGrid grid = CompositionGrid.of(5, OxideRange.of(Oxide.SiO2, 40, 80), OxideRange.rest(Oxide.Na2O));
 * Screening screening = Screening.of(GlassPcfPipeline.pretrained(), ElementPair.of("Si", "O"));
 * long glasses = ScreeningFile.of(screening, CompositionSource.of(grid)).write(Path.of("screened.csv"));
 * }</pre>
 *
 * <p>Immutable.
 */
public final class ScreeningFile {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final Screening screening;
  private final CompositionSource source;
  private final ScreeningListener listener;

  private ScreeningFile(Screening screening, CompositionSource source, ScreeningListener listener) {
    this.screening = screening;
    this.source = source;
    this.listener = listener;
  }

  /**
   * What is to be written.
   *
   * @param screening pipeline, pairs and quantities
   * @param source the glasses
   * @return the file, not yet written anywhere
   * @throws IllegalArgumentException if the description of the source is not one line
   */
  public static ScreeningFile of(Screening screening, CompositionSource source) {
    if (source.description().lines().count() != 1) {
      throw new IllegalArgumentException(
          "the description of a source must be one line, got \"" + source.description() + '"');
    }
    return new ScreeningFile(screening, source, progress -> {});
  }

  /**
   * The same file with a listener.
   *
   * @param changed hears of the rows written
   * @return the changed file
   */
  public ScreeningFile onProgress(ScreeningListener changed) {
    return new ScreeningFile(screening, source, changed);
  }

  /**
   * Screens all glasses, or those that a stopped screening has left.
   *
   * @param file the file to write, replaced when the new one is whole; its folder must exist
   * @return how many glasses it holds
   * @throws org.glasspcf.core.GlassDataException if the part belongs to another screening or is
   *     being written, or a file cannot be written
   * @throws IllegalArgumentException if the pipeline cannot read a glass; the rows before it are in
   *     the part
   * @throws CalculationInterruptedException if the thread is interrupted; its interrupt flag stays
   *     set, and the rows so far are in the part
   */
  public long write(Path file) {
    try (PartFile part = PartFile.open(file, head())) {
      Run run = new Run(part);
      try {
        run.screen();
        part.finish();
      } catch (CalculationInterruptedException e) {
        part.flush();
        run.report();
        throw e;
      }
      run.report();
      return part.rows();
    }
  }

  private String head() {
    StringJoiner columns = new StringJoiner(",");
    for (Oxide oxide : oxides()) {
      columns.add(oxide + "_molpct");
    }
    for (ElementPair pair : screening.pairs()) {
      screening.quantities().forEach(quantity -> columns.add(quantity.column(pair)));
    }
    return "# screening by glass-pcf "
        + Optional.ofNullable(ScreeningFile.class.getPackage().getImplementationVersion())
            .orElse("development")
        + "\n# model: SHA-256 "
        + screening.pipeline().sha256()
        + "\n# glasses: "
        + source.description()
        + "\n"
        + columns
        + "\n";
  }

  private List<Oxide> oxides() {
    return screening.pipeline().schema().oxides();
  }

  private byte[] line(GlassComposition glass) {
    StringBuilder out = new StringBuilder(160);
    String separator = "";
    for (Oxide oxide : oxides()) {
      out.append(separator);
      Decimals.append(glass.molePercent(oxide), out);
      separator = ",";
    }
    screening.row(glass).print(out);
    return out.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** One writing of the file. */
  private final class Run {
    private final PartFile part;
    private final long found;
    private final long start = System.nanoTime();
    private long flushed = start;

    Run(PartFile part) {
      this.part = part;
      this.found = part.rows();
    }

    void screen() {
      report();
      // The last row found is made again, to see that this pipeline would have made it.
      long first = Math.max(0, found - 1);
      try (Stream<byte[]> lines =
          screening.map(source.from(first), first, (glass, out) -> out.accept(line(glass)))) {
        Iterator<byte[]> iterator = lines.iterator();
        if (found > 0) {
          requireLast(iterator);
        }
        while (iterator.hasNext()) {
          if (part.add(iterator.next()) || System.nanoTime() - flushed > LONGEST_WAIT.toNanos()) {
            part.flush();
            flushed = System.nanoTime();
            report();
          }
        }
      }
    }

    private void requireLast(Iterator<byte[]> lines) {
      if (!lines.hasNext()) {
        throw part.error(
            "it holds " + found + " rows, but there are fewer glasses to screen: delete it");
      }
      byte[] expected = lines.next();
      if (!Arrays.equals(expected, part.lastRow())) {
        throw part.error(
            "its row "
                + found
                + " is not the one that this screening makes: delete it, or write to another"
                + " file; expected \""
                + text(expected)
                + "\", got \""
                + text(part.lastRow())
                + '"');
      }
    }

    private String text(byte[] line) {
      return new String(line, StandardCharsets.UTF_8).strip();
    }

    void report() {
      listener.onProgress(
          new ScreeningProgress(
              part.rows(), found, source.size(), Duration.ofNanos(System.nanoTime() - start)));
    }
  }
}
