package org.glasspcf.pipeline.screening;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.glasspcf.core.Element;
import org.glasspcf.core.PairCorrelationFunction.Peak;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;
import org.glasspcf.pipeline.uncertainty.Interval;

/**
 * What follows from a prediction, each part worked out when it is first needed and once, however
 * many quantities ask for it; for one thread.
 */
final class DerivedNumbers {
  private static final BandLevel LEVEL = BandLevel.NINETY_PERCENT;

  private final PcfPrediction prediction;
  private final GlassDensities densities;

  private Optional<Optional<Peak>> peak = Optional.empty();
  private Optional<Optional<Interval>> bond = Optional.empty();
  private Optional<Optional<Interval>> coordination = Optional.empty();
  private Optional<DomainVerdict> domain = Optional.empty();

  DerivedNumbers(PcfPrediction prediction, GlassDensities densities) {
    this.prediction = prediction;
    this.densities = densities;
  }

  OptionalDouble peak(ToDoubleFunction<Peak> part) {
    if (peak.isEmpty()) {
      peak = Optional.of(prediction.firstPeak());
    }
    return number(peak.get(), part);
  }

  OptionalDouble bondLength(ToDoubleFunction<Interval> part) {
    if (bond.isEmpty()) {
      bond = Optional.of(prediction.bondLength(LEVEL));
    }
    return number(bond.get(), part);
  }

  /** Without calibration there is no interval, but the value is the same. */
  OptionalDouble bondLength() {
    OptionalDouble value = bondLength(Interval::value);
    OptionalDouble cutoff = CationOxygenScores.cutoff(prediction.pair());
    return value.isPresent() || cutoff.isEmpty()
        ? value
        : prediction.curve().meanDistance(cutoff.getAsDouble());
  }

  OptionalDouble coordination(ToDoubleFunction<Interval> part) {
    if (coordination.isEmpty()) {
      coordination =
          Optional.of(
              CationOxygenScores.cutoff(prediction.pair()).isPresent()
                  ? prediction.coordinationNumber(LEVEL, densities.get())
                  : Optional.empty());
    }
    return number(coordination.get(), part);
  }

  OptionalDouble coordinationNumber() {
    OptionalDouble value = coordination(Interval::value);
    return value.isPresent() || CationOxygenScores.cutoff(prediction.pair()).isEmpty()
        ? value
        : CationOxygenScores.coordinationNumber(
            prediction.pair(), prediction.curve(), densities.get().of(Element.O));
  }

  OptionalDouble place() {
    return OptionalDouble.of(domain().place().ordinal());
  }

  OptionalDouble distance() {
    double distance = domain().distance();
    return Double.isInfinite(distance) ? OptionalDouble.empty() : OptionalDouble.of(distance);
  }

  private DomainVerdict domain() {
    if (domain.isEmpty()) {
      domain = Optional.of(prediction.domain());
    }
    return domain.get();
  }

  private static <T> OptionalDouble number(Optional<T> value, ToDoubleFunction<T> part) {
    return value.isPresent()
        ? OptionalDouble.of(part.applyAsDouble(value.get()))
        : OptionalDouble.empty();
  }
}
