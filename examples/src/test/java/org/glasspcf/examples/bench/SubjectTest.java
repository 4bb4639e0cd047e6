package org.glasspcf.examples.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glasspcf.examples.bench.RandomGlasses.Query;
import org.glasspcf.pipeline.CurveSource;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Benchmark;

class SubjectTest {
  @ParameterizedTest
  @EnumSource
  void trials_nameBenchmarks(Subject subject) {
    List<Trial> trials = subject.trials(new TreeSet<>(Set.of(1, 2)));
    assertTrue(trials.size() >= 1);
    for (Trial trial : trials) {
      assertEquals(subject, trial.subject());
      assertTrue(
          Arrays.stream(trial.type().getMethods())
              .filter(method -> method.isAnnotationPresent(Benchmark.class))
              .map(Method::getName)
              .anyMatch(trial.method()::equals),
          trial.describe());
    }
  }

  @Test
  void trials_ofAll_areEachDifferent() {
    List<Trial> trials =
        SpeedRun.of(List.of(Subject.values()), List.of(1, 2), Effort.quick()).trials();
    assertEquals(31, trials.size());
    assertEquals(31, trials.stream().map(Trial::describe).collect(Collectors.toSet()).size());
  }

  @Test
  void predictions_single_haveACallerForEachThread_andBatchesHaveOne() {
    for (Trial trial : Subject.PAPER.trials(new TreeSet<>(Set.of(2)))) {
      boolean single = trial.batch().orElseThrow() == 1;
      assertEquals(single ? 2 : 1, trial.callers(), trial.describe());
      assertEquals(single ? null : "2", trial.parameters().get("threads"), trial.describe());
      assertEquals(2, trial.threads());
    }
  }

  @Test
  void run_withoutSubjects_isRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> SpeedRun.of(List.of(), List.of(1), Effort.quick()));
  }

  /** Else times of the default road would be the decoder's. */
  @Test
  void glasses_areEachDifferent_andTheRegressionKnowsTheirPairs() {
    GlassPcfPipeline pipeline = GlassPcfPipeline.pretrained();
    List<Query> queries = new RandomGlasses(1).next(300);
    assertEquals(300, queries.stream().map(Query::glass).distinct().count());
    for (Query query : queries) {
      var prediction = pipeline.predict(query.glass(), query.pair());
      assertEquals(CurveSource.REGRESSION, prediction.curveSource(), query.toString());
      assertTrue(prediction.band(BandLevel.NINETY_PERCENT).isPresent(), query.toString());
    }
  }
}
