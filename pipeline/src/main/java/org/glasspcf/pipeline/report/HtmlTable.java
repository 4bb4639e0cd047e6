package org.glasspcf.pipeline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A table of a report's page: what a row is at the left, numbers at the right. */
final class HtmlTable {
  /** What stands where a number is not known. */
  private static final String NONE = "\u2013";

  private final StringBuilder rows = new StringBuilder();
  private final String caption;
  private final List<String> columns;

  HtmlTable(String caption, List<String> columns) {
    this.caption = caption;
    this.columns = List.copyOf(columns);
  }

  /** Adds a row of one cell a column, the first one its heading. */
  HtmlTable row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a row must have " + columns.size() + " cells, got " + cells.size());
    }
    rows.append("<tr><th scope=\"row\">").append(HtmlPage.escape(cells.get(0))).append("</th>");
    for (String cell : cells.subList(1, cells.size())) {
      rows.append("<td>").append(HtmlPage.escape(cell)).append("</td>");
    }
    rows.append("</tr>\n");
    return this;
  }

  /** Adds a row of a heading and numbers. */
  HtmlTable numbers(String heading, int decimals, OptionalDouble... values) {
    List<String> cells = new ArrayList<>();
    cells.add(heading);
    for (OptionalDouble value : values) {
      cells.add(number(value, decimals));
    }
    return row(cells);
  }

  static String number(OptionalDouble value, int decimals) {
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? String.format(Locale.ROOT, "%." + decimals + "f", value.getAsDouble())
            .replace('-', '\u2212')
        : NONE;
  }

  String html() {
    StringBuilder out = new StringBuilder("<div class=\"wide\" tabindex=\"0\"><table>\n<caption>");
    out.append(HtmlPage.escape(caption)).append("</caption>\n<thead><tr>");
    for (String column : columns) {
      out.append("<th scope=\"col\">").append(HtmlPage.escape(column)).append("</th>");
    }
    return out.append("</tr></thead>\n<tbody>\n")
        .append(rows)
        .append("</tbody></table></div>\n")
        .toString();
  }
}
