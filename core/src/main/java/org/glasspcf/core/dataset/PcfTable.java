package org.glasspcf.core.dataset;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;

/**
 * Reads tables of curves. One reader serves the many files of a data set one after another, which
 * have the same bins: it keeps the last grid. Not safe to share between threads.
 */
final class PcfTable {
  static final String CENTERS = "r_A";

  private double[] lastCenters = {};
  private RadialGrid lastGrid;

  /** The curves of a table by pair, all on one grid. */
  SortedMap<ElementPair, PairCorrelationFunction> curves(CsvTable table) {
    int centers = table.requiredColumn(CENTERS, "bin centers, Å");
    SortedMap<ElementPair, Integer> columns = new TreeMap<>();
    for (int column = 0; column < table.header().size(); column++) {
      if (column != centers) {
        add(columns, table, column);
      }
    }
    if (columns.isEmpty()) {
      throw table.headerError("needs a column of g(r) for at least one pair, such as Si-O");
    }
    List<Integer> order = List.copyOf(columns.values());
    double[] r = new double[table.rows()];
    double[][] values = new double[order.size()][r.length];
    for (int row = 0; row < r.length; row++) {
      r[row] = table.nonNegative(row, centers, "Å");
      for (int curve = 0; curve < values.length; curve++) {
        values[curve][row] = table.nonNegative(row, order.get(curve), "g, dimensionless");
      }
    }
    if (lastGrid == null || !Arrays.equals(r, lastCenters)) {
      lastGrid = BinCenters.grid(table, centers, r);
      lastCenters = r;
    }
    SortedMap<ElementPair, PairCorrelationFunction> curves = new TreeMap<>();
    for (ElementPair pair : columns.keySet()) {
      curves.put(pair, PairCorrelationFunction.of(lastGrid, values[curves.size()]));
    }
    return Collections.unmodifiableSortedMap(curves);
  }

  private static void add(SortedMap<ElementPair, Integer> columns, CsvTable table, int column) {
    String name = table.header().get(column);
    ElementPair pair;
    try {
      pair = ElementPair.parse(name);
    } catch (IllegalArgumentException e) {
      throw table.headerError(
          "column " + (column + 1) + " must be " + CENTERS + " or a pair: " + e.getMessage());
    }
    Integer earlier = columns.put(pair, column);
    if (earlier != null) {
      throw table.headerError(
          "a pair must have one column, but '"
              + table.header().get(earlier)
              + "' and '"
              + name
              + "' are the same pair");
    }
  }
}
