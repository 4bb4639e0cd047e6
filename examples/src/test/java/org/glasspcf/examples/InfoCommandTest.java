package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InfoCommandTest {
  @Test
  void info_takesItsModelAsOtherCommandsDo() {
    String plain = ToolRun.of("info").succeeded().out();
    assertEquals(plain, ToolRun.of("info", "--model=pretrained").succeeded().out());
    ToolRun.of("info", "a.glasspcf", "--model=b.glasspcf")
        .assertRefused("<model> and --model exclude each other");
  }
}
