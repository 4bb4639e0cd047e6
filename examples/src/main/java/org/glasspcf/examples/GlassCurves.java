package org.glasspcf.examples;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.density.NumberDensities;

/**
 * The curves of one glass from one source, with what turns them into numbers.
 *
 * @param name what the source is called in tables and legends
 * @param curves g(r) of some or all of its pairs, on one grid
 * @param densities number densities of all its elements (Å⁻³)
 */
record GlassCurves(
    String name,
    SortedMap<ElementPair, PairCorrelationFunction> curves,
    NumberDensities densities) {

  /**
   * Checks that the curves are of the elements that have a density.
   *
   * @throws IllegalArgumentException if a curve is of another element
   */
  GlassCurves {
    List<ElementPair> foreign =
        curves.keySet().stream()
            .filter(pair -> densities.of(pair.first()) == 0 || densities.of(pair.second()) == 0)
            .toList();
    if (!foreign.isEmpty()) {
      throw new IllegalArgumentException(
          name
              + " must hold curves of the glass's elements "
              + densities.elements().stream().map(Element::symbol).collect(Collectors.joining(", "))
              + ", but has "
              + foreign.stream().map(ElementPair::toString).collect(Collectors.joining(", ")));
    }
  }

  /** The bins of all curves. */
  RadialGrid grid() {
    return curves.get(curves.firstKey()).grid();
  }
}
