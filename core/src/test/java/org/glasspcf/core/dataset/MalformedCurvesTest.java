package org.glasspcf.core.dataset;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.glasspcf.core.GlassDataException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedCurvesTest {
  private static final String SODA_FILE = "pcf/soda-s2.csv.gz";

  @TempDir private Path root;
  private DatasetFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new DatasetFolder(root);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, must be a finite number",
    "NaN, must be a finite number",
    "nan, must be a finite number",
    "Infinity, must be a finite number",
    "1e999, must be a finite number",
    "0x10, must be a finite number",
    "1d, must be a finite number",
    "1 2, must be a finite number",
    "1.2.3, must be a finite number",
    "--, must be a finite number",
    "-0.25, 'must be 0 or more (g, dimensionless)'",
  })
  void cell_notANumber_isRefusedByPlace(String text, String rule) {
    folder.write(SODA_FILE, DatasetFolder.CURVES.replace("6.5", text));
    folder.assertRefused(SODA_FILE, 4, "column Si-O " + rule + ", was '" + text + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void cell_empty_isRefusedByPlace(String text) {
    folder.write(SODA_FILE, DatasetFolder.CURVES.replace("6.5", text));
    folder.assertRefused(SODA_FILE, 4, "column Si-O must have a value, but the cell is empty");
  }

  @Test
  void center_negative_isRefused() {
    folder.write(SODA_FILE, DatasetFolder.CURVES.replace("\n0.25,", "\n-0.25,"));
    folder.assertRefused(SODA_FILE, 2, "column r_A must be 0 or more (Å), was '-0.25'");
  }

  @Test
  void row_short_isRefused() {
    folder.write(SODA_FILE, DatasetFolder.CURVES.replace(",3,0.25\n", ",3\n"));
    folder.assertRefused(
        SODA_FILE, 4, "column Na-Na must have a value, but the row ends after 6 cells");
  }

  @Test
  void row_long_isRefused() {
    folder.write(SODA_FILE, DatasetFolder.CURVES.replace("6.5", "6,5"));
    folder.assertRefused(SODA_FILE, 4, "a row must have 7 cells like the header, not 8");
  }

  @Test
  void line_afterBlankLines_isThatOfTheFile() {
    folder.write(
        SODA_FILE, DatasetFolder.CURVES.replace("\n1.25", "\n\n\n1.25").replace("6.5", "x"));
    folder.assertRefused(SODA_FILE, 6, "was 'x'");
  }

  @Test
  void firstBadLine_isReported() {
    folder.write(SODA_FILE, DatasetFolder.CURVES.replace("6.5", "x").replace("1e-1", "y"));
    folder.assertRefused(SODA_FILE, 3, "column Na-O must be a finite number, was 'y'");
  }

  @Test
  void pair_twice_isRefused() {
    folder.write(SODA_FILE, DatasetFolder.CURVES.replace("Si-Na", "O-Si"));
    folder.assertRefused(
        SODA_FILE, 1, "a pair must have one column, but 'Si-O' and 'O-Si' are the same pair");
    folder.write(SODA_FILE, DatasetFolder.CURVES.replace("Si-Na", "Si-O"));
    folder.assertRefused(SODA_FILE, 1, "columns 3 and 4 are both named 'Si-O'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Si-Xx", "SiO", "r", ""})
  void column_notAPair_isRefused(String name) {
    folder.write(SODA_FILE, DatasetFolder.CURVES.replace("Si-Na", name));
    folder.assertRefused(SODA_FILE, 1, "column 4 must be r_A or a pair: ");
  }

  @Test
  void pair_withoutAtoms_isRefused() {
    folder.write(SODA_FILE, DatasetFolder.CURVES.replace("Si-Na", "Si-Ti"));
    folder.assertRefused(
        SODA_FILE,
        1,
        "column Si-Ti must be a pair of the glass, but line 3 of {}/glasses.csv counts no atoms of"
            + " Ti");
  }

  @Test
  void centers_missing_areRefused() {
    folder.write(SODA_FILE, DatasetFolder.CURVES.replace("r_A,", "B-O,"));
    folder.assertRefused(SODA_FILE, 1, "needs a column r_A (bin centers, Å)");
  }

  @Test
  void pairs_missing_areRefused() {
    folder.write(SODA_FILE, "r_A\n0.25\n0.75\n");
    folder.assertRefused(SODA_FILE, 1, "needs a column of g(r) for at least one pair");
  }

  @Test
  void file_empty_isRefused() {
    folder.write(SODA_FILE, "");
    folder.assertRefused(SODA_FILE, 0, "must hold a header line, but the file is empty");
  }

  @Test
  void file_missing_isRefused() {
    folder.delete(SODA_FILE);
    folder.assertRefused(
        "glasses.csv",
        3,
        "simulation soda-s2 must have its curves in pcf/soda-s2.csv.gz, which is missing");
  }

  @Test
  void file_plainAndCompressed_isRefused() {
    folder.write("pcf/soda-s2.csv", DatasetFolder.CURVES);
    folder.assertRefused(
        "glasses.csv", 3, "must have one file, but pcf/soda-s2.csv is there with and without .gz");
  }

  @Test
  void gzip_truncated_isRefused() throws IOException {
    byte[] whole = Files.readAllBytes(folder.path(SODA_FILE));
    for (int length = 1; length < whole.length; length++) {
      folder.writeBytes(SODA_FILE, Arrays.copyOf(whole, length));
      folder.assertRefused(SODA_FILE, 0, "its gzip data end early: the file seems truncated");
    }
  }

  @Test
  void gzip_anyFlippedBit_isRefusedOrHarmless() throws IOException {
    String hash = folder.read().sha256();
    byte[] whole = Files.readAllBytes(folder.path(SODA_FILE));
    for (int at = 0; at < whole.length; at++) {
      byte[] spoiled = whole.clone();
      spoiled[at] ^= 0x10;
      folder.writeBytes(SODA_FILE, spoiled);
      String harm = harm(hash);
      assertTrue(harm.isEmpty() || harm.startsWith(folder.path(SODA_FILE).toString()), harm);
    }
  }

  /** The refusal, or empty if the same data came out: some bits of the format mean nothing. */
  private String harm(String hash) {
    try {
      return folder.read().sha256().equals(hash) ? "" : "other data, and no refusal";
    } catch (GlassDataException e) {
      return e.getMessage();
    }
  }

  @Test
  void gzip_thatIsNot_isRefused() {
    folder.writeBytes(SODA_FILE, DatasetFolder.CURVES.getBytes(StandardCharsets.UTF_8));
    folder.assertRefused(SODA_FILE, 0, "must be valid gzip data: Not in GZIP format");
  }

  @Test
  void text_notUtf8_isRefused() {
    folder.delete(SODA_FILE);
    folder.writeBytes(
        "pcf/soda-s2.csv", "r_A,Si-O\n0.25,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    folder.assertRefused("pcf/soda-s2.csv", 0, "must be UTF-8 text");
  }
}
