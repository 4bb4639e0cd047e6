package org.glasspcf.examples.bench;

import org.glasspcf.core.GlassPcfException;

/** A benchmark that could not be run. */
public final class SpeedException extends GlassPcfException {
  private static final long serialVersionUID = 1L;

  SpeedException(String message, Throwable cause) {
    super(message, cause);
  }
}
