package org.glasspcf.core.diffraction;

import java.util.Locale;

/** Checks of arguments; every comparison is written so that NaN fails it. */
final class Checks {

  private Checks() {}

  static double positive(double value, String what, String unit) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          what + " must be a finite number above 0 (" + unit + "), got " + value);
    }
    return value;
  }

  static double finite(double value, String what, String unit) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          what + " must be a finite number (" + unit + "), got " + value);
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

  /** A number with up to four decimals, the same in every locale. */
  static String shortly(double value) {
    return String.format(Locale.ROOT, "%.4f", value).replaceFirst("\\.?0+$", "");
  }
}
