package org.glasspcf.core.trajectory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glasspcf.core.Element;

/**
 * Finds the elements of the words that files label atoms with: labels the caller named, numbers of
 * types, symbols. Words of up to eight bytes are looked up without making a string.
 */
final class ElementLabels {
  private static final int WORD = Long.BYTES;

  private final Map<String, Element> named = new HashMap<>();
  private final List<Element> types;
  private long[] knownWords = new long[8];
  private Element[] knownElements = new Element[8];
  private int known;

  ElementLabels(TrajectoryOptions options) {
    for (Element element : Element.values()) {
      named.put(element.symbol(), element);
    }
    types = options.typeElements();
    for (int i = 0; i < types.size(); i++) {
      named.put(Integer.toString(i + 1), types.get(i));
    }
    named.putAll(options.labels());
  }

  /** The element of a word in the current line. */
  Element of(LineReader lines, int from, int to) {
    if (to - from > WORD) {
      return find(lines, from, to);
    }
    byte[] text = lines.bytes();
    long word = 0;
    for (int i = from; i < to; i++) {
      word = word << 8 | text[i] & 0xFF;
    }
    for (int i = 0; i < known; i++) {
      if (knownWords[i] == word) {
        return knownElements[i];
      }
    }
    Element element = find(lines, from, to);
    if (known == knownWords.length) {
      knownWords = Arrays.copyOf(knownWords, 2 * known);
      knownElements = Arrays.copyOf(knownElements, 2 * known);
    }
    knownWords[known] = word;
    knownElements[known++] = element;
    return element;
  }

  private Element find(LineReader lines, int from, int to) {
    String label = new String(lines.bytes(), from, to - from, StandardCharsets.UTF_8);
    Element element = named.get(label);
    if (element != null) {
      return element;
    }
    String found = LineReader.quoted(label);
    if (Numbers.whole(lines.bytes(), from, to) == Numbers.NOT_WHOLE) {
      throw lines.malformed(
          "expected the symbol of an element such as Si, found "
              + found
              + " (name its element with TrajectoryOptions.withElement)");
    }
    throw lines.malformed(
        types.isEmpty()
            ? "expected the symbol of an element such as Si, found type "
                + found
                + " (name the elements of types 1, 2, … with TrajectoryOptions.withElements)"
            : "expected a type from 1 to "
                + types.size()
                + ", as many as TrajectoryOptions.withElements names, found "
                + found);
  }
}
