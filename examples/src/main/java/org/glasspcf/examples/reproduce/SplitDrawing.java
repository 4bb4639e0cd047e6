package org.glasspcf.examples.reproduce;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.DatasetSplit;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.dataset.SplitKind;

/**
 * Draws the curves of an experiment. Four fifths of all curves, or of all glasses, are for
 * training; the paper's size is then drawn from the two sides, so that both sizes of one kind agree
 * on what is test.
 */
final class SplitDrawing {
  private static final double TEST_FRACTION = 0.2;

  private record Curve(GlassComposition composition, ElementPair pair) {}

  private SplitDrawing() {}

  /**
   * Draws a split.
   *
   * @param part the training part of a data set
   * @param setting the experiment
   * @param options give the number of curves and the seed
   * @return the split; the same for the same arguments
   * @throws IllegalArgumentException if the data hold held-out glasses, or too few curves
   */
  static DatasetSplit draw(GlassDataset part, Setting setting, ReproductionOptions options) {
    part.requireTrainingOnly("the reproduction of the paper");
    DatasetSplit whole =
        setting.kind() == SplitKind.BY_CURVE
            ? part.splitByCurve(TEST_FRACTION, options.seed())
            : part.splitByGlass(TEST_FRACTION, options.seed());
    if (setting.size() == DataSize.ALL_CURVES) {
      return whole;
    }
    SplittableRandom random = new SplittableRandom(options.seed());
    return new DatasetSplit(
        setting.kind(),
        draw(whole.training(), options.trainingCurves(), random, setting, "training"),
        draw(whole.test(), options.testCurves(), random, setting, "test"));
  }

  private static GlassDataset draw(
      GlassDataset side, int count, SplittableRandom random, Setting setting, String what) {
    List<Curve> curves = new ArrayList<>();
    for (GlassSample sample : side.samples()) {
      curves.add(new Curve(sample.composition(), sample.pair()));
    }
    if (curves.size() < count) {
      throw new IllegalArgumentException(
          "the paper's size needs "
              + count
              + " "
              + what
              + " curves, but the split "
              + setting.label()
              + " has "
              + curves.size());
    }
    for (int i = curves.size() - 1; i > 0; i--) {
      Collections.swap(curves, i, random.nextInt(i + 1));
    }
    Set<Curve> drawn = new HashSet<>(curves.subList(0, count));
    return side.withCurves((composition, pair) -> drawn.contains(new Curve(composition, pair)));
  }
}
