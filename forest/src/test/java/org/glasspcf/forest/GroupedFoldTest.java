package org.glasspcf.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupedFoldTest {
  private static final int GROUPS = 17;
  private static final int[] GROUP_OF_ROW = groups();

  /** Groups of unequal sizes, each at least one row. */
  private static int[] groups() {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.range(0, 90).map(i -> i < GROUPS ? i : random.nextInt(GROUPS)).toArray();
  }

  /** How many groups stand on both sides of a fold, summed over the folds. */
  private static int splitGroups(List<GroupedFold> folds, int[] groupOfRow) {
    int split = 0;
    for (GroupedFold fold : folds) {
      Set<Integer> both = groupsOf(fold.training(), groupOfRow);
      both.retainAll(groupsOf(fold.validation(), groupOfRow));
      split += both.size();
    }
    return split;
  }

  private static Set<Integer> groupsOf(int[] rows, int[] groupOfRow) {
    return Arrays.stream(rows).mapToObj(row -> groupOfRow[row]).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 17})
  void folds_neverSplitAGroup(int k) {
    for (long seed = 0; seed < 20; seed++) {
      assertEquals(0, splitGroups(GroupedFold.draw(GROUP_OF_ROW, GROUPS, k, seed), GROUP_OF_ROW));
    }
    int[] rowByRow = IntStream.range(0, GROUP_OF_ROW.length).toArray();
    List<GroupedFold> careless = GroupedFold.draw(rowByRow, rowByRow.length, k, 0);
    assertTrue(splitGroups(careless, GROUP_OF_ROW) > 0, "the check must be able to fail");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 17})
  void folds_validateEveryRowOnce_andTrainOnAllOthers(int k) {
    List<GroupedFold> folds = GroupedFold.draw(GROUP_OF_ROW, GROUPS, k, 8);
    int[] validated = new int[GROUP_OF_ROW.length];
    for (GroupedFold fold : folds) {
      Arrays.stream(fold.validation()).forEach(row -> validated[row]++);
      int[] all =
          IntStream.concat(Arrays.stream(fold.training()), Arrays.stream(fold.validation()))
              .sorted()
              .toArray();
      assertArrayEquals(IntStream.range(0, GROUP_OF_ROW.length).toArray(), all);
      int groups = groupsOf(fold.validation(), GROUP_OF_ROW).size();
      assertTrue(groups == GROUPS / k || groups == (GROUPS + k - 1) / k, groups + " groups");
    }
    assertTrue(Arrays.stream(validated).allMatch(times -> times == 1));
  }

  @Test
  void folds_ofOneSeed_areTheSame_andHaveForestSeedsOfTheirOwn() {
    List<GroupedFold> folds = GroupedFold.draw(GROUP_OF_ROW, GROUPS, 5, 3);
    List<GroupedFold> again = GroupedFold.draw(GROUP_OF_ROW, GROUPS, 5, 3);
    List<GroupedFold> other = GroupedFold.draw(GROUP_OF_ROW, GROUPS, 5, 4);
    for (int i = 0; i < 5; i++) {
      assertArrayEquals(folds.get(i).validation(), again.get(i).validation());
      assertEquals(folds.get(i).forestSeed(), again.get(i).forestSeed());
      assertNotEquals(folds.get(i).forestSeed(), other.get(i).forestSeed());
    }
    assertEquals(5, folds.stream().map(GroupedFold::forestSeed).distinct().count());
    assertTrue(
        IntStream.range(0, 5)
            .anyMatch(i -> !Arrays.equals(folds.get(i).validation(), other.get(i).validation())));
  }
}
