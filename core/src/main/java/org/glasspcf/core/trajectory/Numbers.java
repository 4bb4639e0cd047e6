package org.glasspcf.core.trajectory;

import java.nio.charset.StandardCharsets;

/**
 * Decimal numbers in ASCII text, without a string for each.
 *
 * <p>A number of at most 2⁵³ times a power of ten up to 10²² is one exactly rounded operation on
 * two exact doubles (W. D. Clinger, <em>How to read floating point numbers accurately</em>, PLDI
 * 1990); the JDK parses the others. Either way the result is the double nearest to the text.
 */
final class Numbers {
  /** What {@link #whole} returns for text that is no whole number. */
  static final long NOT_WHOLE = Long.MIN_VALUE;

  private static final long LARGEST_EXACT = 1L << 53;
  private static final int MOST_DIGITS = 18;
  private static final int LARGEST_EXPONENT = 99_999;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private Numbers() {}

  /**
   * Reads {@code -1.25e-3}, also with Fortran's {@code d}.
   *
   * @return the number; NaN if the text is anything else, or too large for a double
   */
  static double decimal(byte[] text, int from, int to) {
    int i = from;
    boolean negative = i < to && text[i] == '-';
    if (negative || i < to && text[i] == '+') {
      i++;
    }
    long digits = 0;
    int significant = 0;
    int first = i;
    int read = 0;
    int point = -1;
    for (; i < to; i++) {
      int digit = text[i] - '0';
      if (digit >= 0 && digit <= 9) {
        read++;
        if (digits != 0 || digit != 0) {
          significant++;
          if (significant <= MOST_DIGITS) {
            digits = 10 * digits + digit;
          }
        }
      } else if (text[i] == '.' && point < 0) {
        point = i;
      } else {
        break;
      }
    }
    if (read == 0) {
      return Double.NaN;
    }
    int exponent = point < 0 ? 0 : point + 1 - i;
    if (i < to) {
      int written = exponent(text, i, to);
      if (written == Integer.MIN_VALUE) {
        return Double.NaN;
      }
      exponent += written;
    }
    if (significant <= MOST_DIGITS && digits <= LARGEST_EXACT) {
      if (digits == 0) {
        return negative ? -0.0 : 0.0;
      }
      if (exponent >= -22 && exponent <= 22) {
        double value = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
        return negative ? -value : value;
      }
    }
    String unsigned = new String(text, first, to - first, StandardCharsets.ISO_8859_1);
    double value = Double.parseDouble(unsigned.replace('d', 'e').replace('D', 'e'));
    if (value == Double.POSITIVE_INFINITY) {
      return Double.NaN;
    }
    return negative ? -value : value;
  }

  /** Reads {@code e-3}; the least int if it is none. */
  private static int exponent(byte[] text, int from, int to) {
    int letter = text[from] | 0x20;
    int i = from + 1;
    boolean negative = i < to && text[i] == '-';
    if (negative || i < to && text[i] == '+') {
      i++;
    }
    if (letter != 'e' && letter != 'd' || i == to) {
      return Integer.MIN_VALUE;
    }
    int value = 0;
    for (; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      value = Math.min(10 * value + digit, LARGEST_EXPONENT);
    }
    return negative ? -value : value;
  }

  /**
   * Reads {@code -12}.
   *
   * @return the number; {@link #NOT_WHOLE} if the text is anything else, or has more than 18 digits
   */
  static long whole(byte[] text, int from, int to) {
    int i = from;
    boolean negative = i < to && text[i] == '-';
    if (negative || i < to && text[i] == '+') {
      i++;
    }
    if (i == to || to - i > MOST_DIGITS) {
      return NOT_WHOLE;
    }
    long value = 0;
    for (; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return NOT_WHOLE;
      }
      value = 10 * value + digit;
    }
    return negative ? -value : value;
  }
}
