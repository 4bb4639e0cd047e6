package org.glasspcf.examples;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.diffraction.GlassDiffraction;
import org.glasspcf.core.diffraction.NeutronScatteringLengths;
import org.glasspcf.core.diffraction.QGrid;
import org.glasspcf.core.diffraction.StructureFactor;

/**
 * The structure factors of one source of curves.
 *
 * @param name what the source is called in tables and legends
 * @param glass its curves and densities
 * @param totals S(Q) of every radiation asked for
 * @param partials Faber–Ziman S_ij(Q) of every pair
 */
record Diffracted(
    String name,
    GlassDiffraction glass,
    Map<Radiation, StructureFactor> totals,
    SortedMap<ElementPair, StructureFactor> partials) {

  static Diffracted of(
      String name,
      GlassDiffraction glass,
      List<Radiation> radiations,
      NeutronScatteringLengths lengths,
      QGrid q) {
    Map<Radiation, StructureFactor> totals = new EnumMap<>(Radiation.class);
    radiations.forEach(radiation -> totals.put(radiation, radiation.total(glass, lengths, q)));
    return new Diffracted(name, glass, totals, glass.partials(q));
  }

  /** Columns for a file, named after what they are, and after their source if there are several. */
  static Map<String, StructureFactor> columns(List<Diffracted> sources) {
    Map<String, StructureFactor> columns = new LinkedHashMap<>();
    for (Diffracted source : sources) {
      String prefix = sources.size() == 1 ? "" : source.name().replaceAll("[,\"\\r\\n]", "_") + " ";
      source.totals().forEach((kind, s) -> columns.put(prefix + kind.column(), s));
      source.partials().forEach((pair, s) -> columns.put(prefix + pair, s));
    }
    return columns;
  }
}
