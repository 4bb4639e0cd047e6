package org.glasspcf.pipeline.screening;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a screening has come.
 *
 * @param rows glasses in the file
 * @param found how many of them an earlier, stopped screening had left there
 * @param total glasses in all; empty if not known
 * @param elapsed time since this screening began to predict
 */
public record ScreeningProgress(long rows, long found, OptionalLong total, Duration elapsed) {

  /**
   * The rate.
   *
   * @return glasses a second since this screening began; 0 in its first moment
   */
  public double rate() {
    double seconds = elapsed.toNanos() / 1e9;
    return seconds > 0 ? (rows - found) / seconds : 0;
  }

  /**
   * The time that is left.
   *
   * @return that of the glasses that are left, at the rate so far; empty if either is not known
   */
  public Optional<Duration> timeLeft() {
    return total.isPresent() && rows > found
        ? Optional.of(Duration.ofMillis(Math.round(1000 * (total.getAsLong() - rows) / rate())))
        : Optional.empty();
  }
}
