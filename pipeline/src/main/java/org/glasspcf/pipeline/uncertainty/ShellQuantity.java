package org.glasspcf.pipeline.uncertainty;

import java.util.OptionalDouble;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;

/** The numbers of a cation's first oxygen shell that have intervals. */
enum ShellQuantity {
  /** Mean distance up to the pair's cutoff (Å). */
  BOND_LENGTH {
    @Override
    OptionalDouble of(ElementPair pair, PairCorrelationFunction curve, double oxygenDensity) {
      return curve.meanDistance(CationOxygenScores.cutoff(pair).orElseThrow());
    }
  },
  /** Oxygen neighbors of a cation up to the pair's cutoff (1). */
  COORDINATION_NUMBER {
    @Override
    OptionalDouble of(ElementPair pair, PairCorrelationFunction curve, double oxygenDensity) {
      return OptionalDouble.of(
          CationOxygenScores.coordinationNumber(pair, curve, oxygenDensity).orElseThrow());
    }
  };

  /**
   * The quantity of a curve.
   *
   * @param pair a pair with a cutoff
   * @param curve its g(r)
   * @param oxygenDensity oxygen atoms per volume (Å⁻³); a bond length does not need it
   */
  abstract OptionalDouble of(ElementPair pair, PairCorrelationFunction curve, double oxygenDensity);
}
