package org.glasspcf.examples.notebook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * A table as HTML, and as text for whoever reads the notebook without a browser.
 *
 * @param headings one a column
 * @param rows as many cells each
 */
record NotebookTable(List<String> headings, List<List<String>> rows) {
  NotebookTable {
    headings = List.copyOf(headings);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != headings.size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a table needs one heading a column, got %d headings and %d columns",
                headings.size(),
                row.size()));
      }
    }
  }

  DisplayData display() {
    DisplayData data = new DisplayData(text());
    data.putHTML(html());
    return data;
  }

  String html() {
    StringBuilder out = new StringBuilder("<table>\n<thead><tr>");
    headings.forEach(heading -> out.append("<th>").append(escape(heading)).append("</th>"));
    out.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      out.append("<tr>");
      row.forEach(cell -> out.append("<td>").append(escape(cell)).append("</td>"));
      out.append("</tr>\n");
    }
    return out.append("</tbody>\n</table>").toString();
  }

  String text() {
    int[] widths =
        IntStream.range(0, headings.size())
            .map(
                column ->
                    Math.max(
                        headings.get(column).length(),
                        rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)))
            .toArray();
    return line(headings, widths)
        + "\n"
        + rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
