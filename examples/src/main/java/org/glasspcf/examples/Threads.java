package org.glasspcf.examples;

/** The option {@code --threads} of several commands. */
final class Threads {
  /** The network's layers are small: a second thread gains a tenth. */
  private static final int MOST_USEFUL_FOR_TRAINING = 2;

  private Threads() {}

  static int require(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("--threads must be at least 1, got " + count);
    }
    return count;
  }

  /** As many as help a training on this machine. */
  static int forTraining() {
    return Math.min(MOST_USEFUL_FOR_TRAINING, Runtime.getRuntime().availableProcessors());
  }
}
