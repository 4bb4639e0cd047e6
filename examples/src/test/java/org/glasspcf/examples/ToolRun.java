package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What one command did. */
record ToolRun(int code, String out, String err) {
  static ToolRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = GlassPcf.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new ToolRun(code, out.toString(), err.toString());
  }

  ToolRun succeeded() {
    assertEquals(0, code, err);
    return this;
  }

  /** The error is one line and nothing was printed besides. */
  void assertRefused(String named) {
    assertEquals(2, code, err);
    assertEquals(1, err.lines().count(), err);
    assertTrue(err.startsWith("glass-pcf: ") && err.contains(named), err);
    assertEquals("", out);
  }

  /** A number in the table, by the first word of its row and the column, from 1. */
  double number(String row, int column) {
    String line = out.lines().filter(text -> text.startsWith(row + " ")).findFirst().orElseThrow();
    return Double.parseDouble(line.split("\\s+")[column]);
  }
}
