package org.glasspcf.core.diffraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffractionCsvTest {
  private static final QGrid Q = QGrid.uniform(0.1, 0.3, 3);

  @TempDir private Path folder;

  private static Map<String, StructureFactor> columns() {
    Map<String, StructureFactor> columns = new LinkedHashMap<>();
    columns.put("neutron", StructureFactor.of(Q, new double[] {-0.5, 1, 1.0 / 3}));
    columns.put("Si-O", StructureFactor.of(Q, new double[] {0, 10, 1e-20}));
    return columns;
  }

  @Test
  void write_structureFactors_hasUnitsInItsHeader() throws IOException {
    Path file = folder.resolve("s.csv");
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      DiffractionCsv.write(file, columns());
    } finally {
      Locale.setDefault(locale);
    }
    assertEquals(
        """
        Q_A-1,neutron,Si-O
        0.1,-0.5,0
        0.2,1,10
        0.3,0.3333333333333333,1E-20
        """,
        Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList(), "no temporary file stays");
    }
  }

  @Test
  void write_gz_isCompressed() throws IOException {
    Path file = folder.resolve("s.csv.gz");
    DiffractionCsv.write(file, columns());
    try (InputStream text = new GZIPInputStream(Files.newInputStream(file))) {
      String content = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(content.startsWith("Q_A-1,neutron,Si-O\n0.1,-0.5,0\n"), content);
    }
  }

  @Test
  void write_totalCorrelation_hasAllThree() throws IOException {
    Path file = folder.resolve("t.csv");
    PairCorrelationFunction gas =
        PairCorrelationFunction.of(RadialGrid.uniform(1, 2), new double[] {1, 1});
    TotalCorrelation functions =
        References.silica(gas).totalCorrelation(NeutronScatteringLengths.natural());
    DiffractionCsv.write(file, functions);
    double[] t = functions.total();
    assertEquals(
        "r_A,G_barn,D_barn_A-2,T_barn_A-2\n0.25,0,0," + t[0] + "\n0.75,0,0," + t[1] + "\n",
        Files.readString(file));
  }

  @Test
  void write_noColumnOrTwoGrids_isRefused() {
    Path file = folder.resolve("s.csv");
    assertEquals(
        "a file of structure factors needs at least one",
        assertThrows(IllegalArgumentException.class, () -> DiffractionCsv.write(file, Map.of()))
            .getMessage());
    Map<String, StructureFactor> columns = columns();
    columns.put("xray", StructureFactor.of(QGrid.of(1), new double[] {1}));
    assertEquals(
        "all structure factors of a file must lie on one grid, but xray has 1 Q from 1 to 1 Å⁻¹ and"
            + " the first has 3 Q from 0.1 to 0.3 Å⁻¹",
        assertThrows(IllegalArgumentException.class, () -> DiffractionCsv.write(file, columns))
            .getMessage());
    assertTrue(Files.notExists(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,b", "a\"b", "a\nb"})
  void write_badName_isRefused(String name) {
    Map<String, StructureFactor> columns =
        Map.of(name, StructureFactor.of(QGrid.of(1), new double[] {1}));
    assertEquals(
        "the name of a column must be text without comma, quote or line break, got \"" + name + '"',
        assertThrows(
                IllegalArgumentException.class,
                () -> DiffractionCsv.write(folder.resolve("s.csv"), columns))
            .getMessage());
  }

  @Test
  void write_intoAMissingFolder_isRefused() {
    Path file = folder.resolve("none/s.csv");
    GlassDataException e =
        assertThrows(GlassDataException.class, () -> DiffractionCsv.write(file, columns()));
    assertTrue(e.getMessage().startsWith(file + ": cannot be written: "), e::getMessage);
  }
}
