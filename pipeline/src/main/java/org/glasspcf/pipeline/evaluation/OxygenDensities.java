package org.glasspcf.pipeline.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.density.NumberDensities;

/** Oxygen atoms per volume in the melts of a data set. Immutable. */
public final class OxygenDensities {
  private final Map<GlassComposition, List<GlassSimulation>> melts = new HashMap<>();

  private OxygenDensities() {}

  /**
   * Of the melts of a data set.
   *
   * @param dataset the data
   * @return their densities
   */
  public static OxygenDensities of(GlassDataset dataset) {
    OxygenDensities densities = new OxygenDensities();
    for (GlassSimulation melt : dataset.simulations()) {
      densities.melts.computeIfAbsent(melt.composition(), c -> new ArrayList<>()).add(melt);
    }
    return densities;
  }

  static OxygenDensities none() {
    return new OxygenDensities();
  }

  /**
   * The densities of a sample's melts.
   *
   * @param sample a sample of the data set
   * @return ρ_O (Å⁻³) of each melt, in the order of the sample's curves; empty if the volume of one
   *     is not known
   */
  public List<Double> of(GlassSample sample) {
    List<Double> out = new ArrayList<>();
    for (GlassSimulation melt : melts.getOrDefault(sample.composition(), List.of())) {
      boolean known = melt.volume().isPresent() || melt.density().isPresent();
      if (known && melt.curve(sample.pair()).isPresent()) {
        out.add(NumberDensities.of(melt).of(Element.O));
      }
    }
    return out.size() == sample.simulations() ? out : List.of();
  }
}
