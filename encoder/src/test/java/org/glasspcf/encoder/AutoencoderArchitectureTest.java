package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutoencoderArchitectureTest {
  @Test
  void parameterShapes_areThePapers() {
    var shapes = new AutoencoderArchitecture(8, LatentActivation.RELU).parameterShapes();
    assertEquals(26, shapes.size());
    assertEquals(List.of(64, 1, 3, 3), shapes.get("encoder.0.weight"));
    assertEquals(List.of(8, 16, 3, 3), shapes.get("encoder.5.weight"));
    assertEquals(List.of(8, 8, 3, 3), shapes.get("decoder.0.weight"));
    assertEquals(List.of(1, 64, 3, 3), shapes.get("decoder.6.weight"));
    assertEquals(List.of(1), shapes.get("decoder.6.bias"));
  }

  @Test
  void latentSize_atItsBounds_isTaken() {
    for (int size : new int[] {1, 1024}) {
      var shapes = new AutoencoderArchitecture(size, LatentActivation.LINEAR).parameterShapes();
      assertEquals(List.of(size), shapes.get("encoder.5.bias"));
      assertEquals(List.of(8, size, 3, 3), shapes.get("decoder.0.weight"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 1025, Integer.MAX_VALUE})
  void latentSize_outOfRange_isRefused(int size) {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new AutoencoderArchitecture(size, LatentActivation.LINEAR));
    assertEquals("the latent size must be 1 to 1024, got " + size, e.getMessage());
  }

  @Test
  void latentActivation_missing_isNamed() {
    var e = assertThrows(NullPointerException.class, () -> new AutoencoderArchitecture(8, null));
    assertEquals("latentActivation", e.getMessage());
  }
}
