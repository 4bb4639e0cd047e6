package org.glasspcf.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GlassDataExceptionTest {
  @Test
  void message_namesFileAndLine() {
    var error =
        GlassDataException.atLine("glasses.csv", 7, "density must be above 0 (g/cm³), got -2");
    assertEquals("glasses.csv:7: density must be above 0 (g/cm³), got -2", error.getMessage());
    assertEquals(Optional.of("glasses.csv"), error.source());
    assertEquals(OptionalLong.of(7), error.line());
    assertInstanceOf(GlassPcfException.class, error);
  }

  @Test
  void message_withoutLine_namesTheFile() {
    IOException cause = new IOException("gone");
    var error = GlassDataException.inFile("split.csv", "cannot be read", cause);
    assertEquals("split.csv: cannot be read", error.getMessage());
    assertEquals(OptionalLong.empty(), error.line());
    assertSame(cause, error.getCause());
  }

  @Test
  void message_withoutFile_isTheRule() {
    var error = GlassDataException.of("a data set must hold a simulation, got none");
    assertEquals("a data set must hold a simulation, got none", error.getMessage());
    assertEquals(Optional.empty(), error.source());
    assertEquals(OptionalLong.empty(), error.line());
  }

  @Test
  void factories_noNameOrLine_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> GlassDataException.inFile("", "rule"));
    assertThrows(
        IllegalArgumentException.class, () -> GlassDataException.atLine("a.csv", 0, "rule"));
  }
}
