package org.glasspcf.examples.melt;

import java.util.List;
import java.util.Locale;
import org.glasspcf.core.Element;

/**
 * The potentials as tables for LAMMPS's {@code pair_style table}: one section a pair of types,
 * named {@code Si_O}, of 4,000 rows of index, r (Å), energy (eV) and force (eV/Å).
 */
final class PotentialTable {
  /** Rows of a section. */
  static final int ROWS = 4000;

  private static final double FIRST = 0.5;

  private PotentialTable() {}

  /** Name of a section. */
  static String section(Element one, Element other) {
    return one.symbol() + "_" + other.symbol();
  }

  /** Distance (Å) of a row from 0. */
  static double distance(int row) {
    return row == ROWS - 1
        ? ForceField.CUTOFF
        : FIRST + (ForceField.CUTOFF - FIRST) * row / (ROWS - 1);
  }

  /** The text of the file. */
  static String of(ForceField field) {
    StringBuilder text = new StringBuilder();
    List<Element> types = field.types();
    for (int i = 0; i < types.size(); i++) {
      for (int j = i; j < types.size(); j++) {
        PairPotential potential = field.between(types.get(i), types.get(j));
        text.append('\n').append(section(types.get(i), types.get(j))).append('\n');
        text.append("N ").append(ROWS).append(" R ").append(FIRST).append(' ');
        text.append(ForceField.CUTOFF).append("\n\n");
        for (int row = 0; row < ROWS; row++) {
          double r = distance(row);
          text.append(
              String.format(
                  Locale.ROOT,
                  "%d %.6f %.11e %.11e\n",
                  row + 1,
                  r,
                  potential.energy(r),
                  potential.force(r)));
        }
      }
    }
    return text.toString();
  }
}
