package org.glasspcf.core.fingerprint;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glasspcf.core.Element;
import org.glasspcf.core.NumericInput;
import org.glasspcf.core.Oxide;

/** The id of a schema that is not the paper's: everything it consists of, in one spelling only. */
final class SchemaId {
  private static final String VERSION = "custom/1";

  /** Characters of an id: some thousands of oxides, and no more than is read in a moment. */
  private static final int LONGEST = 1 << 16;

  private static final Pattern PARTS =
      Pattern.compile(
          VERSION + ";([A-Z]+);bases=([^;]*);dopants=([^;]*);elements=([^;]*);inputs=([^;]*)");
  private static final Pattern INPUT =
      Pattern.compile("([^\\[]+)\\[([^\\]]+)\\]([A-Z]+)\\(([^,()]+)\\.\\.([^,()]+)\\)");

  private SchemaId() {}

  static String print(FingerprintSchema schema) {
    return VERSION
        + ";"
        + schema.encoding()
        + ";bases="
        + joined(schema.bases())
        + ";dopants="
        + joined(schema.dopants())
        + ";elements="
        + schema.elements().stream().map(Element::symbol).collect(Collectors.joining(","))
        + ";inputs="
        + joined(schema.inputs());
  }

  private static String joined(List<?> things) {
    return things.stream().map(Object::toString).collect(Collectors.joining(","));
  }

  static FingerprintSchema parse(String id) {
    if (id.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a fingerprint schema must have at most " + LONGEST + " characters, got " + id.length());
    }
    Matcher parts = PARTS.matcher(id);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a fingerprint schema must be one of paper/1, fractions/1, or "
              + VERSION
              + " with its parts, got \""
              + id
              + '"');
    }
    FingerprintSchema schema;
    try {
      schema =
          FingerprintSchema.of(
              list(parts.group(2), Oxide::of),
              list(parts.group(3), Oxide::of),
              list(parts.group(4), Element::of),
              list(parts.group(5), SchemaId::input),
              FingerprintEncoding.valueOf(parts.group(1)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the fingerprint schema \"" + id + "\" makes no sense: " + e.getMessage(), e);
    }
    if (!schema.id().equals(id)) {
      throw new IllegalArgumentException(
          "a fingerprint schema must be spelled \"" + schema.id() + "\", got \"" + id + '"');
    }
    return schema;
  }

  private static <T> List<T> list(String text, Function<String, T> part) {
    return text.isEmpty() ? List.of() : Arrays.stream(text.split(",", -1)).map(part).toList();
  }

  private static NumericInput input(String text) {
    Matcher parts = INPUT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "an input must be name[unit]SCALE(least..most), got \"" + text + '"');
    }
    return new NumericInput(
        parts.group(1),
        parts.group(2),
        NumericInput.Scale.valueOf(parts.group(3)),
        Double.parseDouble(parts.group(4)),
        Double.parseDouble(parts.group(5)));
  }
}
