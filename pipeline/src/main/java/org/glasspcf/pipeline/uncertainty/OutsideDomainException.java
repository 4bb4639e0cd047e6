package org.glasspcf.pipeline.uncertainty;

/**
 * Thrown, if the user asked for it, when a prediction would be an extrapolation; the message names
 * the nearest training glasses.
 *
 * <p>It is an {@code IllegalArgumentException}: the composition does not suit the model.
 */
public final class OutsideDomainException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message the glass, the rule and the nearest training glasses
   */
  public OutsideDomainException(String message) {
    super(message);
  }
}
