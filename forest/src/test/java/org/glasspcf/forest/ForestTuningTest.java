package org.glasspcf.forest;

import static org.glasspcf.forest.ForestParameter.FEATURES_PER_SPLIT;
import static org.glasspcf.forest.ForestParameter.MAX_DEPTH;
import static org.glasspcf.forest.ForestParameter.MIN_SAMPLES_TO_SPLIT;
import static org.glasspcf.forest.ForestParameter.TREES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForestTuningTest {
  private static final GroupedRows ROWS = GroupedRows.smooth(60, 6, 3);
  private static final ForestOptions START =
      ForestOptions.defaults().withTrees(3).withFeaturesPerSplit(3).withMaxDepth(6);
  private static final ForestTuning TUNING =
      ROWS.tuning()
          .from(START)
          .withFolds(3)
          .withSeeds(4, 9)
          .withTrees(2, 4)
          .withFeaturesPerSplit(6, 1)
          .withMaxDepth(1, 6, 3)
          .withMinSamplesToSplit(2, 20);

  private static List<ForestOptions> options(TuningResult result) {
    return result.trials().stream().map(TuningTrial::options).toList();
  }

  @Test
  void grid_triesEveryCombination_lastParameterFastest() {
    List<ForestOptions> tried =
        options(ROWS.tuning().from(START).withMaxDepth(2, 1).withTrees(1, 2).grid());
    assertEquals(
        List.of(
            START.withTrees(1).withMaxDepth(2),
            START.withTrees(1).withMaxDepth(1),
            START.withTrees(2).withMaxDepth(2),
            START.withTrees(2).withMaxDepth(1)),
        tried);
    assertEquals(24, TUNING.withFolds(2).withSeeds(1).grid().trials().size());
  }

  @Test
  void grid_withoutCandidates_triesTheStart() {
    assertEquals(List.of(START), options(ROWS.tuning().from(START).grid()));
  }

  @ParameterizedTest
  @EnumSource
  void scan_ofOneParameter_isTheGridRestrictedToIt(ForestParameter parameter) {
    TuningResult scan = TUNING.scan(parameter);
    ForestTuning only = ROWS.tuning().from(START).withFolds(3).withSeeds(4, 9);
    ForestTuning restricted =
        switch (parameter) {
          case TREES -> only.withTrees(2, 4);
          case FEATURES_PER_SPLIT -> only.withFeaturesPerSplit(6, 1);
          case MAX_DEPTH -> only.withMaxDepth(1, 6, 3);
          case MIN_SAMPLES_TO_SPLIT -> only.withMinSamplesToSplit(2, 20);
        };
    assertEquals(restricted.grid(), scan);
    assertEquals(TUNING.scan().get(parameter), scan);
    for (TuningTrial trial : scan.trials()) {
      assertEquals(START, parameter.with(trial.options(), parameter.of(START)));
    }
  }

  @Test
  void scan_trialsOfTheWholeGrid_areTheSame() {
    ForestTuning around = TUNING.from(START.withTrees(2).withFeaturesPerSplit(1));
    List<TuningTrial> grid = TUNING.grid().trials();
    assertTrue(grid.containsAll(around.scan(MAX_DEPTH).trials()));
    assertTrue(grid.containsAll(around.scan(MIN_SAMPLES_TO_SPLIT).trials()));
  }

  @Test
  void scan_sharesForestsBetweenParameters() {
    List<Integer> totals = Collections.synchronizedList(new ArrayList<>());
    Map<ForestParameter, TuningResult> scans =
        ROWS.tuning()
            .from(START)
            .withFolds(2)
            .withTrees(3, 1)
            .withMaxDepth(6, 2)
            .withListener(progress -> totals.add(progress.forests()))
            .scan();
    assertEquals(List.of(TREES, MAX_DEPTH), List.copyOf(scans.keySet()));
    assertEquals(Collections.nCopies(3 * 2, 3 * 2), totals);
    assertEquals(scans.get(TREES).trials().get(0), scans.get(MAX_DEPTH).trials().get(0));
  }

  @Test
  void bestDepth_ofTwoSteps_isTwo() {
    TuningResult depths =
        GroupedRows.twoSteps(240)
            .tuning()
            .from(ForestOptions.defaults().withTrees(10).withFeaturesPerSplit(8))
            .withSeeds(1, 2)
            .withMaxDepth(12, 1, 2, 5)
            .scan(MAX_DEPTH);
    assertEquals(2, depths.best().options().maxDepth());
    assertEquals(2, depths.simplestWithinOneStandardError().options().maxDepth());
    // variance of the steps 2² · ¼ + 4² · ¼ = 5, of the noise 2² / 12 = ⅓
    double noise = 1.0 / 3 / (5 + 1.0 / 3);
    assertEquals(noise, depths.best().validationMse().mean(), 0.02);
    assertEquals(1 - noise, depths.best().validationR2().mean(), 0.02);
    TuningTrial deep = depths.trials().get(0);
    assertTrue(deep.trainMse().mean() < depths.best().trainMse().mean());
    assertTrue(deep.meanNodes() > 10 * depths.best().meanNodes());
    assertEquals(10 * 7, depths.best().meanNodes());
  }

  @Test
  void validation_ofTargetsDrawnByGroup_learnsNothing() {
    GroupedRows lottery = GroupedRows.lottery(20, 6);
    ForestOptions options = ForestOptions.defaults().withFeaturesPerSplit(1);
    double grouped = lottery.tuning().from(options).grid().best().validationR2().mean();
    assertTrue(grouped < 0.2, "R² by group is " + grouped);
    // were groups not kept together, their rows would give each other away
    List<Integer> apart = IntStream.range(0, 120).boxed().toList();
    double split =
        ForestTuning.of(lottery.features(), lottery.targets(), apart)
            .from(options)
            .grid()
            .best()
            .validationR2()
            .mean();
    assertTrue(split > 0.9, "R² by row is " + split);
  }

  @Test
  void trial_isTheCrossValidationWrittenOut() {
    TuningTrial trial = ROWS.tuning().from(START).withFolds(3).withSeeds(4).grid().best();
    TargetScaling scaling = TargetScaling.of(ROWS.targets());
    double[] mse = new double[3];
    double residual = 0;
    double variation = 0;
    List<GroupedFold> folds =
        TuningRows.of(ROWS.features(), ROWS.targets(), ROWS.groups()).folds(3, 4);
    for (int fold = 0; fold < 3; fold++) {
      int[] training = folds.get(fold).training();
      RandomForest forest =
          ForestTrainer.train(
              Arrays.stream(training).mapToObj(i -> ROWS.features()[i]).toArray(double[][]::new),
              Arrays.stream(training).mapToObj(i -> ROWS.targets()[i]).toArray(double[][]::new),
              START.withSeed(folds.get(fold).forestSeed()));
      for (int row : folds.get(fold).validation()) {
        double[] predicted = forest.predict(ROWS.features()[row]);
        for (int t = 0; t < 3; t++) {
          double error = predicted[t] - ROWS.targets()[row][t];
          double deviation = ROWS.targets()[row][t] - scaling.mean()[t];
          residual += error * error;
          variation += deviation * deviation;
          mse[fold] +=
              Math.pow(error / scaling.scale()[t], 2) / 3 / folds.get(fold).validation().length;
        }
      }
    }
    assertEquals((mse[0] + mse[1] + mse[2]) / 3, trial.validationMse().mean(), 1e-12);
    assertEquals(TuningBand.of(mse).deviation(), trial.validationMse().deviation(), 1e-12);
    assertEquals(
        TuningBand.of(mse).deviation() / Math.sqrt(3), trial.validationStandardError(), 1e-12);
    assertEquals(1 - residual / variation, trial.validationR2().mean(), 1e-12);
    assertEquals(0, trial.validationR2().deviation());
  }

  @Test
  void standardizedErrors_ignoreUnits_othersDoNot() {
    double[][] scaled =
        Arrays.stream(ROWS.targets())
            .map(row -> Arrays.stream(row).map(v -> v * 4).toArray())
            .toArray(double[][]::new);
    ForestTuning other = ForestTuning.of(ROWS.features(), scaled, ROWS.groups()).from(START);
    TuningTrial trial = ROWS.tuning().from(START).grid().best();
    TuningTrial ofOther = other.grid().best();
    assertEquals(trial.validationMse().mean(), ofOther.validationMse().mean(), 1e-6);
    assertEquals(trial.trainMse().mean(), ofOther.trainMse().mean(), 1e-6);
    TuningTrial raw = ROWS.tuning().from(START).withStandardizedErrors(false).grid().best();
    TuningTrial rawOther = other.withStandardizedErrors(false).grid().best();
    assertEquals(16 * raw.validationMse().mean(), rawOther.validationMse().mean(), 1e-4);
    assertNotEquals(raw.validationMse().mean(), trial.validationMse().mean(), 0.1);
    assertEquals(raw.validationR2(), trial.validationR2());
  }

  @Test
  void seeds_drawOtherFoldsEach_andDoNotDependOnEachOther() {
    ForestTuning one = ROWS.tuning().from(START);
    TuningTrial first = one.withSeeds(1).grid().best();
    TuningTrial second = one.withSeeds(2).grid().best();
    TuningTrial both = one.withSeeds(1, 2).grid().best();
    assertNotEquals(first.validationMse().mean(), second.validationMse().mean());
    assertEquals(
        (first.validationMse().mean() + second.validationMse().mean()) / 2,
        both.validationMse().mean(),
        1e-12);
    TuningTrial otherSeed = one.from(START.withSeed(77)).withSeeds(1).grid().best();
    assertEquals(first.validationMse(), otherSeed.validationMse());
    assertTrue(both.validationR2().deviation() > 0);
  }

  @Test
  void tuning_copiesItsRows() {
    double[][] features =
        Arrays.stream(ROWS.features()).map(double[]::clone).toArray(double[][]::new);
    double[][] targets =
        Arrays.stream(ROWS.targets()).map(double[]::clone).toArray(double[][]::new);
    List<String> groups = new ArrayList<>(ROWS.groups());
    ForestTuning tuning = ForestTuning.of(features, targets, groups).from(START);
    Arrays.stream(features).forEach(row -> Arrays.fill(row, 0));
    Arrays.stream(targets).forEach(row -> Arrays.fill(row, 0));
    Collections.fill(groups, "");
    assertEquals(ROWS.tuning().from(START).grid(), tuning.grid());
  }

  @Test
  void defaults_fitSmallTables() {
    TuningResult result = GroupedRows.lottery(3, 2).tuning().grid();
    assertEquals(3, result.folds());
    assertEquals(List.of(0L), result.seeds());
    assertEquals(ForestOptions.defaults().withFeaturesPerSplit(1), result.best().options());
    assertEquals(5, ROWS.tuning().withTrees(1).grid().folds());
  }

  @Test
  void rows_thatBreakARule_areRefused() {
    double[][] two = {{1, 2}, {3, 4}};
    assertRefused(
        "features and targets must have as many rows, got 2 and 1",
        () -> ForestTuning.of(two, new double[][] {{1}}, List.of(1, 2)));
    assertRefused(
        "features[1][0] must be finite and at most 3.4028234663852886E38 in magnitude, got NaN",
        () -> ForestTuning.of(new double[][] {{1}, {Double.NaN}}, two, List.of(1, 2)));
    assertRefused(
        "groups must hold one label for every row, 2, got 3",
        () -> ForestTuning.of(two, two, List.of(1, 2, 3)));
    assertRefused(
        "cross-validation needs rows of at least 2 groups, but all 2 rows are of group glass",
        () -> ForestTuning.of(two, two, List.of("glass", "glass")));
    assertRefused(
        "at least one target must vary between rows, but all 2 rows of targets are [5.0, 6.0]",
        () -> ForestTuning.of(two, new double[][] {{5, 6}, {5, 6}}, List.of(1, 2)));
    NullPointerException noLabel =
        assertThrows(
            NullPointerException.class,
            () -> ForestTuning.of(two, two, Arrays.asList("glass", null)));
    assertEquals("groups[1]", noLabel.getMessage());
  }

  @Test
  void settings_thatBreakARule_areRefused() {
    assertRefused(
        "folds must be from 2 to the number of groups, 15, got 16", () -> TUNING.withFolds(16));
    assertRefused(
        "folds must be from 2 to the number of groups, 15, got 1", () -> TUNING.withFolds(1));
    assertRefused("the number of seeds must be at least 1, got 0", TUNING::withSeeds);
    assertRefused("seeds must differ, got 3 twice", () -> TUNING.withSeeds(3, 1, 3));
    assertRefused(
        "the number of candidates for trees must be at least 1, got 0", TUNING::withTrees);
    assertRefused(
        "candidates for maxDepth must differ, got 4 twice", () -> TUNING.withMaxDepth(4, 4));
    assertRefused("trees must be from 1 to 10000, got 0", () -> TUNING.withTrees(5, 0));
    assertRefused(
        "minSamplesToSplit must be from 2 to 16777216, got 1",
        () -> TUNING.withMinSamplesToSplit(1));
    assertRefused(
        "featuresPerSplit must be at most the number of features, 6, got 7",
        () -> TUNING.withFeaturesPerSplit(3, 7));
    assertRefused(
        "featuresPerSplit must be at most the number of features, 6, got 30",
        () -> TUNING.from(ForestOptions.defaults()));
    assertRefused(
        "parallelism must be at least 1, got 0", () -> TUNING.withExecutor(Runnable::run, 0));
  }

  @Test
  void scan_withoutCandidates_isRefused() {
    ForestTuning depths = ROWS.tuning().withMaxDepth(1);
    IllegalStateException none =
        assertThrows(IllegalStateException.class, () -> depths.scan(FEATURES_PER_SPLIT));
    assertEquals("a scan of featuresPerSplit needs candidates for it, got none", none.getMessage());
    ForestTuning nothing = ROWS.tuning();
    none = assertThrows(IllegalStateException.class, nothing::scan);
    assertEquals("a scan needs candidates for a parameter, got none", none.getMessage());
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
