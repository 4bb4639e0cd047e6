package org.glasspcf.core.trajectory;

import java.nio.file.Path;
import org.glasspcf.core.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedDumpTest {
  private static final TrajectoryOptions DEFAULTS = TrajectoryOptions.defaults();

  /** The frame of lines 1 to 11, and once more behind it, so that nothing counts as cut off. */
  private static final String DUMP = DumpFormatTest.DUMP;

  @TempDir private Path root;
  private TextFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new TextFolder(root);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TIMESTEP        | TIMESTEPS       | 1 | expected a section of a dump (ITEM: TIMESTEP, NUMBER OF ATOMS, BOX BOUNDS, ATOMS, UNITS or TIME), found 'ITEM: TIMESTEPS'
          ITEM: ATOMS     | ITEM: ATOMSX    | 9 | expected a section of a dump (ITEM: TIMESTEP, NUMBER OF ATOMS, BOX BOUNDS, ATOMS, UNITS or TIME), found 'ITEM: ATOMSX id type element x y z'
          500             | 5.5             | 2 | expected a timestep, found '5.5'
          500             | 500 1           | 2 | expected a timestep, found '500 1'
          TOMS\\n2        | TOMS\\nx        | 4 | expected the number of atoms, found 'x'
          TOMS\\n2        | TOMS\\n         | 4 | expected the number of atoms, found ''
          TOMS\\n2        | TOMS\\n0        | 4 | the number of atoms must be from 1 to 715827879, found 0
          TOMS\\n2        | TOMS\\n-2       | 4 | the number of atoms must be from 1 to 715827879, found -2
          TOMS\\n2        | TOMS\\n1000000000 | 4 | the number of atoms must be from 1 to 715827879, found 1000000000
          TOMS\\n2        | TOMS\\n1        | 11 | expected a section of a dump
          TOMS\\n2        | TOMS\\n3        | 12 | expected atom 3 of 3 in 6 columns, found 2: 'ITEM: TIMESTEP'
          BOUNDS pp pp pp | BOUNDS pp pp    | 5 | expected three boundaries such as pp, ff or fs after ITEM: BOX BOUNDS, found 'pp pp'
          BOUNDS pp pp pp | BOUNDS pp pf pp | 5 | expected three boundaries such as pp, ff or fs after ITEM: BOX BOUNDS, found 'pp pf pp'
          BOUNDS pp pp pp | BOUNDS xy xz pp | 5 | expected three boundaries
          BOUNDS pp       | BOUNDS xy xz yz pp | 6 | expected two bounds and a tilt (3 numbers, Å), found '-1 9'
          BOUNDS pp       | BOUNDS abc origin pp | 6 | expected a cell vector and a coordinate of the origin (4 numbers, Å), found '-1 9'
          -1 9            | -1 9 0          | 6 | expected two bounds (2 numbers, Å), found '-1 9 0'
          0 20            | 0 1e999         | 7 | expected two bounds (2 numbers, Å), found '1e999'
          0 20            | 20 20           | 7 | the upper bound of a box must be above the lower one (Å), found '20 20'
          0 20            | 0 nan           | 7 | expected two bounds (2 numbers, Å), found 'nan'
          -1 9            | -1e308 1e308    | 5 | cell vector 1 must be finite (Å), got [Infinity, 0.0, 0.0]
          5 35            | 5               | 8 | expected two bounds (2 numbers, Å), found '5'
          id type element x y z | '\s'      | 9 | expected the names of the columns after ITEM: ATOMS, such as id type x y z, found none
          element x y z   | element x y v   | 9 | expected columns x y z, xu yu zu, xs ys zs or xsu ysu zsu, found 'id type element x y v'
          element x y z   | element x ys zu | 9 | expected columns x y z, xu yu zu, xs ys zs or xsu ysu zsu
          type element    | mol q           | 9 | expected a column element or type, found 'id mol q x y z'
          type element    | element element | 9 | a column must be there once, found element twice
          type element    | x element       | 9 | a column must be there once, found x twice
          type element    | id element      | 9 | a column must be there once, found id twice
          Si 1 2 3        | Si 1 2          | 10 | expected atom 1 of 2 in 6 columns, found 5: '1 1 Si 1 2'
          Si 1 2 3        | Si 1 2 3 4      | 10 | expected atom 1 of 2 in 6 columns, found 7: '1 1 Si 1 2 3 4'
          1 1 Si 1 2 3    | '\s'            | 10 | expected atom 1 of 2 in 6 columns, found 0: ''
          Si 1 2 3        | Si 1 x 3        | 10 | expected a finite number for the coordinate y, found 'x'
          -4 5.5 6e1      | -4 5.5 -nan     | 11 | expected a finite number for the coordinate z, found '-nan'
          -4 5.5 6e1      | inf 5.5 0       | 11 | expected a finite number for the coordinate x, found 'inf'
          2 2 O           | 2 2 OW          | 11 | expected the symbol of an element such as Si, found 'OW' (name its element with TrajectoryOptions.withElement)
          2 2 O           | 2 2 o           | 11 | expected the symbol of an element such as Si, found 'o'
          2 2 O           | -2 2 O          | 11 | expected an id from 0 to 8589934591, found '-2'
          2 2 O           | 8589934592 2 O  | 11 | expected an id from 0 to 8589934591, found '8589934592'
          2 2 O           | 2.0 2 O         | 11 | expected an id from 0 to 8589934591, found '2.0'
          """)
  void frame_thatBreaksTheFormat_isRefusedByPlace(String good, String bad, int line, String words) {
    String broken = DUMP.replace(good.replace("\\n", "\n"), bad.replace("\\n", "\n"));
    folder.assertRefused(broken + DUMP, line, words);
    folder.assertRefused(DUMP + broken + DUMP, line + 11, words);
    folder.assertRefused(broken + DUMP, DEFAULTS.withTruncatedLastFrameDropped(), line, words);
  }

  @ParameterizedTest
  @CsvSource({"ITEM: TIMESTEP, 500, 7, TIMESTEP", "ITEM: NUMBER OF ATOMS, 2, 7, NUMBER OF ATOMS"})
  void section_missing_isRefused(String section, String value, int line, String name) {
    folder.assertRefused(
        DUMP.replace(section + "\n" + value + "\n", ""),
        line,
        "a frame must have a section ITEM: " + name + " before its atoms, found none");
  }

  @Test
  void id_twice_isRefused() {
    folder.assertRefused(
        DUMP.replace("2 2 O", "1 2 O"),
        11,
        "the ids of a frame must differ, but 1 is also that of line 10");
    String three = DUMP.replace("ATOMS\n2", "ATOMS\n3") + "1 1 Si 0 0 0\n";
    folder.assertRefused(
        three, 12, "the ids of a frame must differ, but 1 is also that of line 10");
  }

  @Test
  void box_missing_isRefused() {
    folder.assertRefused(
        DUMP.replace("ITEM: BOX BOUNDS pp pp pp\n-1 9\n0 20\n5 35\n", ""),
        5,
        "a frame must have a section ITEM: BOX BOUNDS before its atoms, found none");
  }

  @Test
  void section_twice_isRefused() {
    folder.assertRefused(
        "ITEM: TIMESTEP\n1\n" + DUMP, 3, "one section ITEM: TIMESTEP, found another");
    folder.assertRefused(
        "ITEM: NUMBER OF ATOMS\n1\n" + DUMP,
        5,
        "a frame must have one section ITEM: NUMBER OF ATOMS, found another");
    folder.assertRefused(
        "ITEM: BOX BOUNDS\n0 1\n0 1\n0 1\n" + DUMP,
        9,
        "a frame must have one section ITEM: BOX BOUNDS, found another");
  }

  @ParameterizedTest
  @CsvSource({"lj", "nano", "electron", "si", "''"})
  void units_thatAreNotOfAngstrom_areRefused(String units) {
    folder.assertRefused(
        "ITEM: UNITS\n" + units + "\n" + DUMP,
        2,
        "units must be metal or real, whose lengths are in Å, found '" + units + "'");
  }

  @Test
  void time_thatIsNone_isRefused() {
    folder.assertRefused("ITEM: TIME\nsoon\n" + DUMP, 2, "expected a time, found 'soon'");
  }

  @Test
  void types_withoutNames_areRefused() {
    String types =
        DUMP.replace("type element", "mol type").replace("Si", "1").replace("O -4", "2 -4");
    folder.assertRefused(
        types,
        10,
        "expected the symbol of an element such as Si, found type '1' (name the elements of types"
            + " 1, 2, … with TrajectoryOptions.withElements)");
    folder.assertRefused(
        types,
        DEFAULTS.withElements(Element.Si),
        11,
        "expected a type from 1 to 1, as many as TrajectoryOptions.withElements names, found '2'");
  }

  @Test
  void flatOrLeftHandedBox_isRefused() {
    folder.assertRefused(
        DUMP.replace("BOUNDS pp", "BOUNDS abc origin pp")
            .replace("-1 9\n0 20\n5 35", "0 2 0 0\n2 0 0 0\n0 0 2 0"),
        5,
        "cell vectors must span a right-handed volume above 0 (Å³), got -8.0");
    folder.assertRefused(
        DUMP.replace("BOUNDS pp", "BOUNDS xy xz yz pp")
            .replace("-1 9\n0 20\n5 35", "0 2 9\n0 2 0\n0 2 0"),
        5,
        "cell vectors must span a right-handed volume above 0 (Å³), got -28.0");
  }

  @Test
  void scaledCoordinates_thatOverflow_areRefused() {
    folder.assertRefused(
        DUMP.replace("x y z", "xs ys zs").replace("Si 1", "Si 1e308"),
        9,
        "positions must be finite (Å), got Infinity for atom 1");
  }

  @Test
  void line_longerThanAMebibyte_isRefused() {
    folder.assertRefused(
        DUMP.replace("Si 1 2 3", "Si 1 2 3" + " ".repeat(1 << 20)),
        10,
        "a line must have at most 1048576 bytes");
  }

  @Test
  void control_characters_areNotPrinted() {
    folder.assertRefused(DUMP.replace("2 2 O", "2 2 \u0007\u0000"), 11, "found '\uFFFD\uFFFD'");
  }
}
