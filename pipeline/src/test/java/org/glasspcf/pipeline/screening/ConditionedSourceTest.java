package org.glasspcf.pipeline.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.NumericInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConditionedSourceTest {
  private static final NumericInput RATE = NumericInput.logarithmic("rate", "K/ps", 10, 160);

  @TempDir Path folder;

  @Test
  void withCondition_glassesOfAFile_areAllAtIt() throws Exception {
    Path file = folder.resolve("glasses.txt");
    Files.write(file, List.of("SiO2", "80SiO2-20Na2O"));
    CompositionSource plain = CompositionSource.ofFile(file);
    CompositionSource slow = plain.withCondition(RATE, 10);
    try (Stream<GlassComposition> glasses = slow.from(1)) {
      assertEquals(List.of(GlassComposition.parse("80SiO2-20Na2O @ rate=10")), glasses.toList());
    }
    assertEquals(plain.size(), slow.size());
    assertEquals(plain.description() + ", at rate=10.0", slow.description());
    assertThrows(IllegalArgumentException.class, () -> plain.withCondition(RATE, 9));
  }
}
