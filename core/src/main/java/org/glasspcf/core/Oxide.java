package org.glasspcf.core;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * An oxide: a formula of element symbols and counts that holds oxygen and at least one other
 * element.
 *
 * <p>Two oxides are equal if they have the same count of each element. Counts are not reduced:
 * P4O10 and P2O5 are different formula units, and a mol% of one is not a mol% of the other. Oxides
 * sort in the order a composition is printed in: SiO2, B2O3, the other formers GeO2, P2O5, Al2O3,
 * the modifiers Na2O, Li2O, K2O, Rb2O, Cs2O, MgO, CaO, SrO, then BaO, ZnO, TiO2, then all others by
 * the atomic number of their first element.
 */
public final class Oxide implements Comparable<Oxide> {
  private static final List<String> PRINTED_FIRST =
      List.of(
          "SiO2", "B2O3", "GeO2", "P2O5", "Al2O3", "Na2O", "Li2O", "K2O", "Rb2O", "Cs2O", "MgO",
          "CaO", "SrO", "BaO", "ZnO", "TiO2");

  private static final Comparator<Oxide> PRINTING_ORDER =
      Comparator.<Oxide>comparingInt(oxide -> oxide.rank)
          .thenComparing(oxide -> oxide.elements().get(0))
          .thenComparing(Oxide::formula);

  /** Silicon dioxide, silica. */
  public static final Oxide SiO2 = of("SiO2");

  /** Diboron trioxide. */
  public static final Oxide B2O3 = of("B2O3");

  /** Germanium dioxide. */
  public static final Oxide GeO2 = of("GeO2");

  /** Diphosphorus pentoxide. */
  public static final Oxide P2O5 = of("P2O5");

  /** Aluminum oxide, alumina. */
  public static final Oxide Al2O3 = of("Al2O3");

  /** Sodium oxide, soda. */
  public static final Oxide Na2O = of("Na2O");

  /** Lithium oxide. */
  public static final Oxide Li2O = of("Li2O");

  /** Potassium oxide. */
  public static final Oxide K2O = of("K2O");

  /** Magnesium oxide, magnesia. */
  public static final Oxide MgO = of("MgO");

  /** Calcium oxide, lime. */
  public static final Oxide CaO = of("CaO");

  /** Strontium oxide. */
  public static final Oxide SrO = of("SrO");

  /** Barium oxide. */
  public static final Oxide BaO = of("BaO");

  /** Zinc oxide. */
  public static final Oxide ZnO = of("ZnO");

  /** Titanium dioxide, titania. */
  public static final Oxide TiO2 = of("TiO2");

  private final Map<Element, Integer> counts;
  private final List<Element> elements;
  private final String formula;
  private final int rank;

  private Oxide(Map<Element, Integer> counts) {
    this.counts = counts;
    this.elements = OxideFormula.order(counts.keySet());
    this.formula = OxideFormula.print(counts, elements);
    int listed = PRINTED_FIRST.indexOf(formula);
    this.rank = listed >= 0 ? listed : PRINTED_FIRST.size();
  }

  /**
   * The oxide of a formula such as {@code Na2O}, {@code B₂O₃} or {@code CaSiO3}.
   *
   * @param formula element symbols, each followed by its count (a whole number from 1 to 999,
   *     missing for 1, in plain or subscript digits); no spaces, no parentheses
   * @return the oxide
   * @throws IllegalArgumentException if the formula cannot be read, has an unknown element, or does
   *     not hold oxygen and at least one other element
   */
  public static Oxide of(String formula) {
    return new Oxide(Map.copyOf(OxideFormula.parse(formula)));
  }

  /**
   * The formula.
   *
   * @return the formula in plain digits, elements in the order of the groups of the periodic table
   *     and oxygen last, whatever the order it was written in
   */
  public String formula() {
    return formula;
  }

  /**
   * The count of an element.
   *
   * @param element an element
   * @return atoms of the element in one formula unit; 0 if it has none
   */
  public int count(Element element) {
    return counts.getOrDefault(element, 0);
  }

  /**
   * The elements of the oxide.
   *
   * @return its elements in the order of the formula, oxygen last; immutable
   */
  public List<Element> elements() {
    return elements;
  }

  /**
   * The molar mass.
   *
   * @return mass of one mole of formula units (g/mol), from {@link Element#molarMass()}
   */
  public double molarMass() {
    double mass = 0;
    for (Element element : elements) {
      mass += count(element) * element.molarMass();
    }
    return mass;
  }

  @Override
  public int compareTo(Oxide other) {
    return this == other ? 0 : PRINTING_ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Oxide oxide && formula.equals(oxide.formula);
  }

  @Override
  public int hashCode() {
    return formula.hashCode();
  }

  @Override
  public String toString() {
    return formula;
  }
}
