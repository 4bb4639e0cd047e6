package org.glasspcf.pipeline.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A recursive parser of strict JSON; the depth limit bounds the recursion. */
final class JsonParser {

  private static final String NUMBER_SYNTAX =
      "-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+";
  private static final Pattern NUMBER = Pattern.compile(NUMBER_SYNTAX);

  private final String text;
  private final int maxDepth;
  private int position;

  JsonParser(String text, int maxDepth) {
    this.text = text;
    this.maxDepth = maxDepth;
  }

  static boolean isNumber(String literal) {
    return NUMBER.matcher(literal).matches();
  }

  JsonValue parse() {
    skipSpace();
    JsonValue value = value(0);
    skipSpace();
    if (position < text.length()) {
      throw error("nothing may follow the value");
    }
    return value;
  }

  private JsonValue value(int depth) {
    char next = peek();
    return switch (next) {
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      case '"' -> JsonValue.of(string());
      case 't' -> word("true", JsonValue.of(true));
      case 'f' -> word("false", JsonValue.of(false));
      case 'n' -> word("null", JsonValue.ofNull());
      default -> number();
    };
  }

  private JsonValue object(int depth) {
    enter(depth);
    Map<String, JsonValue> members = new LinkedHashMap<>();
    if (closes('}')) {
      return JsonValue.object(members);
    }
    do {
      skipSpace();
      int start = position;
      if (peek() != '"') {
        throw error("a name in quotes is expected");
      }
      String name = string();
      skipSpace();
      if (peek() != ':') {
        throw error("a colon is expected");
      }
      position++;
      skipSpace();
      if (members.containsKey(name)) {
        throw new JsonSyntaxException(
            "a name may stand once in an object, \"" + name + "\"", start);
      }
      members.put(name, value(depth));
    } while (another('}'));
    return JsonValue.object(members);
  }

  private JsonValue array(int depth) {
    enter(depth);
    List<JsonValue> elements = new ArrayList<>();
    if (closes(']')) {
      return JsonValue.array(elements);
    }
    do {
      skipSpace();
      elements.add(value(depth));
    } while (another(']'));
    return JsonValue.array(elements);
  }

  private void enter(int depth) {
    if (depth > maxDepth) {
      throw error("values may be nested at most " + maxDepth + " deep");
    }
    position++;
  }

  private boolean closes(char end) {
    skipSpace();
    if (peek() == end) {
      position++;
      return true;
    }
    return false;
  }

  private boolean another(char end) {
    if (closes(end)) {
      return false;
    }
    if (peek() != ',') {
      throw error("a comma or '" + end + "' is expected");
    }
    position++;
    return true;
  }

  private JsonValue word(String word, JsonValue value) {
    if (!text.startsWith(word, position)) {
      throw error("a value is expected");
    }
    position += word.length();
    return value;
  }

  private JsonValue number() {
    var matcher = NUMBER.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      throw error("a value is expected");
    }
    position = matcher.end();
    return new JsonValue.NumberValue(matcher.group());
  }

  private String string() {
    int start = position++;
    StringBuilder value = new StringBuilder();
    while (true) {
      char next = peek();
      position++;
      if (next == '"') {
        break;
      }
      if (next < ' ') {
        position--;
        throw error("a control character in a string must be escaped");
      }
      value.append(next == '\\' ? escaped() : next);
    }
    if (!isWellFormed(value)) {
      throw new JsonSyntaxException("a string may not hold half of a surrogate pair", start);
    }
    return value.toString();
  }

  private char escaped() {
    char next = peek();
    position++;
    return switch (next) {
      case '"', '\\', '/' -> next;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> {
        position--;
        throw error("an escape is one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u");
      }
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char next = peek();
      int digit = next < 128 ? Character.digit(next, 16) : -1;
      if (digit < 0) {
        throw error("four hexadecimal digits are expected");
      }
      code = code * 16 + digit;
      position++;
    }
    return (char) code;
  }

  static boolean isWellFormed(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (Character.isHighSurrogate(next)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(next)) {
        return false;
      }
    }
    return true;
  }

  private char peek() {
    if (position >= text.length()) {
      throw error("the text ends too early");
    }
    return text.charAt(position);
  }

  private void skipSpace() {
    while (position < text.length() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private JsonSyntaxException error(String rule) {
    return new JsonSyntaxException(rule, position);
  }
}
