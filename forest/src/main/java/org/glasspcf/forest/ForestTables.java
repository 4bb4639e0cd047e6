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

  /** Copies the arrays. */
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

  @Override
  public int[] treeStarts() {
    return treeStarts.clone();
  }

  @Override
  public int[] feature() {
    return feature.clone();
  }

  @Override
  public double[] threshold() {
    return threshold.clone();
  }

  @Override
  public int[] left() {
    return left.clone();
  }

  @Override
  public int[] right() {
    return right.clone();
  }

  @Override
  public int[] leaf() {
    return leaf.clone();
  }

  @Override
  public double[] leafValues() {
    return leafValues.clone();
  }

  @Override
  public double[] targetMean() {
    return targetMean.clone();
  }

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
