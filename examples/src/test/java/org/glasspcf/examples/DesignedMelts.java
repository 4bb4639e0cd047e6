package org.glasspcf.examples;

import java.util.List;
import java.util.Map;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.density.MolarVolumeModel;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.design.DesignCandidate;
import org.glasspcf.pipeline.design.DesignOutcome;
import org.glasspcf.pipeline.design.DesignTarget;
import org.glasspcf.pipeline.uncertainty.Interval;

/** One glass as if it had been designed, and melts of it with any B–O coordination number. */
final class DesignedMelts {
  static final ElementPair B_O = ElementPair.of("B", "O");
  static final GlassComposition GLASS = GlassComposition.parse("60SiO2-20B2O3-20Na2O");
  static final NumberDensities DENSITIES = MolarVolumeModel.bundled().densities(GLASS);
  private static final PcfPrediction PREDICTION = GlassPcfPipeline.pretrained().predict(GLASS, B_O);

  /** 34 atoms, of them 4 boron and 20 oxygen. */
  private static final int LARGE = 44;

  private static final int SMALL = 23;
  static final int LARGE_ATOMS = 34 * LARGE;
  static final int SMALL_ATOMS = 34 * SMALL;

  private DesignedMelts() {}

  static Interval band(TargetText target, int atoms) {
    return target.target().quantity().interval(PREDICTION, () -> DENSITIES, atoms).orElseThrow();
  }

  static DesignCheck.Design design(TargetText text) {
    DesignTarget target = text.target();
    double value = target.quantity().of(B_O, PREDICTION.curve(), () -> DENSITIES).orElseThrow();
    DesignOutcome outcome =
        new DesignOutcome(
            target,
            PREDICTION,
            value,
            target.quantity().interval(PREDICTION, () -> DENSITIES, PcfPrediction.MELT_ATOMS));
    return new DesignCheck.Design(
        text, new DesignCandidate(GLASS, List.of(outcome), PREDICTION.domain(), 0));
  }

  static DesignCheck large(String target, double coordination) {
    return check(target, coordination, LARGE);
  }

  static DesignCheck small(String target, double coordination) {
    return check(target, coordination, SMALL);
  }

  private static DesignCheck check(String target, double coordination, int units) {
    return DesignCheck.of(design(TargetText.parse(target)), melt(coordination, units));
  }

  /** All neighbors of a boron are between 1.4 and 1.5 Å. */
  private static GlassDataset melt(double coordination, int units) {
    double volume = 34 * units / 0.08; // Å³
    double oxygenDensity = 20 * units / volume;
    double[] g = new double[PcfPrediction.GRID.bins()];
    g[14] =
        coordination / (4 * Math.PI * oxygenDensity * (Math.pow(1.5, 3) - Math.pow(1.4, 3)) / 3);
    return GlassDataset.of(
        List.of(
            GlassSimulation.of(
                    "melt",
                    GLASS,
                    Map.of(
                        Element.Si, 6 * units,
                        Element.B, 4 * units,
                        Element.Na, 4 * units,
                        Element.O, 20 * units),
                    Map.of(B_O, PairCorrelationFunction.of(PcfPrediction.GRID, g)))
                .withVolume(volume)));
  }
}
