package org.glasspcf.examples;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of cells, printed in columns as wide as their widest cell. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row; all have the same number of cells. */
  void add(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  void print(PrintWriter out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(other -> other.get(at).length()).max().orElse(0);
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(width - cell.length())).append(GAP);
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
