package org.glasspcf.examples.reproduce;

import java.util.List;
import java.util.OptionalInt;
import org.glasspcf.encoder.AutoencoderOptions;

/**
 * How long a reproduction works. What the paper says is no option. Immutable: every {@code with…}
 * returns a changed copy.
 *
 * @param quick whether the numbers come from a shortened run, which the report then says
 * @param curves curves of the paper's size (at least 10): 50 of every 230 are test curves
 * @param epochs passes over the training images at the paper's size (at least 1)
 * @param epochsAll passes over the training images of all curves; empty for as many as make at
 *     least the optimization steps of the paper's size
 * @param trials how many seeds are tried for a network that leaves the black image (at least 1); 1
 *     takes the first seed as it comes
 * @param trialEpochs passes after which a network must be better than a black image (at least 1);
 *     trainings that are not longer are not tried
 * @param latentSizes latent sizes that are compared, increasing
 * @param latentEpochs passes for each of them (at least 1)
 * @param seeds how many networks are trained from different kernels to count dead latents (at least
 *     1), the one of the experiment among them
 * @param seedEpochs passes for each but the experiment's own (at least 1)
 * @param forestSeeds forests grown for each point of a scan (at least 1)
 * @param seed seeds splits, kernels, batches and forests
 */
public record ReproductionOptions(
    boolean quick,
    int curves,
    int epochs,
    OptionalInt epochsAll,
    int trials,
    int trialEpochs,
    List<Integer> latentSizes,
    int latentEpochs,
    int seeds,
    int seedEpochs,
    int forestSeeds,
    long seed) {
  private static final int FEWEST_CURVES = 10;
  private static final List<Integer> LATENT_SIZES = List.of(2, 4, 8, 16, 32);

  private static final ReproductionOptions PAPER =
      new ReproductionOptions(
          false,
          PaperValues.CURVES,
          PaperValues.EPOCHS,
          OptionalInt.empty(),
          10,
          100,
          LATENT_SIZES,
          400,
          1,
          400,
          10,
          0);

  private static final ReproductionOptions QUICK =
      new ReproductionOptions(
          true, PaperValues.CURVES, 20, OptionalInt.empty(), 10, 100, LATENT_SIZES, 4, 1, 4, 3, 0);

  /**
   * Checks every option.
   *
   * @param quick whether the numbers come from a shortened run
   * @param curves curves of the paper's size
   * @param epochs passes at the paper's size
   * @param epochsAll passes over all curves
   * @param trials seeds tried for a network that leaves the black image
   * @param trialEpochs passes after which it must have
   * @param latentSizes latent sizes that are compared
   * @param latentEpochs passes for each of them
   * @param seeds networks to count dead latents in
   * @param seedEpochs passes for each but the first
   * @param forestSeeds forests for each point of a scan
   * @param seed any number
   * @throws IllegalArgumentException if an option is out of its range
   */
  public ReproductionOptions {
    atLeast(FEWEST_CURVES, curves, "the curves of the paper's size");
    atLeast(1, epochs, "epochs");
    epochsAll.ifPresent(value -> atLeast(1, value, "the epochs over all curves"));
    atLeast(1, trials, "the number of trials");
    atLeast(1, trialEpochs, "the epochs of a trial");
    latentSizes = List.copyOf(latentSizes);
    atLeast(1, latentSizes.size(), "the number of latent sizes");
    for (int i = 0; i < latentSizes.size(); i++) {
      AutoencoderOptions.paper().withLatentSize(latentSizes.get(i));
      if (i > 0 && latentSizes.get(i) <= latentSizes.get(i - 1)) {
        throw new IllegalArgumentException("latent sizes must increase, got " + latentSizes);
      }
    }
    atLeast(1, latentEpochs, "the epochs for each latent size");
    atLeast(1, seeds, "the number of seeds");
    atLeast(1, seedEpochs, "the epochs for each further seed");
    atLeast(1, forestSeeds, "the number of forest seeds");
  }

  private static void atLeast(int least, int value, String what) {
    if (value < least) {
      throw new IllegalArgumentException(what + " must be at least " + least + ", got " + value);
    }
  }

  /**
   * Returns the paper's protocol: 800 epochs. It takes hours.
   *
   * @return the options
   */
  public static ReproductionOptions paper() {
    return PAPER;
  }

  /**
   * Returns the same with so few epochs that it takes minutes, to see that all of it works. Its
   * numbers say nothing about the method.
   *
   * @return the options
   */
  public static ReproductionOptions shortened() {
    return QUICK;
  }

  /**
   * Sets the paper's size.
   *
   * @param value training and test curves (at least 10)
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public ReproductionOptions withCurves(int value) {
    return new ReproductionOptions(
        quick,
        value,
        epochs,
        epochsAll,
        trials,
        trialEpochs,
        latentSizes,
        latentEpochs,
        seeds,
        seedEpochs,
        forestSeeds,
        seed);
  }

  /**
   * Sets the passes over the training images at the paper's size.
   *
   * @param value passes (at least 1)
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public ReproductionOptions withEpochs(int value) {
    return new ReproductionOptions(
        quick,
        curves,
        value,
        epochsAll,
        trials,
        trialEpochs,
        latentSizes,
        latentEpochs,
        seeds,
        seedEpochs,
        forestSeeds,
        seed);
  }

  /**
   * Sets the passes over the training images of all curves.
   *
   * @param value passes (at least 1)
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public ReproductionOptions withEpochsAll(int value) {
    return new ReproductionOptions(
        quick,
        curves,
        epochs,
        OptionalInt.of(value),
        trials,
        trialEpochs,
        latentSizes,
        latentEpochs,
        seeds,
        seedEpochs,
        forestSeeds,
        seed);
  }

  /**
   * Sets how many seeds are tried for a network that leaves the black image.
   *
   * @param count seeds (at least 1)
   * @param passes epochs at the paper's size after which it must have (at least 1)
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public ReproductionOptions withTrials(int count, int passes) {
    return new ReproductionOptions(
        quick,
        curves,
        epochs,
        epochsAll,
        count,
        passes,
        latentSizes,
        latentEpochs,
        seeds,
        seedEpochs,
        forestSeeds,
        seed);
  }

  /**
   * Sets the latent sizes that are compared.
   *
   * @param values the sizes, increasing
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public ReproductionOptions withLatentSizes(List<Integer> values) {
    return new ReproductionOptions(
        quick,
        curves,
        epochs,
        epochsAll,
        trials,
        trialEpochs,
        values,
        latentEpochs,
        seeds,
        seedEpochs,
        forestSeeds,
        seed);
  }

  /**
   * Sets the passes for each latent size.
   *
   * @param value passes (at least 1)
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public ReproductionOptions withLatentEpochs(int value) {
    return new ReproductionOptions(
        quick,
        curves,
        epochs,
        epochsAll,
        trials,
        trialEpochs,
        latentSizes,
        value,
        seeds,
        seedEpochs,
        forestSeeds,
        seed);
  }

  /**
   * Sets how many networks dead latents are counted in.
   *
   * @param count networks (at least 1), the experiment's own among them
   * @param passes epochs of each but the experiment's own (at least 1)
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public ReproductionOptions withSeeds(int count, int passes) {
    return new ReproductionOptions(
        quick,
        curves,
        epochs,
        epochsAll,
        trials,
        trialEpochs,
        latentSizes,
        latentEpochs,
        count,
        passes,
        forestSeeds,
        seed);
  }

  /**
   * Sets how many forests are grown for each point of a scan.
   *
   * @param value forests (at least 1)
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public ReproductionOptions withForestSeeds(int value) {
    return new ReproductionOptions(
        quick,
        curves,
        epochs,
        epochsAll,
        trials,
        trialEpochs,
        latentSizes,
        latentEpochs,
        seeds,
        seedEpochs,
        value,
        seed);
  }

  /**
   * Sets the seed of everything that is drawn.
   *
   * @param value any number
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public ReproductionOptions withSeed(long value) {
    return new ReproductionOptions(
        quick,
        curves,
        epochs,
        epochsAll,
        trials,
        trialEpochs,
        latentSizes,
        latentEpochs,
        seeds,
        seedEpochs,
        forestSeeds,
        value);
  }

  /**
   * Returns how many curves of the paper's size are test curves.
   *
   * @return 50 of 230, and as large a share of another number
   */
  public int testCurves() {
    return (int) Math.round((double) curves * PaperValues.TEST_CURVES / PaperValues.CURVES);
  }

  /**
   * Returns how many curves of the paper's size are trained on.
   *
   * @return 180 of 230
   */
  public int trainingCurves() {
    return curves - testCurves();
  }

  /** The options of an experiment's autoencoder: the paper's, and the number of epochs. */
  AutoencoderOptions autoencoder(DataSize size, int images) {
    AutoencoderOptions paper = AutoencoderOptions.paper().withSeed(seed);
    if (size == DataSize.PAPER_SIZE) {
      return paper.withEpochs(epochs);
    }
    return paper.withEpochs(epochsAll.orElse(sameSteps(epochs, images)));
  }

  /** Epochs over some images that make at least the steps of epochs at the paper's size. */
  int sameSteps(int paperSizeEpochs, int images) {
    int wanted = Math.multiplyExact(paperSizeEpochs, steps(trainingCurves()));
    return (wanted - 1) / steps(images) + 1;
  }

  /** Optimization steps of one epoch over some images. */
  static int steps(int images) {
    return (images - 1) / AutoencoderOptions.paper().batchSize() + 1;
  }
}
