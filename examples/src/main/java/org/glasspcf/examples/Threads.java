package org.glasspcf.examples;

/** The option {@code --threads} of several commands. */
final class Threads {
  private Threads() {}

  static int require(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("--threads must be at least 1, got " + count);
    }
    return count;
  }
}
