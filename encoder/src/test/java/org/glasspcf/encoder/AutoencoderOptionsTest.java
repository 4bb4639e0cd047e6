package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AutoencoderOptionsTest {
  private static final AutoencoderOptions DEFAULTS = AutoencoderOptions.defaults();

  private static void assertRefused(Executable change, String words) {
    var e = assertThrows(IllegalArgumentException.class, change);
    assertTrue(e.getMessage().contains(words), e.getMessage());
  }

  @Test
  void oneCycleWithEarlyStopping_namesBoth() {
    assertRefused(() -> DEFAULTS.withEarlyStopping(0.2, 5), "ONE_CYCLE");
    assertRefused(() -> DEFAULTS.withEarlyStopping(0.2, 5), "early stopping");
    AutoencoderOptions constant =
        DEFAULTS.withSchedule(LearningRateSchedule.CONSTANT).withEarlyStopping(0.2, 5);
    assertRefused(() -> constant.withSchedule(LearningRateSchedule.ONE_CYCLE), "early stopping");
    assertTrue(constant.withoutEarlyStopping().earlyStopping().isEmpty());
  }

  @Test
  void valuesOutOfRange_areNamed() {
    assertRefused(() -> DEFAULTS.withEpochs(0), "epochs must be at least 1, got 0");
    assertRefused(
        () -> DEFAULTS.withBatchSize(-1), "batch size (images) must be at least 1, got -1");
    assertRefused(() -> DEFAULTS.withLearningRate(Double.NaN), "positive and finite, got NaN");
    assertRefused(() -> DEFAULTS.withLearningRate(0), "positive and finite, got 0.0");
    assertRefused(() -> DEFAULTS.withLatentSize(0), "must be 1 to 1024, got 0");
    var constant = DEFAULTS.withSchedule(LearningRateSchedule.CONSTANT);
    assertRefused(() -> constant.withEarlyStopping(1, 5), "must be in (0, 1), got 1.0");
    assertRefused(() -> constant.withEarlyStopping(0.1, 0), "patience");
  }

  @Test
  void paper_isThePapers() {
    AutoencoderOptions paper = AutoencoderOptions.paper();
    assertEquals(800, paper.epochs());
    assertEquals(8, paper.latentSize());
    assertEquals(LatentActivation.RELU, paper.latentActivation());
  }

  @Test
  void oneCycle_warmsUpThenCools() {
    var schedule = LearningRateSchedule.ONE_CYCLE;
    assertEquals(0.1, schedule.factor(0), 1e-12);
    assertEquals(1, schedule.factor(0.25), 1e-12);
    assertEquals(0.005 + 0.995 / 2, schedule.factor(0.625), 1e-12);
    assertEquals(0.005, schedule.factor(1), 1e-12);
    assertEquals(1, LearningRateSchedule.CONSTANT.factor(0.9));
  }
}
