package org.glasspcf.pipeline.archive;

/** An intact model file of a format version that this library does not read. */
public final class UnsupportedModelVersionException extends ModelFileException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message the file, its version and the versions that are read
   */
  public UnsupportedModelVersionException(String message) {
    super(message);
  }
}
