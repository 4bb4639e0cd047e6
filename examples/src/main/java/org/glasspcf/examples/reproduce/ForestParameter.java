package org.glasspcf.examples.reproduce;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.glasspcf.forest.ForestOptions;

/** The forest's settings that the paper scans one at a time (Figure 7a to d). */
public enum ForestParameter {
  /** Number of trees. */
  TREES(
      "trees",
      "number of trees",
      List.of(1, 2, 3, 5, 8, 10, 15, 20, 30, 50, 100),
      ForestOptions::trees,
      ForestOptions::withTrees),
  /** Features drawn for each split. */
  FEATURES(
      "features per split",
      "features drawn per split, of 58",
      List.of(1, 2, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 58),
      ForestOptions::featuresPerSplit,
      ForestOptions::withFeaturesPerSplit),
  /** Greatest depth of a tree. */
  DEPTH(
      "maximum depth",
      "maximum depth (splits)",
      List.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30),
      ForestOptions::maxDepth,
      ForestOptions::withMaxDepth),
  /** Fewest samples in a node that is split. */
  MIN_SAMPLES(
      "minimum samples to split",
      "minimum samples to split",
      List.of(2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40),
      ForestOptions::minSamplesToSplit,
      ForestOptions::withMinSamplesToSplit);

  private final String label;
  private final String axis;
  private final List<Integer> settings;
  private final ToIntFunction<ForestOptions> get;
  private final BiFunction<ForestOptions, Integer, ForestOptions> with;

  ForestParameter(
      String label,
      String axis,
      List<Integer> settings,
      ToIntFunction<ForestOptions> get,
      BiFunction<ForestOptions, Integer, ForestOptions> with) {
    this.label = label;
    this.axis = axis;
    this.settings = settings;
    this.get = get;
    this.with = with;
  }

  /**
   * Returns the name for people.
   *
   * @return for example {@code features per split}
   */
  public String label() {
    return label;
  }

  /** The title of an axis. */
  String axis() {
    return axis;
  }

  /** The values that are tried, increasing; the paper's is among them. */
  List<Integer> settings() {
    return settings;
  }

  /** The value that the paper chose. */
  int paper() {
    return get.applyAsInt(PaperValues.FOREST);
  }

  ForestOptions set(ForestOptions options, int value) {
    return with.apply(options, value);
  }
}
