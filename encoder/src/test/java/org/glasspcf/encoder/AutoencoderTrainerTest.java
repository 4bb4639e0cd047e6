package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.TrainingException;
import org.glasspcf.core.TrainingInterruptedException;
import org.junit.jupiter.api.Test;

class AutoencoderTrainerTest {
  private static final AutoencoderOptions SHORT =
      AutoencoderOptions.defaults().withEpochs(3).withBatchSize(4).withSeed(5);

  /** Images of single Gaussian peaks that wander with i. */
  private static List<PcfImage> peaks(int from, int to) {
    RadialGrid grid = RadialGrid.uniform(10, 200);
    PcfImageCodec codec = PcfImageCodec.Kind.WARPED.withMaxHeight(10);
    List<PcfImage> out = new ArrayList<>();
    for (int i = from; i < to; i++) {
      double[] g = new double[200];
      for (int k = 0; k < 200; k++) {
        double r = grid.center(k);
        g[k] = 8 * Math.exp(-50 * Math.pow(r - 1.5 - 0.05 * i, 2)) + (r > 3 ? 1 : 0);
      }
      out.add(codec.encode(PairCorrelationFunction.of(grid, g)));
    }
    return out;
  }

  @Test
  void sameSeed_givesTheSameNetwork_anotherSeedAnother() {
    List<PcfImage> images = peaks(0, 10);
    var first = AutoencoderTrainer.with(SHORT).train(images);
    var second = AutoencoderTrainer.with(SHORT).train(images);
    assertEquals(first.autoencoder(), second.autoencoder());
    assertEquals(first.history(), second.history());
    var other = AutoencoderTrainer.with(SHORT.withSeed(6)).train(images);
    assertNotEquals(first.autoencoder(), other.autoencoder());
  }

  @Test
  void loss_falls_andEveryEpochIsHeard() {
    List<TrainingProgress> heard = new ArrayList<>();
    var result =
        AutoencoderTrainer.with(SHORT.withEpochs(12).withBatchSize(2))
            .withListener(heard::add)
            .train(peaks(0, 10));
    var epochs = result.history().epochs();
    assertEquals(12, epochs.size());
    assertEquals(12, result.history().keptEpoch());
    assertTrue(
        epochs.get(11).trainingLoss() < 0.5 * epochs.get(0).trainingLoss(), epochs.toString());
    assertEquals(12, heard.size());
    assertEquals(1, heard.get(0).epoch());
    assertEquals(0, heard.get(11).timeLeft().toNanos());
    assertEquals(OptionalDouble.empty(), heard.get(0).validationLoss());
  }

  @Test
  void earlyStopping_keepsTheBestEpochsWeights() {
    // A rate this large overshoots, so that the best epoch is not the last.
    AutoencoderOptions options =
        SHORT
            .withSchedule(LearningRateSchedule.CONSTANT)
            .withEpochs(30)
            .withLearningRate(0.02)
            .withEarlyStopping(0.3, 3);
    List<PcfImage> validation = peaks(10, 14);
    var result = AutoencoderTrainer.with(options).train(peaks(0, 10), validation);
    var epochs = result.history().epochs();
    double best =
        epochs.stream().mapToDouble(e -> e.validationLoss().getAsDouble()).min().orElseThrow();
    int kept = result.history().keptEpoch();
    assertEquals(best, epochs.get(kept - 1).validationLoss().getAsDouble());
    assertTrue(epochs.size() < 30 && epochs.size() == kept + 3, "stopped 3 epochs after " + kept);
    double mse =
        validation.stream()
            .mapToDouble(
                i ->
                    result
                        .autoencoder()
                        .decode(result.autoencoder().encode(i))
                        .meanSquaredDifference(i))
            .average()
            .orElseThrow();
    assertEquals(best, mse, 1e-4, "the weights kept are that epoch's, up to gray-value rounding");
  }

  @Test
  void interrupt_stopsTheTraining_andStaysSet() {
    Thread.currentThread().interrupt();
    try {
      assertThrows(
          TrainingInterruptedException.class,
          () -> AutoencoderTrainer.with(SHORT).train(peaks(0, 4)));
    } finally {
      assertTrue(Thread.interrupted(), "the flag is still set for the caller");
    }
    List<Integer> epochs = new ArrayList<>();
    assertThrows(
        TrainingInterruptedException.class,
        () ->
            AutoencoderTrainer.with(SHORT)
                .withListener(
                    p -> {
                      epochs.add(p.epoch());
                      Thread.currentThread().interrupt();
                    })
                .train(peaks(0, 4)));
    assertTrue(Thread.interrupted());
    assertEquals(List.of(1), epochs);
  }

  @Test
  void divergence_isAnError_notAModel() {
    var e =
        assertThrows(
            TrainingException.class,
            () ->
                AutoencoderTrainer.with(
                        SHORT.withLearningRate(1e30).withSchedule(LearningRateSchedule.CONSTANT))
                    .train(peaks(0, 10)));
    assertTrue(e.getMessage().contains("the loss became"), e.getMessage());
  }

  @Test
  void hugeBatch_isTheWholeSet() {
    var all = AutoencoderTrainer.with(SHORT.withBatchSize(10)).train(peaks(0, 10));
    var huge = AutoencoderTrainer.with(SHORT.withBatchSize(Integer.MAX_VALUE)).train(peaks(0, 10));
    assertEquals(all.autoencoder(), huge.autoencoder());
  }

  @Test
  void badInput_isRefused() {
    var none =
        assertThrows(
            IllegalArgumentException.class, () -> AutoencoderTrainer.with(SHORT).train(List.of()));
    assertTrue(none.getMessage().contains("at least one image"), none.getMessage());
    AutoencoderOptions stopping =
        SHORT.withSchedule(LearningRateSchedule.CONSTANT).withEarlyStopping(0.3, 3);
    var unwatched =
        assertThrows(
            IllegalArgumentException.class,
            () -> AutoencoderTrainer.with(stopping).train(peaks(0, 4)));
    assertTrue(unwatched.getMessage().contains("validation images"), unwatched.getMessage());
    assertFalse(Thread.currentThread().isInterrupted());
  }
}
