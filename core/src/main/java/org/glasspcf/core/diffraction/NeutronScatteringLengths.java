package org.glasspcf.core.diffraction;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasspcf.core.Element;

/**
 * Bound coherent neutron scattering lengths b (fm), one for each element: of the natural mixture of
 * isotopes unless an isotope or a value is chosen. Immutable.
 *
 * <p>Two compilations come with the library:
 *
 * <ul>
 *   <li>{@link #natural()}: H. Rauch and W. Waschkowski, Neutron Data Booklet, 2nd edition (Old
 *       City Publishing 2003), pages 1.1-1 to 1.1-17, as the Python package periodictable (P.
 *       Kienzle, public domain, version 1.6.0) holds it;
 *   <li>{@link #sears1992()}: V. F. Sears, Neutron News 3(3), 26–37 (1992), the table that older
 *       papers use.
 * </ul>
 *
 * <p>They differ for 27 of 89 natural elements; among those of common oxide glasses for O (5.805
 * against 5.803), Si (4.15071 against 4.1491) and Ti (−3.37 against −3.438).
 *
 * <p>b is complex for strong absorbers, such as natural boron (5.30 − 0.21i). What is computed here
 * uses the real part; {@link #imaginaryPart} tells of the other one. Where a resonance makes b
 * depend on the neutron's energy ({@link #isEnergyDependent}: Cd, Sm, Eu, Gd …) the tabulated value
 * is one of thermal neutrons, and no good for others.
 */
public final class NeutronScatteringLengths {
  private static final Pattern ISOTOPE = Pattern.compile("([0-9]{1,3})([A-Z][a-z]?)");

  private final Table table;
  private final Map<Element, String> isotopes;
  private final Map<Element, Double> given;

  private NeutronScatteringLengths(
      Table table, Map<Element, String> isotopes, Map<Element, Double> given) {
    this.table = table;
    this.isotopes = isotopes;
    this.given = given;
  }

  private record Entry(double length, OptionalDouble imaginary, boolean energyDependent) {}

  /** One compilation, by name of the isotope; the natural mixture goes by the symbol. */
  private record Table(String source, Map<String, Entry> entries) {
    static final Table RAUCH =
        read("Rauch and Waschkowski, Neutron Data Booklet (2003)", "rauch_2003_fm");
    static final Table SEARS = read("Sears, Neutron News 3(3), 26 (1992)", "sears_1992_fm");

    private static Table read(String source, String column) {
      TableResource resource = TableResource.read("neutron-scattering-lengths.csv");
      Map<String, Entry> entries = new LinkedHashMap<>();
      for (NamedCsvRecord row : resource.rows()) {
        OptionalDouble length = resource.numberIfAny(row, column);
        if (length.isPresent()) {
          entries.put(
              row.getField("isotope"),
              new Entry(
                  length.getAsDouble(),
                  resource.numberIfAny(row, "imaginary_fm"),
                  resource.number(row, "energy_dependent") == 1));
        }
      }
      return new Table(source, Collections.unmodifiableMap(entries));
    }
  }

  /**
   * The lengths of the natural elements after Rauch and Waschkowski (2003).
   *
   * @return natural elements, isotopes of the same table to choose from
   */
  public static NeutronScatteringLengths natural() {
    return new NeutronScatteringLengths(Table.RAUCH, Map.of(), Map.of());
  }

  /**
   * The lengths of the natural elements after Sears (1992).
   *
   * @return natural elements, isotopes of the same table to choose from
   */
  public static NeutronScatteringLengths sears1992() {
    return new NeutronScatteringLengths(Table.SEARS, Map.of(), Map.of());
  }

