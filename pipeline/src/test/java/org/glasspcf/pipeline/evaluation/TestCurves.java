package org.glasspcf.pipeline.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;

/** Hand-made curves, and the bundled data set read once. */
final class TestCurves {

  private static GlassDataset bundled;

  private TestCurves() {}

  static synchronized GlassDataset bundled() {
    if (bundled == null) {
      bundled = GlassDataset.bundled();
    }
    return bundled;
  }

  /** The same value in every bin of the evaluation grid. */
  static PairCorrelationFunction flat(double value) {
    double[] values = new double[CurveEvaluator.GRID.bins()];
    Arrays.fill(values, value);
    return PairCorrelationFunction.of(CurveEvaluator.GRID, values);
  }

  /** Zero but for single bins, given as r (Å) inside the bin and height in turn. */
  static PairCorrelationFunction bins(double... positionsAndHeights) {
    double[] values = new double[CurveEvaluator.GRID.bins()];
    for (int i = 0; i < positionsAndHeights.length; i += 2) {
      values[(int) (positionsAndHeights[i] * 10)] = positionsAndHeights[i + 1];
    }
    return PairCorrelationFunction.of(CurveEvaluator.GRID, values);
  }

  /** One melt of 40 atoms of each element with one flat curve for every pair. */
  static GlassSimulation melt(String id, String composition, double value) {
    GlassComposition glass = GlassComposition.parse(composition);
    Map<Element, Integer> atoms = new HashMap<>();
    glass.elements().forEach(element -> atoms.put(element, 40));
    Map<ElementPair, PairCorrelationFunction> curves = new HashMap<>();
    glass.pairs().forEach(pair -> curves.put(pair, flat(value)));
    return GlassSimulation.of(id, glass, atoms, curves);
  }
}
