package org.glasspcf.examples.notebook;

/**
 * One snippet of a cell: JShell takes them one by one.
 *
 * @param source the snippet, without comments and blanks before it
 * @param offset where it begins in the cell (characters)
 */
record CellPart(String source, int offset) {
  private static final String TEXT_BLOCK = "\"\"\"";

  /** Returns where the first token of a text begins, or the text's length. */
  static int skipBlanks(String text, int from) {
    int position = from;
    int next = afterBlank(text, position);
    while (next > position) {
      position = next;
      next = afterBlank(text, position);
    }
    return position;
  }

  /** Returns whether the writer ended the snippet as a statement. */
  static boolean endsWithSemicolon(String source) {
    char last = ' ';
    int position = skipBlanks(source, 0);
    while (position < source.length()) {
      last = source.charAt(position);
      position = skipBlanks(source, afterToken(source, position));
    }
    return last == ';';
  }

  /** Where the blank or comment ends that begins here; here if there is none. */
  private static int afterBlank(String text, int start) {
    if (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      return start + 1;
    }
    if (text.startsWith("//", start)) {
      int end = text.indexOf('\n', start);
      return end < 0 ? text.length() : end + 1;
    }
    if (text.startsWith("/*", start)) {
      int end = text.indexOf("*/", start + 2);
      return end < 0 ? start : end + 2;
    }
    return start;
  }

  /** Where a literal in quotes ends that begins here; behind this character for all other code. */
  private static int afterToken(String text, int start) {
    char first = text.charAt(start);
    if (first != '"' && first != '\'') {
      return start + 1;
    }
    String quote = text.startsWith(TEXT_BLOCK, start) ? TEXT_BLOCK : String.valueOf(first);
    int position = start + quote.length();
    while (position < text.length() && !text.startsWith(quote, position)) {
      position += text.charAt(position) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), position + quote.length());
  }
}
