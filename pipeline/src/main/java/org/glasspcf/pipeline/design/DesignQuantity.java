package org.glasspcf.pipeline.design;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.PairCorrelationFunction.Peak;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.CurveBand;
import org.glasspcf.pipeline.uncertainty.Interval;

/**
 * A number of a curve that a glass can be designed for.
 *
 * <p>Coordination numbers and bond lengths are those of the oxygen atoms around a cation, up to the
 * pair's {@linkplain CationOxygenScores#cutoff cutoff}; other pairs have none.
 */
public enum DesignQuantity {
  /** Oxygen neighbors of a cation (1). */
  COORDINATION_NUMBER("1", 0.05) {
    @Override
    public OptionalDouble of(
        ElementPair pair, PairCorrelationFunction curve, Supplier<NumberDensities> densities) {
      return CationOxygenScores.coordinationNumber(pair, curve, densities.get().of(Element.O));
    }

    @Override
    public Optional<Interval> interval(
        PcfPrediction prediction, Supplier<NumberDensities> densities, int atoms) {
      return prediction.coordinationNumber(LEVEL, densities.get(), atoms);
    }
  },

  /** Mean distance of the oxygen neighbors of a cation (Å). */
  BOND_LENGTH("Å", 0.005) {
    @Override
    public OptionalDouble of(
        ElementPair pair, PairCorrelationFunction curve, Supplier<NumberDensities> densities) {
      OptionalDouble cutoff = CationOxygenScores.cutoff(pair);
      return cutoff.isPresent() ? curve.meanDistance(cutoff.getAsDouble()) : OptionalDouble.empty();
    }

    @Override
    public Optional<Interval> interval(
        PcfPrediction prediction, Supplier<NumberDensities> densities, int atoms) {
      return prediction.bondLength(LEVEL, atoms);
    }
  },

  /** Position (Å) of the first peak. It has no interval. */
  FIRST_PEAK_POSITION("Å", 0.02) {
    @Override
    public OptionalDouble of(
        ElementPair pair, PairCorrelationFunction curve, Supplier<NumberDensities> densities) {
      return curve.firstPeak().stream().mapToDouble(Peak::position).findFirst();
    }

    @Override
    public Optional<Interval> interval(
        PcfPrediction prediction, Supplier<NumberDensities> densities, int atoms) {
      return Optional.empty();
    }
  },

  /** Height of g (1) at the first peak. */
  FIRST_PEAK_HEIGHT("1", 0.2) {
    @Override
    public OptionalDouble of(
        ElementPair pair, PairCorrelationFunction curve, Supplier<NumberDensities> densities) {
      return curve.firstPeak().stream().mapToDouble(Peak::height).findFirst();
    }

    @Override
    public Optional<Interval> interval(
        PcfPrediction prediction, Supplier<NumberDensities> densities, int atoms) {
      PairCorrelationFunction curve = prediction.curve();
      Optional<CurveBand> band = prediction.band(LEVEL, atoms);
      OptionalDouble height = of(prediction.pair(), curve, densities);
      if (band.isEmpty() || height.isEmpty()) {
        return Optional.empty();
      }
      int bin = 0;
      while (curve.value(bin) != height.getAsDouble()) {
        bin++;
      }
      PairCorrelationFunction lower = band.get().lower();
      PairCorrelationFunction upper = band.get().upper();
      return Optional.of(new Interval(curve.value(bin), lower.value(bin), upper.value(bin), LEVEL));
    }
  };

  /** The level of all intervals. */
  static final BandLevel LEVEL = BandLevel.NINETY_PERCENT;

  private final String unit;
  private final double tolerance;

  DesignQuantity(String unit, double tolerance) {
    this.unit = unit;
    this.tolerance = tolerance;
  }

  /**
   * The unit.
   *
   * @return {@code Å} or {@code 1}
   */
  public String unit() {
    return unit;
  }

  /**
   * How far from a target a value may be and still meet it, unless the target says otherwise.
   *
   * @return the tolerance, in {@link #unit()}: 0.05 for a coordination number, 0.005 Å for a bond
   *     length, 0.02 Å for the position of a peak and 0.2 for its height
   */
  public double defaultTolerance() {
    return tolerance;
  }

  /**
   * The number of a curve, predicted or measured.
   *
   * @param pair the pair of elements
   * @param curve its g(r), on bins of 0.1 Å, the {@linkplain PcfPrediction#GRID grid} of
   *     predictions, to be comparable with them
   * @param densities gives the number densities (Å⁻³); asked only for a coordination number
   * @return the number, in {@link #unit()}; empty if the curve has no peak or no bond, or the pair
   *     no first shell that is known
   */
  public abstract OptionalDouble of(
      ElementPair pair, PairCorrelationFunction curve, Supplier<NumberDensities> densities);

  /**
   * Where 90 % of new melts of a predicted glass lie.
   *
   * @param prediction the prediction
   * @param densities gives the number densities (Å⁻³); asked only for a coordination number
   * @param atoms atoms of the melt (at least 1); fewer atoms make the interval wider
   * @return the predicted number with its interval, in {@link #unit()}; empty for the position of a
   *     peak, for a curve or pair that has no such number, or without calibration
   * @throws IllegalArgumentException if atoms is less than 1
   */
  public abstract Optional<Interval> interval(
      PcfPrediction prediction, Supplier<NumberDensities> densities, int atoms);

  /** Tells whether a pair can have this number at all. */
  boolean isOf(ElementPair pair) {
    return switch (this) {
      case COORDINATION_NUMBER, BOND_LENGTH -> CationOxygenScores.cutoff(pair).isPresent();
      case FIRST_PEAK_POSITION, FIRST_PEAK_HEIGHT -> true;
    };
  }

  /** Tells whether a calibrated pipeline gives an interval. */
  boolean hasInterval() {
    return this != FIRST_PEAK_POSITION;
  }
}
