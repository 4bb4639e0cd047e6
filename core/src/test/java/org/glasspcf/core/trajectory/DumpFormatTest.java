package org.glasspcf.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassDataException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DumpFormatTest {
  static final String HEADER =
      "ITEM: TIMESTEP\n500\nITEM: NUMBER OF ATOMS\n2\n"
          + "ITEM: BOX BOUNDS pp pp pp\n-1 9\n0 20\n5 35\n";
  static final String DUMP =
      HEADER + "ITEM: ATOMS id type element x y z \n1 1 Si 1 2 3 \n2 2 O -4 5.5 6e1 \n";
  private static final double[] POSITIONS = {1, 2, 3, -4, 5.5, 60};
  private static final TrajectoryOptions TYPES =
      TrajectoryOptions.defaults().withElements(Element.Na, Element.Cl);

  @TempDir private Path root;
  private TextFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new TextFolder(root);
  }

  private static String atoms(String columns, String... rows) {
    return HEADER + "ITEM: ATOMS " + columns + "\n" + String.join("\n", rows) + "\n";
  }

  private static void assertAtoms(Frame frame) {
    assertArrayEquals(POSITIONS, frame.positions(), 1e-12);
    assertEquals(Element.Si, frame.element(0));
    assertEquals(Element.O, frame.element(1));
  }

  @Test
  void frame_isRead() {
    Frame frame = folder.onlyFrame(DUMP);
    assertAtoms(frame);
    assertEquals(OptionalLong.of(500), frame.timestep());
    assertEquals(
        SimulationCell.of(
            new double[] {-1, 0, 5}, new double[][] {{10, 0, 0}, {0, 20, 0}, {0, 0, 30}}),
        frame.cell());
  }

  @Test
  void frames_areRead_withTheirOwnAtomsAndBoxes() {
    String second =
        DUMP.replace("500\n", "-600\n")
            .replace("ATOMS\n2", "ATOMS\n3")
            .replace("0 20", "0 21")
            .concat("7 1 Ba 0 0 0\n");
    List<Frame> frames = TextFolder.frames(folder.write(DUMP + second + DUMP));
    assertEquals(3, frames.size());
    assertEquals(3, frames.get(1).atoms());
    assertEquals(OptionalLong.of(-600), frames.get(1).timestep());
    assertEquals(21, frames.get(1).cell().vector(1)[1]);
    assertEquals(Map.of(Element.O, 1, Element.Si, 1, Element.Ba, 1), frames.get(1).atomCounts());
    assertAtoms(frames.get(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", " \n", "\t\n"})
  void lineEnds_ofAnyKind_areRead(String end) {
    assertAtoms(folder.onlyFrame(DUMP.replace("\n", end)));
  }

  @Test
  void blankLines_betweenFrames_areSkipped() {
    assertEquals(2, TextFolder.frames(folder.write(DUMP + "\n \n" + DUMP + "\n\n")).size());
  }

  @Test
  void gzip_isRecognizedByContent() {
    byte[] one = TextFolder.gzip(DUMP.getBytes());
    byte[] two = new byte[2 * one.length];
    System.arraycopy(one, 0, two, 0, one.length);
    System.arraycopy(one, 0, two, one.length, one.length);
    assertAtoms(TextFolder.frames(folder.write(one)).get(0));
    assertEquals(2, TextFolder.frames(folder.write(two)).size());
  }

  @Test
  void columns_inAnyOrder_areReadByName() {
    assertAtoms(
        folder.onlyFrame(
            atoms(
                "vx z element q y c_pe[1] x id",
                "nan 60 O -1.2 5.5 inf -4 2",
                "0 3 Si 2.4 2 x 1 1")));
  }

  @Test
  void atoms_areSortedById() {
    Frame frame =
        folder.onlyFrame(
            atoms("element id x y z", "O 8000000001 -4 5.5 60", "Si 8000000000 1 2 3"));
    assertAtoms(frame);
  }

  @Test
  void manyAtoms_inRandomOrder_areSortedById() {
    int atoms = 5000;
    int[] ids = new SplittableRandom(3).ints(atoms, 0, 1_000_000).distinct().toArray();
    StringBuilder text = new StringBuilder(HEADER.replace("ATOMS\n2", "ATOMS\n" + ids.length));
    text.append("ITEM: ATOMS x id y z element\n");
    for (int id : ids) {
      text.append(id + " " + id + " 0 0 " + (id % 3 == 0 ? "Si\n" : "O\n"));
    }
    Frame frame = folder.onlyFrame(text.toString());
    int[] sorted = java.util.Arrays.stream(ids).sorted().toArray();
    double[] positions = frame.positions();
    for (int atom = 0; atom < sorted.length; atom++) {
      assertEquals(sorted[atom], positions[3 * atom]);
      assertEquals(sorted[atom] % 3 == 0 ? Element.Si : Element.O, frame.element(atom));
    }
  }

  @Test
  void atoms_withoutId_keepTheOrderOfTheFile() {
    assertAtoms(folder.onlyFrame(atoms("element x y z", "Si 1 2 3", "O -4 5.5 60")));
  }

  @Test
  void unwrappedCoordinates_areRead() {
    assertAtoms(folder.onlyFrame(atoms("element xu yu zu", "Si 1 2 3", "O -4 5.5 60")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xs ys zs", "xsu ysu zsu"})
  void scaledCoordinates_areMadeAngstrom(String columns) {
    Frame frame =
        folder.onlyFrame(
            atoms(
                columns + " element",
                "0.2 0.1 " + -2 / 30.0 + " Si",
                "-0.3 0.275 " + 55 / 30.0 + " O"));
    assertAtoms(frame);
  }

  @Test
  void coordinates_ofSeveralKinds_areReadUnscaled() {
    assertAtoms(
        folder.onlyFrame(
            atoms(
                "element xs ys zs xu yu zu x y z",
                "Si 9 9 9 8 8 8 1 2 3",
                "O 9 9 9 8 8 8 -4 5.5 60")));
  }

  @Test
  void unitsAndTime_areSkipped() {
    assertAtoms(folder.onlyFrame("ITEM: UNITS\nreal\nITEM: TIME\n0.5\n" + DUMP));
  }

  @Test
  void tilt_isTakenOffTheBounds() {
    // xlo = 1, xhi = 9, xy = -2, xz = 3, yz = 1.5: xlo_bound = 1 - 2, xhi_bound = 9 + 3,
    // yhi_bound = 20 + 1.5
    Frame frame =
        folder.onlyFrame(
            DUMP.replace(
                "BOUNDS pp pp pp\n-1 9\n0 20\n5 35\n",
                "BOUNDS xy xz yz pp pp pp\n-1 12 -2\n0 21.5 3\n5 35 1.5\n"));
    assertEquals(
        SimulationCell.of(
            new double[] {1, 0, 5}, new double[][] {{8, 0, 0}, {-2, 20, 0}, {3, 1.5, 30}}),
        frame.cell());
  }

  /** Bounds made from cells by the formulas of the LAMMPS manual, Howto triclinic. */
  @Test
  void tilt_ofAnySign_isTakenOffTheBounds() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 200; i++) {
      double[] lo = random.doubles(3, -10, 10).toArray();
      double[] length = random.doubles(3, 5, 20).toArray();
      double[] tilt = random.doubles(3, -8, 8).toArray();
      double xy = tilt[0];
      double xz = tilt[1];
      double yz = tilt[2];
      double left = java.util.stream.DoubleStream.of(0, xy, xz, xy + xz).min().getAsDouble();
      double right = java.util.stream.DoubleStream.of(0, xy, xz, xy + xz).max().getAsDouble();
      String bounds =
          (lo[0] + left)
              + " "
              + (lo[0] + length[0] + right)
              + " "
              + xy
              + "\n"
              + (lo[1] + Math.min(0, yz))
              + " "
              + (lo[1] + length[1] + Math.max(0, yz))
              + " "
              + xz
              + "\n"
              + lo[2]
              + " "
              + (lo[2] + length[2])
              + " "
              + yz
              + "\n";
      Frame frame =
          folder.onlyFrame(
              DUMP.replace(
                  "BOUNDS pp pp pp\n-1 9\n0 20\n5 35\n", "BOUNDS xy xz yz pp pp pp\n" + bounds));
      assertArrayEquals(lo, frame.cell().origin(), 1e-13);
      assertArrayEquals(new double[] {length[0], 0, 0}, frame.cell().vector(0), 1e-13);
      assertArrayEquals(new double[] {xy, length[1], 0}, frame.cell().vector(1), 1e-13);
      assertArrayEquals(new double[] {xz, yz, length[2]}, frame.cell().vector(2), 1e-13);
    }
  }

  @Test
  void generalTriclinicBox_isRead() {
    Frame frame =
        folder.onlyFrame(
            DUMP.replace(
                "BOUNDS pp pp pp\n-1 9\n0 20\n5 35\n",
                "BOUNDS abc origin pp ff pp\n3 4 0 -1\n-4 3 0.5 2\n0 1 6 5\n"));
    assertEquals(
        SimulationCell.of(
            new double[] {-1, 2, 5},
            new double[][] {{3, 4, 0}, {-4, 3, 0.5}, {0, 1, 6}},
            new boolean[] {true, false, true}),
        frame.cell());
  }

  @ParameterizedTest
  @CsvSource({
    "'', true, true, true",
    "pp pp pp, true, true, true",
    "ff pp ss, false, true, false",
    "pp fm sf, true, false, false",
    "mm mm pp, false, false, true"
  })
  void boundaries_areRead(String flags, boolean x, boolean y, boolean z) {
    SimulationCell cell = folder.onlyFrame(DUMP.replace("pp pp pp", flags)).cell();
    assertEquals(x, cell.periodic(0));
    assertEquals(y, cell.periodic(1));
    assertEquals(z, cell.periodic(2));
  }

  @Test
  void types_areNamedByTheCaller() {
    String text = atoms("type x y z", "2 1 2 3", "1 0 0 0");
    Frame frame = folder.onlyFrame(text, TYPES);
    assertEquals(Element.Cl, frame.element(0));
    assertEquals(Element.Na, frame.element(1));
  }

  @Test
  void types_namedByTheCaller_comeBeforeTheColumnOfElements() {
    Frame frame = folder.onlyFrame(DUMP.replace("Si", "C").replace("O -4", "C -4"), TYPES);
    assertEquals(Element.Na, frame.element(0));
    assertEquals(Element.Cl, frame.element(1));
    assertFalse(frame.atomCounts().containsKey(Element.C));
  }

  @Test
  void types_thatContradictTheColumnOfElements_areRefused() {
    // Type 1 is named Na, type 2 Cl.
    assertThatIsRefused(DUMP, "its type is named Na and its element is Si");
    assertThatIsRefused(
        DUMP.replace("Si", "Na").replace("O -4", "K -4"), "named Cl and its element is K");
    Frame frame = folder.onlyFrame(DUMP.replace("Si", "Na1").replace("O -4", "ion -4"), TYPES);
    assertEquals(Element.Na, frame.element(0), "a word that is no symbol says nothing");
  }

  private void assertThatIsRefused(String dump, String named) {
    var refused =
        assertThrows(GlassDataException.class, () -> folder.onlyFrame(dump, TYPES)).getMessage();
    assertTrue(refused.contains(named), refused);
  }

  @Test
  void types_namedByTheCaller_withoutAColumnOfThem_leaveElements() {
    assertAtoms(folder.onlyFrame(atoms("element x y z", "Si 1 2 3", "O -4 5.5 60"), TYPES));
  }

  @Test
  void types_thatAreLabels_areRead() {
    assertAtoms(folder.onlyFrame(atoms("type x y z", "Si 1 2 3", "O -4 5.5 60")));
  }

  @Test
  void labels_areNamedByTheCaller() {
    TrajectoryOptions options =
        TrajectoryOptions.defaults()
            .withElement("Si4+", Element.Si)
            .withElement("bridging-oxygen", Element.O);
    assertAtoms(
        folder.onlyFrame(
            DUMP.replace("Si", "Si4+").replace("O -4", "bridging-oxygen -4"), options));
  }

  @Test
  void labels_namedByTheCaller_comeBeforeSymbolsAndTypes() {
    TrajectoryOptions options = TYPES.withElement("1", Element.Si).withElement("Cl", Element.O);
    assertAtoms(folder.onlyFrame(atoms("type x y z", "1 1 2 3", "Cl -4 5.5 60"), options));
  }

  @Test
  void lines_longerThanTheBuffer_areRead() {
    String filler = " 0".repeat(200_000);
    assertAtoms(
        folder.onlyFrame(
            atoms(
                "element x y z" + " f".repeat(200_000),
                "Si 1 2 3" + filler,
                "O -4 5.5 60" + filler)));
  }
}
