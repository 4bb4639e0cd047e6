package org.glasspcf.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads and writes the formulas of oxides. */
final class OxideFormula {
  private static final int MAX_COUNT = 999;

  /** Groups 1 to 18 of the elements in order of atomic number; lanthanides and actinides are 3. */
  private static final Comparator<Element> FORMULA_ORDER =
      Comparator.comparing((Element element) -> element == Element.O)
          .thenComparing(OxideFormula::group)
          .thenComparing(Comparator.naturalOrder());

  private OxideFormula() {}

  static Map<Element, Integer> parse(String written) {
    String formula = Spelling.plainDigits(written);
    Map<Element, Integer> counts = new EnumMap<>(Element.class);
    int at = 0;
    while (at < formula.length()) {
      int end = symbolEnd(formula, at);
      if (end == at) {
        throw unreadable(
            written,
            "an element symbol starts with a capital letter, got '" + formula.charAt(at) + "'");
      }
      String symbol = formula.substring(at, end);
      if (!Element.isSymbol(symbol)) {
        throw unreadable(written, "unknown element " + symbol);
      }
      at = end;
      while (at < formula.length() && Spelling.isDigit(formula.charAt(at))) {
        at++;
      }
      int count = count(written, formula.substring(end, at));
      counts.merge(Element.of(symbol), count, Integer::sum);
    }
    if (!counts.containsKey(Element.O) || counts.size() < 2) {
      throw unreadable(written, "an oxide must hold O and at least one other element");
    }
    return counts;
  }

  private static int symbolEnd(String formula, int start) {
    if (!isCapital(formula.charAt(start))) {
      return start;
    }
    int end = start + 1;
    while (end < formula.length() && isSmall(formula.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int count(String written, String digits) {
    if (digits.isEmpty()) {
      return 1;
    }
    int count = digits.length() > 3 ? MAX_COUNT + 1 : Integer.parseInt(digits);
    if (count < 1 || count > MAX_COUNT) {
      throw unreadable(
          written, "the count of an element must be from 1 to " + MAX_COUNT + ", got " + digits);
    }
    return count;
  }

  static List<Element> order(Collection<Element> elements) {
    return elements.stream().sorted(FORMULA_ORDER).toList();
  }

  static String print(Map<Element, Integer> counts, List<Element> order) {
    StringBuilder formula = new StringBuilder();
    for (Element element : order) {
      formula.append(element.symbol());
      int count = counts.get(element);
      if (count > 1) {
        formula.append(count);
      }
    }
    return formula.toString();
  }

  private static int group(Element element) {
    int number = element.atomicNumber();
    if (number <= 2) {
      return number == 1 ? 1 : 18;
    }
    int[] nobleGases = {2, 10, 18, 36, 54, 86, 118};
    int period = 1;
    while (number > nobleGases[period]) {
      period++;
    }
    int place = number - nobleGases[period - 1];
    int length = nobleGases[period] - nobleGases[period - 1];
    if (place <= 2) {
      return place;
    }
    return Math.max(3, 18 - (length - place));
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static IllegalArgumentException unreadable(String written, String rule) {
    return new IllegalArgumentException(
        Preconditions.quoted(written) + " is not the formula of an oxide: " + rule);
  }
}
