package org.glasspcf.core.correlation;

import org.glasspcf.core.GlassPcfException;

/**
 * A calculation that stopped because the thread that called it was interrupted.
 *
 * <p>There is no result, and the thread's interrupt flag stays set.
 */
public final class CalculationInterruptedException extends GlassPcfException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what was being calculated when the interrupt came
   */
  public CalculationInterruptedException(String message) {
    super(message);
  }
}
