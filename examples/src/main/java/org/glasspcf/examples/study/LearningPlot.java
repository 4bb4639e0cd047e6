package org.glasspcf.examples.study;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.glasspcf.pipeline.plot.Figure;
import org.glasspcf.pipeline.plot.ScanPanel;
import org.glasspcf.pipeline.plot.ScanPanels;
import org.glasspcf.pipeline.plot.ScanSeries;

/** Learning curves as a picture. */
final class LearningPlot {
  private LearningPlot() {}

  static Figure of(LearningCurve curve) {
    ScanPanel panel =
        new ScanPanel(
            "Error beyond the noise floor, well-sampled test curves",
            "training glasses",
            "excess of g (1)",
            false,
            List.of(
                series("default pipeline", curve, LearningCurve.Point::ours),
                series("pair Gaussian process", curve, LearningCurve.Point::pairGp)),
            OptionalDouble.empty());
    return ScanPanels.of("Learning curves, mean ± sd over subsets", "", List.of(panel));
  }

  private static ScanSeries series(
      String name, LearningCurve curve, Function<LearningCurve.Point, Method.Band> band) {
    return new ScanSeries(
        name,
        curve.points().stream().mapToDouble(LearningCurve.Point::glasses).toArray(),
        curve.points().stream().mapToDouble(p -> band.apply(p).mean()).toArray(),
        curve.points().stream().mapToDouble(p -> band.apply(p).deviation()).toArray());
  }
}
