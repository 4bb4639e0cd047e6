package org.glasspcf.examples.quench;

import java.util.ArrayList;
import java.util.List;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;

/**
 * What can be said of a glass at a rate without a model, from its own melts at other rates. Curves
 * lie on bins of 0.1 Å.
 *
 * @param training melts of the other rates
 */
record QuenchReferences(GlassDataset training) {
  /** A melt of the glass at another rate (K/ps). */
  private record Melt(double rate, PairCorrelationFunction curve) {}

  /** The mean of all melts. */
  PairCorrelationFunction mean(GlassSample sample) {
    return mean(melts(sample));
  }

  /** The mean of all melts at the rate next to that of a sample, or at both if there are two. */
  PairCorrelationFunction nearest(GlassSample sample) {
    double rate = QuenchStudy.rate(sample.composition());
    List<Melt> melts = melts(sample);
    double least = melts.stream().mapToDouble(melt -> distance(melt, rate)).min().orElse(0) + 1e-9;
    return mean(melts.stream().filter(melt -> distance(melt, rate) <= least).toList());
  }

  /** For each bin the straight line in log(rate) through all melts; 0 where it is negative. */
  PairCorrelationFunction line(GlassSample sample) {
    double rate = QuenchStudy.rate(sample.composition());
    List<Melt> melts = melts(sample);
    LogRateLine line = new LogRateLine(melts.stream().mapToDouble(Melt::rate).toArray());
    double[] values = new double[QuenchErrors.GRID.bins()];
    for (int i = 0; i < values.length; i++) {
      int bin = i;
      double[] heights = melts.stream().mapToDouble(melt -> melt.curve().value(bin)).toArray();
      values[bin] = Math.max(0, line.at(rate, heights));
    }
    return PairCorrelationFunction.of(QuenchErrors.GRID, values);
  }

  private static double distance(Melt melt, double rate) {
    return Math.abs(Math.log(melt.rate() / rate));
  }

  private List<Melt> melts(GlassSample sample) {
    GlassComposition glass = sample.composition().withoutConditions();
    List<Melt> melts = new ArrayList<>();
    for (GlassComposition other : training.compositions()) {
      if (other.withoutConditions().equals(glass)) {
        training.sample(other, sample.pair()).stream()
            .flatMap(s -> s.simulationCurves().stream())
            .map(curve -> new Melt(QuenchStudy.rate(other), curve.rebin(QuenchErrors.GRID)))
            .forEach(melts::add);
      }
    }
    if (melts.isEmpty()) {
      throw new IllegalArgumentException(
          "references need melts of the glass at other rates, but there is no " + sample);
    }
    return melts;
  }

  private static PairCorrelationFunction mean(List<Melt> melts) {
    double[] mean = new double[QuenchErrors.GRID.bins()];
    for (Melt melt : melts) {
      for (int bin = 0; bin < mean.length; bin++) {
        mean[bin] += melt.curve().value(bin) / melts.size();
      }
    }
    return PairCorrelationFunction.of(QuenchErrors.GRID, mean);
  }
}
