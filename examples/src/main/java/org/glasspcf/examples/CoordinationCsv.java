package org.glasspcf.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.correlation.PairCorrelations;

/**
 * Files of running coordination numbers: {@code r_outer_A} (outer edges of the bins, Å), then n(r)
 * of each element around each other, the one in the middle first: {@code Si-O,O-Si}.
 */
final class CoordinationCsv {
  private CoordinationCsv() {}

  static void write(Path file, PairCorrelations result) {
    StringBuilder text = new StringBuilder("r_outer_A");
    List<double[]> columns = new ArrayList<>();
    for (ElementPair pair : result.pairs()) {
      add(text, columns, result, pair.first(), pair.second());
      if (!pair.isLike()) {
        add(text, columns, result, pair.second(), pair.first());
      }
    }
    text.append('\n');
    RadialGrid grid = result.grid();
    for (int bin = 0; bin < grid.bins(); bin++) {
      text.append(TextFile.number(grid.edge(bin + 1)));
      for (double[] column : columns) {
        text.append(',').append(TextFile.number(column[bin]));
      }
      text.append('\n');
    }
    TextFile.write(file, text.toString());
  }

  private static void add(
      StringBuilder head,
      List<double[]> columns,
      PairCorrelations result,
      Element center,
      Element neighbor) {
    head.append(',').append(center.symbol()).append('-').append(neighbor.symbol());
    columns.add(result.runningCoordination(center, neighbor));
  }
}
