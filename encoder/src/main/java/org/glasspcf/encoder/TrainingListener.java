package org.glasspcf.encoder;

/**
 * Hears of a training's progress, on the training thread; an exception it throws ends the training.
 */
@FunctionalInterface
public interface TrainingListener {
  /**
   * Called after every epoch.
   *
   * @param progress how far the training is
   */
  void onEpoch(TrainingProgress progress);
}
