package org.glasspcf.core;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Checks of arguments; every comparison is written so that NaN fails it. */
final class Preconditions {
  private static final int QUOTE_LENGTH = 60;

  private Preconditions() {}

  static long atLeast(long minimum, long value, String what) {
    if (value < minimum) {
      throw new IllegalArgumentException(what + " must be at least " + minimum + ", got " + value);
    }
    return value;
  }

  static int index(int index, int size, String what) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(
          what + " must be from 0 to " + (size - 1) + ", got " + index);
    }
    return index;
  }

  static double finiteNotNegative(double value, String what, String unit) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          what + " must be a finite number not below 0 (" + unit + "), got " + plain(value));
    }
    return value;
  }

  static double finitePositive(double value, String what, String unit) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          what + " must be a finite number above 0 (" + unit + "), got " + plain(value));
    }
    return value;
  }

  /** The number in plain digits, the same in every locale, rounded to 9 decimals. */
  static String plain(double value) {
    if (!Double.isFinite(value) || Math.abs(value) >= 1e15) {
      return Double.toString(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(9, RoundingMode.HALF_EVEN);
    if (rounded.signum() == 0 && value != 0) {
      return Double.toString(value);
    }
    return rounded.stripTrailingZeros().toPlainString();
  }

  /** The text in quotes, cut short so that a message stays a message. */
  static String quoted(String text) {
    return text.length() <= QUOTE_LENGTH
        ? '"' + text + '"'
        : '"' + text.substring(0, QUOTE_LENGTH) + "…\"";
  }
}
