package org.glasspcf.core;

import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An unordered pair of elements, whose partial pair correlation function is meant: {@code Si-O} and
 * {@code O-Si} are one pair.
 *
 * <p>It prints itself with the cation first. The elements inside a name stand in the order Si, B,
 * Na, Ba, Ti, Zn, other cations by atomic number, other anions (N, F, S, Cl, Se, Br, I), O. Pairs
 * sort as the columns of the data set do: by the two elements in the order Si, B, O, Ba, Na, Ti,
 * Zn, others by atomic number, so that {@code Si-Si, Si-B, Si-O, B-B, B-O, O-O, Na-O, Na-Na} is
 * sorted.
 */
public final class ElementPair implements Comparable<ElementPair> {
  private static final Pattern NAME =
      Pattern.compile("\\s*([A-Za-z]+)\\s*[-\\u2010-\\u2015\\u2212]\\s*([A-Za-z]+)\\s*");
  private static final Comparator<ElementPair> COLUMN_ORDER =
      Comparator.comparing(ElementPair::earlier, ElementOrder.COLUMNS)
          .thenComparing(ElementPair::later, ElementOrder.COLUMNS);

  private final Element first;
  private final Element second;

  private ElementPair(Element first, Element second) {
    this.first = first;
    this.second = second;
  }

  /**
   * The pair of two elements, which may be the same.
   *
   * @param one an element
   * @param other an element
   * @return the pair, the same for either order
   */
  public static ElementPair of(Element one, Element other) {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(other, "other");
    return ElementOrder.PRINTING.compare(one, other) <= 0
        ? new ElementPair(one, other)
        : new ElementPair(other, one);
  }

  /**
   * The pair of two symbols.
   *
   * @param one symbol of an element
   * @param other symbol of an element
   * @return the pair, the same for either order
   * @throws IllegalArgumentException if one of them is not the symbol of an element
   */
  public static ElementPair of(String one, String other) {
    return of(Element.of(one), Element.of(other));
  }

  /**
   * Reads a pair as it prints itself, in either order: {@code Si-O}, {@code O-Si}, {@code Si–O}.
   *
   * @param text two symbols with a hyphen or dash between them
   * @return the pair
   * @throws IllegalArgumentException if the text is not two symbols with a hyphen between them
   */
  public static ElementPair parse(String text) {
    Matcher name = NAME.matcher(text);
    if (!name.matches()) {
      throw new IllegalArgumentException(
          "a pair must be two element symbols with a hyphen between, such as Si-O, got "
              + Preconditions.quoted(text));
    }
    return of(name.group(1), name.group(2));
  }

  /**
   * The element printed first.
   *
   * @return the element printed first, the cation of a cation–anion pair
   */
  public Element first() {
    return first;
  }

  /**
   * The element printed second.
   *
   * @return the element printed second, the anion of a cation–anion pair
   */
  public Element second() {
    return second;
  }

  /**
   * Tells whether both elements are the same.
   *
   * @return true for a pair like O-O
   */
  public boolean isLike() {
    return first == second;
  }

  /**
   * Tells whether an element belongs to the pair.
   *
   * @param element an element
   * @return true if it is one of the two
   */
  public boolean contains(Element element) {
    return first == element || second == element;
  }

  private Element earlier() {
    return ElementOrder.COLUMNS.compare(first, second) <= 0 ? first : second;
  }

  private Element later() {
    return ElementOrder.COLUMNS.compare(first, second) <= 0 ? second : first;
  }

  @Override
  public int compareTo(ElementPair other) {
    return COLUMN_ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ElementPair pair && first == pair.first && second == pair.second;
  }

  @Override
  public int hashCode() {
    return 128 * first.atomicNumber() + second.atomicNumber();
  }

  @Override
  public String toString() {
    return first.symbol() + "-" + second.symbol();
  }
}
