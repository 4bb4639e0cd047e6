package org.glasspcf.pipeline.archive;

/** A file that is not a model, or is one no longer: cut short, changed, or put together wrongly. */
public final class CorruptModelException extends ModelFileException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message the file, the tensor or field, and the rule that was broken
   */
  public CorruptModelException(String message) {
    super(message);
  }

  /**
   * Creates an exception with its cause.
   *
   * @param message the file, the tensor or field, and the rule that was broken
   * @param cause what went wrong underneath
   */
  public CorruptModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
