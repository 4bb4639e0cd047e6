package org.glasspcf.examples.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.glasspcf.examples.bench.PairCorrelationScaling.Measurement;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Times against numbers of atoms on logarithmic axes, with a straight line of slope 1. */
final class ScalingPlot {
  private static final Color BLUE = new Color(0x0072B2);
  private static final Color VERMILION = new Color(0xD55E00);
  private static final Color GRAY = new Color(0x707070);

  private ScalingPlot() {}

  static void of(List<Measurement> measurements, Path file) throws IOException {
    XYChart chart = new XYChart(1000, 640);
    chart.setTitle("g(r) of one frame up to 10 Å, 0.08 atoms/Å³");
    chart.setXAxisTitle("atoms");
    chart.setYAxisTitle("time (ms)");
    style(chart.getStyler());
    double[] atoms = measurements.stream().mapToDouble(Measurement::atoms).distinct().toArray();
    Measurement last = measurements.get(measurements.size() - 2);
    double perAtom = last.milliseconds() / last.atoms();
    XYSeries line =
        chart.addSeries(
            String.format(Locale.ROOT, "linear: %.2f µs an atom", 1000 * perAtom),
            new double[] {atoms[0], last.atoms()},
            new double[] {atoms[0] * perAtom, last.milliseconds()});
    line.setMarker(SeriesMarkers.NONE);
    line.setLineColor(GRAY);
    line.setLineStyle(
        new BasicStroke(
            2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 5}, 0));
    add(chart, measurements, 1, "1 thread", BLUE, SeriesMarkers.CIRCLE);
    add(chart, measurements, 2, "2 threads", VERMILION, SeriesMarkers.DIAMOND);
    if (!ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", file.toFile())) {
      throw new IOException("the Java runtime must be able to write PNG");
    }
  }

  private static void add(
      XYChart chart,
      List<Measurement> measurements,
      int threads,
      String name,
      Color color,
      Marker marker) {
    List<Measurement> own = measurements.stream().filter(m -> m.threads() == threads).toList();
    XYSeries series =
        chart.addSeries(
            name,
            own.stream().mapToDouble(Measurement::atoms).toArray(),
            own.stream().mapToDouble(Measurement::milliseconds).toArray());
    series.setMarker(marker);
    series.setMarkerColor(color);
    series.setLineColor(color);
    series.setLineStyle(new BasicStroke(2.5f));
  }

  private static void style(XYStyler style) {
    Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, 18);
    style.setLocale(Locale.ROOT);
    style.setBaseFont(plain);
    style.setChartTitleFont(plain.deriveFont(Font.BOLD, 19f));
    style.setChartTitleBoxVisible(false);
    style.setChartTitlePadding(8);
    style.setChartPadding(16);
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setPlotBorderColor(Color.BLACK);
    style.setPlotGridLinesColor(new Color(0xECECEC));
    style.setPlotGridLinesStroke(new BasicStroke(1));
    style.setAxisTitleFont(plain);
    style.setAxisTickLabelsFont(plain.deriveFont(17f));
    style.setLegendFont(plain);
    style.setLegendBorderColor(Color.WHITE);
    style.setLegendPosition(LegendPosition.InsideNW);
    style.setMarkerSize(10);
    style.setXAxisLogarithmic(true);
    style.setYAxisLogarithmic(true);
    style.setXAxisMin(900.0);
    style.setXAxisMax(300_000.0);
    style.setYAxisMin(0.95);
    style.setYAxisMax(1_050.0);
    style.setXAxisDecimalPattern("#,##0");
    style.setYAxisDecimalPattern("#,##0.##");
    style.setPlotContentSize(1);
  }
}
