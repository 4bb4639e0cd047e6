package org.glasspcf.core.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.glasspcf.core.GlassDataException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedGlassesTest {
  @TempDir private Path root;
  private DatasetFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new DatasetFolder(root);
  }

  private void replace(String target, String replacement) {
    folder.write("glasses.csv", DatasetFolder.GLASSES.replace(target, replacement));
  }

  @Test
  void folder_missing_isRefused() {
    Path nowhere = root.resolve("nowhere");
    GlassDataException e = assertThrows(GlassDataException.class, () -> GlassDataset.read(nowhere));
    assertEquals(nowhere + ": must be the folder of a data set", e.getMessage());
  }

  @Test
  void file_missing_isRefused() {
    folder.delete("glasses.csv");
    folder.assertRefused(
        "glasses.csv", 0, "must be there: a data set is glasses.csv, pcf/<id>.csv.gz");
  }

  @Test
  void rows_missing_areRefused() {
    folder.write("glasses.csv", "id,SiO2_molpct,n_Si,n_O\n");
    folder.assertRefused("glasses.csv", 0, "must list at least one simulation");
  }

  @Test
  void id_twice_isRefused() {
    replace("soda-s2", "soda-s1");
    folder.assertRefused(
        "glasses.csv", 3, "simulation soda-s1 must be listed once, is also in line 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../soda", "a/b", "a\\b", "..", ".hidden", "a:b", "a b"})
  void id_noFileName_isRefused(String id) {
    replace("soda-s2", id);
    folder.assertRefused("glasses.csv", 3, "column id must be letters, digits and . _ + -");
  }

  @ParameterizedTest
  @CsvSource({
    "id, needs a column id",
    "n_Na, 'needs a column n_Na (atoms), because line 2 is 80SiO2-20Na2O'"
  })
  void column_missing_isRefused(String column, String words) {
    replace(column, "x_" + column);
    folder.assertRefused("glasses.csv", 1, words);
  }

  @Test
  void amounts_none_areRefused() {
    folder.write("glasses.csv", DatasetFolder.GLASSES.replace("_molpct", ""));
    folder.assertRefused(
        "glasses.csv", 1, "needs a column <oxide>_molpct (mol%), such as SiO2_molpct");
  }

  @Test
  void oxide_unknownElement_isRefused() {
    replace("Na2O_molpct", "Xx2O_molpct");
    folder.assertRefused("glasses.csv", 1, "column Xx2O_molpct must name an oxide: ");
  }

  @Test
  void oxide_twice_isRefused() {
    replace("Na2O_molpct", "O2Si_molpct");
    folder.assertRefused("glasses.csv", 1, "SiO2_molpct and O2Si_molpct are the same oxide");
  }

  @Test
  void sum_98_isRefused() {
    replace("soda-s2,80,20", "soda-s2,80,18");
    folder.assertRefused("glasses.csv", 3, "the columns *_molpct make no glass: ");
    folder.assertRefused("glasses.csv", 3, "98");
  }

  @Test
  void amount_negative_isRefused() {
    replace("soda-s2,80,20", "soda-s2,120,-20");
    folder.assertRefused(
        "glasses.csv", 3, "column Na2O_molpct must be 0 or more (mol%), was '-20'");
  }

  @ParameterizedTest
  @CsvSource({
    "'18,2.5', 'x,2.5', 'column seed must be a whole number, was ''x'''",
    "'18,2.5', '18,0', 'column density_g_cm3 must be above 0 (g/cm³), was ''0'''",
    "'18,2.5', '18,', 'column density_g_cm3 must have a value, but the cell is empty'",
    "1400.25, -1, 'column volume_A3 must be above 0 (Å³), was ''-1'''",
    "'1400.25,80', '1400.25,80.5', 'column n_Si must be a whole number, was ''80.5'''",
    "'1400.25,80', '1400.25,-80', 'column n_Si must be 0 or more (atoms), was ''-80'''",
    "'1400.25,80', '1400.25,9999999999', 'column n_Si must be 0 or more (atoms)'",
    "fastmd, ' ', 'column engine must have a value, but the cell is empty'"
  })
  void cell_bad_isRefused(String target, String replacement, String words) {
    replace(target, replacement);
    folder.assertRefused("glasses.csv", 3, words);
  }

  @Test
  void atoms_outsideTheComposition_areRefused() {
    replace("90,0,180", "90,3,180");
    folder.assertRefused(
        "glasses.csv", 4, "column n_Na must be 0 (atoms), because SiO2 holds none, was 3");
  }
}
