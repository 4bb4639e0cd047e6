package org.glasspcf.pipeline.plot;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.encoder.PcfImage;
import org.glasspcf.encoder.TrainingHistory;
import org.glasspcf.pipeline.EvaluatedCurve;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.PipelineEvaluation;

/**
 * The plots that one wants most, in one line each. Immutable.
 *
 * <pre>{@code
 * GlassPcfPipeline pipeline = GlassPcfPipeline.pretrained();
 * GlassComposition glass = GlassComposition.parse("57SiO2-23.5B2O3-19.5Na2O");
 * PcfPrediction bO = pipeline.predict(glass, ElementPair.of("B", "O"));
 * Figure figure = GlassPlot.of(bO).withBand(BandLevel.NINETY_PERCENT).upTo(6).figure();
 * figure.writeSvg(Path.of("b-o.svg"));
 * BufferedImage image = figure.image(); // what a notebook shows
 * }</pre>
 */
public final class GlassPlot {
  private final String title;
  private final PlotSize size;
  private final Kind kind;

  /** Draws a figure in the layout of a size. */
  @FunctionalInterface
  private interface Kind {
    Figure draw(String title, PlotSize size);
  }

  private GlassPlot(String title, PlotSize size, Kind kind) {
    this.title = Objects.requireNonNull(title, "title");
    this.size = Objects.requireNonNull(size, "size");
    this.kind = kind;
  }

  /**
   * A predicted curve; bands and simulations can be added.
   *
   * @param prediction the prediction
   * @return the plot, titled by glass and pair
   */
  public static CurvePlot of(PcfPrediction prediction) {
    return CurvePlot.empty(PlotLabels.of(prediction.composition(), prediction.pair()))
        .with("prediction", prediction);
  }

  /**
   * Predicted curves to compare.
   *
   * @param predictions name in the legend → prediction, in the order of the legend; at least one
   * @return the plot, titled by the pair if it is the same in all
   * @throws IllegalArgumentException if there is none
   */
  public static CurvePlot ofPredictions(Map<String, PcfPrediction> predictions) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("a plot needs at least one prediction, got 0");
    }
    List<ElementPair> pairs =
        predictions.values().stream().map(PcfPrediction::pair).distinct().toList();
    CurvePlot plot = CurvePlot.empty(pairs.size() == 1 ? PlotLabels.of(pairs.get(0)) : "");
    for (Map.Entry<String, PcfPrediction> entry : predictions.entrySet()) {
      plot = plot.with(entry.getKey(), entry.getValue());
    }
    return plot;
  }

  /**
   * Any curves to compare.
   *
   * @param curves name in the legend → partial g(r), in the order of the legend; at least one
   * @return the plot, without a title
   * @throws IllegalArgumentException if there is none
   */
  public static CurvePlot ofCurves(Map<String, PairCorrelationFunction> curves) {
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("a plot needs at least one curve, got 0");
    }
    CurvePlot plot = CurvePlot.empty("");
    for (Map.Entry<String, PairCorrelationFunction> entry : curves.entrySet()) {
      plot = plot.withCurve(entry.getKey(), entry.getValue());
    }
    return plot;
  }

  /**
   * The image of a curve beside the one that the decoder drew, with the image MSE (pixels in 0–1).
   *
   * @param original the image of a simulated curve
   * @param decoded the decoder's image
   * @return the plot
   */
  public static GlassPlot images(PcfImage original, PcfImage decoded) {
    return new GlassPlot(
        "Curve as image",
        PlotSize.SCREEN,
        (title, size) ->
            ImagePairs.of("", "decoded", List.of(new ImagePair(title, original, decoded))));
  }

  /**
   * Predicted against simulated g of all test curves, a point a bin of 0.1 Å.
   *
   * @param evaluation an evaluation
   * @return the plot
   */
  public static GlassPlot parity(PipelineEvaluation evaluation) {
    List<PairCorrelationFunction> truth =
        evaluation.results().stream()
            .map(c -> c.sample().meanCurve().rebin(PcfPrediction.GRID))
            .toList();
    List<PairCorrelationFunction> predicted =
        evaluation.results().stream()
            .map(EvaluatedCurve::prediction)
            .map(PcfPrediction::curve)
            .toList();
    return new GlassPlot(
        truth.size() + " test curves, bins of 0.1 Å",
        PlotSize.SCREEN,
        (title, size) -> ParityPlot.of(title, truth, predicted, parityLayout(size)));
  }

  private static ChartLayout parityLayout(PlotSize size) {
    int side = Math.min(size.layoutWidth(), 800);
    return new ChartLayout(side, side, size == PlotSize.COLUMN ? PlotSize.FONT : 18);
  }

  /**
   * The losses of the autoencoder's training.
   *
   * @param history the losses, epoch by epoch
   * @return the plot
   */
  public static GlassPlot loss(TrainingHistory history) {
    return new GlassPlot(
        "Training of the autoencoder",
        PlotSize.SCREEN,
        (title, size) ->
            LossPlot.of(
                title,
                history,
                new ChartLayout(size.layoutWidth(), size.layoutHeight(), PlotSize.FONT)));
  }

  /**
   * A quantity over the glasses of three oxides, and its uncertainty beside it where it is known.
   *
   * @param map the values
   * @return the plot, titled by the quantity
   */
  public static GlassPlot ternary(TernaryMap map) {
    return new GlassPlot(
        map.quantity(),
        PlotSize.SCREEN,
        (title, size) -> TernaryPlot.of(title, map, size == PlotSize.COLUMN ? 1 : 2));
  }

  /**
   * Sets the title.
   *
   * @param value one line
   * @return a changed copy
   */
  public GlassPlot titled(String value) {
    return new GlassPlot(value, size, kind);
  }

  /**
   * Sets the size.
   *
   * @param value for screen, column or page
   * @return a changed copy
   */
  public GlassPlot sized(PlotSize value) {
    return new GlassPlot(title, value, kind);
  }

  /**
   * Draws the plot.
   *
   * @return the figure
   */
  public Figure figure() {
    return size.fit(kind.draw(title, size));
  }
}
