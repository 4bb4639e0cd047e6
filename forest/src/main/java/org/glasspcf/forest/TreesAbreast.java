package org.glasspcf.forest;

import java.util.Arrays;

/**
 * Sums the leaves of all trees, walking eight trees at a time.
 *
 * <p>A walk down one tree waits for memory at every node and for every comparison that was guessed
 * wrong. Eight walks side by side wait together, and none of them guesses: the right child stands
 * behind the left one, and the sign of threshold − feature is added to the left one's index. A leaf
 * is its own left child, below which no feature can lie.
 */
final class TreesAbreast {
  private static final int ABREAST = 8;

  /** For each node its feature in the upper half, its left child in the lower. */
  private final long[] nodes;

  private final double[] thresholds;

  /** For each leaf the place of its first value. */
  private final int[] places;

  /** Rows of leaf values, and one of zeros. */
  private final double[] values;

  /** The trees' roots, filled up to a multiple of eight with a leaf of zeros. */
  private final int[] roots;

  TreesAbreast(ForestTables tables) {
    int targets = tables.targetMean().length;
    int trees = tables.treeStarts().length;
    int count = tables.feature().length;
    nodes = new long[count + 1];
    thresholds = new double[count + 1];
    places = new int[count + 1];
    values = Arrays.copyOf(tables.leafValues(), tables.leafValues().length + targets);
    roots = new int[(trees + ABREAST - 1) / ABREAST * ABREAST];
    Arrays.fill(roots, count);
    leaf(count, tables.leafValues().length);
    number(tables, targets);
  }

  /** Numbers each tree's nodes level by level, so that children come in pairs. */
  private void number(ForestTables tables, int targets) {
    int[] starts = tables.treeStarts();
    int[] feature = tables.feature();
    double[] threshold = tables.threshold();
    int[] left = tables.left();
    int[] right = tables.right();
    int[] leaf = tables.leaf();
    int[] old = new int[feature.length];
    int end = 0;
    for (int tree = 0; tree < starts.length; tree++) {
      int node = end;
      roots[tree] = node;
      old[end++] = starts[tree];
      for (; node < end; node++) {
        int from = old[node];
        if (feature[from] < 0) {
          leaf(node, leaf[from] * targets);
        } else {
          nodes[node] = (long) feature[from] << Integer.SIZE | end;
          thresholds[node] = threshold[from] + 0.0; // −0 would send 0 to the right
          old[end++] = left[from];
          old[end++] = right[from];
        }
      }
    }
  }

  private void leaf(int node, int place) {
    nodes[node] = node;
    thresholds[node] = Double.POSITIVE_INFINITY;
    places[node] = place;
  }

  /** Adds every tree's leaf to the sums, in the order of the trees. */
  void addTo(double[] sum, double[] features) {
    for (int tree = 0; tree < roots.length; tree += ABREAST) {
      int a = roots[tree];
      int b = roots[tree + 1];
      int c = roots[tree + 2];
      int d = roots[tree + 3];
      int e = roots[tree + 4];
      int f = roots[tree + 5];
      int g = roots[tree + 6];
      int h = roots[tree + 7];
      int before;
      do { // indices grow on the way down
        before = a + b + c + d + e + f + g + h;
        a = child(a, features);
        b = child(b, features);
        c = child(c, features);
        d = child(d, features);
        e = child(e, features);
        f = child(f, features);
        g = child(g, features);
        h = child(h, features);
      } while (a + b + c + d + e + f + g + h != before);
      addLeaf(a, sum);
      addLeaf(b, sum);
      addLeaf(c, sum);
      addLeaf(d, sum);
      addLeaf(e, sum);
      addLeaf(f, sum);
      addLeaf(g, sum);
      addLeaf(h, sum);
    }
  }

  private int child(int node, double[] features) {
    long packed = nodes[node];
    double above = thresholds[node] - features[(int) (packed >>> Integer.SIZE)];
    return (int) packed + (int) (Double.doubleToRawLongBits(above) >>> Long.SIZE - 1);
  }

  private void addLeaf(int node, double[] sum) {
    int place = places[node];
    for (int target = 0; target < sum.length; target++) {
      sum[target] += values[place + target];
    }
  }
}
