package org.glasspcf.forest;

import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/** The hyper-parameters that the paper scans one at a time in its Figure 7 (arXiv:2308.11151). */
public enum ForestParameter {
  /** {@link ForestOptions#trees()}, the number of trees. */
  TREES("trees", ForestOptions::trees, ForestOptions::withTrees),

  /** {@link ForestOptions#featuresPerSplit()}, the number of features drawn for every split. */
  FEATURES_PER_SPLIT(
      "featuresPerSplit", ForestOptions::featuresPerSplit, ForestOptions::withFeaturesPerSplit),

  /** {@link ForestOptions#maxDepth()}, the largest number of splits above a leaf. */
  MAX_DEPTH("maxDepth", ForestOptions::maxDepth, ForestOptions::withMaxDepth),

  /** {@link ForestOptions#minSamplesToSplit()}, the smallest number of rows that are split. */
  MIN_SAMPLES_TO_SPLIT(
      "minSamplesToSplit", ForestOptions::minSamplesToSplit, ForestOptions::withMinSamplesToSplit);

  private final String option;
  private final ToIntFunction<ForestOptions> reader;
  private final BiFunction<ForestOptions, Integer, ForestOptions> wither;

  ForestParameter(
      String option,
      ToIntFunction<ForestOptions> reader,
      BiFunction<ForestOptions, Integer, ForestOptions> wither) {
    this.option = option;
    this.reader = reader;
    this.wither = wither;
  }

  /**
   * The value that options give this parameter.
   *
   * @param options any options
   * @return the value
   */
  public int of(ForestOptions options) {
    return reader.applyAsInt(options);
  }

  /**
   * Options with another value of this parameter.
   *
   * @param options any options
   * @param value the new value
   * @return the changed options
   * @throws IllegalArgumentException if the value is out of the parameter's range
   */
  public ForestOptions with(ForestOptions options, int value) {
    return wither.apply(options, value);
  }

  /** The option's name in {@link ForestOptions}, for messages and axes: {@code maxDepth}. */
  @Override
  public String toString() {
    return option;
  }
}
