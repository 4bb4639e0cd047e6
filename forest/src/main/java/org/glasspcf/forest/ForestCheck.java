package org.glasspcf.forest;

import java.util.Arrays;

/** Decides whether tables are a forest; every message names the table, the index and the value. */
final class ForestCheck {

  private final int[] treeStarts;
  private final int[] feature;
  private final double[] threshold;
  private final int[] left;
  private final int[] right;
  private final int[] leaf;
  private final double[] leafValues;
  private final double[] targetMean;
  private final double[] targetScale;
  private final int featureCount;

  private ForestCheck(ForestTables tables) {
    this.treeStarts = tables.treeStarts();
    this.feature = tables.feature();
    this.threshold = tables.threshold();
    this.left = tables.left();
    this.right = tables.right();
    this.leaf = tables.leaf();
    this.leafValues = tables.leafValues();
    this.targetMean = tables.targetMean();
    this.targetScale = tables.targetScale();
    this.featureCount = tables.featureCount();
  }

  static void check(ForestTables tables) {
    ForestCheck check = new ForestCheck(tables);
    check.sizes();
    check.numbers();
    check.starts();
    check.nodes();
    check.links();
  }

  private void sizes() {
    Preconditions.atLeast(1, featureCount, "featureCount");
    Preconditions.atLeast(1, treeStarts.length, "the number of trees");
    Preconditions.atLeast(1, targetMean.length, "the number of targets");
    Preconditions.length(targetMean.length, targetScale.length, "targetScale");
    Preconditions.atLeast(1, feature.length, "the number of nodes");
    Preconditions.length(feature.length, threshold.length, "threshold");
    Preconditions.length(feature.length, left.length, "left");
    Preconditions.length(feature.length, right.length, "right");
    Preconditions.length(feature.length, leaf.length, "leaf");
    long leaves = Arrays.stream(leaf).filter(row -> row != -1).count();
    if (leafValues.length != leaves * targetMean.length) {
      throw new IllegalArgumentException(
          "leafValues must hold %d leaves × %d targets, got %d numbers"
              .formatted(leaves, targetMean.length, leafValues.length));
    }
  }

  private void numbers() {
    for (int target = 0; target < targetMean.length; target++) {
      Preconditions.finite(targetMean[target], "targetMean", target);
      Preconditions.finite(targetScale[target], "targetScale", target);
      if (!(targetScale[target] > 0)) {
        throw new IllegalArgumentException(
            "targetScale[" + target + "] must be above 0, got " + targetScale[target]);
      }
    }
    for (int i = 0; i < leafValues.length; i++) {
      Preconditions.finite(leafValues[i], "leafValues", i);
    }
    for (int node = 0; node < threshold.length; node++) {
      Preconditions.finite(threshold[node], "threshold", node);
    }
  }

  private void starts() {
    for (int tree = 0; tree < treeStarts.length; tree++) {
      int smallest = tree == 0 ? 0 : treeStarts[tree - 1] + 1;
      int largest = tree == 0 ? 0 : feature.length - 1;
      if (treeStarts[tree] < smallest || treeStarts[tree] > largest) {
        throw new IllegalArgumentException(
            "treeStarts must start at 0 and rise to below %d; treeStarts[%d] is %d"
                .formatted(feature.length, tree, treeStarts[tree]));
      }
    }
  }

  private void nodes() {
    for (int node = 0; node < feature.length; node++) {
      boolean isLeaf = feature[node] == -1;
      if (!isLeaf && (feature[node] < 0 || feature[node] >= featureCount)) {
        throw new IllegalArgumentException(
            "feature must be -1 or from 0 to %d; feature[%d] is %d"
                .formatted(featureCount - 1, node, feature[node]));
      }
      if (isLeaf && (left[node] != -1 || right[node] != -1 || threshold[node] != 0)) {
        throw new IllegalArgumentException(
            "a leaf must have left -1, right -1 and threshold 0; node %d has %d, %d and %s"
                .formatted(node, left[node], right[node], threshold[node]));
      }
      if (!isLeaf && leaf[node] != -1) {
        throw new IllegalArgumentException(
            "a split must have leaf -1; leaf[%d] is %d".formatted(node, leaf[node]));
      }
    }
  }

  /** Walks every tree: no link may leave it, and each node and leaf row is reached once. */
  private void links() {
    boolean[] reached = new boolean[feature.length];
    boolean[] used = new boolean[leafValues.length / targetMean.length];
    for (int tree = 0; tree < treeStarts.length; tree++) {
      int start = treeStarts[tree];
      int end = tree + 1 < treeStarts.length ? treeStarts[tree + 1] : feature.length;
      int[] pending = new int[end - start + 1];
      int count = 0;
      pending[count++] = start;
      reached[start] = true;
      while (count > 0) {
        int node = pending[--count];
        if (feature[node] == -1) {
          use(used, node);
          continue;
        }
        follow("left", left[node], node, start, end, reached);
        pending[count++] = left[node];
        follow("right", right[node], node, start, end, reached);
        pending[count++] = right[node];
      }
      for (int node = start; node < end; node++) {
        if (!reached[node]) {
          throw new IllegalArgumentException(
              "every node must hang on its tree; node %d of tree %d does not"
                  .formatted(node, tree));
        }
      }
    }
  }

  private static void follow(
      String table, int child, int node, int start, int end, boolean[] reached) {
    if (child < start || child >= end) {
      throw new IllegalArgumentException(
          "a link must stay inside its tree, nodes %d to %d; %s[%d] is %d"
              .formatted(start, end - 1, table, node, child));
    }
    if (reached[child]) {
      throw new IllegalArgumentException(
          "a node must be reached once; %s[%d] reaches node %d again"
              .formatted(table, node, child));
    }
    reached[child] = true;
  }

  private void use(boolean[] used, int node) {
    int row = leaf[node];
    if (row < 0 || row >= used.length) {
      throw new IllegalArgumentException(
          "a leaf's row must be from 0 to %d; leaf[%d] is %d"
              .formatted(used.length - 1, node, row));
    }
    if (used[row]) {
      throw new IllegalArgumentException(
          "a leaf's row must be its own; leaf[%d] is %d, used before".formatted(node, row));
    }
    used[row] = true;
  }
}
