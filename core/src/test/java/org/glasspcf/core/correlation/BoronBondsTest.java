package org.glasspcf.core.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glasspcf.core.Element;
import org.glasspcf.core.trajectory.Frame;
import org.glasspcf.core.trajectory.SimulationCell;
import org.glasspcf.core.trajectory.TrajectoryReader;
import org.junit.jupiter.api.Test;

/** Bonds of three- and fourfold boron, atom by atom, in a melt of the bundled data. */
class BoronBondsTest {
  private static final Path MELT =
      Path.of("src/test/resources/org/glasspcf/core/raw/nbs-60-20-20-s1/traj.dump.gz");
  private static final double CUTOFF = 2.0; // Å, the data set's for B–O

  /** Counted by a script of its own, on the same 11 frames: 754 BO3, 1,182 BO4, 1.453, 1.562 Å. */
  @Test
  void boron_threeAndFourfold_haveBondsLongerThanMeasuredOnes() {
    Map<Integer, List<Double>> bonds = new TreeMap<>();
    try (TrajectoryReader frames = TrajectoryReader.open(MELT)) {
      frames.forEachRemaining(frame -> addBonds(frame, bonds));
    }
    assertEquals(List.of(3, 4), List.copyOf(bonds.keySet()));
    assertEquals(3 * 754, bonds.get(3).size());
    assertEquals(4 * 1182, bonds.get(4).size());
    assertEquals(1.453, mean(bonds.get(3)), 5e-4);
    assertEquals(1.562, mean(bonds.get(4)), 5e-4);
  }

  private static void addBonds(Frame frame, Map<Integer, List<Double>> bonds) {
    double[] positions = frame.positions();
    for (int boron = 0; boron < frame.atoms(); boron++) {
      if (frame.element(boron) != Element.B) {
        continue;
      }
      List<Double> found = new ArrayList<>();
      for (int oxygen = 0; oxygen < frame.atoms(); oxygen++) {
        double r =
            frame.element(oxygen) == Element.O
                ? distance(frame.cell(), positions, boron, oxygen)
                : CUTOFF;
        if (r < CUTOFF) {
          found.add(r);
        }
      }
      bonds.computeIfAbsent(found.size(), n -> new ArrayList<>()).addAll(found);
    }
  }

  /** The distance of the nearest images, in a box with right angles. */
  private static double distance(SimulationCell cell, double[] positions, int one, int other) {
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      double length = cell.vector(axis)[axis];
      double d = positions[3 * one + axis] - positions[3 * other + axis];
      d -= length * Math.rint(d / length);
      square += d * d;
    }
    return Math.sqrt(square);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElseThrow();
  }
}
