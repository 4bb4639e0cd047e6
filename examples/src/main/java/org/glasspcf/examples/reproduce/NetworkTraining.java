package org.glasspcf.examples.reproduce;

import java.util.ArrayList;
import java.util.List;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.encoder.PcfImage;
import org.glasspcf.encoder.TrainingHistory;
import org.glasspcf.encoder.TrainingHistory.Epoch;

/**
 * Trains networks, each a stage.
 *
 * <p>With the paper's options a network first learns to draw black images, and from some kernels it
 * never learns more: its sigmoid is shut, and hardly any gradient comes through. Whoever trains by
 * hand sees that and starts anew, and so does this: a short trial from each seed in turn, until one
 * is better than a black image <em>on the training images</em>; test images have no say. The
 * trial's epochs are the first ones of the whole training, step by step.
 */
final class NetworkTraining {
  /** A network is better than a black image from this share of its error down (1). */
  static final double BLACK = 0.95;

  private final StageStore store;
  private final ReproductionOptions options;
  private final int threads;

  NetworkTraining(StageStore store, ReproductionOptions options, int threads) {
    this.store = store;
    this.options = options;
    this.threads = threads;
  }

  /** Trains from the first seed whose trial is better than a black image. */
  ChosenNetwork choose(ExperimentData data, AutoencoderOptions autoencoder) {
    int images = data.training().images().size();
    int epochs = options.sameSteps(options.trialEpochs(), images);
    List<Long> stayedBlack = new ArrayList<>();
    if (autoencoder.epochs() > epochs && options.trials() > 1) {
      for (int trial = 0; trial < options.trials(); trial++) {
        AutoencoderOptions seeded = autoencoder.withSeed(autoencoder.seed() + trial);
        StageStore.Stage<TrainedNetwork> tried =
            train(data, seeded.withEpochs(epochs), "trial of an autoencoder");
        if (isBetterThanBlack(tried.outcome().history(), data.training().images())) {
          return train(data, seeded, stayedBlack);
        }
        stayedBlack.add(seeded.seed());
      }
    }
    return train(data, autoencoder, stayedBlack);
  }

  static boolean isBetterThanBlack(TrainingHistory history, List<PcfImage> trainingImages) {
    Epoch last = history.epochs().get(history.epochs().size() - 1);
    return last.trainingLoss() < BLACK * black(trainingImages);
  }

  /** Image MSE of black images (pixels in 0–1). */
  static double black(List<PcfImage> images) {
    return images.stream().mapToDouble(PcfImage::meanSquare).average().orElseThrow();
  }

  private ChosenNetwork train(
      ExperimentData data, AutoencoderOptions autoencoder, List<Long> stayedBlack) {
    StageStore.Stage<TrainedNetwork> stage = train(data, autoencoder, "autoencoder");
    return new ChosenNetwork(autoencoder, stage.outcome(), stage.seconds(), stayedBlack);
  }

  /** Trains from a seed as it comes. */
  ChosenNetwork train(ExperimentData data, AutoencoderOptions autoencoder) {
    return train(data, autoencoder, List.of());
  }

  private StageStore.Stage<TrainedNetwork> train(
      ExperimentData data, AutoencoderOptions autoencoder, String what) {
    String title =
        "%s, %s, %s, %s, seed %d"
            .formatted(
                what,
                data.title(),
                ReproductionNotes.count(autoencoder.latentSize(), "latent"),
                ReproductionNotes.count(autoencoder.epochs(), "epoch"),
                autoencoder.seed());
    return store.get(
        title,
        TrainedNetwork.key(data, autoencoder),
        new TrainedNetwork.Format(autoencoder),
        progress -> TrainedNetwork.train(data, autoencoder, threads, progress));
  }
}
