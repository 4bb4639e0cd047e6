package org.glasspcf.core;

/** Training that could not produce a usable model, for example because its loss became NaN. */
public class TrainingException extends GlassPcfException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what training was doing and what went wrong
   */
  public TrainingException(String message) {
    super(message);
  }

  /**
   * Creates an exception with its cause.
   *
   * @param message what training was doing and what went wrong
   * @param cause what went wrong underneath
   */
  public TrainingException(String message, Throwable cause) {
    super(message, cause);
  }
}
