package org.glasspcf.core;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Named numbers beside a composition, as text {@code a=1.0; b=20.0}, without a comma, for tables.
 */
final class Conditions {
  /** Stands between a composition and its conditions. */
  static final String SEPARATOR = " @ ";

  static final SortedMap<String, Double> NONE =
      Collections.unmodifiableSortedMap(new TreeMap<String, Double>());

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private Conditions() {}

  static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a condition must be letters, digits and _, beginning with a letter, got "
              + Preconditions.quoted(name));
    }
  }

  static SortedMap<String, Double> with(
      SortedMap<String, Double> conditions, String name, double value) {
    requireName(name);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "the condition " + name + " must be a finite number, got " + value);
    }
    SortedMap<String, Double> more = new TreeMap<>(conditions);
    more.put(name, value + 0.0); // no negative zero
    return Collections.unmodifiableSortedMap(more);
  }

  /** Reads what {@link #text} wrote, and the same with blanks. */
  static SortedMap<String, Double> parse(String text) {
    SortedMap<String, Double> conditions = NONE;
    for (String part : text.split(";", -1)) {
      String[] sides = part.split("=", -1);
      double value = sides.length == 2 ? number(sides[1].strip()) : Double.NaN;
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "a condition must be written name=number, such as quench_K_per_ps=20, got "
                + Preconditions.quoted(part.strip()));
      }
      String name = sides[0].strip();
      if (conditions.containsKey(name)) {
        throw new IllegalArgumentException(
            "a condition must stand once, but " + name + " is twice");
      }
      conditions = with(conditions, name, value);
    }
    return conditions;
  }

  private static double number(String text) {
    try {
      return text.matches("[-+0-9.eE]+") ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN; // the caller names what it could not read
    }
  }

  static String text(Map<String, Double> conditions) {
    return conditions.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining("; "));
  }
}
