package org.glasspcf.examples.quench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.dataset.GlassSimulation;

/** Curves of one peak, in the bin from 1.6 to 1.7 Å. */
final class HandMade {
  static final int PEAK = 16;
  static final GlassComposition SILICA = GlassComposition.parse("SiO2");

  private HandMade() {}

  static PairCorrelationFunction curve(double height) {
    double[] g = new double[QuenchErrors.GRID.bins()];
    g[PEAK] = height;
    return PairCorrelationFunction.of(QuenchErrors.GRID, g);
  }

  static List<PairCorrelationFunction> curves(double... heights) {
    return Arrays.stream(heights).mapToObj(HandMade::curve).toList();
  }

  static GlassSample sample(ElementPair pair, GlassComposition glass, double... heights) {
    return GlassSample.of(glass, pair, 10_000, curves(heights));
  }

  /** Si–O of a glass at a rate (K/ps); a sample that is asked for needs no right heights. */
  static GlassSample at(double rate) {
    return sample(QuenchErrors.SI_O, SILICA.withCondition(QuenchData.RATE, rate), 1000);
  }

  /** Melts with Si–O curves of given heights. */
  static final class Melts {
    private final List<GlassSimulation> melts = new ArrayList<>();

    Melts of(GlassComposition glass, double rate, double... heights) {
      for (double height : heights) {
        melts.add(
            GlassSimulation.of(
                "melt-" + melts.size(),
                glass.withCondition(QuenchData.RATE, rate),
                Map.of(Element.Si, 500, Element.O, 1000),
                Map.of(QuenchErrors.SI_O, curve(height))));
      }
      return this;
    }

    Melts silica(double rate, double... heights) {
      return of(SILICA, rate, heights);
    }

    GlassDataset dataset() {
      return GlassDataset.of(melts);
    }
  }
}
