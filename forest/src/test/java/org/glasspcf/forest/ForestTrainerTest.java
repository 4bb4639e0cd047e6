package org.glasspcf.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.glasspcf.core.TrainingInterruptedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.dataset.DatasetView;
import org.tribuo.impl.ArrayExample;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.CARTJointRegressionTrainer;

class ForestTrainerTest {

  private static final ForestOptions SMALL = ForestOptions.defaults().withFeaturesPerSplit(4);
  private static final ForestOptions STANDARDIZED = SMALL.withStandardizeTargets(true);

  /**
   * With all features at every node nothing is drawn but the bag, so Tribuo's own trees must agree.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 12, 1, true",
    "2, 5, 8, true",
    "3, 12, 11, false",
    "4, 1, 1, false",
    "5, 30, 20, true"
  })
  void trees_ofAllFeatures_predictAsTribuo(
      long seed, int featureCount, int targetCount, boolean standardize) {
    SyntheticRows rows = SyntheticRows.continuous(60, featureCount, targetCount, seed);
    ForestOptions options =
        ForestOptions.defaults()
            .withFeaturesPerSplit(featureCount)
            .withStandardizeTargets(standardize)
            .withSeed(seed);
    RandomForest forest = ForestTrainer.train(rows.features, rows.targets, options);
    TargetScaling scaling =
        standardize ? TargetScaling.of(rows.targets) : TargetScaling.none(targetCount);
    double[][] features = ForestTrainer.singlePrecision(rows.features);
    List<Model<Regressor>> stock = stock(options, features, scaling.standardize(rows.targets));
    List<double[]> questions = new ArrayList<>(Arrays.asList(rows.features));
    questions.addAll(
        Arrays.asList(SyntheticRows.continuous(50, featureCount, 1, seed + 100).features));
    for (double[] question : questions) {
      Example<Regressor> example =
          new ArrayExample<>(
              new RegressionFactory().getUnknownOutput(),
              TribuoForest.names("slot", featureCount),
              question);
      double[] mean = new double[targetCount];
      for (int tree = 0; tree < options.trees(); tree++) {
        double[] expected = restore(scaling, stock.get(tree).predict(example).getOutput());
        assertArrayEquals(expected, forest.predictTree(tree, question), 1e-12);
        for (int target = 0; target < targetCount; target++) {
          mean[target] += expected[target] / options.trees();
        }
      }
      assertArrayEquals(mean, forest.predict(question), 1e-12);
    }
  }

  private static List<Model<Regressor>> stock(
      ForestOptions options, double[][] features, double[][] targets) {
    TribuoForest forest = new TribuoForest(options, features, targets);
    Dataset<Regressor> dataset = TribuoForest.dataset(features, targets);
    List<Model<Regressor>> trees = new ArrayList<>();
    for (int tree = 0; tree < options.trees(); tree++) {
      trees.add(
          new CARTJointRegressionTrainer(
                  options.maxDepth(),
                  options.minSamplesToSplit(),
                  0f,
                  1f,
                  new InterruptibleSquaredError(),
                  false,
                  1L)
              .train(new DatasetView<>(dataset, forest.bag(tree), "bag")));
    }
    return trees;
  }

  private static double[] restore(TargetScaling scaling, Regressor output) {
    double[] restored = new double[output.size()];
    for (int i = 0; i < restored.length; i++) {
      assertEquals(TribuoForest.names("target", restored.length)[i], output.getNames()[i]);
      restored[i] = scaling.restore(output.getValues()[i], i);
    }
    return restored;
  }

  /**
   * What a tree is, whatever was drawn: a leaf holds the mean of its bag's rows, and is one because
   * it is as deep as allowed, or none of all features tells its rows apart; a split lies between
   * two values of its feature.
   */
  @ParameterizedTest
  @CsvSource({"1, 58, 2, 20", "2, 58, 30, 20", "3, 12, 1, 4", "4, 12, 12, 20", "5, 3, 1, 20"})
  void tree_splitsUntilNoFeatureTellsItsRowsApart(
      long seed, int featureCount, int perSplit, int depth) {
    SyntheticRows rows = SyntheticRows.fingerprints(150, featureCount, 3, seed);
    ForestOptions options =
        ForestOptions.defaults()
            .withTrees(3)
            .withFeaturesPerSplit(perSplit)
            .withMaxDepth(depth)
            .withSeed(seed);
    RandomForest forest = ForestTrainer.train(rows.features, rows.targets, options);
    double[][] features = ForestTrainer.singlePrecision(rows.features);
    TribuoForest grower = new TribuoForest(options, features, rows.targets);
    for (int tree = 0; tree < options.trees(); tree++) {
      List<double[]> bag = new ArrayList<>();
      List<double[]> targets = new ArrayList<>();
      for (int row : grower.bag(tree)) {
        bag.add(features[row]);
        targets.add(rows.targets[row]);
      }
      checkNode(forest.tables(), forest.tables().treeStarts()[tree], 0, depth, bag, targets);
    }
  }

