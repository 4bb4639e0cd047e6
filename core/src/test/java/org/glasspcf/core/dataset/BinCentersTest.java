package org.glasspcf.core.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.glasspcf.core.RadialGrid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinCentersTest {
  private static final String SODA_FILE = "pcf/soda-s2.csv.gz";

  @TempDir private Path root;
  private DatasetFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new DatasetFolder(root);
  }

  private Optional<RadialGrid> gridOf(double width, int bins, String format) {
    StringBuilder text = new StringBuilder("r_A,Si-O\n");
    for (int i = 0; i < bins; i++) {
      text.append(String.format(Locale.ROOT, format, (i + 0.5) * width)).append(",1\n");
    }
    folder.delete("split.csv");
    folder.write("glasses.csv", "id,SiO2_molpct,n_Si,n_O\nsilica-s1,100,1,2\n");
    folder.write("pcf/silica-s1.csv.gz", text.toString());
    return folder.read().grid();
  }

  @ParameterizedTest
  @CsvSource({
    "0.02, 500, %.2f, 10",
    "0.1, 100, %.2f, 10",
    "0.15625, 64, %s, 10",
    "0.0666666666666666, 150, %.6g, 10",
    "0.0666666666666666, 150, %.4f, 10",
    "0.05, 161, %.3f, 8.05",
    "0.02, 600, %s, 12"
  })
  void centers_printedAnyWay_giveTheExactEnd(double width, int bins, String format, double end) {
    assertEquals(Optional.of(RadialGrid.uniform(end, bins)), gridOf(width, bins, format));
  }

  @Test
  void centers_notFromZero_giveThatGrid() {
    folder.delete("split.csv");
    folder.write("glasses.csv", "id,SiO2_molpct,n_Si,n_O\nsilica-s1,100,1,2\n");
    folder.write("pcf/silica-s1.csv.gz", "r_A,Si-O\n1.1,1\n1.3,1\n1.5,1\n");
    assertArrayEquals(
        new double[] {1, 1.2, 1.4, 1.6}, folder.read().grid().orElseThrow().edges(), 1e-15);
  }

  @Test
  void centers_uneven_areRefused() {
    folder.write(SODA_FILE, DatasetFolder.CURVES.replace("1.25,", "1.3,"));
    folder.assertRefused(
        SODA_FILE,
        4,
        "column r_A must hold evenly spaced bin centers, but 1.3 Å follows 0.75 Å where the first"
            + " step is 0.5 Å");
  }

  @Test
  void centers_drifting_areRefused() {
    StringBuilder text = new StringBuilder("r_A,Si-O\n");
    for (int i = 0; i < 300; i++) {
      text.append(0.01 + 0.02 * i + 5e-7 * i * i).append(",1\n");
    }
    folder.write("pcf/soda-s1.csv.gz", text.toString());
    folder.assertRefused("pcf/soda-s1.csv.gz", 1, "must hold evenly spaced bin centers, but their");
  }

  @Test
  void centers_falling_areRefused() {
    folder.write(SODA_FILE, DatasetFolder.CURVES.replace("1.25,", "0.75,"));
    folder.assertRefused(SODA_FILE, 4, "column r_A must increase, but 0.75 Å follows 0.75 Å");
  }

  @Test
  void centers_thatAreEdges_areRefused() {
    folder.write(SODA_FILE, "r_A,Si-O\n0,0\n0.5,0\n1,1\n1.5,1\n");
    folder.assertRefused(SODA_FILE, 2, "would begin below 0 (are these bin edges?)");
  }

  @Test
  void centers_tooFew_areRefused() {
    folder.write(SODA_FILE, "r_A,Si-O\n0.25,0\n");
    folder.assertRefused(
        SODA_FILE, 1, "must have at least 2 bin centers to show their spacing, has 1");
    folder.write(SODA_FILE, "r_A,Si-O\n");
    folder.assertRefused(
        SODA_FILE, 1, "must have at least 2 bin centers to show their spacing, has 0");
  }

  @Test
  void grids_thatDiffer_areRefused() {
    folder.write(SODA_FILE, "r_A,Si-O\n0.25,0\n0.75,1\n1.25,1\n");
    folder.assertRefused(
        SODA_FILE,
        0,
        "all curves of a data set must lie on one grid, but this file has 3 bins from 0 to 1.5 Å"
            + " and {}/pcf/soda-s1.csv.gz has 4 bins from 0 to 2 Å");
  }
}
