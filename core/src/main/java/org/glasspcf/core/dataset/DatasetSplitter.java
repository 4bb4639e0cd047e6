package org.glasspcf.core.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;

/**
 * Draws splits. What is drawn from is sorted by content first, so that only it and the seed count.
 */
final class DatasetSplitter {
  private DatasetSplitter() {}

  private record Curve(GlassComposition composition, ElementPair pair) {}

  static DatasetSplit byGlass(GlassDataset dataset, double testFraction, long seed) {
    Set<GlassComposition> test =
        drawn(dataset.compositionsWithoutConditions(), testFraction, seed, "compositions");
    return byGlass(dataset, test);
  }

  static DatasetSplit byCurve(GlassDataset dataset, double testFraction, long seed) {
    List<Curve> curves =
        dataset.samples().stream().map(s -> new Curve(s.composition(), s.pair())).toList();
    Set<Curve> test = drawn(curves, testFraction, seed, "curves");
    return new DatasetSplit(
        SplitKind.BY_CURVE,
        dataset.withCurves((composition, pair) -> !test.contains(new Curve(composition, pair))),
        dataset.withCurves((composition, pair) -> test.contains(new Curve(composition, pair))));
  }

  static List<DatasetSplit> folds(GlassDataset dataset, int k, long seed) {
    int glasses = dataset.compositionsWithoutConditions().size();
    if (k < 2 || k > glasses) {
      throw new IllegalArgumentException(
          "the number of folds must be from 2 to the number of compositions ("
              + glasses
              + "), was "
              + k);
    }
    List<GlassComposition> order = shuffled(dataset.compositionsWithoutConditions(), seed);
    List<DatasetSplit> folds = new ArrayList<>();
    for (int fold = 0; fold < k; fold++) {
      Set<GlassComposition> test = new HashSet<>();
      for (int i = fold; i < order.size(); i += k) {
        test.add(order.get(i));
      }
      folds.add(byGlass(dataset, test));
    }
    return List.copyOf(folds);
  }

  /** Glasses that differ in their conditions alone stay together. */
  private static DatasetSplit byGlass(GlassDataset dataset, Set<GlassComposition> test) {
    return new DatasetSplit(
        SplitKind.BY_GLASS,
        dataset.withGlasses(glass -> !test.contains(glass.withoutConditions())),
        dataset.withGlasses(glass -> test.contains(glass.withoutConditions())));
  }

  private static <T> Set<T> drawn(List<T> sorted, double fraction, long seed, String what) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "the test fraction must be above 0 and below 1 (1), was " + fraction);
    }
    if (sorted.size() < 2) {
      throw new IllegalArgumentException(
          "a split needs at least 2 " + what + ", but the data hold " + sorted.size());
    }
    int wanted = (int) Math.round(fraction * sorted.size());
    int count = Math.max(1, Math.min(wanted, sorted.size() - 1));
    return new HashSet<>(shuffled(sorted, seed).subList(0, count));
  }

  private static <T> List<T> shuffled(List<T> sorted, long seed) {
    List<T> order = new ArrayList<>(sorted);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    return order;
  }
}
