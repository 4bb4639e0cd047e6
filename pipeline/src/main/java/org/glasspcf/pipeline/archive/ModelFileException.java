package org.glasspcf.pipeline.archive;

import org.glasspcf.core.GlassPcfException;

/** A model file that cannot be read or written. */
public class ModelFileException extends GlassPcfException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message the file, and the rule that was broken
   */
  public ModelFileException(String message) {
    super(message);
  }

  /**
   * Creates an exception with its cause.
   *
   * @param message the file, and the rule that was broken
   * @param cause what went wrong underneath
   */
  public ModelFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
