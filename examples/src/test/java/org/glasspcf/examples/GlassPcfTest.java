package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class GlassPcfTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void help_listsTheExitCodes() {
    assertEquals(0, execute("--help"));
    assertTrue(out.toString().contains("130"), out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void version_namesTheTool() {
    assertEquals(0, execute("--version"));
    assertTrue(out.toString().startsWith("glass-pcf "), out.toString());
  }

  @Test
  void unknownOption_isOneLineAndExitCode2() {
    assertEquals(2, execute("--no-such-option"));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("--no-such-option"), err.toString());
    assertTrue(err.toString().contains("glass-pcf --help"), err.toString());
  }

  @Test
  void noCommand_isOneLineAndExitCode2() {
    assertEquals(2, execute());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("a command is missing"), err.toString());
  }

  private int execute(String... arguments) {
    return GlassPcf.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
