package org.glasspcf.core;

/**
 * Root of the failures this library reports beyond bad arguments: unreadable files, broken models,
 * failed training.
 *
 * <p>It is unchecked, because a caller can seldom repair any of these on the spot. A bad argument
 * is an {@link IllegalArgumentException} instead.
 */
public class GlassPcfException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message the rule that was broken and the offending value
   */
  public GlassPcfException(String message) {
    super(message);
  }

  /**
   * Creates an exception with its cause.
   *
   * @param message the rule that was broken and the offending value
   * @param cause what went wrong underneath
   */
  public GlassPcfException(String message, Throwable cause) {
    super(message, cause);
  }
}
