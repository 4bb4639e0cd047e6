package org.glasspcf.encoder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.glasspcf.core.TrainingException;
import org.glasspcf.core.TrainingInterruptedException;

/**
 * Trains an autoencoder on images with DL4J: Adam on the image MSE, the images shuffled every
 * epoch.
 *
 * <p>Needs Deeplearning4j, which comes with the artifact {@code glass-pcf-training}, and ND4J's
 * native code for the platform on the class path. Equal images and options give an equal network to
 * the bit, whatever {@link #withThreads} says, as long as the environment of the process gives ND4J
 * the same number of threads ({@code OMP_NUM_THREADS}, best 1: its operations on this network are
 * too small to be shared). Source: paper, section IV.
 */
public final class AutoencoderTrainer {
  /** Threads that a training can use: {@value}, as a batch is learned in two shares. */
  public static final int MOST_THREADS = NetworkReplicas.SHARES;

  private final AutoencoderOptions options;
  private final TrainingListener listener;
  private final int threads;

  /**
   * Result of a training.
   *
   * @param autoencoder the trained network
   * @param history its losses
   */
  public record Result(PcfAutoencoder autoencoder, TrainingHistory history) {}

  private AutoencoderTrainer(AutoencoderOptions options, TrainingListener listener, int threads) {
    this.options = options;
    this.listener = listener;
    this.threads = threads;
  }

  /**
   * Makes a trainer.
   *
   * @param options how to build and train
   * @return a trainer without a listener, on as many threads as it can use and the machine has
   *     processors
   */
  public static AutoencoderTrainer with(AutoencoderOptions options) {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    return new AutoencoderTrainer(
        Objects.requireNonNull(options, "options"), progress -> {}, threads);
  }

  /**
   * Checks that autoencoders can be trained here, by starting the training engine. {@link #train}
   * finds that out at its start too; this is for whoever has other work to do before.
   *
   * @throws TrainingException if Deeplearning4j or native code is missing; the message says what to
   *     add
   */
  public static void requireEngine() {
    var smallest = new AutoencoderArchitecture(1, LatentActivation.LINEAR);
    TrainingEngine.start(smallest, AutoencoderOptions.defaults(), 1, 1).close();
  }

  /**
   * Sets who hears of the progress.
   *
   * @param value called after every epoch, on the training thread
   * @return a trainer with this listener
   */
  public AutoencoderTrainer withListener(TrainingListener value) {
    return new AutoencoderTrainer(options, Objects.requireNonNull(value, "listener"), threads);
  }

