package org.glasspcf.core.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.glasspcf.core.RadialGrid;

/**
 * Finds the shells that a column of bin centers stands for.
 *
 * <p>Centers alone fix the edges only if all bins are equally wide, so nothing else is accepted.
 * Printed centers are rounded; the outer edges are therefore rounded to the fewest decimals that
 * this rounding allows, so that 500 centers 0.01, 0.03 … 9.99 give a grid that ends at 10 Å
 * exactly.
 */
final class BinCenters {
  /** Largest share of a bin's width by which printed centers may miss even spacing. */
  private static final double TOLERANCE = 0.02;

  private static final int MOST_DECIMALS = 9;

  private BinCenters() {}

  /**
   * The grid of a table's centers.
   *
   * @param table the table, for errors
   * @param column the column of centers
   * @param centers the numbers of that column (Å)
   */
  static RadialGrid grid(CsvTable table, int column, double[] centers) {
    String name = table.header().get(column);
    int bins = centers.length;
    if (bins < 2) {
      throw table.headerError(
          "column "
              + name
              + " must have at least 2 bin centers to show their spacing, has "
              + bins);
    }
    double first = centers[1] - centers[0];
    for (int row = 1; row < bins; row++) {
      double step = centers[row] - centers[row - 1];
      if (!(step > 0)) {
        throw table.error(
            row,
            name,
            "must increase, but " + centers[row] + " Å follows " + centers[row - 1] + " Å");
      }
      if (!(Math.abs(step - first) <= TOLERANCE * first)) {
        throw table.error(
            row,
            name,
            "must hold evenly spaced bin centers, but "
                + centers[row]
                + " Å follows "
                + centers[row - 1]
                + " Å where the first step is "
                + rounded(first, 9)
                + " Å");
      }
    }
    double width = (centers[bins - 1] - centers[0]) / (bins - 1);
    double miss = 0;
    for (int row = 0; row < bins; row++) {
      miss = Math.max(miss, Math.abs(centers[row] - (centers[0] + row * width)));
    }
    if (!(miss <= TOLERANCE * width)) {
      throw table.headerError(
          "column "
              + name
              + " must hold evenly spaced bin centers, but their spacing drifts: one lies "
              + rounded(miss, 9)
              + " Å beside its place on even bins of "
              + rounded(width, 9)
              + " Å");
    }
    double inner = snapped(centers[0] - width / 2, miss);
    double outer = snapped(centers[bins - 1] + width / 2, miss);
    if (!(inner >= 0)) {
      throw table.error(
          0,
          name,
          "must hold bin centers, but a bin of "
              + rounded(width, 9)
              + " Å around "
              + centers[0]
              + " Å would begin below 0 (are these bin edges?)");
    }
    return inner == 0 ? RadialGrid.uniform(outer, bins) : shifted(inner, outer, bins);
  }

  private static RadialGrid shifted(double inner, double outer, int bins) {
    double[] edges = new double[bins + 1];
    for (int i = 0; i < bins; i++) {
      edges[i] = inner + (outer - inner) * i / bins;
    }
    edges[bins] = outer;
    return RadialGrid.ofEdges(edges);
  }

  private static double snapped(double edge, double miss) {
    double tolerance = 2 * miss + 1e-10;
    for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
      double candidate = rounded(edge, decimals);
      if (Math.abs(candidate - edge) <= tolerance) {
        return candidate;
      }
    }
    return edge;
  }

  private static double rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
  }
}
