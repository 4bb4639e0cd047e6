package org.glasspcf.examples.melt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassDataException;

/**
 * The random start: PACKMOL's input, and its result as a data file for LAMMPS.
 *
 * <p>PACKMOL knows no periodic box. Atoms keep 0.85 Å from the faces, so that images across a face
 * are 1.7 Å apart or more, and 1.85 Å from each other, as those of the bundled data set.
 */
final class Packing {
  static final String INPUT = "packmol.inp";
  static final String OUTPUT = "packed.xyz";

  private static final double TOLERANCE = 1.85;
  private static final double MARGIN = 0.85;

  /** Atomic masses (g/mol) of the bundled data set, with more digits than the abridged weights. */
  private static final Map<Element, Double> MASSES =
      Map.of(
          Element.Si, 28.0855,
          Element.B, 10.811,
          Element.O, 15.999,
          Element.Na, 22.98977,
          Element.Ba, 137.327,
          Element.Ti, 47.867,
          Element.Zn, 65.38);

  private final MeltBox box;
  private final List<Element> types;

  private Packing(MeltBox box, List<Element> types) {
    this.box = box;
    this.types = types;
  }

  /**
   * The packing of a box.
   *
   * @param box what to pack
   * @param types its elements in the order of LAMMPS's types
   */
  static Packing of(MeltBox box, List<Element> types) {
    return new Packing(box, List.copyOf(types));
  }

  /** Writes PACKMOL's input and the one-atom structures that it names. */
  void writeInput(Path folder, int seed) throws IOException {
    for (Element element : types) {
      Files.writeString(
          folder.resolve(structure(element)),
          "1\n" + element.symbol() + "\n" + element.symbol() + " 0.0 0.0 0.0\n");
    }
    Files.writeString(folder.resolve(INPUT), input(seed));
  }

  /** PACKMOL's input. */
  String input(int seed) {
    String margin = Numbers.plain(MARGIN);
    String corner =
        String.join(" ", margin, margin, margin, Numbers.plain(box.edge() - 2 * MARGIN));
    StringBuilder text = new StringBuilder();
    text.append("tolerance ").append(Numbers.plain(TOLERANCE)).append('\n');
    text.append("filetype xyz\noutput ").append(OUTPUT).append('\n');
    text.append("seed ").append(seed).append('\n');
    for (Element element : types) {
      text.append("\nstructure ").append(structure(element)).append("\n  number ");
      text.append(box.atoms().get(element)).append("\n  inside cube ").append(corner).append('\n');
      text.append("end structure\n");
    }
    return text.toString();
  }

  private static String structure(Element element) {
    return element.symbol() + ".xyz";
  }

  /**
   * The packed atoms as a data file for LAMMPS.
   *
   * @param title first line of the file
   * @param packed PACKMOL's output
   * @return the text of the file
   * @throws GlassDataException if PACKMOL's output is not what was asked for
   */
  String lammpsData(String title, Path packed) throws IOException {
    List<String> lines = Files.readAllLines(packed);
    int atoms = box.atomCount();
    if (lines.size() < atoms + 2) {
      throw GlassDataException.inFile(
          packed.toString(),
          "must hold " + atoms + " atoms after 2 lines, has " + lines.size() + " lines");
    }
    List<String> rows = new ArrayList<>();
    int line = 2;
    for (int type = 1; type <= types.size(); type++) {
      Element element = types.get(type - 1);
      for (int n = box.atoms().get(element); n > 0; n--, line++) {
        double[] at = position(packed, line, lines.get(line), element);
        rows.add(
            String.format(
                Locale.ROOT, "%d %d %.6f %.6f %.6f", line - 1, type, at[0], at[1], at[2]));
      }
    }
    StringBuilder text = new StringBuilder(title).append("\n\n");
    text.append(atoms).append(" atoms\n").append(types.size()).append(" atom types\n\n");
    for (String axis : List.of("x", "y", "z")) {
      text.append(String.format(Locale.ROOT, "0 %s %slo %shi\n", box.edge(), axis, axis));
    }
    text.append("\nMasses\n\n");
    for (int type = 1; type <= types.size(); type++) {
      text.append(type).append(' ').append(MASSES.get(types.get(type - 1))).append('\n');
    }
    return text.append("\nAtoms # atomic\n\n")
        .append(String.join("\n", rows))
        .append('\n')
        .toString();
  }

  private double[] position(Path packed, int index, String line, Element element) {
    String[] words = line.strip().split("\\s+");
    double[] position = new double[3];
    boolean sound = words.length == 4 && words[0].equals(element.symbol());
    for (int axis = 0; sound && axis < 3; axis++) {
      try {
        position[axis] = Double.parseDouble(words[axis + 1]);
      } catch (NumberFormatException e) {
        position[axis] = Double.NaN;
      }
      sound = position[axis] > -1 && position[axis] < box.edge() + 1;
    }
    if (!sound) {
      throw GlassDataException.atLine(
          packed.toString(),
          index + 1L,
          "must be an atom of " + element.symbol() + " inside the box, was '" + line + "'");
    }
    return position;
  }

  /** Mass of all atoms (g/mol). */
  static double mass(Map<Element, Integer> atoms) {
    double mass = 0;
    for (Map.Entry<Element, Integer> count : atoms.entrySet()) {
      mass += count.getValue() * MASSES.get(count.getKey());
    }
    return mass;
  }
}
