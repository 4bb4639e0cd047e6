package org.glasspcf.pipeline.json;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/** Writes values; the same value always gives the same text. */
final class JsonWriter {

  private final boolean indented;
  private final StringBuilder out = new StringBuilder();

  JsonWriter(boolean indented) {
    this.indented = indented;
  }

  String write(JsonValue value) {
    append(value, 0);
    return out.toString();
  }

  private void append(JsonValue value, int depth) {
    if (value instanceof JsonValue.ObjectValue object) {
      appendObject(object, depth);
    } else if (value instanceof JsonValue.ArrayValue array) {
      appendArray(array, depth);
    } else if (value instanceof JsonValue.TextValue text) {
      appendText(text.value());
    } else if (value instanceof JsonValue.NumberValue number) {
      out.append(number.literal());
    } else if (value instanceof JsonValue.BooleanValue bool) {
      out.append(bool.value());
    } else {
      out.append("null");
    }
  }

  private void appendObject(JsonValue.ObjectValue object, int depth) {
    out.append('{');
    Iterator<Map.Entry<String, JsonValue>> members = object.members().entrySet().iterator();
    while (members.hasNext()) {
      Map.Entry<String, JsonValue> member = members.next();
      newLine(depth + 1);
      appendText(member.getKey());
      out.append(indented ? ": " : ":");
      append(member.getValue(), depth + 1);
      if (members.hasNext()) {
        out.append(',');
      }
    }
    if (!object.members().isEmpty()) {
      newLine(depth);
    }
    out.append('}');
  }

  private void appendArray(JsonValue.ArrayValue array, int depth) {
    out.append('[');
    Iterator<JsonValue> elements = array.elements().iterator();
    while (elements.hasNext()) {
      newLine(depth + 1);
      append(elements.next(), depth + 1);
      if (elements.hasNext()) {
        out.append(',');
      }
    }
    if (!array.elements().isEmpty()) {
      newLine(depth);
    }
    out.append(']');
  }

  private void newLine(int depth) {
    if (indented) {
      out.append('\n').append("  ".repeat(depth));
    }
  }

  private void appendText(String text) {
    if (!JsonParser.isWellFormed(text)) {
      throw new IllegalArgumentException(
          "a string in JSON may not hold half of a surrogate pair, got one of "
              + text.length()
              + " characters");
    }
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      switch (next) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (next < ' ') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) next));
          } else {
            out.append(next);
          }
        }
      }
    }
    out.append('"');
  }
}
