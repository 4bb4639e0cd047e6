package org.glasspcf.forest;

/** Checks of arguments; every comparison is written so that NaN fails it. */
final class Preconditions {

  private Preconditions() {}

  static int between(int minimum, int maximum, int value, String what) {
    if (value < minimum || value > maximum) {
      throw new IllegalArgumentException(
          what + " must be from " + minimum + " to " + maximum + ", got " + value);
    }
    return value;
  }

  static int atLeast(int minimum, int value, String what) {
    if (value < minimum) {
      throw new IllegalArgumentException(what + " must be at least " + minimum + ", got " + value);
    }
    return value;
  }

  static void index(int index, int size, String what) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(
          what + " must be from 0 to " + (size - 1) + ", got " + index);
    }
  }

  static void length(int expected, int length, String what) {
    if (length != expected) {
      throw new IllegalArgumentException(
          what + " must hold " + expected + " numbers, got " + length);
    }
  }

  static void finite(double value, String table, int index) {
    if (!(Math.abs(value) <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(table + "[" + index + "] must be finite, got " + value);
    }
  }
}
