package org.glasspcf.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TrainingInterruptedExceptionTest {
  @Test
  void throwIfInterrupted_throwsOnAnInterruptedThreadOnly_andKeepsTheFlag() {
    TrainingInterruptedException.throwIfInterrupted("the work");
    Thread.currentThread().interrupt();
    var e =
        assertThrows(
            TrainingInterruptedException.class,
            () -> TrainingInterruptedException.throwIfInterrupted("the work"));
    assertTrue(Thread.interrupted(), "the flag is still set for the caller");
    assertEquals("the work was interrupted", e.getMessage());
  }
}
