package org.glasspcf.pipeline.evaluation;

/** Preconditions of this package; their messages name the rule and the offending value. */
final class Checks {

  private Checks() {}

  static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  static void sameCount(int actual, int expected, String what) {
    require(
        actual == expected, "expected " + expected + " " + what + ", one for each, got " + actual);
  }
}
