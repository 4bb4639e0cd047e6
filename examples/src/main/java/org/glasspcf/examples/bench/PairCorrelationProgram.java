package org.glasspcf.examples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glasspcf.core.Element;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.correlation.PairCorrelationCalculator;
import org.glasspcf.core.correlation.PairCorrelations;
import org.glasspcf.core.trajectory.TrajectoryReader;

/**
 * About the least program that computes g(r) and n(r) from a trajectory, to be timed as a whole
 * process beside those of other libraries: {@code PairCorrelationProgram traj.dump threads g.csv
 * n.csv}.
 */
public final class PairCorrelationProgram {
  private PairCorrelationProgram() {}

  /**
   * Computes and writes.
   *
   * @param args trajectory, number of threads, file of g(r), file of n(r)
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] args) throws IOException {
    RadialGrid grid = RadialGrid.uniform(10, 500);
    PairCorrelations result;
    try (TrajectoryReader frames = TrajectoryReader.open(Path.of(args[0]))) {
      result =
          PairCorrelationCalculator.of(grid)
              .withParallelism(Integer.parseInt(args[1]))
              .ofFrames(frames);
    }
    Map<String, double[]> g = new LinkedHashMap<>();
    g.put("r_A", grid.centers());
    result.curves().forEach((pair, curve) -> g.put(pair.toString(), curve.values()));
    write(Path.of(args[2]), g);
    Map<String, double[]> n = new LinkedHashMap<>();
    n.put("r_A", grid.centers());
    for (Element center : result.atomCounts().keySet()) {
      for (Element neighbor : result.atomCounts().keySet()) {
        n.put(
            center.symbol() + "-" + neighbor.symbol(),
            result.runningCoordination(center, neighbor));
      }
    }
    write(Path.of(args[3]), n);
  }

  private static void write(Path file, Map<String, double[]> columns) throws IOException {
    StringBuilder text = new StringBuilder(String.join(",", columns.keySet()));
    int rows = columns.get("r_A").length;
    for (int row = 0; row < rows; row++) {
      char separator = '\n';
      for (double[] column : columns.values()) {
        text.append(separator).append(column[row]);
        separator = ',';
      }
    }
    Files.writeString(file, text.append('\n'));
  }
}
