package org.glasspcf.examples.reproduce;

import java.util.List;

/** Rows of cells as a table in Markdown that is legible as plain text too. */
final class MarkdownTable {
  private MarkdownTable() {}

  /**
   * Writes a table.
   *
   * @param rows the head and the rows below it, all of one length
   * @return the lines, each with its line feed
   */
  static String of(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      if (row.size() != widths.length) {
        throw new IllegalArgumentException(
            "all rows of a table must have " + widths.length + " cells, got " + row);
      }
      for (int i = 0; i < widths.length; i++) {
        // Three hyphens make a column.
        widths[i] = Math.max(3, Math.max(widths[i], row.get(i).length()));
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      append(out, rows.get(i), widths);
      if (i == 0) {
        for (int width : widths) {
          out.append("|-").append("-".repeat(width)).append('-');
        }
        out.append("|\n");
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, List<String> row, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      out.append("| ").append(cell).append(" ".repeat(widths[i] - cell.length())).append(' ');
    }
    out.append("|\n");
  }
}
