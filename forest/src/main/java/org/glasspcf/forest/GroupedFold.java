package org.glasspcf.forest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One fold: the rows to train on, the rows to validate on, and the seed of its forest.
 *
 * <p>Its arrays are not copied; nobody writes to them.
 */
record GroupedFold(int[] training, int[] validation, long forestSeed) {

  /**
   * Draws folds as core's GlassDataset.groupedFolds does: groups are shuffled, and every k-th of
   * them is in one fold. The seeds of the forests come from the same stream afterwards.
   */
  static List<GroupedFold> draw(int[] groupOfRow, int groups, int k, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, groups).boxed().toList());
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    int[] foldOfGroup = new int[groups];
    for (int i = 0; i < groups; i++) {
      foldOfGroup[order.get(i)] = i % k;
    }
    return IntStream.range(0, k)
        .mapToObj(
            fold ->
                new GroupedFold(
                    rows(groupOfRow, foldOfGroup, fold, false),
                    rows(groupOfRow, foldOfGroup, fold, true),
                    random.nextLong()))
        .toList();
  }

  private static int[] rows(int[] groupOfRow, int[] foldOfGroup, int fold, boolean inside) {
    return IntStream.range(0, groupOfRow.length)
        .filter(row -> (foldOfGroup[groupOfRow[row]] == fold) == inside)
        .toArray();
  }
}
