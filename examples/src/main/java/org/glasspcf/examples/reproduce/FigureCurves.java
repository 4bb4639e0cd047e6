package org.glasspcf.examples.reproduce;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.evaluation.PairClass;
import org.glasspcf.pipeline.report.PanelChoice;

/** Which test curves are shown: chosen by class of pair, without a look at the errors. */
final class FigureCurves {
  private static final int REPRESENTATIVE = 3;

  private FigureCurves() {}

  /** The nine test curves of Figure 9, or fewer where there are fewer; as indices. */
  static List<Integer> nine(ExperimentResult result) {
    List<GlassSample> samples = result.data().test().samples();
    return PanelChoice.of(samples).stream().map(samples::indexOf).toList();
  }

  /** The three of Figure 6b, of as many classes of pairs as there are; as indices. */
  static List<Integer> three(ExperimentResult result) {
    List<GlassSample> samples = result.data().test().samples();
    List<Integer> nine = nine(result);
    List<Integer> chosen = new ArrayList<>();
    Set<PairClass> seen = EnumSet.noneOf(PairClass.class);
    for (int index : nine) {
      if (seen.add(PairClass.of(samples.get(index).pair()))) {
        chosen.add(index);
      }
    }
    nine.stream().filter(index -> !chosen.contains(index)).forEach(chosen::add);
    return chosen.subList(0, Math.min(REPRESENTATIVE, chosen.size()));
  }

  /** Image MSE of one test curve by forest and decoder (pixels in 0–1). */
  static double mse(ExperimentResult result, int index) {
    return result
        .predictedImages()
        .get(index)
        .meanSquaredDifference(result.data().test().images().get(index));
  }

  /** The largest of the nine. */
  static double largestMse(ExperimentResult result) {
    return nine(result).stream().mapToDouble(index -> mse(result, index)).max().orElseThrow();
  }
}
