package org.glasspcf.pipeline.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What all pictures have in common. */
final class PlotStyle {
  /** Blue and vermilion of the Okabe–Ito palette, which color-blind eyes tell apart. */
  static final Color BLUE = new Color(0x0072B2);

  static final Color VERMILION = new Color(0xD55E00);
  static final Color GRAY = new Color(0x707070);
  static final Color LIGHT_GRAY = new Color(0xD8D8D8);
  static final Color LIGHT_VERMILION = new Color(0xF7D4BC);

  /** More of the palette, for curves that are compared; the first two are thought of together. */
  private static final List<Color> SERIES =
      List.of(
          BLUE,
          VERMILION,
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          Color.BLACK);

  private static final Color TRANSPARENT = new Color(0, true);

  private static final Color GRID = new Color(0xECECEC);

  private PlotStyle() {}

  /** Smooth lines and letters, where the page is made of pixels. */
  static void prepare(Graphics2D page) {
    page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    page.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    page.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** A chart without legend, with fonts of the given size (pixels). */
  static XYChart chart(int width, int height, String title, String x, String y, int fontSize) {
    XYChart chart = new XYChart(width, height);
    chart.setTitle(title);
    chart.setXAxisTitle(x);
    chart.setYAxisTitle(y);
    Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, fontSize);
    XYStyler style = chart.getStyler();
    style.setLocale(Locale.ROOT);
    style.setBaseFont(plain);
    style.setChartTitleFont(plain.deriveFont(Font.BOLD, fontSize + 1f));
    style.setChartTitleBoxVisible(false);
    style.setChartTitlePadding(8);
    style.setChartPadding(16);
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setPlotBorderColor(Color.BLACK);
    style.setPlotGridLinesColor(GRID);
    style.setPlotGridLinesStroke(new BasicStroke(1));
    style.setAxisTitleFont(plain);
    style.setAxisTickLabelsFont(plain.deriveFont(fontSize - 1f));
    style.setLegendFont(plain);
    style.setLegendVisible(false);
    style.setLegendBorderColor(TRANSPARENT);
    style.setLegendBackgroundColor(TRANSPARENT);
    style.setLegendPosition(LegendPosition.InsideNE);
    style.setLegendLayout(LegendLayout.Vertical);
    style.setPlotContentSize(1);
    style.setPlotMargin(0);
    style.setMarkerSize(0);
    return chart;
  }

  /** Makes the title's letters smaller if it would be wider than its place (pixels). */
  static void fitTitle(XYChart chart, int width) {
    Font font = chart.getStyler().getChartTitleFont();
    int needed = PlotText.metrics(font).stringWidth(chart.getTitle());
    if (needed > width) {
      chart.getStyler().setChartTitleFont(font.deriveFont(font.getSize2D() * width / needed));
    }
    chart.getStyler().setChartTitleVisible(!chart.getTitle().isEmpty());
  }

  /** Sets both ranges, wider by a hair: ticks that fall on the very end would be left out. */
  static void range(XYChart chart, double xMin, double xMax, double yMin, double yMax) {
    double dx = 1e-3 * (xMax - xMin);
    double dy = 1e-3 * (yMax - yMin);
    XYStyler style = chart.getStyler();
    style.setXAxisMin(xMin - dx);
    style.setXAxisMax(xMax + dx);
    style.setYAxisMin(yMin - dy);
    style.setYAxisMax(yMax + dy);
    style.setXAxisDecimalPattern("0.##");
    style.setYAxisDecimalPattern("0.##");
  }

  static XYSeries addLine(
      XYChart chart, String name, double[] x, double[] y, Color color, BasicStroke stroke) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(color);
    series.setMarkerColor(color);
    series.setLineStyle(stroke);
    return series;
  }

  /** A filled stripe between two lines; it has no edge, and no entry in the legend. */
  static XYSeries addBand(
      XYChart chart, String name, double[] x, double[] low, double[] high, Color color) {
    int n = x.length;
    double[] outlineX = new double[2 * n];
    double[] outlineY = new double[2 * n];
    for (int i = 0; i < n; i++) {
      outlineX[i] = x[i];
      outlineY[i] = high[i];
      outlineX[2 * n - 1 - i] = x[i];
      outlineY[2 * n - 1 - i] = low[i];
    }
    XYSeries series = chart.addSeries(name, outlineX, outlineY);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    series.setMarker(SeriesMarkers.NONE);
    series.setFillColor(color);
    series.setLineColor(color);
    series.setLineStyle(solid(0));
    series.setShowInLegend(false);
    return series;
  }

  /** The same color for a stripe, through which others shine. */
  static Color faint(Color color) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), 0x38);
  }

  /** The color halfway to white, for a line that belongs to another one. */
  static Color pale(Color color) {
    return new Color(
        (color.getRed() + 255) / 2, (color.getGreen() + 255) / 2, (color.getBlue() + 255) / 2);
  }

  static BasicStroke solid(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  static BasicStroke dashed(float width) {
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 5}, 0);
  }

  static BasicStroke dotted(float width) {
    return new BasicStroke(
        width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, new float[] {0.1f, 8}, 0);
  }

  /** The color of the curve with this number; colors come again after seven. */
  static Color color(int index) {
    return SERIES.get(index % SERIES.size());
  }

  /**
   * The line of the curve with this number: later ones are thinner, and let earlier ones through.
   */
  static BasicStroke stroke(int index) {
    return switch (index) {
      case 0 -> solid(4.5f);
      case 1 -> solid(2.4f);
      default -> index % 2 == 0 ? dashed(2.6f) : dotted(3.4f);
    };
  }

  /**
   * The least of 1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 5 … 9 times a power of ten that is not
   * below a value.
   */
  static double roundUp(double value) {
    if (!(value > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double digit : new double[] {1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9}) {
      if (value <= digit * power * (1 + 1e-9)) {
        return digit * power;
      }
    }
    return 10 * power;
  }
}
