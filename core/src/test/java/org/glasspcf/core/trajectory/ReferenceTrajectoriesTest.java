package org.glasspcf.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.glasspcf.core.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of LAMMPS and ASE; the resources' README.md says how they were made. */
class ReferenceTrajectoriesTest {
  private static final TrajectoryOptions TYPES =
      TrajectoryOptions.defaults().withElements(Element.Si, Element.O, Element.Na);

  @TempDir private Path root;
  private TextFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new TextFolder(root);
  }

  private List<Frame> frames(String resource) {
    return TextFolder.frames(folder.resource(resource), TYPES);
  }

  private List<String> lines(String resource) {
    try {
      return Files.readAllLines(folder.resource(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The box as LAMMPS printed it; all of its numbers are short decimals. */
  @ParameterizedTest
  @CsvSource({
    "triclinic-x.dump",
    "triclinic-exact.dump",
    "triclinic-xs.dump",
    "triclinic-xu.dump",
    "triclinic-xsu.dump"
  })
  void triclinicBox_isThatOfLammps(String file) {
    double[] box =
        Stream.of(lines("triclinic-box.txt").get(1).split(" "))
            .mapToDouble(Double::parseDouble)
            .toArray();
    SimulationCell expected =
        SimulationCell.of(
            new double[] {box[0], box[2], box[4]},
            new double[][] {
              {box[1] - box[0], 0, 0},
              {box[6], box[3] - box[2], 0},
              {box[7], box[8], box[5] - box[4]}
            });
    List<Frame> frames = frames(file);
    assertEquals(3, frames.size());
    for (int i = 0; i < 3; i++) {
      assertEquals(expected, frames.get(i).cell());
      assertEquals(OptionalLong.of(40 * i), frames.get(i).timestep());
      assertEquals(Map.of(Element.Si, 9, Element.O, 12, Element.Na, 3), frames.get(i).atomCounts());
    }
  }

  /** One trajectory in other columns: equal up to the digits LAMMPS wrote, six by default. */
  @ParameterizedTest
  @CsvSource({"triclinic-x.dump, 1e-4", "triclinic-xs.dump, 1e-4"})
  void columns_giveTheSamePositions(String file, double tolerance) {
    List<Frame> exact = frames("triclinic-exact.dump");
    List<Frame> frames = frames(file);
    for (int i = 0; i < exact.size(); i++) {
      assertArrayEquals(exact.get(i).positions(), frames.get(i).positions(), tolerance);
    }
  }

  @Test
  void unwrappedColumns_differByCellVectors() {
    List<Frame> exact = frames("triclinic-exact.dump");
    List<Frame> unwrapped = frames("triclinic-xu.dump");
    List<Frame> scaled = frames("triclinic-xsu.dump");
    int crossed = 0;
    for (int i = 0; i < exact.size(); i++) {
      assertArrayEquals(unwrapped.get(i).positions(), scaled.get(i).positions(), 1e-11);
      crossed += assertSameInsideTheCell(exact.get(i), unwrapped.get(i));
    }
    assertTrue(crossed > 10, crossed + " atoms crossed a boundary");
  }

  private static int assertSameInsideTheCell(Frame one, Frame other) {
    double[] p = one.positions();
    double[] q = other.positions();
    SimulationCell cell = one.cell();
    int moved = 0;
    for (int atom = 0; atom < one.atoms(); atom++) {
      double[] d = {
        q[3 * atom] - p[3 * atom],
        q[3 * atom + 1] - p[3 * atom + 1],
        q[3 * atom + 2] - p[3 * atom + 2]
      };
      // the cell is lower triangular, so the number of vectors follows from z, then y, then x
      boolean far = false;
      for (int axis = 2; axis >= 0; axis--) {
        double[] v = cell.vector(axis);
        long times = Math.round(d[axis] / v[axis]);
        far |= times != 0;
        for (int x = 0; x < 3; x++) {
          d[x] -= times * v[x];
        }
      }
      assertArrayEquals(new double[3], d, 1e-11);
      moved += far ? 1 : 0;
    }
    return moved;
  }

  @Test
  void walls_areThoseOfLammps() {
    Frame frame = frames("walls.dump").get(0);
    assertTrue(frame.cell().periodic(0));
    assertFalse(frame.cell().periodic(1));
    assertFalse(frame.cell().periodic(2));
    assertEquals(Map.of(Element.Si, 4, Element.O, 5), frame.atomCounts());
    double[] z = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int atom = 0; atom < 9; atom++) {
      z[0] = Math.min(z[0], frame.positions()[3 * atom + 2]);
      z[1] = Math.max(z[1], frame.positions()[3 * atom + 2]);
    }
    // LAMMPS wraps a box around its atoms with 1e-4 of the distances' unit to spare
    assertEquals(z[0], frame.cell().origin()[2], 1e-3);
    assertEquals(z[1] - z[0], frame.cell().vector(2)[2], 2e-3);
  }

  /** ASE 3.22.1 as an independent reader. */
  @Test
  void positions_areThoseThatAseReads() {
    List<String> rows = lines("ase-positions.csv");
    String open = "";
    List<Frame> frames = List.of();
    List<String> files = new ArrayList<>();
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      if (!cells[0].equals(open)) {
        open = cells[0];
        files.add(open);
        frames = frames(open);
      }
      Frame frame = frames.get(Integer.parseInt(cells[1]));
      int atom = Integer.parseInt(cells[2]);
      assertEquals(cells[3], frame.element(atom).symbol(), row);
      for (int axis = 0; axis < 3; axis++) {
        assertEquals(Double.parseDouble(cells[4 + axis]), frame.positions()[3 * atom + axis], row);
      }
    }
    assertEquals(
        List.of(
            "triclinic-x.dump",
            "triclinic-exact.dump",
            "triclinic-xu.dump",
            "walls.dump",
            "ase.xyz"),
        files);
  }

  @Test
  void extendedXyz_ofAse_isRead() {
    List<Frame> frames = frames("ase.xyz");
    assertEquals(3, frames.size());
    double[][] vectors = {{11.75, 0, 0}, {-2.5, 9.75, 0}, {3.75, -1.5, 10.125}};
    for (int i = 0; i < 3; i++) {
      assertEquals(24 - i, frames.get(i).atoms());
      assertEquals(OptionalLong.of(40 * i), frames.get(i).timestep());
      assertEquals(
          SimulationCell.of(new double[3], vectors, new boolean[] {true, true, i != 1}),
          frames.get(i).cell());
    }
  }

  /** The raw glass against the JDK's gzip, split and parseDouble. */
  @Test
  void rawTrajectory_isReadExactly() throws IOException {
    Path file = folder.resource(TextFolder.RAW + "traj.dump.gz");
    List<Frame> frames = TextFolder.frames(file);
    List<String> lines;
    try (GZIPInputStream gzip = new GZIPInputStream(Files.newInputStream(file))) {
      lines = new String(gzip.readAllBytes()).lines().toList();
    }
    assertEquals(11, frames.size());
    int line = 0;
    for (int i = 0; i < 11; i++, line += 9 + 1499) {
      Frame frame = frames.get(i);
      assertEquals(OptionalLong.of(500 * i), frame.timestep());
      assertEquals(
          Map.of(Element.Si, 265, Element.B, 176, Element.O, 882, Element.Na, 176),
          frame.atomCounts());
      double length = 2.6386626495974312e+01 + 3.4071510892887957e-02;
      double[] low = new double[3];
      Arrays.fill(low, -3.4071510892887957e-02);
      assertEquals(
          SimulationCell.of(low, new double[][] {{length, 0, 0}, {0, length, 0}, {0, 0, length}}),
          frame.cell());
      double[] positions = frame.positions();
      for (int atom = 0; atom < 1499; atom++) {
        String[] words = lines.get(line + 9 + atom).split(" ");
        assertEquals(words[2], frame.element(atom).symbol());
        for (int axis = 0; axis < 3; axis++) {
          assertEquals(Double.parseDouble(words[3 + axis]), positions[3 * atom + axis]);
        }
      }
    }
  }
}
