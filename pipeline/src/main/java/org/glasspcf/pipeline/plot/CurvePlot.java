package org.glasspcf.pipeline.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.CurveBand;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;
import org.knowm.xchart.XYChart;

/**
 * One chart of g(r) against r (Å): predictions with bands, simulations, any other curves. Made by
 * {@link GlassPlot}. Immutable.
 */
public final class CurvePlot {
  /** A bin: an axis has nothing to show below it, and ticks out to the curve's end. */
  private static final double LEAST_R = 0.1;

  private final String title;
  private final PlotSize size;
  private final double rMax;
  private final List<Entry> entries;

  /** A curve, and the stripe behind it. */
  private record Entry(
      String name,
      PairCorrelationFunction curve,
      Optional<PcfPrediction> prediction,
      Optional<CurveBand> band,
      Optional<double[]> error,
      boolean reference) {

    Entry withBand(BandLevel level) {
      PcfPrediction of = prediction.orElseThrow();
      CurveBand found =
          of.band(level)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "a plot with bands needs a prediction that was calibrated (bands are made"
                              + " where enough glasses have the pair), got "
                              + of));
      return new Entry(name, curve, prediction, Optional.of(found), error, reference);
    }

    boolean extrapolated() {
      return prediction.map(p -> p.domain().place() == DomainVerdict.Place.OUTSIDE).orElse(false);
    }

    double top() {
      double top = Math.max(curve.maximum(), band.map(b -> b.upper().maximum()).orElse(0.0));
      return top > 0 ? top : 1;
    }
  }

  private CurvePlot(String title, PlotSize size, double rMax, List<Entry> entries) {
    this.title = Objects.requireNonNull(title, "title");
    this.size = Objects.requireNonNull(size, "size");
    this.rMax = rMax;
    this.entries = List.copyOf(entries);
  }

  static CurvePlot empty(String title) {
    return new CurvePlot(title, PlotSize.SCREEN, PcfPrediction.GRID.rMax(), List.of());
  }

  CurvePlot with(String name, PcfPrediction prediction) {
    return with(
        new Entry(
            name,
            prediction.curve(),
            Optional.of(prediction),
            Optional.empty(),
            Optional.empty(),
            false));
  }

  private CurvePlot with(Entry entry) {
    if (entry.name().isBlank()) {
      throw new IllegalArgumentException(
          "a curve of a plot needs a name for the legend, got \"" + entry.name() + '"');
    }
    if (entries.stream().anyMatch(e -> e.name().equals(entry.name()))) {
      throw new IllegalArgumentException(
          "curves of a plot need different names, got " + entry.name);
    }
    List<Entry> more = new ArrayList<>(entries);
    more.add(entry);
    return new CurvePlot(title, size, rMax, more);
  }

  /**
   * Adds a curve.
   *
   * @param name its name in the legend
   * @param curve partial g(r), on any grid
   * @return a changed copy
   * @throws IllegalArgumentException if a curve has the name already
   */
  public CurvePlot withCurve(String name, PairCorrelationFunction curve) {
    return with(
        new Entry(name, curve, Optional.empty(), Optional.empty(), Optional.empty(), false));
  }

  /**
   * Adds what simulations gave: a gray line, in a gray stripe of ± its standard error where there
   * are several, on bins of 0.1 Å as predictions have.
   *
   * @param sample the simulations of one glass and pair
   * @return a changed copy
   * @throws IllegalArgumentException if there are simulations already
   */
  public CurvePlot withReference(GlassSample sample) {
    GlassSample coarse = sample.rebin(PcfPrediction.GRID);
    return with(
        new Entry(
            coarse.standardError().isPresent() ? "MD mean ± standard error" : "MD",
            coarse.meanCurve(),
            Optional.empty(),
            Optional.empty(),
            coarse.standardError(),
            true));
  }

  /**
   * Adds a gray line to compare with, such as a measured curve. Choose bins as wide as the
   * prediction's: heights of different bins must not be compared.
   *
   * @param name its name in the legend
   * @param curve partial g(r)
   * @return a changed copy
   * @throws IllegalArgumentException if a curve has the name already
   */
  public CurvePlot withReference(String name, PairCorrelationFunction curve) {
    return with(new Entry(name, curve, Optional.empty(), Optional.empty(), Optional.empty(), true));
  }

  /**
   * Adds bands around the predictions: where that share of new melts of 1,500 atoms lies.
   *
   * @param level the nominal coverage
   * @return a changed copy
   * @throws IllegalArgumentException if a prediction has no band, because it was not calibrated
   */
  public CurvePlot withBand(BandLevel level) {
    return new CurvePlot(
        title,
        size,
        rMax,
        entries.stream().map(e -> e.prediction().isPresent() ? e.withBand(level) : e).toList());
  }

  /**
   * Sets the title.
   *
   * @param value one line
   * @return a changed copy
   */
  public CurvePlot titled(String value) {
    return new CurvePlot(value, size, rMax, entries);
  }

  /**
   * Sets the size.
   *
   * @param value for screen, column or page
   * @return a changed copy
   */
  public CurvePlot sized(PlotSize value) {
    return new CurvePlot(title, value, rMax, entries);
  }

  /**
   * Sets how far the axis reaches.
   *
   * @param value its end (Å), at least 0.1
   * @return a changed copy
   * @throws IllegalArgumentException if it is less than 0.1
   */
  public CurvePlot upTo(double value) {
    if (!(value >= LEAST_R && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "an axis of r must end at " + LEAST_R + " Å or more, got " + value + " Å");
    }
    return new CurvePlot(title, size, value, entries);
  }

  /**
   * Draws the plot.
   *
   * @return the figure, 800×540 pixels for screens
   * @throws IllegalArgumentException if there is no curve
   */
  public Figure figure() {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a plot needs at least one curve, got 0");
    }
    int width = size.layoutWidth();
    int height = size.layoutHeight();
    return size.fit(
        Figure.of(
            spokenTitle(), width, height, page -> chart(width, height).paint(page, width, height)));
  }

  /** For those who do not see it; a plot without a title is told by its curves. */
  private String spokenTitle() {
    return title.isBlank()
        ? "g(r) of " + entries.stream().map(Entry::name).collect(Collectors.joining(", "))
        : title;
  }

  private XYChart chart(int width, int height) {
    XYChart chart = PlotStyle.chart(width, height, title, "r (Å)", "g(r)", PlotSize.FONT);
    PlotStyle.fitTitle(chart, width - 90);
    chart.getStyler().setLegendVisible(true);
    chart.getStyler().setLegendFont(chart.getStyler().getAxisTickLabelsFont());
    int number = 0;
    for (Entry entry : inOrder()) {
      add(chart, entry, number);
      number += entry.reference() ? 0 : 1;
    }
    PlotStyle.range(chart, 0, rMax, 0, top());
    chart.getStyler().setYAxisTickMarkSpacingHint(45);
    return chart;
  }

  /** The end of the axis of g. */
  private double top() {
    double top = entries.stream().mapToDouble(Entry::top).max().orElseThrow();
    return PlotStyle.roundUp(1.04 * top);
  }

  /** Adds the stripe of an entry, then its line. */
  private void add(XYChart chart, Entry entry, int number) {
    Color color = entry.reference() ? PlotStyle.GRAY : color(number);
    double[] x = entry.curve().grid().centers();
    if (entry.band().isPresent()) {
      CurveBand band = entry.band().get();
      double[] low = band.lower().values();
      double[] high = band.upper().values();
      Color faint = PlotStyle.faint(color);
      PlotStyle.addBand(chart, bandName(entry, band), x, low, high, faint).setShowInLegend(true);
    }
    if (entry.error().isPresent()) {
      double[] low = entry.curve().values();
      double[] high = entry.curve().values();
      double[] error = entry.error().get();
      for (int i = 0; i < low.length; i++) {
        low[i] = Math.max(0, low[i] - error[i]);
        high[i] += error[i];
      }
      PlotStyle.addBand(chart, "standard error", x, low, high, PlotStyle.LIGHT_GRAY);
    }
    double[] y = entry.curve().values();
    if (entry.extrapolated()) {
      // pixels of the frame: about the chart's without its labels
      double wide = (chart.getWidth() - 110) / rMax;
      double high = (chart.getHeight() - 110) / top();
      DashedCurve dashes = DashedCurve.of(x, y, wide, high);
      x = dashes.x();
      y = dashes.y();
    }
    PlotStyle.addLine(chart, name(entry), x, y, color, stroke(entry, number));
  }

  private BasicStroke stroke(Entry entry, int number) {
    if (entry.reference()) {
      return PlotStyle.solid(4.5f);
    }
    if (entry.extrapolated()) {
      return PlotStyle.dashed(2f);
    }
    // The first of several lies behind, and is seen beside the others.
    boolean several = entries.stream().filter(e -> !e.reference()).count() > 1;
    return PlotStyle.solid(several && number == 0 ? 3.4f : 1.8f);
  }

  /** Predictions are vermilion in all figures; the second of two is blue. */
  private static Color color(int number) {
    return PlotStyle.color(number < 2 ? 1 - number : number);
  }

  /** What is compared with lies behind. */
  private List<Entry> inOrder() {
    List<Entry> ordered = new ArrayList<>(entries.stream().filter(Entry::reference).toList());
    entries.stream().filter(e -> !e.reference()).forEach(ordered::add);
    return ordered;
  }

  private static String name(Entry entry) {
    return entry.extrapolated() ? entry.name() + ", extrapolated" : entry.name();
  }

  /** Of several predictions, each band tells whose it is; beyond the domain it promises nothing. */
  private String bandName(Entry entry, CurveBand band) {
    String share = PlotLabels.percent(band);
    if (entries.stream().filter(e -> e.band().isPresent()).count() > 1) {
      return entry.name() + ", " + share + " band";
    }
    return entry.extrapolated() ? share + " band" : "where " + share + " of melts lie";
  }
}
