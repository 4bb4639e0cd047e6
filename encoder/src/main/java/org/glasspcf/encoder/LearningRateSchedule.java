package org.glasspcf.encoder;

/** How the learning rate runs over a training. */
public enum LearningRateSchedule {
  /**
   * One cycle over the whole training: from a tenth of the rate linearly up to the rate over the
   * first quarter, then down along a cosine to 0.005 of it. Its length is fixed beforehand, so it
   * cannot be stopped early.
   */
  ONE_CYCLE {
    @Override
    double factor(double progress) {
      if (progress < WARM_UP) {
        return 0.1 + 0.9 * progress / WARM_UP;
      }
      double cooling = (progress - WARM_UP) / (1 - WARM_UP);
      return 0.005 + 0.995 * 0.5 * (1 + Math.cos(Math.PI * cooling));
    }
  },
  /** The same rate throughout. */
  CONSTANT {
    @Override
    double factor(double progress) {
      return 1;
    }
  };

  private static final double WARM_UP = 0.25;

  /**
   * Returns the share of the peak learning rate.
   *
   * @param progress batches done by batches in all, in [0, 1)
   * @return the factor (1)
   */
  abstract double factor(double progress);
}
