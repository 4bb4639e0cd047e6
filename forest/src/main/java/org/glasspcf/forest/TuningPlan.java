package org.glasspcf.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What to try: the start, the candidates of some parameters, and the folds to try them on. */
record TuningPlan(
    ForestOptions start,
    Map<ForestParameter, List<Integer>> candidates,
    int folds,
    List<Long> seeds,
    boolean standardizedErrors) {

  TuningPlan withStart(ForestOptions start) {
    return new TuningPlan(start, candidates, folds, seeds, standardizedErrors);
  }

  TuningPlan withFolds(int folds) {
    return new TuningPlan(start, candidates, folds, seeds, standardizedErrors);
  }

  TuningPlan withSeeds(long... seeds) {
    Preconditions.atLeast(1, seeds.length, "the number of seeds");
    List<Long> list = Arrays.stream(seeds).boxed().toList();
    requireDifferent(list, "seeds");
    return new TuningPlan(start, candidates, folds, list, standardizedErrors);
  }

  TuningPlan withStandardizedErrors(boolean standardizedErrors) {
    return new TuningPlan(start, candidates, folds, seeds, standardizedErrors);
  }

  TuningPlan withCandidates(ForestParameter parameter, int... values) {
    Preconditions.atLeast(1, values.length, "the number of candidates for " + parameter);
    for (int value : values) {
      parameter.with(start, value);
    }
    List<Integer> list = Arrays.stream(values).boxed().toList();
    requireDifferent(list, "candidates for " + parameter);
    Map<ForestParameter, List<Integer>> all = new EnumMap<>(ForestParameter.class);
    all.putAll(candidates);
    all.put(parameter, list);
    return new TuningPlan(
        start, Collections.unmodifiableMap(all), folds, seeds, standardizedErrors);
  }

  private static void requireDifferent(List<? extends Number> values, String what) {
    Set<Number> seen = new HashSet<>();
    for (Number value : values) {
      if (!seen.add(value)) {
        throw new IllegalArgumentException(what + " must differ, got " + value + " twice");
      }
    }
  }

  /** All combinations of candidates; the last parameter changes fastest. */
  List<ForestOptions> grid() {
    List<ForestOptions> grid = List.of(start);
    for (ForestParameter parameter : candidates.keySet()) {
      List<ForestOptions> finer = new ArrayList<>();
      for (ForestOptions options : grid) {
        for (int value : candidates.get(parameter)) {
          finer.add(parameter.with(options, value));
        }
      }
      grid = finer;
    }
    return grid;
  }

  /** The candidates of one parameter, all others as in the start. */
  List<ForestOptions> scan(ForestParameter parameter) {
    if (!candidates.containsKey(parameter)) {
      throw new IllegalStateException(
          "a scan of " + parameter + " needs candidates for it, got none");
    }
    return candidates.get(parameter).stream().map(value -> parameter.with(start, value)).toList();
  }
}
