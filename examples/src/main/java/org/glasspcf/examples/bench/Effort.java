package org.glasspcf.examples.bench;

import java.time.Duration;

/**
 * How long each trial is measured.
 *
 * @param forks JVMs that each trial is run in, one after the other; 0: this one
 * @param warmUps measurements of each JVM that do not count
 * @param warmUp their length
 * @param measurements measurements of each JVM that count
 * @param measurement their length; one call at the least
 */
public record Effort(
    int forks, int warmUps, Duration warmUp, int measurements, Duration measurement) {

  /** Java's compilers take a second or two to settle. */
  private static final Effort FULL =
      new Effort(3, 3, Duration.ofMillis(400), 5, Duration.ofMillis(250));

  private static final Effort QUICK =
      new Effort(0, 1, Duration.ofMillis(20), 2, Duration.ofMillis(20));

  /**
   * For figures to be read.
   *
   * @return three JVMs
   */
  public static Effort full() {
    return FULL;
  }

  /**
   * For a sign of life.
   *
   * @return this JVM, milliseconds
   */
  public static Effort quick() {
    return QUICK;
  }

  /**
   * The same in another number of JVMs.
   *
   * @param count how many, at least 1
   * @return the changed effort
   * @throws IllegalArgumentException if the number is below 1
   */
  public Effort withForks(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("--forks must be at least 1, got " + count);
    }
    return new Effort(count, warmUps, warmUp, measurements, measurement);
  }

  /** Whether figures mean nothing. */
  boolean isQuick() {
    return forks == 0;
  }
}
