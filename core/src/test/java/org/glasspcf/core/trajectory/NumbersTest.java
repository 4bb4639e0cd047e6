package org.glasspcf.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  private static double decimal(String text) {
    byte[] bytes = ("9" + text + "9").getBytes(StandardCharsets.ISO_8859_1);
    return Numbers.decimal(bytes, 1, bytes.length - 1);
  }

  private static long whole(String text) {
    byte[] bytes = ("9" + text + "9").getBytes(StandardCharsets.ISO_8859_1);
    return Numbers.whole(bytes, 1, bytes.length - 1);
  }

  /** The JDK's parser is the reference: it rounds to nearest, as its specification says. */
  private static void assertSameAsJdk(String text) {
    assertEquals(
        Double.doubleToRawLongBits(Double.parseDouble(text)),
        Double.doubleToRawLongBits(decimal(text)),
        text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+0.0",
        "1",
        "-1",
        "+1",
        "1.",
        ".5",
        "-.5",
        "00012.5000",
        "5.72774",
        "26.4207",
        "1e5",
        "1E-5",
        "1e+05",
        "-3.4071510892887957e-02",
        "9007199254740992",
        "9007199254740993",
        "9007199254740994",
        "9007199254740993e0",
        "123456789012345678",
        "1234567890123456789",
        "0.1",
        "0.30000000000000004",
        "1e22",
        "1e23",
        "9007199254740993e-22",
        "1e-22",
        "1e-23",
        "4.9e-324",
        "2.4e-324",
        "2.2250738585072014e-308",
        "1.7976931348623157e308",
        "1e-400",
        "0e999999999999",
        "0.0000000000000000000000000000000000000000000000012345",
        "100000000000000000000000000000000000000000000000.5",
        "1e-99999999999999999999"
      })
  void decimal_isThatOfTheJdk(String text) {
    assertSameAsJdk(text);
  }

  @Test
  void decimal_ofRandomDigits_isThatOfTheJdk() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
      int digits = random.nextInt(1, 25);
      int point = random.nextInt(-1, digits + 1);
      for (int d = 0; d < digits; d++) {
        text.append(d == point ? "." : "").append(random.nextInt(10));
      }
      if (random.nextInt(3) == 0) {
        text.append('e').append(random.nextInt(-40, 41));
      }
      assertSameAsJdk(text.toString());
    }
  }

  @Test
  void decimal_ofPrintedDoubles_isThatOfTheJdk() {
    SplittableRandom random = new SplittableRandom(8);
    String[] formats = {"%.6g", "%.8f", "%.12g", "%.16e", "%.17g"};
    for (int i = 0; i < 5_000; i++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-8, 9));
      assertSameAsJdk(String.format(Locale.ROOT, formats[i % formats.length], value));
    }
  }

  @ParameterizedTest
  @CsvSource({"1d5, 1e5", "1D-3, 1e-3", "2.5d0, 2.5"})
  void decimal_withTheExponentOfFortran_isRead(String text, double value) {
    assertEquals(value, decimal(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "-.",
        "e5",
        ".e5",
        "1e",
        "1e+",
        "1e5.0",
        "1.2.3",
        "--1",
        "+-1",
        "1d",
        "1f",
        "0x10",
        "0x1p3",
        "nan",
        "NaN",
        "inf",
        "Infinity",
        "1e999",
        "-1e999",
        "1,5",
        "1 2",
        "1_000",
        "abc",
        "1e5x",
        "\u0661"
      })
  void decimal_ofAnythingElse_isNaN(String text) {
    assertTrue(Double.isNaN(decimal(text)), text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "-12, -12",
    "+3, 3",
    "007, 7",
    "123456789012345678, 123456789012345678"
  })
  void whole_isRead(String text, long value) {
    assertEquals(value, whole(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "+", "1.0", "1e3", "x", "1x", "1234567890123456789"})
  void whole_ofAnythingElse_isRefused(String text) {
    assertEquals(Numbers.NOT_WHOLE, whole(text));
  }
}
