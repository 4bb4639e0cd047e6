package org.glasspcf.core.dataset;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.NumericInput;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;

/**
 * One melt of one glass: what was simulated, and the partial pair correlation functions that were
 * found. Immutable.
 *
 * <p>For a pair of one element, g is normalized with the N(N − 1) ordered pairs that there are (as
 * LAMMPS does), so that its coordination number is (N − 1)/V ∫g 4πr² dr.
 */
public final class GlassSimulation {
  private final String id;
  private final GlassComposition composition;
  private final Map<Element, Integer> atoms;
  private final SortedMap<ElementPair, PairCorrelationFunction> curves;
  private final OptionalLong seed;
  private final OptionalDouble density;
  private final OptionalDouble volume;
  private final String engine;

  private GlassSimulation(
      String id,
      GlassComposition composition,
      Map<Element, Integer> atoms,
      SortedMap<ElementPair, PairCorrelationFunction> curves,
      OptionalLong seed,
      OptionalDouble density,
      OptionalDouble volume,
      String engine) {
    this.id = id;
    this.composition = composition;
    this.atoms = atoms;
    this.curves = curves;
    this.seed = seed;
    this.density = density;
    this.volume = volume;
    this.engine = engine;
  }

  /**
   * A melt of which only the structure is known.
   *
   * @param id the name of the melt, unique within a data set
   * @param composition what it is made of, nominally (mol%)
   * @param atoms how many atoms of each element there are; elements of the composition only
   * @param curves g(r) of at least one pair, all on one grid; each pair's elements have atoms
   * @return the melt, without seed, density, volume or engine
   * @throws IllegalArgumentException if the id is blank, a count is negative, an element with atoms
   *     is not in the composition, a pair's element has no atoms, there is no curve, or the curves
   *     lie on different grids
   */
  public static GlassSimulation of(
      String id,
      GlassComposition composition,
      Map<Element, Integer> atoms,
      Map<ElementPair, PairCorrelationFunction> curves) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("the id of a simulation must not be blank");
    }
    Map<Element, Integer> counts = new EnumMap<>(Element.class);
    atoms.forEach(
        (element, count) -> {
          check(count >= 0, id, "needs 0 or more atoms of " + element.symbol() + ", not " + count);
          if (count > 0) {
            check(
                composition.contains(element),
                id,
                "has "
                    + count
                    + " atoms of "
                    + element.symbol()
                    + ", which its composition "
                    + composition
                    + " does not hold");
            counts.put(element, count);
          }
        });
    SortedMap<ElementPair, PairCorrelationFunction> sorted = new TreeMap<>(curves);
    check(!sorted.isEmpty(), id, "needs the curve of at least one pair");
    RadialGrid grid = sorted.get(sorted.firstKey()).grid();
    sorted.forEach(
        (pair, curve) -> {
          for (Element element : List.of(pair.first(), pair.second())) {
            check(
                counts.containsKey(element),
                id,
                "has a curve of " + pair + ", but no atoms of " + element.symbol());
          }
          check(
              curve.grid().equals(grid),
              id,
              "needs all its curves on one grid, but "
                  + pair
                  + " has "
                  + curve.grid()
                  + " and "
                  + sorted.firstKey()
                  + " has "
                  + grid);
        });
    return new GlassSimulation(
        id,
        composition,
        Collections.unmodifiableMap(counts),
        Collections.unmodifiableSortedMap(sorted),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        "");
  }

  private static void check(boolean holds, String id, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("simulation " + id + " " + rule);
    }
  }

  /**
   * Sets the random seed.
   *
   * @param newSeed the seed of the simulation
   * @return a copy with this seed
   */
  public GlassSimulation withSeed(long newSeed) {
    return new GlassSimulation(
        id, composition, atoms, curves, OptionalLong.of(newSeed), density, volume, engine);
  }

  /**
   * Sets the mass density.
   *
   * @param newDensity the density (g/cm³), positive
   * @return a copy with this density
   * @throws IllegalArgumentException if it is not a finite positive number
   */
  public GlassSimulation withDensity(double newDensity) {
    OptionalDouble checked = OptionalDouble.of(positive(newDensity, "density", "g/cm³"));
    return new GlassSimulation(id, composition, atoms, curves, seed, checked, volume, engine);
  }

  /**
   * Sets the volume of the box.
   *
   * @param newVolume the volume (Å³), positive
   * @return a copy with this volume
   * @throws IllegalArgumentException if it is not a finite positive number
   */
  public GlassSimulation withVolume(double newVolume) {
    OptionalDouble checked = OptionalDouble.of(positive(newVolume, "volume", "Å³"));
    return new GlassSimulation(id, composition, atoms, curves, seed, density, checked, engine);
  }

  /**
   * Sets the program that simulated.
   *
   * @param newEngine the name of the program, empty if not known
   * @return a copy with this engine
   */
  public GlassSimulation withEngine(String newEngine) {
    return new GlassSimulation(
        id, composition, atoms, curves, seed, density, volume, newEngine.strip());
  }

  /**
   * Sets a condition of the glass, such as its quench rate.
   *
   * @param input what the value is of
   * @param value the value (the input's unit), in its range
   * @return a copy of the glass at this condition
   * @throws IllegalArgumentException if the value is out of the input's range
   */
  public GlassSimulation withCondition(NumericInput input, double value) {
    return with(composition.withCondition(input, value));
  }

  /** The melt of the composition alone. */
  GlassSimulation withoutConditions() {
    return with(composition.withoutConditions());
  }

  private GlassSimulation with(GlassComposition glass) {
    return new GlassSimulation(id, glass, atoms, curves, seed, density, volume, engine);
  }

  private double positive(double value, String what, String unit) {
    check(
        value > 0 && Double.isFinite(value),
        id,
        "needs a finite " + what + " above 0 (" + unit + "), not " + value);
    return value;
  }

  /** The melt with the curves of some pairs only; empty if none is left. */
  Optional<GlassSimulation> withPairs(Predicate<ElementPair> keep) {
    SortedMap<ElementPair, PairCorrelationFunction> kept = new TreeMap<>(curves);
    kept.keySet().removeIf(keep.negate());
    if (kept.size() == curves.size()) {
      return Optional.of(this);
    }
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new GlassSimulation(
                id,
                composition,
                atoms,
                Collections.unmodifiableSortedMap(kept),
                seed,
                density,
                volume,
                engine));
  }

  /**
   * Names the melt.
   *
   * @return the name, unique within a data set
   */
  public String id() {
    return id;
  }

  /**
   * What the glass is made of.
   *
   * @return the nominal composition, with the conditions of the melt
   */
  public GlassComposition composition() {
    return composition;
  }

  /**
   * The random seed.
   *
   * @return the seed, empty if not known
   */
  public OptionalLong seed() {
    return seed;
  }

  /**
   * The mass density.
   *
   * @return the density (g/cm³), empty if not known
   */
  public OptionalDouble density() {
    return density;
  }

  /**
   * The volume of the box.
   *
   * @return the volume (Å³), empty if not known
   */
  public OptionalDouble volume() {
    return volume;
  }

  /**
   * How many atoms of an element the box holds.
   *
   * @param element any element
   * @return the number of atoms, 0 for an element that the glass does not hold
   */
  public int atomCount(Element element) {
    return atoms.getOrDefault(element, 0);
  }

  /** The elements that have atoms, by atomic number, with their counts. */
  Map<Element, Integer> atoms() {
    return atoms;
  }

  /**
   * The program that simulated.
   *
   * @return its name, empty if not known
   */
  public String engine() {
    return engine;
  }

  /**
   * The pairs that have a curve.
   *
   * @return the pairs in their natural order, at least one
   */
  public List<ElementPair> pairs() {
    return List.copyOf(curves.keySet());
  }

  /**
   * The curve of a pair.
   *
   * @param pair any pair
   * @return its g(r), empty if the melt has no curve of it
   */
  public Optional<PairCorrelationFunction> curve(ElementPair pair) {
    return Optional.ofNullable(curves.get(pair));
  }

  /**
   * The bins of all curves.
   *
   * @return the grid (Å)
   */
  public RadialGrid grid() {
    return curves.get(curves.firstKey()).grid();
  }

  /**
   * Describes the melt for people.
   *
   * @return id, composition and number of curves
   */
  @Override
  public String toString() {
    return id + " (" + composition + ", " + curves.size() + " curves)";
  }
}
