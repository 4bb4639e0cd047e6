package org.glasspcf.examples.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.encoder.PcfImage;
import org.glasspcf.encoder.TrainingHistory;
import org.glasspcf.encoder.TrainingHistory.Epoch;
import org.junit.jupiter.api.Test;

class NetworkTrainingTest {
  /** A quarter of the pixels is white: a black image has an error of 0.25. */
  private static final List<PcfImage> IMAGES = List.of(quarterWhite(), quarterWhite());

  @Test
  void black_isTheMeanSquareOfTheImages() {
    assertEquals(0.25, NetworkTraining.black(IMAGES), 1e-12);
  }

  @Test
  void trial_lossOfABlackImage_isNotBetter() {
    assertFalse(better(0.1, 0.25));
    assertFalse(better(0.1, 0.24));
    assertTrue(better(0.3, 0.23));
  }

  @Test
  void trial_lossOnTestImages_hasNoSay() {
    TrainingHistory history =
        new TrainingHistory(List.of(new Epoch(0.25, OptionalDouble.of(0.01))), 1);
    assertFalse(NetworkTraining.isBetterThanBlack(history, IMAGES));
  }

  @Test
  void seedText_namesThoseThatWereLeft() {
    AutoencoderOptions options = AutoencoderOptions.paper().withSeed(2);
    TrainedNetwork none = new TrainedNetwork(null, null);
    assertEquals("2", new ChosenNetwork(options, none, 1, List.of()).seedText());
    assertEquals("2 (0, 1)", new ChosenNetwork(options, none, 1, List.of(0L, 1L)).seedText());
  }

  private static boolean better(double firstLoss, double lastLoss) {
    List<Epoch> epochs =
        List.of(
            new Epoch(firstLoss, OptionalDouble.empty()),
            new Epoch(lastLoss, OptionalDouble.empty()));
    return NetworkTraining.isBetterThanBlack(new TrainingHistory(epochs, 2), IMAGES);
  }

  private static PcfImage quarterWhite() {
    float[] intensities = new float[PcfImage.PIXELS];
    for (int i = 0; i < intensities.length; i += 4) {
      intensities[i] = 1;
    }
    return PcfImage.ofIntensities(intensities);
  }
}
