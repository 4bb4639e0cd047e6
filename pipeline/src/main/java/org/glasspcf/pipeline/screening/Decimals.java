package org.glasspcf.pipeline.screening;

/** Numbers of a file: plain digits, at most 6 decimals, the same in every locale. */
final class Decimals {
  private static final int DECIMALS = 6;
  private static final double MICRO = 1e6;
  private static final long WHOLE = 1_000_000;

  /** Beyond it, 6 decimals are more than a double holds. */
  private static final double LARGEST = 1e9;

  private Decimals() {}

  /** Appends a finite number: {@code 0}, {@code 1.615}, {@code 42.5}. */
  static void append(double value, StringBuilder out) {
    if (!(Math.abs(value) < LARGEST)) {
      out.append(value);
      return;
    }
    long micro = Math.round(value * MICRO);
    if (micro < 0) {
      out.append('-');
      micro = -micro;
    }
    out.append(micro / WHOLE);
    long rest = micro % WHOLE;
    if (rest > 0) {
      out.append('.');
      long digit = WHOLE / 10;
      for (int i = 0; i < DECIMALS && rest > 0; i++) {
        out.append((char) ('0' + rest / digit));
        rest %= digit;
        digit /= 10;
      }
    }
  }
}
