package org.glasspcf.core.trajectory;

import java.util.Objects;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;

/**
 * A pair of elements that tells the center from its neighbor, as coordination numbers do: Si → O
 * counts the oxygens around a silicon.
 *
 * @param center the element at the center
 * @param neighbor the element that is counted around it
 */
public record DirectedPair(Element center, Element neighbor) {
  /**
   * Checks the elements.
   *
   * @param center the element at the center
   * @param neighbor the element that is counted around it
   */
  public DirectedPair {
    Objects.requireNonNull(center, "center");
    Objects.requireNonNull(neighbor, "neighbor");
  }

  /**
   * Reads a pair.
   *
   * @param text two symbols with a hyphen between them, the center first: {@code Si-O}, {@code
   *     O-Na}
   * @return the pair
   * @throws IllegalArgumentException if the text is anything else
   */
  public static DirectedPair parse(String text) {
    int hyphen = text.indexOf('-');
    if (hyphen < 0) {
      throw new IllegalArgumentException(
          "a directed pair must be two element symbols with a hyphen between, the center first,"
              + " such as Si-O, got \""
              + text
              + '"');
    }
    return new DirectedPair(
        Element.of(text.substring(0, hyphen).strip()),
        Element.of(text.substring(hyphen + 1).strip()));
  }

  /**
   * The pair without a direction, which g(r) belongs to.
   *
   * @return the two elements
   */
  public ElementPair pair() {
    return ElementPair.of(center, neighbor);
  }

  @Override
  public String toString() {
    return center.symbol() + "-" + neighbor.symbol();
  }
}
