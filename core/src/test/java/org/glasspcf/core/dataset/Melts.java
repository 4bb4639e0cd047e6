package org.glasspcf.core.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;

/** Melts made up for tests. */
final class Melts {
  static final RadialGrid GRID = RadialGrid.uniform(2, 4);
  static final ElementPair SI_O = ElementPair.of("Si", "O");
  static final ElementPair SI_SI = ElementPair.of("Si", "Si");

  private Melts() {}

  static PairCorrelationFunction curve(double... values) {
    return PairCorrelationFunction.of(GRID, values);
  }

  /** A melt with 10 atoms of each element, all curves of which have one value. */
  static GlassSimulation melt(String id, String composition, double value) {
    GlassComposition glass = GlassComposition.parse(composition);
    Map<ElementPair, PairCorrelationFunction> curves = new TreeMap<>();
    glass.pairs().forEach(pair -> curves.put(pair, curve(0, value, value, value)));
    return GlassSimulation.of(id, glass, atoms(glass, 10), curves);
  }

  static Map<Element, Integer> atoms(GlassComposition glass, int count) {
    Map<Element, Integer> atoms = new EnumMap<>(Element.class);
    glass.elements().forEach(element -> atoms.put(element, count));
    return atoms;
  }

  /** Sodium silicates of 1, 2 … mol% Na2O, two melts of each. */
  static List<GlassSimulation> silicates(int glasses) {
    List<GlassSimulation> melts = new ArrayList<>();
    for (int i = 1; i <= glasses; i++) {
      String composition = (100 - i) + "SiO2-" + i + "Na2O";
      melts.add(melt("na" + i + "-s1", composition, i));
      melts.add(melt("na" + i + "-s2", composition, i + 0.5));
    }
    return melts;
  }

  static List<GlassSimulation> reversed(List<GlassSimulation> melts) {
    List<GlassSimulation> reversed = new ArrayList<>(melts);
    Collections.reverse(reversed);
    return reversed;
  }
}
