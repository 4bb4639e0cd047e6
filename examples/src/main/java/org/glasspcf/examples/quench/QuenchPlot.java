package org.glasspcf.examples.quench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.plot.Figure;
import org.glasspcf.pipeline.plot.PlotLabels;
import org.glasspcf.pipeline.plot.TrendPanel;
import org.glasspcf.pipeline.plot.TrendPanels;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.Interval;

/** How first peaks and coordination follow the rate. */
public final class QuenchPlot {
  private static final GlassComposition SILICA = GlassComposition.parse("SiO2");
  private static final GlassComposition BOROSILICATE =
      GlassComposition.parse("50SiO2-25B2O3-25Na2O");
  private static final String RATE_LABEL = "quench rate (K/ps)";
  private static final int STEPS = 40;

  private final QuenchStudy study;

  private QuenchPlot(QuenchStudy study) {
    this.study = study;
  }

  /**
   * Draws the melts of two glasses, the model of all rates, and the predictions of each rate by the
   * model that had not seen it.
   *
   * @param study the results
   * @return three panels: height of the Si–O peak, B–O distance, B–O coordination
   */
  public static Figure of(QuenchStudy study) {
    QuenchPlot plot = new QuenchPlot(study);
    return TrendPanels.of(
        "Points: melts. Line: model of all rates, 90 % band. Dark diamonds: rate left out",
        List.of(
            plot.panel(
                "Si–O, first peak",
                "height (1)",
                List.of(SILICA, BOROSILICATE),
                QuenchErrors.SI_O,
                (melt, d) -> QuenchErrors.height(melt),
                plot::peak),
            plot.panel(
                "B–O, mean distance",
                "r (Å)",
                List.of(BOROSILICATE),
                QuenchErrors.B_O,
                (melt, d) ->
                    melt.meanDistance(CationOxygenScores.cutoff(QuenchErrors.B_O).orElseThrow())
                        .orElseThrow(),
                p -> p.bondLength(BandLevel.NINETY_PERCENT)),
            plot.panel(
                "B–O, coordination",
                "neighbors (1)",
                List.of(BOROSILICATE),
                QuenchErrors.B_O,
                QuenchErrors::coordination,
                plot::coordination)));
  }

  private TrendPanel panel(
      String title,
      String label,
      List<GlassComposition> glasses,
      ElementPair pair,
      BiFunction<PairCorrelationFunction, Double, Double> ofMelt,
      Function<PcfPrediction, Optional<Interval>> ofPrediction) {
    List<TrendPanel.Series> series = new ArrayList<>();
    for (GlassComposition glass : glasses) {
      List<TrendPanel.Point> points = new ArrayList<>();
      for (GlassSimulation melt : study.data().simulations()) {
        if (melt.composition().withoutConditions().equals(glass)) {
          double density = NumberDensities.of(melt).of(Element.O);
          points.add(
              new TrendPanel.Point(
                  QuenchStudy.rate(melt.composition()),
                  ofMelt.apply(melt.curve(pair).orElseThrow().rebin(QuenchErrors.GRID), density)));
        }
      }
      List<TrendPanel.Point> apart = new ArrayList<>();
      for (QuenchStudy.LeftOut rate : study.leftOut()) {
        PcfPrediction p =
            rate.pipeline().predict(glass.withCondition(QuenchData.RATE, rate.rate()), pair);
        ofPrediction
            .apply(p)
            .ifPresent(i -> apart.add(new TrendPanel.Point(rate.rate(), i.value())));
      }
      List<TrendPanel.Point> line = new ArrayList<>();
      List<Double> lower = new ArrayList<>();
      List<Double> upper = new ArrayList<>();
      for (int step = 0; step <= STEPS; step++) {
        double rate = Math.min(160, 10 * Math.pow(16, step / (double) STEPS));
        PcfPrediction p = study.whole().predict(glass.withCondition(QuenchData.RATE, rate), pair);
        Interval interval = ofPrediction.apply(p).orElseThrow();
        line.add(new TrendPanel.Point(rate, interval.value()));
        lower.add(interval.lower());
        upper.add(interval.upper());
      }
      series.add(new TrendPanel.Series(PlotLabels.of(glass), points, apart, line, lower, upper));
    }
    return new TrendPanel(title, RATE_LABEL, label, series);
  }

  /** The highest bin, in the band of its bin. */
  private Optional<Interval> peak(PcfPrediction p) {
    return p.band(BandLevel.NINETY_PERCENT)
        .map(
            band -> {
              double height = QuenchErrors.height(p.curve());
              int bin = 0;
              while (p.curve().value(bin) != height) {
                bin++;
              }
              return new Interval(
                  height,
                  band.lower().value(bin),
                  band.upper().value(bin),
                  BandLevel.NINETY_PERCENT);
            });
  }

  private Optional<Interval> coordination(PcfPrediction p) {
    double wanted = study.fittedOxygenDensity(p.composition());
    NumberDensities unit = NumberDensities.of(p.composition(), 1);
    double massDensity = wanted / unit.of(Element.O);
    return p.coordinationNumber(
        BandLevel.NINETY_PERCENT, NumberDensities.of(p.composition(), massDensity));
  }
}
