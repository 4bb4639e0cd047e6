package org.glasspcf.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomForestTest {

  /** Two trees of two features and two targets: (x0 ≤ 0.5 ? (x1 ≤ 2 ? a : b) : c) and a leaf d. */
  private static final class Draft {
    int[] treeStarts = {0, 5};
    int[] feature = {0, 1, -1, -1, -1, -1};
    double[] threshold = {0.5, 2, 0, 0, 0, 0};
    int[] left = {1, 2, -1, -1, -1, -1};
    int[] right = {4, 3, -1, -1, -1, -1};
    int[] leaf = {-1, -1, 0, 1, 2, 3};
    double[] leafValues = {1, 10, 2, 20, 3, 30, 5, 50};
    double[] targetMean = {0, 0};
    double[] targetScale = {1, 1};
    int featureCount = 2;

    ForestTables tables() {
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
  }

  private static RandomForest forest() {
    return RandomForest.of(new Draft().tables());
  }

  @Test
  void prediction_followsTheLinks() {
    RandomForest forest = forest();
    assertArrayEquals(new double[] {1, 10}, forest.predictTree(0, new double[] {0.5, 2}));
    assertArrayEquals(new double[] {2, 20}, forest.predictTree(0, new double[] {0, 2.1}));
    assertArrayEquals(new double[] {3, 30}, forest.predictTree(0, new double[] {0.6, 0}));
    assertArrayEquals(new double[] {5, 50}, forest.predictTree(1, new double[] {0.6, 0}));
    assertArrayEquals(new double[] {4, 40}, forest.predict(new double[] {0.6, 0}));
    assertArrayEquals(
        new double[][] {{3, 30}, {5, 50}}, forest.treePredictions(new double[] {0.6, 0}));
    assertEquals("RandomForest[2 trees, 2 features, 2 targets]", forest.toString());
  }

  @Test
  void prediction_isTheMeanOfTheTrees() {
    SyntheticRows rows = SyntheticRows.fingerprints(120, 58, 8, 9);
    RandomForest forest =
        ForestTrainer.train(rows.features, rows.targets, ForestOptions.defaults());
    for (double[] question : rows.features) {
      double[] mean = new double[8];
      for (double[] tree : forest.treePredictions(question)) {
        for (int i = 0; i < 8; i++) {
          mean[i] += tree[i];
        }
      }
      for (int i = 0; i < 8; i++) {
        mean[i] /= forest.trees();
      }
      assertArrayEquals(mean, forest.predict(question));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 16, 17})
  void prediction_ofAnyNumberOfTrees_isTheirMean(int trees) {
    SyntheticRows rows = SyntheticRows.continuous(60, 30, 4, 9);
    RandomForest forest =
        ForestTrainer.train(rows.features, rows.targets, ForestOptions.defaults().withTrees(trees));
    for (double[] question : rows.features) {
      double[] mean = new double[4];
      for (int tree = 0; tree < trees; tree++) {
        double[] leaf = forest.predictTree(tree, question);
        for (int i = 0; i < 4; i++) {
          mean[i] += leaf[i];
        }
      }
      for (int i = 0; i < 4; i++) {
        mean[i] /= trees;
      }
      assertArrayEquals(mean, forest.predict(question));
    }
  }

  @Test
  void prediction_atTheThreshold_goesLeft() {
    double[] signs = {0.0, -0.0};
    for (double threshold : signs) {
      Draft draft = new Draft();
      draft.threshold[0] = threshold;
      RandomForest forest = RandomForest.of(draft.tables());
      for (double feature : signs) {
        assertArrayEquals(new double[] {3, 30}, forest.predict(new double[] {feature, 2}));
      }
      assertArrayEquals(new double[] {4, 40}, forest.predict(new double[] {Double.MIN_VALUE, 2}));
      assertArrayEquals(new double[] {3, 30}, forest.predict(new double[] {-Double.MIN_VALUE, 2}));
    }
    Draft draft = new Draft();
    draft.threshold[0] = -Double.MAX_VALUE;
    assertArrayEquals(
        new double[] {4, 40},
        RandomForest.of(draft.tables()).predict(new double[] {Double.MAX_VALUE, 2}));
  }

  @Test
  void prediction_allocatesItsResultOnly() {
    SyntheticRows rows = SyntheticRows.continuous(60, 30, 4, 9);
    RandomForest forest =
        ForestTrainer.train(rows.features, rows.targets, ForestOptions.defaults());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[][] results = new double[10_000][];
    long thread = Thread.currentThread().getId();
    threads.getThreadAllocatedBytes(thread);
    forest.predict(rows.features[0]); // loads what it needs
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < results.length; i++) {
      results[i] = forest.predict(rows.features[i % 60]);
    }
    double each = (threads.getThreadAllocatedBytes(thread) - before) / (double) results.length;
    assertTrue(each >= 4 * 8 && each <= 4 * 8 + 32, each + " bytes for 4 numbers and a header");
  }

  @Test
  void predictions_inParallel_equalSerialOnes() {
    SyntheticRows rows = SyntheticRows.fingerprints(120, 58, 8, 9);
    RandomForest forest =
        ForestTrainer.train(rows.features, rows.targets, ForestOptions.defaults());
    List<double[]> serial = Stream.of(rows.features).map(forest::predict).toList();
    IntStream.range(0, 20_000)
        .parallel()
        .forEach(
            i ->
                assertArrayEquals(
                    serial.get(i % serial.size()),
                    forest.predict(rows.features[i % serial.size()])));
  }

  @Test
  void tables_makeTheSameForestAgain() {
    SyntheticRows rows = SyntheticRows.continuous(60, 30, 4, 9);
    RandomForest forest =
        ForestTrainer.train(rows.features, rows.targets, ForestOptions.defaults());
    RandomForest again = RandomForest.of(forest.tables());
    assertEquals(forest, again);
    assertArrayEquals(forest.predict(rows.features[0]), again.predict(rows.features[0]));
  }

  @Test
  void tables_areCopies() {
    RandomForest forest = forest();
    ForestTables tables = forest.tables();
    tables.leafValues()[0] = 99;
    tables.left()[0] = 99;
    forest.targetMean()[0] = 99;
    forest.predictTree(0, new double[] {0, 0})[0] = 99;
    Draft draft = new Draft();
    RandomForest other = RandomForest.of(draft.tables());
    draft.leafValues[0] = 99;
    assertEquals(forest(), forest);
    assertEquals(forest(), other);
    assertEquals("ForestTables[2 trees, 6 nodes, 2 features, 2 targets]", tables.toString());
  }

  @Test
  void prediction_badInput_isRefused() {
    RandomForest forest = forest();
    assertEquals(
        "features must hold 2 numbers, got 3",
        assertThrows(IllegalArgumentException.class, () -> forest.predict(new double[3]))
            .getMessage());
    assertEquals(
        "features[1] must be finite, got NaN",
        assertThrows(
                IllegalArgumentException.class, () -> forest.predict(new double[] {0, Double.NaN}))
            .getMessage());
    assertEquals(
        "the index of a tree must be from 0 to 1, got 2",
        assertThrows(IndexOutOfBoundsException.class, () -> forest.predictTree(2, new double[2]))
            .getMessage());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void tables_damaged_areRefused(String message, Consumer<Draft> damage) {
    Draft draft = new Draft();
    damage.accept(draft);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> RandomForest.of(draft.tables()));
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }

  private static Arguments damage(String message, Consumer<Draft> damage) {
    return arguments(message, damage);
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage("featureCount must be at least 1, got 0", d -> d.featureCount = 0),
        damage("the number of trees must be at least 1", d -> d.treeStarts = new int[0]),
        damage("the number of targets must be at least 1", d -> d.targetMean = new double[0]),
        damage("targetScale must hold 2 numbers, got 1", d -> d.targetScale = new double[] {1}),
        damage("threshold must hold 6 numbers, got 1", d -> d.threshold = new double[1]),
        damage("left must hold 6 numbers, got 7", d -> d.left = new int[7]),
        damage("right must hold 6 numbers, got 0", d -> d.right = new int[0]),
        damage("leaf must hold 6 numbers, got 0", d -> d.leaf = new int[0]),
        damage("the number of nodes must be at least 1", d -> d.feature = new int[0]),
        damage(
            "leafValues must hold 4 leaves × 2 targets, got 7", d -> d.leafValues = new double[7]),
        damage("leafValues[3] must be finite, got NaN", d -> d.leafValues[3] = Double.NaN),
        damage("threshold[1] must be finite", d -> d.threshold[1] = Double.POSITIVE_INFINITY),
        damage("targetMean[1] must be finite", d -> d.targetMean[1] = Double.NaN),
        damage("targetScale[0] must be above 0, got 0.0", d -> d.targetScale[0] = 0),
        damage("targetScale[0] must be finite, got NaN", d -> d.targetScale[0] = Double.NaN),
        damage("treeStarts[0] is 1", d -> d.treeStarts[0] = 1),
        damage("treeStarts[1] is 0", d -> d.treeStarts[1] = 0),
        damage("treeStarts[1] is 6", d -> d.treeStarts[1] = 6),
        damage("treeStarts[1] is -1", d -> d.treeStarts[1] = -1),
        damage("feature[0] is 2", d -> d.feature[0] = 2),
        damage("feature[0] is -2", d -> d.feature[0] = -2),
        damage("node 2 has 3, -1 and 0.0", d -> d.left[2] = 3),
        damage("node 2 has -1, 3 and 0.0", d -> d.right[2] = 3),
        damage("node 2 has -1, -1 and 1.0", d -> d.threshold[2] = 1),
        damage(
            "leaf[0] is 3",
            d -> {
              d.leaf[0] = 3;
              d.leaf[5] = -1;
            }),
        damage("left[0] is -1", d -> d.left[0] = -1),
        damage("left[0] is 5", d -> d.left[0] = 5),
        damage("right[1] is 6", d -> d.right[1] = 6),
        damage("right[1] is -2147483648", d -> d.right[1] = Integer.MIN_VALUE),
        damage("left[0] reaches node 0 again", d -> d.left[0] = 0),
        damage("left[1] reaches node 0 again", d -> d.left[1] = 0),
        damage("left[1] reaches node 1 again", d -> d.left[1] = 1),
        damage("right[0] reaches node 1 again", d -> d.right[0] = 1),
        damage("right[1] reaches node 2 again", d -> d.right[1] = 2),
        damage("node 2 of tree 0 does not", RandomForestTest::cutOffTwoNodes),
        damage("leaf[2] is 4", d -> d.leaf[2] = 4),
        damage("leaf[2] is -5", d -> d.leaf[2] = -5),
        damage("leaf[2] is 1, used before", d -> d.leaf[2] = 1));
  }

  /** Node 1 becomes a leaf, so that its children hang on nothing. */
  private static void cutOffTwoNodes(Draft draft) {
    draft.feature[1] = -1;
    draft.threshold[1] = 0;
    draft.left[1] = -1;
    draft.right[1] = -1;
    draft.leaf = new int[] {-1, 4, 0, 1, 2, 3};
    draft.leafValues = new double[10];
  }
}
