package org.glasspcf.examples.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.glasspcf.core.Element;
import org.glasspcf.core.trajectory.Frame;
import org.glasspcf.core.trajectory.SimulationCell;

/**
 * Atoms anywhere in a cube, 0.08 of them in each Å³ as in a glass, of silicon, oxygen and sodium.
 * Equal numbers of atoms give equal frames.
 */
final class RandomAtoms {
  private static final double DENSITY = 0.08;

  private RandomAtoms() {}

  static Frame frame(int atoms) {
    double side = Math.cbrt(atoms / DENSITY);
    Random random = new Random(atoms);
    double[] positions = new double[3 * atoms];
    Arrays.setAll(positions, i -> side * random.nextDouble());
    List<Element> elements = new ArrayList<>();
    for (int atom = 0; atom < atoms; atom++) {
      elements.add(atom % 3 == 0 ? Element.Si : atom % 10 == 1 ? Element.Na : Element.O);
    }
    return Frame.of(SimulationCell.orthorhombic(side, side, side), elements, positions);
  }
}
