package org.glasspcf.examples.notebook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One snippet of a cell: JShell takes them one by one.
 *
 * @param source the snippet, without comments and blanks before it
 * @param offset where it begins in the cell (characters)
 */
record CellPart(String source, int offset) {
  private static final Pattern BLANKS_AND_COMMENTS =
      Pattern.compile("(?:\\s++|//[^\n]*(?:\n|$)|/\\*(?s:.*?)\\*/)*");
  private static final Pattern ENDS_WITH_SEMICOLON =
      Pattern.compile(";(?:\\s++|//[^\n]*(?:\n|$)|/\\*(?s:.*?)\\*/)*$");

  /** Returns where the first token of a text begins, or the text's length. */
  static int skipBlanks(String text, int from) {
    Matcher matcher = BLANKS_AND_COMMENTS.matcher(text).region(from, text.length());
    return matcher.lookingAt() ? matcher.end() : from;
  }

  /** Returns whether the writer ended the snippet as a statement. */
  static boolean endsWithSemicolon(String source) {
    return ENDS_WITH_SEMICOLON.matcher(source).find();
  }
}
