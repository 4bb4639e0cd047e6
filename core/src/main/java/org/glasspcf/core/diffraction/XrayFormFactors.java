package org.glasspcf.core.diffraction;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.glasspcf.core.Element;

/**
 * X-ray form factors f0(Q) (electrons) of free atoms, one species for each element: the neutral
 * atom unless an ion is chosen. Immutable.
 *
 * <p>f0 = Σ a_k exp(−b_k s²) + c over five terms, with s = sin θ/λ = Q/4π, fitted by D. Waasmaier
 * and A. Kirfel, Acta Cryst. A51, 416–431 (1995), for s up to 6 Å⁻¹: {@link #MAX_Q}. The
 * coefficients are those of the Python package xraydb (M. Newville, public domain, version 4.4.7).
 * f0 is real and does not depend on the energy: anomalous scattering near an absorption edge is
 * left out. f0(0) is the number of electrons, to 0.04.
 */
public final class XrayFormFactors {
  /** The largest Q of the fit (Å⁻¹): 4π · 6 Å⁻¹, about 75.4. */
  public static final double MAX_Q = 24 * Math.PI;

  private static final int TERMS = 5;

  private final Map<Element, Species> chosen;

  private XrayFormFactors(Map<Element, Species> chosen) {
    this.chosen = chosen;
  }

  /** Coefficients a₁ … a₅, b₁ … b₅ (Å²), c. */
  private record Species(String name, Element element, double[] a, double[] b, double c) {
    double at(double s) {
      double sum = c;
      for (int k = 0; k < TERMS; k++) {
        sum += a[k] * Math.exp(-b[k] * s * s);
      }
      return sum;
    }
  }

  private static final class Table {
    static final Map<String, Species> SPECIES = read();

    private static Map<String, Species> read() {
      TableResource resource = TableResource.read("xray-form-factors.csv");
      Map<String, Species> species = new LinkedHashMap<>();
      for (NamedCsvRecord row : resource.rows()) {
        double[] a = new double[TERMS];
        double[] b = new double[TERMS];
        for (int k = 0; k < TERMS; k++) {
          a[k] = resource.number(row, "a" + (k + 1));
          b[k] = resource.number(row, "b" + (k + 1));
        }
        String name = row.getField("species");
        Element element = Element.of(row.getField("element"));
        species.put(name, new Species(name, element, a, b, resource.number(row, "c")));
      }
      return species;
    }
  }

  /**
   * Neutral atoms, the usual choice for glasses.
   *
   * @return the form factors of neutral atoms
   */
  public static XrayFormFactors neutral() {
    return new XrayFormFactors(Map.of());
  }

  /**
   * Takes one species for all atoms of its element.
   *
   * @param species a name of the table: an ion such as {@code Si4+}, {@code O2-}, {@code Na1+}; a
   *     neutral atom such as {@code Si}; {@code Siva} and {@code Cval} are atoms in the valence
   *     state
   * @return a copy with this species
   * @throws IllegalArgumentException if the table has no such species; the message names those of
   *     the element, if there is one
   */
  public XrayFormFactors with(String species) {
    Species found = Table.SPECIES.get(species);
    if (found == null) {
      String symbol = species.replaceFirst("[0-9]*[+-]$", "");
      Set<String> known =
          Table.SPECIES.containsKey(symbol) ? species(Element.of(symbol)) : Set.of();
      throw new IllegalArgumentException(
          "there is no X-ray form factor of \""
              + species
              + "\" in Waasmaier and Kirfel (1995)"
              + (known.isEmpty() ? "" : ", which has " + String.join(", ", known)));
    }
    Map<Element, Species> copy = new EnumMap<>(Element.class);
    copy.putAll(chosen);
    if (species.equals(found.element().symbol())) {
      copy.remove(found.element());
    } else {
      copy.put(found.element(), found);
    }
    return new XrayFormFactors(copy);
  }

  /**
   * The form factor of an element.
   *
   * @param element the element
   * @param q scattering vector (Å⁻¹), from 0 to {@link #MAX_Q}
   * @return f0 (electrons)
   * @throws IllegalArgumentException if Q is out of range, or the table has no such element
   */
  public double value(Element element, double q) {
    if (!(q >= 0 && q <= MAX_Q)) {
      throw new IllegalArgumentException(
          "X-ray form factors are known for Q from 0 to "
              + Checks.shortly(MAX_Q)
              + " Å⁻¹ (s = 6 Å⁻¹), got "
              + q);
    }
    return of(element).at(q / (4 * Math.PI));
  }

  /**
   * What stands for an element.
   *
   * @param element the element
   * @return name of the species, {@code Si} or {@code Si4+}
   * @throws IllegalArgumentException if the table has no such element
   */
  public String chosen(Element element) {
    return of(element).name();
  }

  /**
   * The species to choose from.
   *
   * @param element the element
   * @return names for {@link #with}, the neutral atom first; none if the table has no such element
   */
  public Set<String> species(Element element) {
    Set<String> names = new LinkedHashSet<>();
    for (Species species : Table.SPECIES.values()) {
      if (species.element() == element) {
        names.add(species.name());
      }
    }
    return Collections.unmodifiableSet(names);
  }

  private Species of(Element element) {
    Species species = chosen.getOrDefault(element, Table.SPECIES.get(element.symbol()));
    if (species == null) {
      throw new IllegalArgumentException(
          "there is no X-ray form factor of "
              + element.symbol()
              + " in Waasmaier and Kirfel (1995), which ends at Cf");
    }
    return species;
  }

  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    chosen.values().forEach(species -> names.add(species.name()));
    return names;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof XrayFormFactors factors && names().equals(factors.names());
  }

  @Override
  public int hashCode() {
    return Objects.hash(names());
  }

  @Override
  public String toString() {
    return "X-ray form factors of Waasmaier and Kirfel (1995), "
        + (chosen.isEmpty() ? "neutral atoms" : "neutral atoms but " + String.join(", ", names()));
  }
}
