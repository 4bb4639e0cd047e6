package org.glasspcf.pipeline.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value (RFC 8259), immutable. */
public sealed interface JsonValue {

  /**
   * An object; its members keep their order.
   *
   * @param members the members by name
   */
  record ObjectValue(Map<String, JsonValue> members) implements JsonValue {
    /**
     * Copies the members.
     *
     * @param members the members by name
     */
    public ObjectValue {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /**
   * An array.
   *
   * @param elements the elements in order
   */
  record ArrayValue(List<JsonValue> elements) implements JsonValue {
    /**
     * Copies the elements.
     *
     * @param elements the elements in order
     */
    public ArrayValue {
      elements = List.copyOf(elements);
    }
  }

  /**
   * A string.
   *
   * @param value its characters, unescaped
   */
  record TextValue(String value) implements JsonValue {}

  /**
   * A number, kept as it is written, so that no digit is lost.
   *
   * @param literal the number in JSON's syntax
   */
  record NumberValue(String literal) implements JsonValue {
    /**
     * Checks the syntax.
     *
     * @param literal the number in JSON's syntax
     * @throws IllegalArgumentException if it is not a JSON number
     */
    public NumberValue {
      if (!JsonParser.isNumber(literal)) {
        throw new IllegalArgumentException("a JSON number is expected, got \"" + literal + '"');
      }
    }

    /**
     * The number as a double.
     *
     * @return the nearest double
     */
    public double asDouble() {
      return Double.parseDouble(literal);
    }

    /**
     * The number as a long.
     *
     * @return the number
     * @throws NumberFormatException if it has a fraction or an exponent, or is too large
     */
    public long asLong() {
      return Long.parseLong(literal);
    }
  }

  /**
   * True or false.
   *
   * @param value which of them
   */
  record BooleanValue(boolean value) implements JsonValue {}

  /** The value null. */
  record NullValue() implements JsonValue {}

  /**
   * An object.
   *
   * @param members the members by name, in order
   * @return the object
   */
  static ObjectValue object(Map<String, ? extends JsonValue> members) {
    return new ObjectValue(new LinkedHashMap<>(members));
  }

  /**
   * An array.
   *
   * @param elements the elements in order
   * @return the array
   */
  static ArrayValue array(List<? extends JsonValue> elements) {
    return new ArrayValue(List.copyOf(elements));
  }

  /**
   * A string.
   *
   * @param value its characters
   * @return the string
   */
  static TextValue of(String value) {
    return new TextValue(value);
  }

  /**
   * A whole number.
   *
   * @param value the number
   * @return the number
   */
  static NumberValue of(long value) {
    return new NumberValue(Long.toString(value));
  }

  /**
   * A number, with as many digits as tell it from its neighbors.
   *
   * @param value the number, finite
   * @return the number
   * @throws IllegalArgumentException if the value is NaN or infinite: JSON has no such numbers
   */
  static NumberValue of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a number in JSON must be finite, got " + value);
    }
    return new NumberValue(Double.toString(value));
  }

  /**
   * True or false.
   *
   * @param value which of them
   * @return the value
   */
  static BooleanValue of(boolean value) {
    return new BooleanValue(value);
  }

  /**
   * The value null, for a number that does not exist.
   *
   * @return null in JSON's sense
   */
  static NullValue ofNull() {
    return new NullValue();
  }

  /**
   * Reads JSON text strictly: nothing but one value, no duplicate names, no half of a surrogate
   * pair.
   *
   * @param text the text; spaces around the value are allowed
   * @param maxDepth how many arrays and objects may stand inside one another, at least 0
   * @return the value
   * @throws JsonSyntaxException if the text breaks a rule, saying which and where
   */
  static JsonValue parse(String text, int maxDepth) {
    return new JsonParser(text, maxDepth).parse();
  }

  /**
   * This value as JSON text on one line, without spaces.
   *
   * @return the text; equal values give equal text
   */
  default String toJson() {
    return new JsonWriter(false).write(this);
  }

  /**
   * This value as JSON text for people: a member or element per line, indented by two spaces,
   * ending in a line feed.
   *
   * @return the text; equal values give equal text
   */
  default String toIndentedJson() {
    return new JsonWriter(true).write(this) + '\n';
  }
}
