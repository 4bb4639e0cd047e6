package org.glasspcf.pipeline.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.glasspcf.encoder.TrainingHistory;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Loss of an autoencoder's training against the epoch, on a logarithmic axis. */
public final class LossPlot {
  private static final ChartLayout LAYOUT = new ChartLayout(1000, 640, 18);

  // A line through one point is nothing to see.
  private static final int FEW = 5;

  private static final List<Color> LEVELS = List.of(Color.BLACK, PlotStyle.GRAY);

  private LossPlot() {}

  /**
   * Draws the losses: training, and validation where there is one.
   *
   * @param history the losses, epoch by epoch
   * @return the picture, 1000×640 pixels
   */
  public static Figure of(TrainingHistory history) {
    return of("Training of the autoencoder", history, LAYOUT);
  }

  static Figure of(String title, TrainingHistory history, ChartLayout layout) {
    List<Line> lines = new ArrayList<>();
    double[] x = epochs(history);
    lines.add(
        new Line(
            "training (mean over the epoch)",
            x,
            training(history),
            PlotStyle.BLUE,
            PlotStyle.solid(2.5f)));
    if (isWatched(history)) {
      lines.add(
          new Line(
              "validation", x, validation(history), PlotStyle.VERMILION, PlotStyle.dashed(2.5f)));
    }
    return figure(title, lines, layout);
  }

  /**
   * Draws the losses of trainings that are compared, with losses that do not depend on the epoch as
   * dotted lines, such as that of a black image.
   *
   * @param title one line
   * @param histories name → losses, in the order of the legend, at least one; the validation loss
   *     is called that of the test images
   * @param levels name → image MSE (pixels in 0–1), in the order of the legend
   * @return the picture, 1000×640 pixels
   * @throws IllegalArgumentException if there is no history
   */
  public static Figure compare(
      String title, Map<String, TrainingHistory> histories, Map<String, Double> levels) {
    if (histories.isEmpty()) {
      throw new IllegalArgumentException("a plot of losses needs at least one history, got 0");
    }
    List<Line> lines = new ArrayList<>();
    double end = 1;
    int index = 0;
    for (Map.Entry<String, TrainingHistory> entry : histories.entrySet()) {
      String name = entry.getKey();
      TrainingHistory history = entry.getValue();
      // Earlier lines shine through where they coincide.
      float width = index == 0 ? 3.5f : 1.8f;
      Color color = PlotStyle.color(index++);
      double[] x = epochs(history);
      end = Math.max(end, x.length);
      lines.add(new Line(name + ", training", x, training(history), color, PlotStyle.solid(width)));
      if (isWatched(history)) {
        lines.add(
            new Line(
                name + ", test",
                x,
                validation(history),
                PlotStyle.pale(color),
                PlotStyle.solid(width)));
      }
    }
    for (Map.Entry<String, Double> level : levels.entrySet()) {
      double[] y = {positive(level.getValue()), positive(level.getValue())};
      lines.add(
          new Line(
              level.getKey(),
              new double[] {0, Math.max(end, 2)},
              y,
              LEVELS.get((index++ - histories.size()) % LEVELS.size()),
              PlotStyle.dotted(3f)));
    }
    return figure(title, lines, LAYOUT);
  }

  private record Line(String name, double[] x, double[] y, Color color, BasicStroke stroke) {}

  private static double[] epochs(TrainingHistory history) {
    return IntStream.rangeClosed(1, history.epochs().size()).asDoubleStream().toArray();
  }

  private static double[] training(TrainingHistory history) {
    return history.epochs().stream().mapToDouble(e -> positive(e.trainingLoss())).toArray();
  }

  private static boolean isWatched(TrainingHistory history) {
    return history.epochs().get(0).validationLoss().isPresent();
  }

  private static double[] validation(TrainingHistory history) {
    return history.epochs().stream()
        .mapToDouble(e -> positive(e.validationLoss().orElseThrow()))
        .toArray();
  }

  /** A logarithmic axis has no place for the loss 0 of images that are learned to the last bit. */
  private static double positive(double loss) {
    return Math.max(loss, Float.MIN_NORMAL);
  }

  private static Figure figure(String title, List<Line> lines, ChartLayout layout) {
    return Figure.of(
        title,
        layout.width(),
        layout.height(),
        page -> chart(title, lines, layout).paint(page, layout.width(), layout.height()));
  }

  private static XYChart chart(String title, List<Line> lines, ChartLayout layout) {
    XYChart chart =
        PlotStyle.chart(
            layout.width(),
            layout.height(),
            title,
            "epoch",
            "image MSE (pixels 0–1)",
            layout.fontSize());
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    int epochs = 2;
    for (Line line : lines) {
      PlotStyle.addLine(chart, line.name(), line.x(), line.y(), line.color(), line.stroke());
      for (double loss : line.y()) {
        least = Math.min(least, loss);
        greatest = Math.max(greatest, loss);
      }
      epochs = Math.max(epochs, (int) line.x()[line.x().length - 1]);
    }
    if (lines.get(0).x().length <= FEW) {
      chart.getSeriesCollection().forEach(series -> series.setMarker(SeriesMarkers.CIRCLE));
      chart.getStyler().setMarkerSize(8);
    }
    chart.getStyler().setLegendVisible(true);
    chart.getStyler().setYAxisLogarithmic(true);
    double low = Math.pow(10, Math.floor(Math.log10(least)));
    double high = Math.pow(10, Math.ceil(Math.log10(greatest)));
    PlotStyle.range(chart, 0, epochs, low, Math.max(high, 10 * low));
    // The hair of the linear range may be more than the lowest decade.
    chart.getStyler().setYAxisMin(low / 1.03);
    chart.getStyler().setYAxisTickLabelsFormattingFunction(LossPlot::power);
    // No ticks between the epochs.
    chart.getStyler().setXAxisTickMarkSpacingHint(Math.max(90, layout.width() / epochs));
    return chart;
  }

  private static String power(double value) {
    return "1e" + Math.round(Math.log10(value));
  }
}