  /**
   * Takes one isotope for all atoms of its element.
   *
   * @param isotope mass number and symbol: {@code 11B}, {@code 7Li}, {@code 2H}
   * @return a copy with the length of the isotope
   * @throws IllegalArgumentException if the text is not an isotope's name, or the table has no
   *     length for it; the message names those that it has
   */
  public NeutronScatteringLengths withIsotope(String isotope) {
    Matcher name = ISOTOPE.matcher(isotope);
    if (!name.matches()) {
      throw new IllegalArgumentException(
          "an isotope must be a mass number and a symbol, such as 11B, got \"" + isotope + '"');
    }
    Element element = Element.of(name.group(2));
    if (!table.entries().containsKey(isotope)) {
      throw new IllegalArgumentException(
          "there is no neutron scattering length of "
              + isotope
              + " in "
              + table.source()
              + ", which has "
              + (isotopes(element).isEmpty()
                  ? "no isotope of " + element.symbol()
                  : String.join(", ", isotopes(element))));
    }
    Map<Element, String> chosen = copy(isotopes);
    chosen.put(element, isotope);
    Map<Element, Double> kept = copy(given);
    kept.remove(element);
    return new NeutronScatteringLengths(table, chosen, kept);
  }

  /**
   * Takes a value of your own, as for an enriched sample: b = Σ x_k b_k over its isotopes.
   *
   * @param element the element
   * @param length its bound coherent scattering length (fm), which may be negative
   * @return a copy with this length
   * @throws IllegalArgumentException if the length is not a finite number
   */
  public NeutronScatteringLengths with(Element element, double length) {
    Checks.finite(length, "the neutron scattering length of " + element.symbol(), "fm");
    Map<Element, Double> chosen = copy(given);
    chosen.put(element, length);
    return new NeutronScatteringLengths(table, isotopes, chosen);
  }

  /**
   * The length of an element.
   *
   * @param element the element
   * @return the real part of its b (fm)
   * @throws IllegalArgumentException if the table has no value for the natural element, and no
   *     isotope or value was chosen
   */
  public double length(Element element) {
    Double own = given.get(element);
    return own != null ? own : entry(element).length();
  }

  /**
   * The imaginary part that the table of 2003 gives for strong absorbers of thermal neutrons. It
   * enters no structure factor.
   *
   * @param element the element
   * @return the imaginary part of b (fm), never positive; empty if none is tabulated or the length
   *     is one's own
   * @throws IllegalArgumentException as {@link #length}
   */
  public OptionalDouble imaginaryPart(Element element) {
    return given.containsKey(element) ? OptionalDouble.empty() : entry(element).imaginary();
  }

  /**
   * Whether a resonance makes the length depend on the energy of the neutron.
   *
   * @param element the element
   * @return true if the tabulated value is good for thermal neutrons at most
   * @throws IllegalArgumentException as {@link #length}
   */
  public boolean isEnergyDependent(Element element) {
    return !given.containsKey(element) && entry(element).energyDependent();
  }

  /**
   * The isotopes to choose from.
   *
   * @param element the element
   * @return names for {@link #withIsotope}, by mass number; may be none
   */
  public Set<String> isotopes(Element element) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : table.entries().keySet()) {
      Matcher isotope = ISOTOPE.matcher(name);
      if (isotope.matches() && isotope.group(2).equals(element.symbol())) {
        names.add(name);
      }
    }
    return Collections.unmodifiableSet(names);
  }

  /**
   * Where the values come from.
   *
   * @return authors, title and year of the table
   */
  public String source() {
    return table.source();
  }

  private Entry entry(Element element) {
    Entry entry = table.entries().get(isotopes.getOrDefault(element, element.symbol()));
    if (entry == null) {
      throw new IllegalArgumentException(
          "there is no neutron scattering length of natural "
              + element.symbol()
              + " in "
              + table.source()
              + "; choose "
              + (isotopes(element).isEmpty() ? "" : "one of " + isotopes(element) + " or ")
              + "a value (fm)");
    }
    return entry;
  }

  private static <T> Map<Element, T> copy(Map<Element, T> map) {
    Map<Element, T> copy = new EnumMap<>(Element.class);
    copy.putAll(map);
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NeutronScatteringLengths lengths
        && table.source().equals(lengths.table.source())
        && isotopes.equals(lengths.isotopes)
        && given.equals(lengths.given);
  }

  @Override
  public int hashCode() {
    return Objects.hash(table.source(), isotopes, given);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("neutron scattering lengths of ").append(source());
    isotopes.forEach(
        (element, isotope) -> {
          if (!given.containsKey(element)) {
            text.append(", ").append(isotope);
          }
        });
    given.forEach(
        (element, length) ->
            text.append(", ").append(element.symbol()).append(' ').append(length).append(" fm"));
    return text.toString();
  }
}
