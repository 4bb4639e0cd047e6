package org.glasspcf.pipeline.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.EvaluatedCurve;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.plot.CurvePanel;
import org.glasspcf.pipeline.plot.CurvePanels;
import org.glasspcf.pipeline.plot.Figure;
import org.glasspcf.pipeline.plot.ParityPlot;
import org.glasspcf.pipeline.uncertainty.BandLevel;

/** The pictures of a report that show test curves. */
final class ReportPictures {
  private ReportPictures() {}

  /** Nine test curves, with the 90 % band where the prediction has one. */
  static Figure curves(List<EvaluatedCurve> results) {
    Map<GlassSample, PcfPrediction> predictions = new HashMap<>();
    results.forEach(curve -> predictions.put(curve.sample(), curve.prediction()));
    List<GlassSample> samples = results.stream().map(EvaluatedCurve::sample).toList();
    List<CurvePanel> panels =
        PanelChoice.of(samples).stream()
            .map(
                sample -> {
                  PcfPrediction prediction = predictions.get(sample);
                  CurvePanel panel =
                      CurvePanel.of(title(sample), prediction.curve())
                          .withSimulations(sample.rebin(PcfPrediction.GRID));
                  return prediction
                      .band(BandLevel.NINETY_PERCENT)
                      .map(panel::withBand)
                      .orElse(panel);
                })
            .toList();
    return CurvePanels.of("Test curves, not trained on (bins of 0.1 Å)", panels);
  }

  private static String title(GlassSample sample) {
    return sample.composition() + "  " + sample.pair();
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
}
