package org.glasspcf.forest;

import java.util.Arrays;
import java.util.Objects;

/**
 * A forest as plain tables, for storing.
 *
 * <p>Nodes of all trees stand in one row, those of a tree together and its root first. A row goes
 * left at a node when its feature is at most the threshold. Which tables make a forest is checked
 * by {@link RandomForest#of}; this record only carries them. Arrays are copied on the way in and on
 * the way out.
 *
 * @param treeStarts the index of each tree's root; a tree's nodes end where the next ones start
 * @param feature for each node the feature it looks at, −1 for a leaf
 * @param threshold for each node the largest feature value that goes left, 0 for a leaf
 * @param left for each node the index of its left child, −1 for a leaf
 * @param right for each node the index of its right child, −1 for a leaf
 * @param leaf for each node its row in {@code leafValues}, −1 for a split
 * @param leafValues leaves × targets, row by row, in the targets' own units
 * @param targetMean for each target the shift it was trained with (the target's unit), 0 without
 *     standardizing
 * @param targetScale for each target the scale it was trained with (the target's unit), 1 without
 *     standardizing
 * @param featureCount number of features
 */
public record ForestTables(
    int[] treeStarts,
    int[] feature,
    double[] threshold,
    int[] left,
    int[] right,
    int[] leaf,
    double[] leafValues,
    double[] targetMean,
    double[] targetScale,
    int featureCount) {

  /**
   * Copies the arrays.
   *
   * @param treeStarts index of each tree's root
   * @param feature feature of each node
   * @param threshold threshold of each node
   * @param left left child of each node
   * @param right right child of each node
   * @param leaf row of leaf values of each node
   * @param leafValues leaves × targets
   * @param targetMean shift of each target
   * @param targetScale scale of each target
   * @param featureCount number of features
   */
  public ForestTables {
    treeStarts = treeStarts.clone();
    feature = feature.clone();
    threshold = threshold.clone();
    left = left.clone();
    right = right.clone();
    leaf = leaf.clone();
    leafValues = leafValues.clone();
    targetMean = targetMean.clone();
    targetScale = targetScale.clone();
  }

  /**
   * The index of each tree's root.
   *
   * @return a copy: tree starts
   */
  @Override
  public int[] treeStarts() {
    return treeStarts.clone();
  }

  /**
   * The feature each node looks at.
   *
   * @return a copy: features, −1 for leaves
   */
  @Override
  public int[] feature() {
    return feature.clone();
  }

  /**
   * The threshold of each node.
   *
   * @return a copy: thresholds, 0 for leaves
   */
  @Override
  public double[] threshold() {
    return threshold.clone();
  }

  /**
   * The left child of each node.
   *
   * @return a copy: node indices, −1 for leaves
   */
  @Override
  public int[] left() {
    return left.clone();
  }

  /**
   * The right child of each node.
   *
   * @return a copy: node indices, −1 for leaves
   */
  @Override
  public int[] right() {
    return right.clone();
  }

  /**
   * The row of leaf values of each node.
   *
   * @return a copy: rows, −1 for splits
   */
  @Override
  public int[] leaf() {
    return leaf.clone();
  }

  /**
   * The values of all leaves, row by row.
   *
   * @return a copy: leaves × targets (the targets' units)
   */
  @Override
  public double[] leafValues() {
    return leafValues.clone();
  }

  /**
   * The shift of each target.
   *
   * @return a copy: means (the targets' units)
   */
  @Override
  public double[] targetMean() {
    return targetMean.clone();
  }

  /**
   * The scale of each target.
   *
   * @return a copy: scales (the targets' units)
   */
  @Override
  public double[] targetScale() {
    return targetScale.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ForestTables that
        && featureCount == that.featureCount
        && Arrays.equals(treeStarts, that.treeStarts)
        && Arrays.equals(feature, that.feature)
        && Arrays.equals(threshold, that.threshold)
        && Arrays.equals(left, that.left)
        && Arrays.equals(right, that.right)
        && Arrays.equals(leaf, that.leaf)
        && Arrays.equals(leafValues, that.leafValues)
        && Arrays.equals(targetMean, that.targetMean)
        && Arrays.equals(targetScale, that.targetScale);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        featureCount,
        Arrays.hashCode(treeStarts),
        Arrays.hashCode(feature),
        Arrays.hashCode(threshold),
        Arrays.hashCode(left),
        Arrays.hashCode(right),
        Arrays.hashCode(leaf),
        Arrays.hashCode(leafValues),
        Arrays.hashCode(targetMean),
        Arrays.hashCode(targetScale));
  }

  @Override
  public String toString() {
    return "ForestTables["
        + treeStarts.length
        + " trees, "
        + feature.length
        + " nodes, "
        + featureCount
        + " features, "
        + targetMean.length
        + " targets]";
  }
}
