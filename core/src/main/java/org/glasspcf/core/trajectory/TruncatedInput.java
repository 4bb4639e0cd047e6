package org.glasspcf.core.trajectory;

import org.glasspcf.core.GlassDataException;

/**
 * The input ended inside a frame or block. Thrown inside this package only: whoever reads either
 * reports it or drops what was begun.
 */
final class TruncatedInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient GlassDataException error;

  TruncatedInput(String source, long line, String rule) {
    super(rule, null, false, false);
    this.error = GlassDataException.atLine(source, line, rule);
  }

  /** The same as callers see it. */
  GlassDataException error() {
    return error;
  }
}
