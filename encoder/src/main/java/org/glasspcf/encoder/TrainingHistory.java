package org.glasspcf.encoder;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The losses of a training, epoch by epoch.
 *
 * @param epochs one entry an epoch, in order
 * @param keptEpoch the epoch whose weights were kept, from 1: the last one, or the best with early
 *     stopping
 */
public record TrainingHistory(List<Epoch> epochs, int keptEpoch) {
  /**
   * One epoch.
   *
   * @param trainingLoss mean image MSE over the epoch's batches, while they were learned (pixels in
   *     0–1)
   * @param validationLoss image MSE on the validation images after the epoch; empty without a
   *     validation part
   */
  public record Epoch(double trainingLoss, OptionalDouble validationLoss) {}

  /**
   * Copies the list.
   *
   * @param epochs one entry an epoch, in order
   * @param keptEpoch the epoch whose weights were kept, from 1
   * @throws IllegalArgumentException if the epoch kept is not one of them
   */
  public TrainingHistory {
    epochs = List.copyOf(epochs);
    if (keptEpoch < 1 || keptEpoch > epochs.size()) {
      throw new IllegalArgumentException(
          "the epoch kept must be 1 to " + epochs.size() + ", got " + keptEpoch);
    }
  }
}
