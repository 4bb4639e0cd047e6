package org.glasspcf.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.glasspcf.core.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendedXyzFormatTest {
  static final String LATTICE = "Lattice=\"4 0 0 1 3 0 -0.5 0.25 2\"";
  static final String XYZ =
      "2\n" + LATTICE + " Properties=species:S:1:pos:R:3\nSi 1 2 3\nO -4 5.5 6e1\n";
  private static final double[][] VECTORS = {{4, 0, 0}, {1, 3, 0}, {-0.5, 0.25, 2}};
  private static final double[] POSITIONS = {1, 2, 3, -4, 5.5, 60};

  @TempDir private Path root;
  private TextFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new TextFolder(root);
  }

  private static void assertAtoms(Frame frame) {
    assertArrayEquals(POSITIONS, frame.positions());
    assertEquals(Element.Si, frame.element(0));
    assertEquals(Element.O, frame.element(1));
  }

  private static String withProperties(String properties, String... rows) {
    return "2\n" + LATTICE + " Properties=" + properties + "\n" + String.join("\n", rows) + "\n";
  }

  @Test
  void frame_isRead() {
    Frame frame = folder.onlyFrame(XYZ);
    assertAtoms(frame);
    assertEquals(SimulationCell.of(new double[3], VECTORS), frame.cell());
    assertEquals(OptionalLong.empty(), frame.timestep());
  }

  @Test
  void frames_areRead() {
    String second =
        "1\npbc=\"F F T\" Origin=\"1 2 3\" Timestep=7 Time=0.5 Properties=pos:R:3:species:S:1 "
            + LATTICE
            + "\n7 8 9 Ba\n";
    List<Frame> frames = TextFolder.frames(folder.write(XYZ + second + XYZ + "\n \n"));
    assertEquals(3, frames.size());
    Frame frame = frames.get(1);
    assertArrayEquals(new double[] {7, 8, 9}, frame.positions());
    assertEquals(Element.Ba, frame.element(0));
    assertEquals(OptionalLong.of(7), frame.timestep());
    assertEquals(
        SimulationCell.of(new double[] {1, 2, 3}, VECTORS, new boolean[] {false, false, true}),
        frame.cell());
    assertAtoms(frames.get(2));
  }

  @Test
  void lastLine_withoutALineBreak_isWhole() {
    assertAtoms(folder.onlyFrame(XYZ.stripTrailing()));
  }

  @Test
  void gzip_andCarriageReturns_areRead() {
    byte[] bytes = TextFolder.gzip(XYZ.replace("\n", "\r\n").getBytes());
    assertAtoms(TextFolder.frames(folder.write(bytes)).get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lattice=\"4 0 0 1 3 0 -0.5 0.25 2\"",
        "Lattice='4 0 0 1 3 0 -0.5 0.25 2'",
        "Lattice={4 0 0 1 3 0 -0.5 0.25 2}",
        "Lattice=[[4, 0, 0], [1, 3, 0], [-0.5, 0.25, 2]]",
        "Lattice=[[4,0,0],[1,3,0],[-0.5,0.25,2]]",
        "\"Lattice\" = \" 4  0 0 1 3 0 -5d-1 2.5E-01 2 \"",
        "energy=-1.5e3 done Lattice=\"4 0 0 1 3 0 -0.5 0.25 2\"",
        "note=\"a \\\"quoted\\\" Lattice=1\" Lattice=\"4 0 0 1 3 0 -0.5 0.25 2\"",
        "matrix=[[1, 2], [3, 4]] set={a b} Lattice=\"4 0 0 1 3 0 -0.5 0.25 2\"",
        "Lattice=\"4 0 0 1 3 0 -0.5 0.25 2\" empty= other",
      })
  void lattice_isReadInAnyWayToWriteIt(String comment) {
    String text = XYZ.replace(LATTICE + " Properties=species:S:1:pos:R:3", comment);
    Frame frame = folder.onlyFrame(text);
    assertAtoms(frame);
    assertEquals(SimulationCell.of(new double[3], VECTORS), frame.cell());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"T F True\"", "[T, F, T]", "{true false TRUE}", "\"1 0 1\""})
  void pbc_isReadInAnyWayToWriteIt(String pbc) {
    Frame frame = folder.onlyFrame(XYZ.replace("Properties", "pbc=" + pbc + " Properties"));
    assertEquals(
        SimulationCell.of(new double[3], VECTORS, new boolean[] {true, false, true}), frame.cell());
  }

  @Test
  void leftHandedLattice_isTheSameBox_withItsVectorsSwapped() {
    Frame frame =
        folder.onlyFrame(
            XYZ.replace("4 0 0 1 3 0 -0.5 0.25 2", "4 0 0 -0.5 0.25 2 1 3 0")
                .replace("Properties", "pbc=\"T F T\" Properties"));
    assertAtoms(frame);
    assertEquals(
        SimulationCell.of(new double[3], VECTORS, new boolean[] {true, true, false}), frame.cell());
  }

  @Test
  void columns_inAnyOrder_areReadByName() {
    assertAtoms(
        folder.onlyFrame(
            withProperties(
                "forces:R:3:id:I:1:pos:R:3:fixed:L:1:species:S:1:q:R:1",
                "0 0 nan 2 -4 5.5 60 T O -1.2",
                "0 0 0 1 1 2 3 F Si x")));
  }

  @Test
  void columns_withoutProperties_mayBeMore() {
    String text = XYZ.replace(" Properties=species:S:1:pos:R:3", "").replace("2 3", "2 3 0.5 x");
    assertAtoms(folder.onlyFrame(text));
  }

  @Test
  void labels_areNamedByTheCaller() {
    TrajectoryOptions options =
        TrajectoryOptions.defaults().withElement("OB", Element.O).withElements(Element.Si);
    assertAtoms(folder.onlyFrame(XYZ.replace("Si", "1").replace("O -4", "OB -4"), options));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2\\nLatt   | 2 2\\nLatt  | 1 | expected the number of atoms, found '2 2'
          2\\nLatt   | 0\\nLatt    | 1 | the number of atoms must be from 1 to 715827879, found 0
          2\\nLatt   | 1\\nLatt    | 4 | expected the number of atoms, found 'O -4 5.5 6e1'
          2\\nLatt   | 3\\nLatt    | 5 | expected atom 3 of 3 in 4 columns, found 1: '2'
          Lattice    | Cell        | 2 | a frame must have a cell, Lattice="ax ay az bx by bz cx cy cz" (Å), found none in 'Cell="4 0 0
          0.25 2"    | 0.25"       | 2 | Lattice must be 9 numbers (Å), found '4 0 0 1 3 0 -0.5 0.25'
          0.25 2"    | 0.25 x"     | 2 | Lattice must be 9 numbers (Å), found '4 0 0 1 3 0 -0.5 0.25 x'
          0.25 2"    | 0.25 2      | 2 | expected a closing quote or bracket, found the end of the line after '"4 0 0
          0.25 2"    | 0.25 0"     | 2 | Lattice: cell vectors must span a right-handed volume above 0 (Å³), got 0.0
          Latt       | pbc="T T" Latt   | 2 | pbc must be three of T and F, found 'T T'
          Latt       | pbc="T T p" Latt | 2 | pbc must be three of T and F, found 'T T p'
          Latt       | Origin=5 Latt    | 2 | Origin must be 3 numbers (Å), found '5'
          Latt       | Timestep=0.5 Latt | 2 | Timestep must be a whole number, found '0.5'
          Latt       | a=1 a=2 Latt | 2 | a key must be there once, found another 'a'
          Latt       | a={1 [2 Latt | 2 | expected a closing quote or bracket, found the end of the line after '{1 [2
          :R:3       | :R          | 2 | Properties must hold triplets name:type:columns, found 'species:S:1:pos:R'
          :R:3       | :R:x        | 2 | Properties must hold from 1 to 10000 columns, found 'species:S:1:pos:R:x'
          :R:3       | :R:3:q:R:0  | 2 | Properties must hold from 1 to 10000 columns
          :R:3       | :R:3:q:R:9999 | 2 | Properties must hold from 1 to 10000 columns
          :R:3       | :R:3:q:X:1  | 2 | Properties must hold types S, I, R or L
          :R:3       | :R:3:q::1   | 2 | Properties must hold types S, I, R or L
          :R:3       | :R:2        | 2 | Properties must hold pos:R:3
          :R:3       | :I:3        | 2 | Properties must hold pos:R:3
          :R:3       | :R:3:pos:R:3 | 2 | Properties must hold pos once
          pos        | position    | 2 | Properties must hold species:S:1 and pos:R:3
          species    | Z           | 2 | Properties must hold species:S:1 and pos:R:3
          Si 1 2 3   | Si 1 2      | 3 | expected atom 1 of 2 in 4 columns, found 3: 'Si 1 2'
          Si 1 2 3   | Si 1 2 3 4  | 3 | expected atom 1 of 2 in 4 columns, found 5
          Si 1 2 3   | '\s'        | 3 | expected atom 1 of 2 in 4 columns, found 0
          -4 5.5     | -4 *        | 4 | expected a finite number for the coordinate y, found '*'
          O -4       | Xx -4       | 4 | expected the symbol of an element such as Si, found 'Xx'
          O -4       | 8 -4        | 4 | expected the symbol of an element such as Si, found type '8'
          """)
  void frame_thatBreaksTheFormat_isRefusedByPlace(String good, String bad, int line, String words) {
    String broken = XYZ.replace(good.replace("\\n", "\n"), bad.replace("\\n", "\n"));
    folder.assertRefused(broken + XYZ, line, words);
    folder.assertRefused(XYZ + broken + XYZ, line + 4, words);
  }

  @Test
  void plainXyz_isRefused() {
    folder.assertRefused("1\nvitreous silica\nSi 0 0 0\n", 2, "found none in 'vitreous silica'");
    folder.assertRefused("1\n\nSi 0 0 0\n", 2, "found none in ''");
  }
}
