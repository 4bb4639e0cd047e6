package org.glasspcf.examples.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.glasspcf.encoder.AutoencoderOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReproductionOptionsTest {
  @Test
  void paper_isThePapersProtocol() {
    ReproductionOptions options = ReproductionOptions.paper();
    assertEquals(180, options.trainingCurves());
    assertEquals(50, options.testCurves());
    assertEquals(
        AutoencoderOptions.paper(), options.autoencoder(DataSize.PAPER_SIZE, 180), "seed 0");
    assertTrue(!options.quick() && ReproductionOptions.shortened().quick());
  }

  /** 800 epochs of 6 steps are 4,800 steps; the epochs are those that make at least as many. */
  @ParameterizedTest
  @CsvSource({"180, 800", "192, 800", "193, 686", "666, 229", "648, 229", "32, 4800", "1, 4800"})
  void epochsOverAllCurves_makeThePapersSteps(int images, int epochs) {
    assertEquals(
        epochs, ReproductionOptions.paper().autoencoder(DataSize.ALL_CURVES, images).epochs());
    int steps = ReproductionOptions.steps(images);
    assertTrue(epochs * steps >= 4800 && (epochs - 1) * steps < 4800);
  }

  @Test
  void epochsOverAllCurves_asked_areTaken() {
    ReproductionOptions options = ReproductionOptions.paper().withEpochsAll(5).withSeed(3);
    assertEquals(5, options.autoencoder(DataSize.ALL_CURVES, 666).epochs());
    assertEquals(800, options.autoencoder(DataSize.PAPER_SIZE, 180).epochs());
    assertEquals(3, options.autoencoder(DataSize.PAPER_SIZE, 180).seed());
  }

  @Test
  void withers_changeOneValueEach() {
    ReproductionOptions options =
        ReproductionOptions.shortened()
            .withCurves(23)
            .withEpochs(2)
            .withEpochsAll(3)
            .withTrials(4, 5)
            .withLatentSizes(List.of(6))
            .withLatentEpochs(7)
            .withSeeds(8, 9)
            .withForestSeeds(10)
            .withSeed(11);
    assertEquals(
        new ReproductionOptions(true, 23, 2, OptionalInt.of(3), 4, 5, List.of(6), 7, 8, 9, 10, 11),
        options);
  }

  @ParameterizedTest
  @CsvSource({
    "9, 1, 8, 'the curves of the paper''s size must be at least 10, got 9'",
    "230, 0, 8, 'epochs must be at least 1, got 0'",
    "230, 1, 0, 'the latent size must be 1 to 1024, got 0'"
  })
  void options_outOfRange_areRefused(int curves, int epochs, int latent, String message) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                ReproductionOptions.paper()
                    .withCurves(curves)
                    .withEpochs(epochs)
                    .withLatentSizes(List.of(latent)));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void latentSizes_notIncreasing_areRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> ReproductionOptions.paper().withLatentSizes(List.of(8, 4)));
    assertEquals("latent sizes must increase, got [8, 4]", refused.getMessage());
  }
}