  private static void checkNode(
      ForestTables tables,
      int node,
      int depth,
      int maxDepth,
      List<double[]> bag,
      List<double[]> y) {
    int feature = tables.feature()[node];
    if (feature < 0) {
      int leaf = tables.leaf()[node];
      for (int target = 0; target < 3; target++) {
        int t = target;
        double mean = y.stream().mapToDouble(row -> row[t]).average().orElseThrow();
        assertEquals(mean, tables.leafValues()[3 * leaf + target], 1e-5 * (1 + Math.abs(mean)));
      }
      boolean apart = bag.stream().anyMatch(row -> !Arrays.equals(row, bag.get(0)));
      assertTrue(depth == maxDepth || !apart, "a leaf of " + bag.size() + " rows at " + depth);
      return;
    }
    List<List<double[]>> parts = List.of(new ArrayList<>(), new ArrayList<>());
    List<List<double[]>> values = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < bag.size(); i++) {
      int side = bag.get(i)[feature] > tables.threshold()[node] ? 1 : 0;
      parts.get(side).add(bag.get(i));
      values.get(side).add(y.get(i));
    }
    assertFalse(parts.get(0).isEmpty() || parts.get(1).isEmpty(), "a split must split");
    checkNode(tables, tables.left()[node], depth + 1, maxDepth, parts.get(0), values.get(0));
    checkNode(tables, tables.right()[node], depth + 1, maxDepth, parts.get(1), values.get(1));
  }

  @Test
  void forest_sameSeed_isTheSame() {
    SyntheticRows rows = SyntheticRows.fingerprints(100, 12, 3, 1);
    RandomForest once = ForestTrainer.train(rows.features, rows.targets, SMALL.withSeed(5));
    RandomForest again = ForestTrainer.train(rows.features, rows.targets, SMALL.withSeed(5));
    assertEquals(once.tables(), again.tables());
    assertEquals(once, again);
    assertEquals(once.hashCode(), again.hashCode());
    assertNotEquals(once, ForestTrainer.train(rows.features, rows.targets, SMALL.withSeed(6)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 99})
  void forest_isTheSameToTheBit_withAnyNumberOfThreads(int parallelism) {
    SyntheticRows rows = SyntheticRows.fingerprints(100, 12, 3, 1);
    RandomForest alone = ForestTrainer.train(rows.features, rows.targets, SMALL.withTrees(9));
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      assertEquals(
          alone,
          ForestTrainer.train(rows.features, rows.targets, SMALL.withTrees(9), pool, parallelism));
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void parallelismBelowOne_isRefused() {
    SyntheticRows rows = SyntheticRows.fingerprints(10, 12, 3, 1);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> ForestTrainer.train(rows.features, rows.targets, SMALL, Runnable::run, 0));
    assertTrue(e.getMessage().contains("parallelism"), e.getMessage());
  }

  @Test
  void forest_moreTrees_startsWithTheSameTrees() {
    SyntheticRows rows = SyntheticRows.fingerprints(100, 12, 3, 1);
    RandomForest few = ForestTrainer.train(rows.features, rows.targets, SMALL.withTrees(2));
    RandomForest more = ForestTrainer.train(rows.features, rows.targets, SMALL.withTrees(4));
    double[] question = SyntheticRows.continuous(1, 12, 1, 2).features[0];
    assertArrayEquals(few.predictTree(1, question), more.predictTree(1, question));
    assertFalse(Arrays.equals(more.predictTree(1, question), more.predictTree(3, question)));
  }

  @Test
  void forest_ofConstantTarget_predictsIt() {
    double[][] features = SyntheticRows.continuous(30, 5, 1, 1).features;
    double[][] targets = new double[30][2];
    for (int i = 0; i < 30; i++) {
      targets[i][0] = 0.1;
      targets[i][1] = i;
    }
    RandomForest raw = ForestTrainer.train(features, targets, SMALL);
    assertEquals(0.1, raw.predict(features[0])[0], 1e-8);
    RandomForest forest = ForestTrainer.train(features, targets, STANDARDIZED);
    assertEquals(0.1, forest.predict(features[0])[0], 1e-15);
    assertEquals(0.1, forest.targetMean()[0]);
    assertEquals(1, forest.targetScale()[0]);
    assertEquals(14.5, forest.targetMean()[1], 1e-12);
    assertEquals(Math.sqrt((30 * 30 - 1) / 12.0), forest.targetScale()[1], 1e-12);
  }

  @Test
  void forest_ofOneRow_predictsIt() {
    RandomForest forest =
        ForestTrainer.train(
            new double[][] {{0}}, new double[][] {{3, 4}}, SMALL.withFeaturesPerSplit(1));
    assertArrayEquals(new double[] {3, 4}, forest.predict(new double[] {9}));
    assertEquals(15, forest.trees());
    assertEquals(1, forest.featureCount());
    assertEquals(2, forest.targetCount());
  }

  @Test
  void forest_standardized_ignoresUnitsOfTargets() {
    SyntheticRows rows = SyntheticRows.continuous(80, 12, 3, 2);
    double[][] otherUnits =
        Arrays.stream(rows.targets)
            .map(row -> new double[] {row[0] * 1024 + 5, row[1], row[2] / 64 - 3})
            .toArray(double[][]::new);
    RandomForest forest = ForestTrainer.train(rows.features, rows.targets, STANDARDIZED);
    RandomForest other = ForestTrainer.train(rows.features, otherUnits, STANDARDIZED);
    RandomForest raw = ForestTrainer.train(rows.features, otherUnits, SMALL);
    boolean rawDiffers = false;
    for (double[] question : rows.features) {
      double[] a = forest.predict(question);
      double[] b = other.predict(question);
      assertEquals(a[0], (b[0] - 5) / 1024, 1e-5);
      assertEquals(a[1], b[1], 1e-5);
      assertEquals(a[2], (b[2] + 3) * 64, 1e-5);
      rawDiffers |= Math.abs(raw.predict(question)[1] - a[1]) > 0.1;
    }
    assertTrue(rawDiffers);
    assertArrayEquals(new double[] {0, 0, 0}, raw.targetMean());
    assertArrayEquals(new double[] {1, 1, 1}, raw.targetScale());
  }

  @Test
  void forest_largeOffset_stillSplits() {
    double[][] features = SyntheticRows.continuous(60, 4, 1, 3).features;
    double[][] targets =
        Arrays.stream(features)
            .map(row -> new double[] {1000 + (row[0] > 0 ? 0.5 : 0)})
            .toArray(double[][]::new);
    RandomForest forest = ForestTrainer.train(features, targets, SMALL);
    for (int i = 0; i < targets.length; i++) {
      assertEquals(targets[i][0], forest.predict(features[i])[0], 0.15);
    }
  }

  @Test
  void forest_differenceInLastDigit_isNotSplit() {
    double[][] features = {{0.6, 1}, {Math.nextUp(0.6), 1}, {0.0, 1}, {-0.0, 1}};
    double[][] targets = {{1}, {2}, {3}, {4}};
    RandomForest forest =
        ForestTrainer.train(features, targets, ForestOptions.defaults().withFeaturesPerSplit(2));
    assertArrayEquals(forest.predict(features[0]), forest.predict(features[1]));
    assertArrayEquals(forest.predict(features[2]), forest.predict(features[3]));
    assertNotEquals(forest.predict(features[0])[0], forest.predict(features[2])[0]);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "5"})
  void trees_areNoDeeperThanAsked(int maxDepth) {
    SyntheticRows rows = SyntheticRows.continuous(200, 6, 2, 4);
    ForestTables tables =
        ForestTrainer.train(rows.features, rows.targets, SMALL.withMaxDepth(maxDepth)).tables();
    int deepest = 0;
    for (int start : tables.treeStarts()) {
      deepest = Math.max(deepest, depth(tables, start));
    }
    assertEquals(maxDepth, deepest);
  }

  private static int depth(ForestTables tables, int node) {
    return tables.feature()[node] < 0
        ? 0
        : 1 + Math.max(depth(tables, tables.left()[node]), depth(tables, tables.right()[node]));
  }

  @Test
  void nodes_belowMinSamples_areNotSplit() {
    SyntheticRows rows = SyntheticRows.continuous(64, 6, 2, 4);
    ForestOptions bagged = SMALL.withFeaturesPerSplit(6);
    assertEquals(
        15,
        ForestTrainer.train(rows.features, rows.targets, bagged.withMinSamplesToSplit(65))
            .tables()
            .feature()
            .length);
    assertEquals(
        45,
        ForestTrainer.train(
                rows.features, rows.targets, bagged.withMinSamplesToSplit(64).withMaxDepth(1))
            .tables()
            .feature()
            .length);
  }

  @Test
  void training_logsNothing() {
    List<LogRecord> records = Collections.synchronizedList(new ArrayList<>());
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            records.add(record);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try {
      SyntheticRows rows = SyntheticRows.fingerprints(40, 12, 3, 1);
      ForestTrainer.train(rows.features, rows.targets, SMALL);
    } finally {
      root.removeHandler(handler);
    }
    assertEquals(List.of(), records.stream().map(LogRecord::getMessage).toList());
  }

  @Test
  void training_onInterruptedThread_stopsAtOnce() {
    SyntheticRows rows = SyntheticRows.fingerprints(40, 12, 3, 1);
    Thread.currentThread().interrupt();
    try {
      assertThrows(
          TrainingInterruptedException.class,
          () -> ForestTrainer.train(rows.features, rows.targets, SMALL));
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void training_interruptedMidway_stopsSoon() {
    SyntheticRows rows = SyntheticRows.continuous(4000, 12, 50, 1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>(false);
    Thread thread =
        new Thread(
            () -> {
              try {
                ForestTrainer.train(rows.features, rows.targets, SMALL);
              } catch (RuntimeException e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
              }
            });
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          thread.start();
          Thread.sleep(500);
          assertTrue(thread.isAlive(), "trained before it was interrupted: take more rows");
          thread.interrupt();
          thread.join();
        });
    assertEquals(TrainingInterruptedException.class, thrown.get().getClass());
    assertTrue(flag.get());
  }

  @Test
  void training_badRows_saysWhich() {
    double[][] good = {{1, 2}, {3, 4}};
    assertRefused(
        "the number of rows of features must be at least 1, got 0", new double[0][], good);
    assertRefused(
        "the length of a row of features must be at least 1, got 0", new double[2][0], good);
    assertRefused(
        "all rows of features must be as long as the first, 2; row 1 holds 1 numbers",
        new double[][] {{1, 2}, {3}},
        good);
    assertRefused("features[1][0] must be finite", new double[][] {{1, 2}, {Double.NaN, 1}}, good);
    assertRefused("features[0][1] must be finite", new double[][] {{1, 1e300}, {0, 1}}, good);
    assertRefused(
        "targets[0][0] must be finite and at most 1.0E15 in magnitude, got -Infinity",
        good,
        new double[][] {{Double.NEGATIVE_INFINITY}, {0}});
    assertRefused(
        "all rows of targets must be as long as the first, 1; row 1 holds 0 numbers",
        good,
        new double[][] {{1}, {}});
    assertRefused(
        "features and targets must have as many rows, got 2 and 1", good, new double[][] {{1}});
    IllegalArgumentException tooMany =
        assertThrows(
            IllegalArgumentException.class,
            () -> ForestTrainer.train(good, good, ForestOptions.defaults()));
    assertEquals(
        "featuresPerSplit must be at most the number of features, 2, got 30", tooMany.getMessage());
  }

  private static void assertRefused(String message, double[][] features, double[][] targets) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> ForestTrainer.train(features, targets, SMALL.withFeaturesPerSplit(1)));
    assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
  }
}
