package org.glasspcf.core.density;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.dataset.GlassSimulation;

/**
 * Number densities ρ_i = N_i/V (Å⁻³) of the elements of a glass. Immutable.
 *
 * <p>Those of a simulated box know how many atoms there are, so that the neighbors of an atom among
 * its own kind are (N − 1)/V; those of a bulk glass are of infinitely many atoms.
 */
public final class NumberDensities {
  /** Avogadro's constant over the number of Å³ in a cm³ (Å⁻³ per mol/cm³); exact since 2019. */
  private static final double AVOGADRO = 0.602214076;

  private final Map<Element, Double> densities;
  private final double total;
  private final double volume;

  private NumberDensities(Map<Element, Double> densities, double volume) {
    this.densities = Collections.unmodifiableMap(densities);
    this.total = densities.values().stream().mapToDouble(Double::doubleValue).sum();
    this.volume = volume;
  }

  /**
   * The densities in a box.
   *
   * @param atoms number of atoms of each element; those of 0 are left out
   * @param volume its volume (Å³)
   * @return N/V of each element
   * @throws IllegalArgumentException if there is no atom, a count is below 0, or the volume is not
   *     a finite number above 0
   */
  public static NumberDensities ofAtoms(Map<Element, Integer> atoms, double volume) {
    positive(volume, "volume", "Å³");
    Map<Element, Double> densities = new EnumMap<>(Element.class);
    atoms.forEach(
        (element, count) -> {
          if (count < 0) {
            throw new IllegalArgumentException(
                "the number of " + element.symbol() + " atoms must not be below 0, got " + count);
          }
          if (count > 0) {
            densities.put(element, count / volume);
          }
        });
    if (densities.isEmpty()) {
      throw new IllegalArgumentException("number densities need at least one atom");
    }
    return new NumberDensities(densities, volume);
  }

  /**
   * The densities of a bulk glass.
   *
   * @param glass its composition
   * @param massDensity its density (g/cm³)
   * @return ρ of each element of the glass
   * @throws IllegalArgumentException if the density is not a finite number above 0
   */
  public static NumberDensities of(GlassComposition glass, double massDensity) {
    positive(massDensity, "density", "g/cm³");
    double molarMass = 0;
    Map<Element, Double> densities = new EnumMap<>(Element.class);
    for (Oxide oxide : glass.oxides()) {
      double fraction = glass.moleFraction(oxide);
      molarMass += fraction * oxide.molarMass();
      for (Element element : oxide.elements()) {
        densities.merge(element, fraction * oxide.count(element), Double::sum);
      }
    }
    double units = AVOGADRO * massDensity / molarMass;
    densities.replaceAll((element, atoms) -> atoms * units);
    return new NumberDensities(densities, Double.POSITIVE_INFINITY);
  }

  /**
   * The densities in the box of a simulated melt.
   *
   * @param melt a melt that knows its volume, or else its density
   * @return N/V of each element; V from its atoms and density (g/cm³) if it has no volume
   * @throws IllegalArgumentException if the melt knows neither, or has no atoms
   */
  public static NumberDensities of(GlassSimulation melt) {
    Map<Element, Integer> atoms = new EnumMap<>(Element.class);
    for (Element element : melt.composition().elements()) {
      atoms.put(element, melt.atomCount(element));
    }
    double mass =
        atoms.entrySet().stream().mapToDouble(e -> e.getValue() * e.getKey().molarMass()).sum();
    if (melt.volume().isEmpty() && melt.density().isEmpty()) {
      throw new IllegalArgumentException(
          "number densities need a melt with a volume (Å³) or a density (g/cm³), and "
              + melt.id()
              + " has neither");
    }
    return ofAtoms(
        atoms, melt.volume().orElseGet(() -> mass / AVOGADRO / melt.density().getAsDouble()));
  }

  private static void positive(double value, String what, String unit) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the " + what + " must be a finite number above 0 (" + unit + "), got " + value);
    }
  }

  /**
   * The elements.
   *
   * @return those with a density above 0, by atomic number; immutable
   */
  public Set<Element> elements() {
    return densities.keySet();
  }

  /**
   * The density of an element.
   *
   * @param element an element
   * @return ρ_i (Å⁻³); 0 if there is none of it
   */
  public double of(Element element) {
    return densities.getOrDefault(element, 0.0);
  }

  /**
   * The density of all atoms.
   *
   * @return ρ₀ (Å⁻³)
   */
  public double total() {
    return total;
  }

  /**
   * The mass of all atoms in a volume.
   *
   * @return the density (g/cm³), with {@link Element#molarMass()}
   */
  public double massDensity() {
    return densities.entrySet().stream()
            .mapToDouble(element -> element.getValue() * element.getKey().molarMass())
            .sum()
        / AVOGADRO;
  }

  /**
   * The share of an element among the atoms.
   *
   * @param element an element
   * @return c_i = ρ_i/ρ₀ (1)
   */
  public double fraction(Element element) {
    return of(element) / total;
  }

  /**
   * The density that the neighbors of an atom are counted with, n_ij(r) = ρ ∫g_ij 4πr² dr.
   *
   * @param center the element i of the atom in the middle
   * @param neighbor the element j that is counted
   * @return N_j/V (Å⁻³); (N_i − 1)/V in a box, if both are one element
   */
  public double neighbors(Element center, Element neighbor) {
    double density = of(neighbor);
    return center == neighbor ? Math.max(0, density - 1 / volume) : density;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumberDensities that
        && volume == that.volume
        && densities.equals(that.densities);
  }

  @Override
  public int hashCode() {
    return Objects.hash(densities, volume);
  }

  @Override
  public String toString() {
    return "number densities (Å⁻³) " + densities;
  }
}
