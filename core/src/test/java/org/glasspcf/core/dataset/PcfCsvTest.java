package org.glasspcf.core.dataset;

import static org.glasspcf.core.dataset.Melts.SI_O;
import static org.glasspcf.core.dataset.Melts.SI_SI;
import static org.glasspcf.core.dataset.Melts.curve;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcfCsvTest {
  @TempDir private Path folder;

  private static PairCorrelationFunction random(RadialGrid grid, long seed) {
    return PairCorrelationFunction.of(grid, new Random(seed).doubles(grid.bins(), 0, 30).toArray());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void write_curves_looksLikeTheDataSetsFiles() throws IOException {
    Path file = folder.resolve("out.csv");
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      PcfCsv.write(
          file,
          Map.of(
              ElementPair.of("O", "Na"),
              curve(0, 1, 2, 1e-20),
              SI_O,
              curve(0, 1.042, 16.25, 1),
              SI_SI,
              curve(0, 0.0001, 120, 1 / 3.0)));
    } finally {
      Locale.setDefault(locale);
    }
    assertEquals(
        """
        r_A,Si-Si,Si-O,Na-O
        0.25,0,0,0
        0.75,0.0001,1.042,1
        1.25,120,16.25,2
        1.75,0.3333333333333333,1,1E-20
        """,
        Files.readString(file));
    assertEquals(List.of(file), files(), "no temporary file stays");
  }

  @ParameterizedTest
  @CsvSource({"10, 500", "10, 100", "10, 64", "10, 150", "8.05, 161", "9.876543219, 77", "12, 7"})
  void read_whatWasWritten_isEqualToTheBit(double rMax, int bins) {
    RadialGrid grid = RadialGrid.uniform(rMax, bins);
    Map<ElementPair, PairCorrelationFunction> curves =
        new TreeMap<>(Map.of(SI_O, random(grid, 1), SI_SI, random(grid, 2)));
    for (String name : List.of("out.csv", "out.csv.gz")) {
      PcfCsv.write(folder.resolve(name), curves);
      assertEquals(curves, PcfCsv.read(folder.resolve(name)));
    }
  }

  @Test
  void read_badCell_isRefusedByPlace() throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, "r_A,Si-O\n0.25,0\n0.75,many\n");
    GlassDataException e = assertThrows(GlassDataException.class, () -> PcfCsv.read(file));
    assertEquals(file + ":3: column Si-O must be a finite number, was 'many'", e.getMessage());
  }

  @Test
  void read_missingFile_isRefused() {
    Path file = folder.resolve("nowhere.csv");
    GlassDataException e = assertThrows(GlassDataException.class, () -> PcfCsv.read(file));
    assertTrue(e.getMessage().startsWith(file + ": cannot be read: "), e::getMessage);
  }

  @Test
  void write_existingFile_isReplaced() throws IOException {
    Path file = folder.resolve("out.csv");
    PcfCsv.write(file, Map.of(SI_O, curve(0, 1, 2, 3)));
    PcfCsv.write(file, Map.of(SI_SI, curve(0, 3, 2, 1)));
    assertEquals(Map.of(SI_SI, curve(0, 3, 2, 1)), PcfCsv.read(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void write_link_replacesWhatItPointsTo() throws IOException {
    Path file = Files.writeString(folder.resolve("target.csv"), "old");
    Path link;
    try {
      link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    } catch (UnsupportedOperationException | IOException e) {
      assumeTrue(false, "no symbolic links here: " + e);
      return;
    }
    PcfCsv.write(link, Map.of(SI_O, curve(0, 1, 2, 3)));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(Map.of(SI_O, curve(0, 1, 2, 3)), PcfCsv.read(file));
  }

  @Test
  void write_intoAMissingFolder_isRefused() {
    Path file = folder.resolve("none/out.csv");
    GlassDataException e =
        assertThrows(
            GlassDataException.class, () -> PcfCsv.write(file, Map.of(SI_O, curve(0, 1, 1, 1))));
    assertTrue(e.getMessage().startsWith(file + ": cannot be written: "), e::getMessage);
  }

  @Test
  void write_overAFolder_isRefusedAndLeavesNothing() throws IOException {
    Path file = Files.createDirectory(folder.resolve("out.csv"));
    assertThrows(
        GlassDataException.class, () -> PcfCsv.write(file, Map.of(SI_O, curve(0, 1, 1, 1))));
    assertEquals(List.of(file), files());
  }

  @Test
  void write_noCurve_isRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> PcfCsv.write(folder.resolve("out.csv"), Map.of()))
            .getMessage();
    assertEquals("a file of curves needs at least one pair", message);
  }

  @Test
  void write_unevenBins_areRefused() {
    RadialGrid uneven = RadialGrid.ofEdges(0, 1, 3);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> PcfCsv.write(folder.resolve("out.csv"), Map.of(SI_O, random(uneven, 1))))
            .getMessage();
    assertEquals(
        "a file of curves holds bin centers only and needs at least 2 equally wide bins, not 2 bins"
            + " from 0 to 3 Å",
        message);
  }

  @Test
  void write_twoGrids_areRefused() {
    Map<ElementPair, PairCorrelationFunction> curves =
        Map.of(SI_SI, curve(0, 1, 1, 1), SI_O, random(RadialGrid.uniform(3, 2), 1));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> PcfCsv.write(folder.resolve("out.csv"), curves))
            .getMessage();
    assertEquals(
        "all curves of a file must lie on one grid, but Si-O has 2 bins from 0 to 3 Å and Si-Si has"
            + " 4 bins from 0 to 2 Å",
        message);
  }
}
