package org.glasspcf.examples;

import org.glasspcf.encoder.AutoencoderTrainer;

/** The option {@code --threads} of several commands. */
final class Threads {
  private Threads() {}

  static int require(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("--threads must be at least 1, got " + count);
    }
    return count;
  }

  /** As many as help a training on this machine. */
  static int forTraining() {
    return Math.min(AutoencoderTrainer.MOST_THREADS, Runtime.getRuntime().availableProcessors());
  }
}
