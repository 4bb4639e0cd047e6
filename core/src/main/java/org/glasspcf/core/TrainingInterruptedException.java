package org.glasspcf.core;

/**
 * Training, or the evaluation after it, that stopped because its thread was interrupted.
 *
 * <p>Nothing half-done is left behind, and whoever throws this leaves the thread's interrupt flag
 * set.
 */
public final class TrainingInterruptedException extends TrainingException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what training was doing when it was interrupted
   */
  public TrainingInterruptedException(String message) {
    super(message);
  }

  /**
   * Stops the calling thread's work if the thread is interrupted; its interrupt flag stays set.
   *
   * @param work what to stop, for the message: {@code "the evaluation"}
   * @throws TrainingInterruptedException if the thread is interrupted
   */
  public static void throwIfInterrupted(String work) {
    if (Thread.currentThread().isInterrupted()) {
      throw new TrainingInterruptedException(work + " was interrupted");
    }
  }

  /**
   * Creates an exception with its cause.
   *
   * @param message what training was doing when it was interrupted
   * @param cause the interruption
   */
  public TrainingInterruptedException(String message, Throwable cause) {
    super(message, cause);
  }
}
