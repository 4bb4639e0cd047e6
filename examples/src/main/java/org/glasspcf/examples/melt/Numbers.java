package org.glasspcf.examples.melt;

import java.math.BigDecimal;
import java.math.MathContext;

/** How numbers are written, the same in every locale. */
final class Numbers {
  private static final MathContext DIGITS = new MathContext(12);

  private Numbers() {}

  /** Plain digits without needless zeros, 12 at most: 300, 0.1. */
  static String plain(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal stripped = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    return stripped.signum() == 0 ? "0" : stripped.toPlainString();
  }
}