  /**
   * Sets how many threads learn. They are the training's own, beside the calling one, which waits.
   * The number does not change what is learned.
   *
   * @param value at least 1; more than {@link #MOST_THREADS} are not used
   * @return a trainer on that many threads
   * @throws IllegalArgumentException if value is below 1
   */
  public AutoencoderTrainer withThreads(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("the number of threads must be at least 1, got " + value);
    }
    return new AutoencoderTrainer(options, listener, value);
  }

  /**
   * Trains on all images to the last epoch.
   *
   * @param images the training images
   * @return the network and its history
   * @throws IllegalArgumentException if there are no images, or the options ask for early stopping,
   *     which needs validation images
   * @throws TrainingInterruptedException if the thread is interrupted; it stops within a batch
   * @throws TrainingException if the loss is no longer finite, or Deeplearning4j or native code is
   *     missing
   */
  public Result train(List<PcfImage> images) {
    return train(images, List.of());
  }

  /**
   * Trains on some images and watches others.
   *
   * @param images the training images
   * @param validation images that are scored after every epoch; with early stopping they decide
   *     which epoch is kept
   * @return the network and its history
   * @throws IllegalArgumentException if there are no images, or no validation images and the
   *     options ask for early stopping
   * @throws TrainingInterruptedException if the thread is interrupted; it stops within a batch
   * @throws TrainingException if the loss is no longer finite, or Deeplearning4j or native code is
   *     missing
   */
  public Result train(List<PcfImage> images, List<PcfImage> validation) {
    if (images.isEmpty()) {
      throw new IllegalArgumentException("training needs at least one image, got none");
    }
    if (options.earlyStopping().isPresent() && validation.isEmpty()) {
      throw new IllegalArgumentException("early stopping needs validation images, got none");
    }
    try (Run run = new Run(intensities(images), intensities(validation))) {
      return run.toEnd();
    }
  }

  private static float[][] intensities(List<PcfImage> images) {
    return images.stream().map(PcfImage::intensities).toArray(float[][]::new);
  }

  /** One training from its first batch to its last. */
  private final class Run implements AutoCloseable {
    private final float[][] images;
    private final float[][] validation;
    private final int batches;
    private final int steps;
    private final AutoencoderArchitecture architecture;
    private final NetworkReplicas network;
    private final Random shuffling;
    private final List<Integer> order;
    private final List<TrainingHistory.Epoch> history = new ArrayList<>();

    Run(float[][] images, float[][] validation) {
      this.images = images;
      this.validation = validation;
      this.batches = (images.length - 1) / options.batchSize() + 1;
      this.steps = Math.multiplyExact(batches, options.epochs());
      this.architecture =
          new AutoencoderArchitecture(options.latentSize(), options.latentActivation());
      stopIfInterrupted();
      this.network = TrainingEngine.start(architecture, options, steps, threads);
      this.shuffling = new Random(options.seed() ^ 0x5DEECE66DL);
      this.order = new ArrayList<>(IntStream.range(0, images.length).boxed().toList());
    }

    Result toEnd() {
      long start = System.nanoTime();
      int best = 0;
      double bestLoss = Double.POSITIVE_INFINITY;
      Map<String, float[]> kept = Map.of();
      for (int epoch = 1; epoch <= options.epochs(); epoch++) {
        double loss = learnOnce(epoch);
        OptionalDouble watched =
            validation.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(network.loss(validation));
        requireFinite(watched.orElse(0), epoch);
        history.add(new TrainingHistory.Epoch(loss, watched));
        listener.onEpoch(progress(epoch, loss, watched, System.nanoTime() - start));
        if (options.earlyStopping().isPresent()) {
          if (watched.getAsDouble() < bestLoss) {
            bestLoss = watched.getAsDouble();
            best = epoch;
            kept = network.parameters();
          } else if (epoch - best >= options.earlyStopping().get().patience()) {
            break;
          }
        } else {
          best = epoch;
        }
      }
      if (options.earlyStopping().isEmpty()) {
        kept = network.parameters();
        // The last step has no loss after it yet.
        requireFinite(network.loss(new float[][] {images[0]}), options.epochs());
      }
      return new Result(PcfAutoencoder.of(architecture, kept), new TrainingHistory(history, best));
    }

    @Override
    public void close() {
      network.close();
    }

    private double learnOnce(int epoch) {
      Collections.shuffle(order, shuffling);
      double sum = 0;
      for (int b = 0; b < batches; b++) {
        stopIfInterrupted();
        int from = b * options.batchSize();
        int to = (int) Math.min((long) from + options.batchSize(), images.length);
        float[][] batch = new float[to - from][];
        for (int i = 0; i < batch.length; i++) {
          batch[i] = images[order.get(from + i)];
        }
        double loss = network.step(batch);
        requireFinite(loss, epoch);
        sum += loss * batch.length;
      }
      return sum / images.length;
    }

    private void requireFinite(double loss, int epoch) {
      if (!(loss < Double.POSITIVE_INFINITY)) {
        throw new TrainingException(
            "the loss became "
                + loss
                + " in epoch "
                + epoch
                + ": a smaller learning rate than "
                + options.learningRate()
                + " may help");
      }
    }

    private TrainingProgress progress(
        int epoch, double loss, OptionalDouble watched, long elapsed) {
      double progress = (double) (epoch * batches - 1) / steps;
      long left = elapsed / epoch * (options.epochs() - epoch);
      return new TrainingProgress(
          epoch,
          options.epochs(),
          loss,
          watched,
          options.learningRate() * options.schedule().factor(progress),
          Duration.ofNanos(left));
    }
  }

  static void stopIfInterrupted() {
    TrainingInterruptedException.throwIfInterrupted("training of the autoencoder");
  }
}
