package org.glasspcf.examples;

import java.util.Arrays;
import java.util.Optional;
import org.glasspcf.core.Element;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.density.MolarVolumeModel;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.design.DesignCandidate;
import org.glasspcf.pipeline.design.DesignOutcome;
import org.glasspcf.pipeline.design.DesignQuantity;
import org.glasspcf.pipeline.design.DesignTarget;
import org.glasspcf.pipeline.uncertainty.Interval;

/**
 * A designed glass beside one melt of it. The melt's number is taken as the prediction's: from g(r)
 * on bins of 0.1 Å, with the same cutoff, and with the melt's own density.
 *
 * @param design the target and its glass
 * @param atoms atoms of the melt
 * @param centers atoms of the pair's first element, the cation, among them
 * @param interval where 90 % of melts of so many atoms lie; empty without calibration and for the
 *     position of a peak
 * @param simulated the melt's number, in the quantity's unit
 */
record DesignCheck(
    Design design, int atoms, int centers, Optional<Interval> interval, double simulated) {

  /**
   * A target and the best glass for it.
   *
   * @param target the target
   * @param candidate the glass
   */
  record Design(TargetText target, DesignCandidate candidate) {
    DesignOutcome outcome() {
      return candidate.outcomes().get(0);
    }
  }

  /** Refuses a target that a simulation cannot be compared with. */
  static void requireValue(TargetText target) {
    if (target.target().goal() != DesignTarget.Goal.NEAR) {
      throw new IllegalArgumentException(
          "--target of a check must have a value to compare with, not " + target.text());
    }
  }

  static DesignCheck of(Design design, GlassDataset melts) {
    GlassSimulation melt =
        melts.simulations().stream()
            .filter(s -> s.composition().equals(design.candidate().composition()))
            .findFirst()
            .orElseThrow();
    DesignTarget target = design.target().target();
    DesignQuantity quantity = target.quantity();
    PairCorrelationFunction curve =
        melt.curve(target.pair()).orElseThrow().rebin(PcfPrediction.GRID);
    int atoms = Arrays.stream(Element.values()).mapToInt(melt::atomCount).sum();
    PcfPrediction prediction = design.outcome().prediction();
    return new DesignCheck(
        design,
        atoms,
        melt.atomCount(target.pair().first()),
        quantity.interval(
            prediction,
            () -> MolarVolumeModel.bundled().densities(prediction.composition()),
            atoms),
        quantity
            .of(target.pair(), curve, () -> NumberDensities.of(melt))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the melt " + melt.id() + " shows no " + design.target().column())));
  }

  /** Simulated − wanted, in the quantity's unit. */
  double miss() {
    return simulated - design.target().target().value().orElseThrow();
  }

  boolean isNear() {
    return Math.abs(miss()) <= design.target().target().tolerance();
  }

  /** Whether there is a band to lie in. */
  boolean hasBand() {
    return interval.isPresent();
  }

  /** Whether there is a band, and the melt lies in it. */
  boolean isInBand() {
    return interval.isPresent()
        && interval.get().lower() <= simulated
        && simulated <= interval.get().upper();
  }
}
