package org.glasspcf.pipeline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.CurveSource;
import org.glasspcf.pipeline.EvaluatedCurve;
import org.glasspcf.pipeline.ImportanceRanking;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.plot.CurvePanel;
import org.glasspcf.pipeline.plot.CurvePanels;
import org.glasspcf.pipeline.plot.Figure;
import org.glasspcf.pipeline.plot.ImportancePlot;
import org.glasspcf.pipeline.plot.ParityPlot;
import org.glasspcf.pipeline.plot.PlotLabels;
import org.glasspcf.pipeline.plot.RoadPanel;
import org.glasspcf.pipeline.plot.RoadsPlot;
import org.glasspcf.pipeline.uncertainty.BandLevel;

/** The pictures of a report that show test curves. */
final class ReportPictures {
  private static final int MOST_BARS = 12;

  private ReportPictures() {}

  /** Nine test curves, with the 90 % band where the prediction has one. */
  static Figure curves(List<EvaluatedCurve> results) {
    Map<GlassSample, PcfPrediction> predictions = bySample(results);
    List<CurvePanel> panels =
        PanelChoice.of(samples(results)).stream()
            .map(
                sample -> {
                  PcfPrediction prediction = predictions.get(sample);
                  CurvePanel panel =
                      CurvePanel.of(prediction)
                          .titled(title(sample))
                          .withSimulations(sample.rebin(PcfPrediction.GRID));
                  return prediction
                      .band(BandLevel.NINETY_PERCENT)
                      .map(panel::withBand)
                      .orElse(panel);
                })
            .toList();
    return CurvePanels.of("Test curves, not trained on (bins of 0.1 Å)", panels);
  }

  /** Six test curves on both roads; empty if none comes from the regression. */
  static Optional<Figure> roads(List<EvaluatedCurve> results) {
    List<EvaluatedCurve> regressed =
        results.stream()
            .filter(c -> c.prediction().curveSource() == CurveSource.REGRESSION)
            .toList();
    Map<GlassSample, PcfPrediction> predictions = bySample(regressed);
    List<RoadPanel> panels =
        PanelChoice.ofSix(samples(regressed)).stream()
            .map(
                sample ->
                    new RoadPanel(
                        sample.rebin(PcfPrediction.GRID),
                        predictions.get(sample).curve(),
                        predictions.get(sample).decodedCurve()))
            .toList();
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            RoadsPlot.of("Test curves on two roads, not trained on (bins of 0.1 Å)", panels));
  }

  private static Map<GlassSample, PcfPrediction> bySample(List<EvaluatedCurve> results) {
    Map<GlassSample, PcfPrediction> predictions = new HashMap<>();
    results.forEach(curve -> predictions.put(curve.sample(), curve.prediction()));
    return predictions;
  }

  private static List<GlassSample> samples(List<EvaluatedCurve> results) {
    return results.stream().map(EvaluatedCurve::sample).toList();
  }

  private static String title(GlassSample sample) {
    return PlotLabels.of(sample.composition(), sample.pair());
  }

  /** Every bin of every well-sampled test curve. */
  static Figure parity(List<EvaluatedCurve> results) {
    List<EvaluatedCurve> wellSampled =
        results.stream().filter(c -> c.sample().wellSampled()).toList();
    List<EvaluatedCurve> shown = wellSampled.isEmpty() ? results : wellSampled;
    List<PairCorrelationFunction> truth =
        shown.stream().map(c -> c.sample().meanCurve().rebin(PcfPrediction.GRID)).toList();
    List<PairCorrelationFunction> predicted =
        shown.stream().map(c -> c.prediction().curve()).toList();
    String kind = wellSampled.isEmpty() ? " test curves" : " well-sampled test curves";
    return ParityPlot.of(shown.size() + kind + ", bins of 0.1 Å", truth, predicted);
  }

  /**
   * What permuting inputs does; the largest effects of each predictor. Pair slots have a group of
   * their own: which pair it is matters more than which glass.
   */
  static Optional<Figure> importance(
      Optional<ImportanceRanking> slots, Optional<ImportanceRanking> coordinates) {
    List<ImportancePlot.Group> groups = new ArrayList<>();
    coordinates.ifPresent(r -> groups.add(group("Regression: coordinates", r, e -> true)));
    slots.ifPresent(
        r -> {
          groups.add(group("Forest and decoder: slots of the glass", r, e -> !ofPair(e)));
          groups.add(group("Forest and decoder: slots of the pair", r, ReportPictures::ofPair));
        });
    return groups.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ImportancePlot.of(
                "Rise of the RMSE of g (1), mean ± standard deviation over permutations", groups));
  }

  private static boolean ofPair(ImportanceRanking.Effect effect) {
    return effect.input().startsWith("pair.");
  }

  private static ImportancePlot.Group group(
      String name, ImportanceRanking ranking, Predicate<ImportanceRanking.Effect> shown) {
    List<ImportanceRanking.Effect> effects =
        ranking.effects().stream()
            .filter(shown)
            .filter(ImportanceRanking.Effect::any)
            .sorted(Comparator.comparing(e -> -Math.abs(e.rise())))
            .toList();
    List<ImportancePlot.Bar> bars =
        effects.stream()
            .limit(MOST_BARS)
            .sorted(Comparator.comparing(e -> -e.rise()))
            .map(e -> new ImportancePlot.Bar(e.input(), e.rise(), e.deviation()))
            .toList();
    return new ImportancePlot.Group(
        String.format(
            Locale.ROOT,
            "%s%s (RMSE unpermuted: %.3f)",
            name,
            effects.size() > MOST_BARS
                ? ", largest %d of %d".formatted(MOST_BARS, effects.size())
                : "",
            ranking.rmse()),
        bars);
  }
}
