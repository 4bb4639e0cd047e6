package org.glasspcf.core.trajectory;

import java.util.List;
import org.glasspcf.core.GlassDataException;

/**
 * The box of a LAMMPS dump.
 *
 * <p>A box of right angles is given by its bounds {@code lo hi}. A triclinic one, {@code xy xz yz},
 * has three numbers a line, {@code lo_bound hi_bound tilt}, and the bounds are not its own but
 * those of the smallest upright box around it (LAMMPS manual, <em>Howto triclinic</em>):
 *
 * <pre>
 * xlo_bound = xlo + min(0, xy, xz, xy + xz)    xhi_bound = xhi + max(0, xy, xz, xy + xz)
 * ylo_bound = ylo + min(0, yz)                 yhi_bound = yhi + max(0, yz)
 * </pre>
 *
 * <p>A general triclinic one, {@code abc origin}, has a cell vector and a coordinate of the origin
 * on each line. Boundaries are periodic where the header says {@code pp}; a header without them is
 * taken as that of a periodic box.
 */
final class DumpBox {
  private DumpBox() {}

  /**
   * Reads the three lines that follow.
   *
   * @param header the words after {@code ITEM: BOX BOUNDS}
   */
  static SimulationCell read(LineReader lines, List<String> header) {
    boolean tilted = startsWith(header, List.of("xy", "xz", "yz"));
    boolean general = startsWith(header, List.of("abc", "origin"));
    List<String> flags = header.subList(tilted ? 3 : general ? 2 : 0, header.size());
    boolean[] periodic = periodic(lines, flags);
    String what =
        general
            ? "a cell vector and a coordinate of the origin (4 numbers, Å)"
            : tilted ? "two bounds and a tilt (3 numbers, Å)" : "two bounds (2 numbers, Å)";
    double[][] rows = new double[3][];
    long line = lines.number();
    for (int axis = 0; axis < 3; axis++) {
      lines.require(what);
      rows[axis] = lines.decimals(general ? 4 : tilted ? 3 : 2, what);
      if (!general && !(rows[axis][1] > rows[axis][0])) {
        throw lines.malformed(
            "the upper bound of a box must be above the lower one (Å), found "
                + LineReader.quoted(lines.text()));
      }
    }
    try {
      return general ? general(rows, periodic) : restricted(rows, tilted, periodic);
    } catch (IllegalArgumentException e) {
      throw GlassDataException.atLine(lines.source(), line, e.getMessage(), e);
    }
  }

  private static boolean startsWith(List<String> header, List<String> words) {
    return header.size() >= words.size() && header.subList(0, words.size()).equals(words);
  }

  private static boolean[] periodic(LineReader lines, List<String> flags) {
    boolean[] periodic = {true, true, true};
    if (flags.isEmpty()) {
      return periodic;
    }
    for (int axis = 0; axis < flags.size(); axis++) {
      String flag = flags.get(axis);
      boolean known =
          flags.size() == 3 && (flag.equals("pp") || flag.length() == 2 && areWalls(flag));
      if (!known) {
        throw lines.malformed(
            "expected three boundaries such as pp, ff or fs after ITEM: BOX BOUNDS, found "
                + LineReader.quoted(String.join(" ", flags)));
      }
      periodic[axis] = flag.equals("pp");
    }
    return periodic;
  }

  private static boolean areWalls(String flag) {
    return "fsm".indexOf(flag.charAt(0)) >= 0 && "fsm".indexOf(flag.charAt(1)) >= 0;
  }

  private static SimulationCell restricted(double[][] rows, boolean tilted, boolean[] periodic) {
    double xy = tilted ? rows[0][2] : 0;
    double xz = tilted ? rows[1][2] : 0;
    double yz = tilted ? rows[2][2] : 0;
    double xlo = rows[0][0] - Math.min(Math.min(0, xy + xz), Math.min(xy, xz));
    double xhi = rows[0][1] - Math.max(Math.max(0, xy + xz), Math.max(xy, xz));
    double ylo = rows[1][0] - Math.min(0, yz);
    double yhi = rows[1][1] - Math.max(0, yz);
    double zlo = rows[2][0];
    double zhi = rows[2][1];
    return SimulationCell.of(
        new double[] {xlo, ylo, zlo},
        new double[][] {{xhi - xlo, 0, 0}, {xy, yhi - ylo, 0}, {xz, yz, zhi - zlo}},
        periodic);
  }

  private static SimulationCell general(double[][] rows, boolean[] periodic) {
    double[] origin = new double[3];
    double[][] vectors = new double[3][];
    for (int axis = 0; axis < 3; axis++) {
      vectors[axis] = new double[] {rows[axis][0], rows[axis][1], rows[axis][2]};
      origin[axis] = rows[axis][3];
    }
    return SimulationCell.of(origin, vectors, periodic);
  }
}
