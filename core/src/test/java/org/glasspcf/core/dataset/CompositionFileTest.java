package org.glasspcf.core.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositionFileTest {
  private static final List<GlassComposition> GLASSES =
      List.of(
          GlassComposition.parse("60SiO2-20B2O3-20Na2O"),
          GlassComposition.parse("SiO2"),
          GlassComposition.parse("57.5SiO2-42.5Na2O"));

  private static final String TEXT =
      "# glasses\n\n60SiO2-20B2O3-20Na2O\r\nSiO2\n  \n(Na2O)42.5(SiO2)57.5\n";
  private static final String CSV =
      "# a comment\nid, SiO2_molpct ,\"B2O3_molpct\",Na2O_molpct,B-O_distance_molpct\n"
          + "\"a, or\n b\",60,20,20,1.6\n\n  \n# another\nb,100,,0,\nc,57.5,0,42.5,\n";

  @TempDir private Path folder;

  private static List<GlassComposition> read(String text, long first) {
    try (Stream<GlassComposition> glasses = CompositionFile.read("list", bytes(text), first)) {
      return glasses.toList();
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void text_isAGlassALine() {
    assertEquals(GLASSES, read(TEXT, 0));
    assertEquals(GLASSES, read("\uFEFF" + TEXT.substring(TEXT.indexOf("60")), 0));
    assertEquals(GLASSES, read("\uFEFF" + TEXT, 0), "a byte order mark before a comment");
    assertEquals(List.of(), read("", 0));
  }

  @Test
  void csv_isAGlassARow() {
    assertEquals(GLASSES, read(CSV, 0));
    assertEquals(List.of(), read("SiO2_molpct,B2O3_molpct\n", 0));
  }

  @Test
  void first_passesOverGlasses() {
    for (String list : List.of(TEXT, CSV)) {
      assertEquals(GLASSES.subList(1, 3), read(list, 1));
      assertEquals(List.of(GLASSES.get(2)), read(list, 2));
      assertEquals(List.of(), read(list, 3));
      assertEquals(List.of(), read(list, 1000));
    }
    assertThrows(IllegalArgumentException.class, () -> read(TEXT, -1));
  }

  @Test
  void file_mayBeCompressed() throws IOException {
    Path file = folder.resolve("list.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(CSV.getBytes(StandardCharsets.UTF_8));
    }
    try (Stream<GlassComposition> glasses = CompositionFile.read(file)) {
      assertEquals(GLASSES, glasses.toList());
    }
  }

  @Test
  void bundledGlasses_areRead() {
    InputStream glasses = GlassDataset.class.getResourceAsStream("nbs-glass-md/glasses.csv");
    try (Stream<GlassComposition> read = CompositionFile.read("glasses.csv", glasses, 0)) {
      assertEquals(
          Set.copyOf(GlassDataset.bundled().compositions()), read.collect(Collectors.toSet()));
    }
  }

  @Test
  void glasses_areReadWhenAskedFor() {
    String bad = "SiO2\nB2O3\nnonsense\n";
    try (Stream<GlassComposition> glasses = CompositionFile.read("list", bytes(bad), 0)) {
      Iterator<GlassComposition> iterator = glasses.iterator();
      assertEquals(GlassComposition.parse("SiO2"), iterator.next());
      assertEquals(GlassComposition.parse("B2O3"), iterator.next());
      String message = assertThrows(GlassDataException.class, iterator::next).getMessage();
      assertTrue(message.startsWith("list:3: cannot read the composition \"nonsense\""), message);
    }
  }

  @Test
  void close_closesTheBytes() {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream in =
        new ByteArrayInputStream("SiO2\n".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    CompositionFile.read("list", in, 0).close();
    assertTrue(closed.get());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list:2: column SiO2_molpct must be 0 or more (mol%), was '-1' | -1,101",
        "list:2: column Na2O_molpct must be 0 or more (mol%), was 'NaN' | 60,NaN",
        "list:2: column SiO2_molpct must be 0 or more (mol%), was 'x' | x,40",
        "list:2: amounts must sum to 100 mol% within 0.5 mol%, got 90 mol% | 50,40",
        "list:2: a row must have 2 cells like the header, not 3 | 50,40,10",
        "list:2: a row must have 2 cells like the header, not 1 | 100",
      })
  void row_thatIsNoGlass_isNamed(String message, String row) {
    assertEquals(
        message,
        assertThrows(
                GlassDataException.class, () -> read("SiO2_molpct,Na2O_molpct\n" + row + "\n", 0))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list:1: column Na20_molpct must begin with an oxide: | SiO2_molpct,Na20_molpct",
        "list:1: a column must be there once, but there are two named 'SiO2_molpct' |"
            + " SiO2_molpct,SiO2_molpct",
      })
  void header_thatNamesNoOxide_isRefused(String message, String header) {
    String actual =
        assertThrows(GlassDataException.class, () -> read(header + "\n", 0)).getMessage();
    assertTrue(actual.startsWith(message), actual);
  }

  @Test
  void file_thatCannotBeRead_saysSo() {
    Path missing = folder.resolve("missing.txt");
    String message =
        assertThrows(GlassDataException.class, () -> CompositionFile.read(missing)).getMessage();
    assertTrue(message.startsWith(missing + ": cannot be read: "), message);
    InputStream latin = new ByteArrayInputStream(new byte[] {'S', 'i', (byte) 0xB7, '\n'});
    assertEquals(
        "list: must be UTF-8 text",
        assertThrows(GlassDataException.class, () -> CompositionFile.read("list", latin, 0))
            .getMessage());
    assertEquals(
        "list.gz: must be valid gzip data: Not in GZIP format",
        assertThrows(
                GlassDataException.class,
                () -> CompositionFile.read("list.gz", bytes("plain text, not compressed"), 0))
            .getMessage());
  }
}
