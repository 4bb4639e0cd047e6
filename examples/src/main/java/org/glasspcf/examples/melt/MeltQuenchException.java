package org.glasspcf.examples.melt;

import org.glasspcf.core.GlassPcfException;

/**
 * A melt that could not be made: a program is missing or failed, an earlier run had other settings,
 * or the glass did not pass its checks. What was written stays in the work folder.
 */
public final class MeltQuenchException extends GlassPcfException {
  private static final long serialVersionUID = 1L;

  MeltQuenchException(String message) {
    super(message);
  }

  MeltQuenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
