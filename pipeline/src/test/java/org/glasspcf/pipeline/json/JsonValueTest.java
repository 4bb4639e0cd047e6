package org.glasspcf.pipeline.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {

  private static final JsonValue SAMPLE = sample();

  private static JsonValue sample() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("z", JsonValue.of("a \"quote\", \\ and\n\t\u0001 – 𝄞"));
    members.put(
        "a",
        JsonValue.array(
            List.of(
                JsonValue.of(1L), JsonValue.of(-2.5e-7), JsonValue.of(true), JsonValue.ofNull())));
    members.put("empty", JsonValue.object(Map.of()));
    members.put("none", JsonValue.array(List.of()));
    return JsonValue.object(members);
  }

  @Test
  void value_writes_asExpected() {
    assertEquals(
        "{\"z\":\"a \\\"quote\\\", \\\\ and\\n\\t\\u0001 – 𝄞\","
            + "\"a\":[1,-2.5E-7,true,null],\"empty\":{},\"none\":[]}",
        SAMPLE.toJson());
    assertEquals(
        "{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}\n",
        JsonValue.parse("{\"a\":[1],\"b\":{}}", 2).toIndentedJson());
  }

  @Test
  void value_written_isReadBack() {
    assertEquals(SAMPLE, JsonValue.parse(SAMPLE.toJson(), 2));
    assertEquals(SAMPLE, JsonValue.parse(SAMPLE.toIndentedJson(), 2));
    assertEquals(
        List.of("z", "a", "empty", "none"),
        List.copyOf(
            ((JsonValue.ObjectValue) JsonValue.parse(SAMPLE.toJson(), 2)).members().keySet()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void numbers_written_areReadBackExactly(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 1000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        JsonValue read = JsonValue.parse(JsonValue.of(value).toJson(), 0);
        assertEquals(value, ((JsonValue.NumberValue) read).asDouble());
      }
      long whole = random.nextLong();
      assertEquals(
          whole,
          ((JsonValue.NumberValue) JsonValue.parse(JsonValue.of(whole).toJson(), 0)).asLong());
    }
  }

  @Test
  void escapes_areRead() {
    assertEquals(
        JsonValue.of("\"\\/\b\f\n\r\té𝄞"),
        JsonValue.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud834\\uDD1E\"", 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "01",
        "-",
        "+1",
        ".5",
        "1.",
        "1e",
        "1e+",
        "0x1",
        "NaN",
        "Infinity",
        "tru",
        "nul",
        "True",
        "\"",
        "\"a",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\ud834\"",
        "\"\\udd1e\"",
        "\"\\udd1e\\ud834\"",
        "\"\u0001\"",
        "1 2",
        "{} {}",
        "[1}",
        "// comment\n1",
        "\u00a01",
        "\ufeff1"
      })
  void text_notJson_isRefused(String text) {
    assertThrows(JsonSyntaxException.class, () -> JsonValue.parse(text, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"a\":2}|a name may stand once in an object, \"a\" at character 7",
        "[[[]]]|values may be nested at most 2 deep at character 2",
        "[1;2]|a comma or ']' is expected at character 2",
        "{\"a\" 1}|a colon is expected at character 5",
        "[1|the text ends too early at character 2",
        "1x|nothing may follow the value at character 1"
      })
  void text_refused_saysRuleAndPlace(String text, String message) {
    JsonSyntaxException refused =
        assertThrows(JsonSyntaxException.class, () -> JsonValue.parse(text, 2));
    assertEquals(message, refused.getMessage());
    assertTrue(message.endsWith(" " + refused.offset()));
  }

  @Test
  void text_veryDeep_isRefusedWithoutOverflow() {
    assertThrows(JsonSyntaxException.class, () -> JsonValue.parse("[".repeat(1_000_000), 64));
    assertThrows(JsonSyntaxException.class, () -> JsonValue.parse("{\"a\":".repeat(100_000), 4));
  }

  @Test
  void value_notOfJson_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> JsonValue.of(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> JsonValue.of(Double.NEGATIVE_INFINITY));
    assertThrows(IllegalArgumentException.class, () -> new JsonValue.NumberValue("1 "));
    assertThrows(IllegalArgumentException.class, () -> JsonValue.of("\ud834").toJson());
    assertThrows(NumberFormatException.class, () -> new JsonValue.NumberValue("1.5").asLong());
    assertThrows(
        NumberFormatException.class,
        () -> new JsonValue.NumberValue("9223372036854775808").asLong());
  }
}
