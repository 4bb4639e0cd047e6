package org.glasspcf.pipeline.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
  private static String text(double value) {
    StringBuilder out = new StringBuilder();
    Decimals.append(value, out);
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "42.5, 42.5",
    "0.000001, 0.000001",
    "0.0000004, 0",
    "-0.0000004, 0",
    "-1.25, -1.25",
    "1.00000049, 1",
    "99.9999996, 100",
    "100.000001, 100.000001",
    "0.010203, 0.010203",
    "123456789.5, 123456789.5",
    "1e12, 1.0E12"
  })
  void number_isInPlainDigits(double value, String expected) {
    assertEquals(expected, text(value));
  }

  @Test
  void number_isThatOfBigDecimal() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      double value = random.nextDouble(-100, 100);
      BigDecimal rounded =
          BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros();
      assertEquals(rounded.toPlainString(), text(value));
    }
  }
}
