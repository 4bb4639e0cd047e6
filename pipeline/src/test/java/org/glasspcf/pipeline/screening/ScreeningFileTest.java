package org.glasspcf.pipeline.screening;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.glasspcf.core.CompositionGrid;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.OxideRange;
import org.glasspcf.core.correlation.CalculationInterruptedException;
import org.glasspcf.core.dataset.CompositionFile;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ScreeningFileTest {
  private static final GlassPcfPipeline PIPELINE = GlassPcfPipeline.pretrained();
  private static final ElementPair B_O = ElementPair.of("B", "O");
  private static final CompositionGrid GRID =
      CompositionGrid.of(
          1.25,
          OxideRange.of(Oxide.SiO2, 20, 100),
          OxideRange.rest(Oxide.B2O3),
          OxideRange.rest(Oxide.Na2O));
  private static final CompositionSource SOURCE = CompositionSource.of(GRID);
  private static final Screening SCREENING = Screening.of(PIPELINE, B_O);

  @TempDir private static Path shared;
  private static byte[] whole;
  private static int headLength;

  @TempDir private Path folder;

  @BeforeAll
  static void screen() throws IOException {
    Path file = shared.resolve("whole.csv");
    assertEquals(GRID.size(), ScreeningFile.of(SCREENING.withThreads(1), SOURCE).write(file));
    whole = Files.readAllBytes(file);
    headLength = String.join("\n", lines(file).subList(0, 4)).length() + 1;
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file);
  }

  private Path out() {
    return folder.resolve("out.csv");
  }

  private Path part() {
    return folder.resolve("out.csv.part");
  }

  private void assertWhole() throws IOException {
    assertArrayEquals(whole, Files.readAllBytes(out()));
    assertFalse(Files.exists(part()));
  }

  @Test
  void file_saysWhatItIsAndHoldsARowForEachGlass() throws IOException {
    List<String> lines = lines(shared.resolve("whole.csv"));
    assertEquals(4 + GRID.size(), lines.size());
    assertTrue(lines.get(0).startsWith("# screening by glass-pcf "), lines.get(0));
    assertEquals("# model: SHA-256 " + PIPELINE.sha256(), lines.get(1));
    assertEquals(
        "# glasses: SiO2 20 to 100, B2O3 0 to 100, Na2O 0 to 100 (mol%) in steps of 1.25 mol%",
        lines.get(2));
    assertEquals(
        "SiO2_molpct,B2O3_molpct,Na2O_molpct,BaO_molpct,ZnO_molpct,TiO2_molpct,B-O_first_peak_A,"
            + "B-O_first_peak_g,B-O_bond_length_A,B-O_bond_length_lower90_A,"
            + "B-O_bond_length_upper90_A,B-O_coordination,B-O_coordination_lower90,"
            + "B-O_coordination_upper90,B-O_domain,B-O_domain_distance_molpct",
        lines.get(3));
    assertEquals("20,0,80,0,0,0,,,,,,,,,,", lines.get(4), "a glass without boron");
    List<ScreeningRow> rows = SCREENING.rows(GRID.stream()).toList();
    for (int i = 0; i < rows.size(); i++) {
      String[] cells = lines.get(4 + i).split(",", -1);
      ScreeningRow row = rows.get(i);
      assertEquals(row.composition().molePercent(Oxide.B2O3), Double.parseDouble(cells[1]));
      for (ScreeningQuantity quantity : ScreeningQuantity.values()) {
        String cell = cells[6 + quantity.ordinal()];
        if (quantity == ScreeningQuantity.DOMAIN_PLACE && !cell.isEmpty()) {
          int place = List.of("inside", "edge", "outside").indexOf(cell);
          assertEquals(row.value(B_O, quantity).orElseThrow(), place);
        } else if (cell.isEmpty()) {
          assertTrue(row.value(B_O, quantity).isEmpty(), row + " " + quantity);
        } else {
          assertEquals(
              row.value(B_O, quantity).orElseThrow(),
              Double.parseDouble(cell),
              0.50001e-6,
              quantity.toString());
        }
      }
    }
  }

  @Test
  void file_isTheSameOnMoreThreadsAndInAnotherLocale() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      ScreeningFile.of(SCREENING.withThreads(3), SOURCE).write(out());
    } finally {
      Locale.setDefault(before);
    }
    assertWhole();
  }

  @Test
  void part_cutAnywhere_isGoneOnWith() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    List<Integer> cuts =
        new ArrayList<>(
            List.of(0, 1, headLength - 1, headLength, headLength + 1, whole.length - 1));
    cuts.add(whole.length);
    for (int i = 0; i < 15; i++) {
      cuts.add(headLength + random.nextInt(whole.length - headLength));
    }
    for (int cut : cuts) {
      Files.deleteIfExists(out());
      Files.write(part(), Arrays.copyOf(whole, cut));
      List<ScreeningProgress> progress = new ArrayList<>();
      ScreeningFile.of(SCREENING.withThreads(2), SOURCE).onProgress(progress::add).write(out());
      assertWhole();
      long found = 0;
      for (int i = headLength; i < cut; i++) {
        found += whole[i] == '\n' ? 1 : 0;
      }
      assertEquals(found, progress.get(0).rows(), "rows that were there");
      assertEquals(GRID.size(), progress.get(progress.size() - 1).rows());
      assertEquals(OptionalLong.of(GRID.size()), progress.get(0).total());
    }
  }

  @Test
  void interrupt_leavesTheRowsSoFarAndGoesOn() throws IOException {
    Screening slow = SCREENING.withThreads(1);
    for (int stop = 0; stop < 3; stop++) {
      long there = Files.exists(part()) ? Files.size(part()) : 0;
      ScreeningFile file =
          ScreeningFile.of(
              slow,
              interruptingAfter(SOURCE, GRID.size() / 4 * (stop + 1), Thread.currentThread()));
      assertThrows(CalculationInterruptedException.class, () -> file.write(out()));
      assertTrue(Thread.interrupted(), "the flag stays set");
      assertFalse(Files.exists(out()), "no half file has the name of a whole one");
      assertTrue(Files.size(part()) > there, "it got on");
    }
    assertEquals(GRID.size(), ScreeningFile.of(SCREENING, SOURCE).write(out()));
    assertWhole();
  }

  /** The same glasses, during which the consumer is interrupted. */
  private static CompositionSource interruptingAfter(
      CompositionSource source, long glasses, Thread consumer) {
    return new CompositionSource() {
      @Override
      public String description() {
        return source.description();
      }

      @Override
      public OptionalLong size() {
        return source.size();
      }

      @Override
      public Stream<GlassComposition> from(long index) {
        long[] next = {index};
        return source
            .from(index)
            .peek(
                glass -> {
                  if (next[0]++ == glasses) {
                    consumer.interrupt();
                  }
                });
      }
    };
  }

  @Test
  void part_ofAnotherScreening_isRefusedAndKept() throws IOException {
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    Files.write(part(), half);
    CompositionGrid finer = CompositionGrid.of(0.625, GRID.ranges());
    assertRefused(
        "out.csv.part:3: it belongs to another screening, which had \"# glasses: SiO2 20 to 100,"
            + " B2O3 0 to 100, Na2O 0 to 100 (mol%) in steps of 1.25 mol%\", not \"# glasses: SiO2"
            + " 20 to 100, B2O3 0 to 100, Na2O 0 to 100 (mol%) in steps of 0.625 mol%\": delete it,"
            + " or write to another file",
        ScreeningFile.of(SCREENING, CompositionSource.of(finer)));
    assertRefused(
        ":3: it belongs", ScreeningFile.of(SCREENING, CompositionSource.random(GRID, 1, 10)));
    assertRefused(
        ":4: it belongs",
        ScreeningFile.of(Screening.of(PIPELINE, B_O, ElementPair.of("O", "O")), SOURCE));
    assertRefused(
        ":4: it belongs",
        ScreeningFile.of(SCREENING.withQuantities(ScreeningQuantity.DOMAIN_PLACE), SOURCE));
    assertArrayEquals(half, Files.readAllBytes(part()));
    assertFalse(Files.exists(out()));
  }

  @Test
  void part_ofAnotherModel_isRefused() throws IOException {
    String other = new String(whole).replace(PIPELINE.sha256(), "0".repeat(64));
    Files.writeString(part(), other);
    assertRefused(
        ":2: it belongs to another screening, which had \"# model: SHA-256 " + "0".repeat(64),
        ScreeningFile.of(SCREENING, SOURCE));
  }

  @Test
  void part_whoseLastRowIsNotTheSame_isRefused() throws IOException {
    int cut = headLength;
    for (int row = 0; row < 100; cut++) {
      row += whole[cut] == '\n' ? 1 : 0;
    }
    byte[] changed = Arrays.copyOf(whole, cut);
    changed[cut - 2] = '7';
    Files.write(part(), changed);
    assertRefused(
        "out.csv.part: its row 100 is not the one that this screening makes: delete it, or write",
        ScreeningFile.of(SCREENING, SOURCE));
    byte[] longer = Arrays.copyOf(whole, whole.length + 3);
    longer[whole.length] = 'x';
    longer[whole.length + 1] = '\n';
    Files.write(part(), longer);
    assertRefused(
        "it holds " + (GRID.size() + 1) + " rows, but there are fewer glasses to screen",
        ScreeningFile.of(SCREENING, SOURCE));
  }

  private void assertRefused(String named, ScreeningFile file) {
    String message = assertThrows(GlassDataException.class, () -> file.write(out())).getMessage();
    assertTrue(message.contains(named), message);
  }

  @Test
  void part_thatIsBeingWritten_isRefused() {
    PartFile writer = PartFile.open(out(), "# head\n");
    assertRefused(
        "out.csv.part: another screening is writing to it", ScreeningFile.of(SCREENING, SOURCE));
    writer.close();
  }

  @Test
  void earlierFile_staysUntilTheNewOneIsWhole() throws IOException {
    Files.writeString(out(), "earlier");
    ScreeningFile stopped =
        ScreeningFile.of(SCREENING, interruptingAfter(SOURCE, 500, Thread.currentThread()));
    assertThrows(CalculationInterruptedException.class, () -> stopped.write(out()));
    assertTrue(Thread.interrupted());
    assertEquals("earlier", Files.readString(out()));
    ScreeningFile.of(SCREENING, SOURCE).write(out());
    assertWhole();
  }

  @Test
  void link_staysALink() throws IOException {
    Path target = Files.writeString(folder.resolve("target.csv"), "earlier");
    Files.createSymbolicLink(out(), target);
    ScreeningFile.of(SCREENING, SOURCE).write(out());
    assertTrue(Files.isSymbolicLink(out()));
    assertArrayEquals(whole, Files.readAllBytes(target));
  }

  @Test
  void place_thatCannotBeWritten_saysSo() throws IOException {
    Path missing = folder.resolve("missing/out.csv");
    ScreeningFile file = ScreeningFile.of(SCREENING, SOURCE);
    String message = assertThrows(GlassDataException.class, () -> file.write(missing)).getMessage();
    assertTrue(message.startsWith(missing + ".part: cannot be written: "), message);
    Files.createDirectory(out());
    assertRefused("out.csv: must be a regular file", file);
    assertFalse(Files.exists(part()));
  }

  @Test
  void glassThatCannotBeRead_leavesTheRowsBeforeIt() throws IOException {
    Path list = Files.writeString(folder.resolve("list.txt"), "SiO2\n80SiO2-20B2O3\nCaO\n");
    ScreeningFile file = ScreeningFile.of(SCREENING, CompositionSource.ofFile(list));
    for (int i = 0; i < 2; i++) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> file.write(out())).getMessage();
      assertTrue(message.startsWith("glass 2 of the screening, CaO: "), message);
      assertEquals(4 + 2, lines(part()).size());
    }
  }

  @Test
  void fileOfGlasses_isPinnedByItsContent() throws IOException {
    Path list = Files.writeString(folder.resolve("list.txt"), "SiO2\n80SiO2-20B2O3\n");
    CompositionSource source = CompositionSource.ofFile(list);
    assertEquals(2, ScreeningFile.of(SCREENING, source).write(out()));
    assertEquals(OptionalLong.empty(), source.size());
    // printf 'SiO2\n80SiO2-20B2O3\n' | sha256sum
    assertEquals(
        "# glasses: of a file with SHA-256 "
            + "3fcf9aa59a9628397233da2e94c4e6bdb26b9193d5716bad71a7953cb0c2efce",
        lines(out()).get(2));
    try (Stream<GlassComposition> again = CompositionFile.read(out())) {
      assertEquals(
          List.of(GlassComposition.parse("SiO2"), GlassComposition.parse("80SiO2-20B2O3")),
          again.toList(),
          "a screening's file is a list of glasses");
    }
    Files.writeString(list, "SiO2\n80SiO2-20Na2O\n");
    assertFalse(source.description().equals(CompositionSource.ofFile(list).description()));
  }

  @Test
  void random_drawsTheGridsGlasses() throws IOException {
    CompositionSource source = CompositionSource.random(GRID, 5, 300);
    assertEquals(GRID.random(5, 300).toList(), source.from(0).toList());
    assertEquals(GRID.random(5, 300).skip(299).toList(), source.from(299).toList());
    assertEquals(List.of(), source.from(300).toList());
    assertTrue(source.description().startsWith("300 drawn with seed 5 from SiO2 20 to 100, "));
    assertThrows(IllegalArgumentException.class, () -> CompositionSource.random(GRID, 5, 0));
    assertThrows(
        IllegalArgumentException.class, () -> CompositionSource.random(GRID, 5, GRID.size() + 1));
  }

  @Test
  void rate_isOfTheRowsThatWereMade() {
    ScreeningProgress progress =
        new ScreeningProgress(1500, 500, OptionalLong.of(2000), Duration.ofSeconds(2));
    assertEquals(500, progress.rate());
    assertEquals(Optional.of(Duration.ofSeconds(1)), progress.timeLeft());
    ScreeningProgress begun =
        new ScreeningProgress(500, 500, OptionalLong.of(2000), Duration.ofSeconds(2));
    assertEquals(0, begun.rate());
    assertEquals(Optional.empty(), begun.timeLeft());
    ScreeningProgress unknown =
        new ScreeningProgress(1500, 500, OptionalLong.empty(), Duration.ofSeconds(2));
    assertEquals(Optional.empty(), unknown.timeLeft());
  }
}
