package org.glasspcf.core;

/** The characters that stand for one another in what people write. */
final class Spelling {
  private static final String DASHES =
      "-\u00AD\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63\uFF0D";
  private static final String DOTS = "+\u00B7\u2022\u22C5\u2219\u2027\u30FB";

  private Spelling() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Subscript digits as plain ones; the length stays. */
  static String plainDigits(String text) {
    StringBuilder plain = new StringBuilder(text);
    for (int i = 0; i < plain.length(); i++) {
      plain.setCharAt(i, plainDigit(plain.charAt(i)));
    }
    return plain.toString();
  }

  /** Any dash as '-', any middle dot or plus as '·', any blank as ' '; the length stays. */
  static String plainComposition(String text) {
    StringBuilder plain = new StringBuilder(plainDigits(text));
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (DASHES.indexOf(c) >= 0) {
        plain.setCharAt(i, '-');
      } else if (DOTS.indexOf(c) >= 0) {
        plain.setCharAt(i, '·');
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        plain.setCharAt(i, ' ');
      }
    }
    return plain.toString();
  }

  private static char plainDigit(char c) {
    return c >= '\u2080' && c <= '\u2089' ? (char) ('0' + c - '\u2080') : c;
  }
}
