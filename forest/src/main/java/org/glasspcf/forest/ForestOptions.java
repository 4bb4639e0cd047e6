package org.glasspcf.forest;

/**
 * How a forest is grown. The defaults are the paper's: 15 trees, 30 features per split, depth 20, 2
 * samples to split (K. Ayush et al., arXiv:2308.11151, Figure 7).
 *
 * <p>What each option becomes in the training engine is told by {@link ForestTrainer}.
 *
 * @param trees number of trees, 1 to 10,000
 * @param featuresPerSplit number of features drawn afresh, without replacement, for every split; at
 *     least 1 and at most the number of features
 * @param maxDepth largest number of splits between the root and a leaf, 1 to 1,000
 * @param minSamplesToSplit smallest number of training rows a node must hold to be split, at least
 *     2; a row counts as often as the tree's bootstrap sample drew it
 * @param standardizeTargets whether every target is shifted and scaled to mean 0 and standard
 *     deviation 1 for training, and restored after it. A split is chosen by the squared error
 *     summed over all targets, so without this a target of large variance chooses every split
 * @param seed seed of the bootstrap samples and of the features drawn
 */
public record ForestOptions(
    int trees,
    int featuresPerSplit,
    int maxDepth,
    int minSamplesToSplit,
    boolean standardizeTargets,
    long seed) {

  private static final int MOST_TREES = 10_000;
  // Tribuo converts trees by recursion.
  private static final int DEEPEST = 1_000;
  // Tribuo holds it as a float, exact up to here.
  private static final int MOST_SAMPLES = 1 << 24;

  private static final ForestOptions DEFAULTS = new ForestOptions(15, 30, 20, 2, false, 0);

  /**
   * Checks every option.
   *
   * @param trees number of trees
   * @param featuresPerSplit number of features drawn for every split
   * @param maxDepth largest number of splits above a leaf
   * @param minSamplesToSplit smallest number of rows to split
   * @param standardizeTargets whether to standardize
   * @param seed any number
   * @throws IllegalArgumentException if an option is out of its range
   */
  public ForestOptions {
    Preconditions.between(1, MOST_TREES, trees, "trees");
    Preconditions.atLeast(1, featuresPerSplit, "featuresPerSplit");
    Preconditions.between(1, DEEPEST, maxDepth, "maxDepth");
    Preconditions.between(2, MOST_SAMPLES, minSamplesToSplit, "minSamplesToSplit");
  }

  /**
   * The paper's numbers, with targets as they are and seed 0.
   *
   * @return the default options
   */
  public static ForestOptions defaults() {
    return DEFAULTS;
  }

  /**
   * These options with another number of trees.
   *
   * @param trees number of trees, 1 to 10,000
   * @return the changed options
   * @throws IllegalArgumentException if the number is out of range
   */
  public ForestOptions withTrees(int trees) {
    return new ForestOptions(
        trees, featuresPerSplit, maxDepth, minSamplesToSplit, standardizeTargets, seed);
  }

  /**
   * These options with another number of features per split.
   *
   * @param featuresPerSplit number of features drawn for every split, at least 1
   * @return the changed options
   * @throws IllegalArgumentException if the number is below 1
   */
  public ForestOptions withFeaturesPerSplit(int featuresPerSplit) {
    return new ForestOptions(
        trees, featuresPerSplit, maxDepth, minSamplesToSplit, standardizeTargets, seed);
  }

  /**
   * These options with another greatest depth.
   *
   * @param maxDepth largest number of splits between the root and a leaf, 1 to 1,000
   * @return the changed options
   * @throws IllegalArgumentException if the depth is out of range
   */
  public ForestOptions withMaxDepth(int maxDepth) {
    return new ForestOptions(
        trees, featuresPerSplit, maxDepth, minSamplesToSplit, standardizeTargets, seed);
  }

  /**
   * These options with another smallest size of a node that is split.
   *
   * @param minSamplesToSplit smallest number of training rows to split, at least 2
   * @return the changed options
   * @throws IllegalArgumentException if the number is out of range
   */
  public ForestOptions withMinSamplesToSplit(int minSamplesToSplit) {
    return new ForestOptions(
        trees, featuresPerSplit, maxDepth, minSamplesToSplit, standardizeTargets, seed);
  }

  /**
   * These options with targets standardized for training or taken as they are.
   *
   * @param standardizeTargets whether to standardize
   * @return the changed options
   */
  public ForestOptions withStandardizeTargets(boolean standardizeTargets) {
    return new ForestOptions(
        trees, featuresPerSplit, maxDepth, minSamplesToSplit, standardizeTargets, seed);
  }

  /**
   * These options with another seed.
   *
   * @param seed any number
   * @return the changed options
   */
  public ForestOptions withSeed(long seed) {
    return new ForestOptions(
        trees, featuresPerSplit, maxDepth, minSamplesToSplit, standardizeTargets, seed);
  }
}
