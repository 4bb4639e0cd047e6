package org.glasspcf.forest;

import java.util.Arrays;

/**
 * A trained forest: the prediction is the mean over its trees, each of which gives the mean target
 * of the leaf that a row of features ends in.
 *
 * <p>It is plain Java on flat arrays, immutable, and safe to share between threads without locks;
 * predictions in parallel equal serial ones to the bit and allocate their result only. {@link
 * ForestTrainer} makes one, {@link #tables} takes it apart for storing and {@link #of} puts it
 * together again.
 */
public final class RandomForest {

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
  private final TreesAbreast trees;

  private RandomForest(ForestTables tables) {
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
    this.trees = new TreesAbreast(tables);
  }

  /**
   * Puts a forest together from its tables.
   *
   * <p>Everything is checked, so that tables from a damaged file cannot make a forest that loops or
   * reads outside its arrays: sizes agree, trees start in order, every link stays inside its tree,
   * every node and every row of leaf values is reached exactly once, all numbers are finite and all
   * scales above 0.
   *
   * @param tables the tables
   * @return the forest
   * @throws IllegalArgumentException naming the table, the index and the value that break a rule
   */
  public static RandomForest of(ForestTables tables) {
    ForestCheck.check(tables);
    return new RandomForest(tables);
  }

  /**
   * The number of trees.
   *
   * @return number of trees, at least 1
   */
  public int trees() {
    return treeStarts.length;
  }

  /**
   * The number of features of a row.
   *
   * @return number of features, at least 1
   */
  public int featureCount() {
    return featureCount;
  }

  /**
   * The number of targets predicted.
   *
   * @return number of targets, at least 1
   */
  public int targetCount() {
    return targetMean.length;
  }

  /**
   * The shift that training subtracted from each target.
   *
   * @return a copy, one mean per target (the target's unit), 0 if targets were not standardized
   */
  public double[] targetMean() {
    return targetMean.clone();
  }

  /**
   * The scale that training divided each target by.
   *
   * @return a copy, one standard deviation per target (the target's unit), 1 for a constant target
   *     or if targets were not standardized
   */
  public double[] targetScale() {
    return targetScale.clone();
  }

  /**
   * The mean of all trees' predictions.
   *
   * @param features one row of features, finite
   * @return one value per target (the target's unit)
   * @throws IllegalArgumentException if the row has another length or a value is not finite
   */
  public double[] predict(double[] features) {
    checkFeatures(features);
    double[] sum = new double[targetMean.length];
    trees.addTo(sum, features);
    for (int target = 0; target < sum.length; target++) {
      sum[target] /= treeStarts.length;
    }
    return sum;
  }

  /**
   * One tree's prediction.
   *
   * @param tree index of the tree, from 0
   * @param features one row of features, finite
   * @return one value per target (the target's unit)
   * @throws IndexOutOfBoundsException if there is no such tree
   * @throws IllegalArgumentException if the row has another length or a value is not finite
   */
  public double[] predictTree(int tree, double[] features) {
    Preconditions.index(tree, treeStarts.length, "the index of a tree");
    checkFeatures(features);
    return leafRow(tree, features);
  }

  /**
   * Every tree's prediction; their spread says how far the trees agree.
   *
   * @param features one row of features, finite
   * @return trees × targets (the target's unit)
   * @throws IllegalArgumentException if the row has another length or a value is not finite
   */
  public double[][] treePredictions(double[] features) {
    checkFeatures(features);
    double[][] predictions = new double[treeStarts.length][];
    for (int tree = 0; tree < predictions.length; tree++) {
      predictions[tree] = leafRow(tree, features);
    }
    return predictions;
  }

  /**
   * The forest as plain tables, for storing.
   *
   * @return the tables
   */
  public ForestTables tables() {
    return new ForestTables(
        treeStarts,
        feature,
        threshold,
        left,
        right,
        leaf,
        leafValues,
        targetMean,
        targetScale,
        featureCount);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RandomForest that && tables().equals(that.tables());
  }

  @Override
  public int hashCode() {
    return tables().hashCode();
  }

  @Override
  public String toString() {
    return "RandomForest["
        + treeStarts.length
        + " trees, "
        + featureCount
        + " features, "
        + targetMean.length
        + " targets]";
  }

  private void checkFeatures(double[] features) {
    Preconditions.length(featureCount, features.length, "features");
    for (int i = 0; i < features.length; i++) {
      Preconditions.finite(features[i], "features", i);
    }
  }

  private double[] leafRow(int tree, double[] features) {
    int from = leafStart(tree, features);
    return Arrays.copyOfRange(leafValues, from, from + targetMean.length);
  }

  /** The index in leafValues of the leaf where the features end in this tree. */
  private int leafStart(int tree, double[] features) {
    int node = treeStarts[tree];
    while (feature[node] >= 0) {
      node = features[feature[node]] > threshold[node] ? right[node] : left[node];
    }
    return leaf[node] * targetMean.length;
  }
}
