package org.glasspcf.forest;

/**
 * Hears of a tuning's progress, on the calling thread or one that helps it but never on two at
 * once; an exception it throws ends the tuning.
 */
@FunctionalInterface
public interface TuningListener {
  /**
   * Called after every forest.
   *
   * @param progress how far the tuning is
   */
  void onForest(TuningProgress progress);
}
