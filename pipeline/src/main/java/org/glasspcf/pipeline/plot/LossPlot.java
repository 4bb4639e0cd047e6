package org.glasspcf.pipeline.plot;

import java.util.List;
import org.glasspcf.encoder.TrainingHistory;
import org.glasspcf.encoder.TrainingHistory.Epoch;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Loss of an autoencoder's training against the epoch, on a logarithmic axis. */
public final class LossPlot {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 640;

  // A line through one point is nothing to see.
  private static final int FEW = 5;

  private LossPlot() {}

  /**
   * Draws the losses: training, and validation where there is one.
   *
   * @param history the losses, epoch by epoch
   * @return the picture, 1000×640 pixels
   */
  public static Figure of(TrainingHistory history) {
    List<Epoch> epochs = history.epochs();
    XYChart chart =
        PlotStyle.chart(
            WIDTH, HEIGHT, "Training of the autoencoder", "epoch", "image MSE (pixels 0–1)", 18);
    double[] x = new double[epochs.size()];
    double[] training = new double[x.length];
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    for (int i = 0; i < x.length; i++) {
      x[i] = i + 1.0;
      // A logarithmic axis has no place for the loss 0 of images that are learned to the last bit.
      training[i] = Math.max(epochs.get(i).trainingLoss(), Float.MIN_NORMAL);
      least = Math.min(least, training[i]);
      greatest = Math.max(greatest, training[i]);
    }
    PlotStyle.addLine(
        chart,
        "training (mean over the epoch)",
        x,
        training,
        PlotStyle.BLUE,
        PlotStyle.solid(2.5f));
    if (epochs.get(0).validationLoss().isPresent()) {
      double[] validation =
          epochs.stream()
              .mapToDouble(epoch -> Math.max(epoch.validationLoss().orElseThrow(), 1e-30))
              .toArray();
      for (double loss : validation) {
        least = Math.min(least, loss);
        greatest = Math.max(greatest, loss);
      }
      PlotStyle.addLine(
          chart, "validation", x, validation, PlotStyle.VERMILION, PlotStyle.dashed(2.5f));
    }
    if (x.length <= FEW) {
      chart.getSeriesCollection().forEach(series -> series.setMarker(SeriesMarkers.CIRCLE));
      chart.getStyler().setMarkerSize(8);
    }
    chart.getStyler().setLegendVisible(true);
    chart.getStyler().setYAxisLogarithmic(true);
    double low = Math.pow(10, Math.floor(Math.log10(least)));
    double high = Math.pow(10, Math.ceil(Math.log10(greatest)));
    PlotStyle.range(chart, 0, Math.max(x.length, 2), low, Math.max(high, 10 * low));
    // The hair of the linear range may be more than the lowest decade.
    chart.getStyler().setYAxisMin(low / 1.03);
    chart.getStyler().setYAxisTickLabelsFormattingFunction(LossPlot::power);
    // No ticks between the epochs.
    chart.getStyler().setXAxisTickMarkSpacingHint(Math.max(90, WIDTH / Math.max(x.length, 2)));
    return Figure.of(BitmapEncoder.getBufferedImage(chart));
  }

  private static String power(double value) {
    return "1e" + Math.round(Math.log10(value));
  }
}
