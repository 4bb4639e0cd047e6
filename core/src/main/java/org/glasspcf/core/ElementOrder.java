package org.glasspcf.core;

import static org.glasspcf.core.Element.B;
import static org.glasspcf.core.Element.Ba;
import static org.glasspcf.core.Element.Br;
import static org.glasspcf.core.Element.Cl;
import static org.glasspcf.core.Element.F;
import static org.glasspcf.core.Element.I;
import static org.glasspcf.core.Element.N;
import static org.glasspcf.core.Element.Na;
import static org.glasspcf.core.Element.O;
import static org.glasspcf.core.Element.S;
import static org.glasspcf.core.Element.Se;
import static org.glasspcf.core.Element.Si;
import static org.glasspcf.core.Element.Ti;
import static org.glasspcf.core.Element.Zn;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The two orders of elements that glass data use. */
final class ElementOrder {
  private static final List<Element> PRINTED_FIRST = List.of(Si, B, Na, Ba, Ti, Zn);
  private static final List<Element> SORTED_FIRST = List.of(Si, B, O, Ba, Na, Ti, Zn);
  private static final Set<Element> ANIONS = Set.of(N, F, S, Cl, Se, Br, I);

  /** Order inside a pair's name: Si, B, Na, Ba, Ti, Zn, other cations, other anions, O. */
  static final Comparator<Element> PRINTING = Comparator.comparingInt(ElementOrder::printingRank);

  /**
   * Order of a data set's columns: Si, B, O, Ba, Na, Ti, Zn, others by atomic number. It is that of
   * the fingerprint's pair matrix, and not the order inside a name.
   */
  static final Comparator<Element> COLUMNS = Comparator.comparingInt(ElementOrder::columnRank);

  private ElementOrder() {}

  private static int printingRank(Element element) {
    int listed = PRINTED_FIRST.indexOf(element);
    if (listed >= 0) {
      return listed;
    }
    if (element == O) {
      return 3000;
    }
    return (ANIONS.contains(element) ? 2000 : 1000) + element.atomicNumber();
  }

  private static int columnRank(Element element) {
    int listed = SORTED_FIRST.indexOf(element);
    return listed >= 0 ? listed : 1000 + element.atomicNumber();
  }
}
