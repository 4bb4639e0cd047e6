package org.glasspcf.pipeline.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;

/**
 * Horizontal bars with error bars, in groups that each have an axis of their own: what permuting
 * each input of a predictor does to its errors.
 */
public final class ImportancePlot {
  private static final int WIDTH = 1000;
  private static final int MARGIN = 22;
  private static final int BAR = 20;
  private static final int PITCH = 29;
  private static final int TICK = 7;
  private static final double CAP = 5;
  private static final Color FAINT = new Color(0xECECEC);

  private final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 20);
  private final Font bold = font.deriveFont(Font.BOLD);

  /**
   * One input.
   *
   * @param name what stands beside the bar
   * @param value length of the bar, finite
   * @param deviation half the length of the error bar, finite and not below 0
   */
  public record Bar(String name, double value, double deviation) {
    /**
     * Checks the numbers.
     *
     * @param name what stands beside the bar
     * @param value length of the bar
     * @param deviation half the length of the error bar
     * @throws IllegalArgumentException if a number is not finite, or the deviation below 0
     */
    public Bar {
      if (!Double.isFinite(value) || !(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "bar "
                + name
                + " needs a finite value and a deviation not below 0, got "
                + value
                + " ± "
                + deviation);
      }
    }
  }

  /**
   * Bars that are compared.
   *
   * @param title one line above them
   * @param bars from top to bottom; where there is none, the picture says so
   */
  public record Group(String title, List<Bar> bars) {
    /**
     * Copies the bars.
     *
     * @param title one line above them
     * @param bars from top to bottom
     */
    public Group {
      bars = List.copyOf(bars);
    }
  }

  private final String axisTitle;
  private final List<Group> groups;

  private ImportancePlot(String axisTitle, List<Group> groups) {
    this.axisTitle = axisTitle;
    this.groups = groups;
  }

  /**
   * Draws the groups below each other.
   *
   * @param axisTitle what bars show, with its unit, below each group
   * @param groups at least one
   * @return the picture, 1000 pixels wide
   * @throws IllegalArgumentException if there is no group
   */
  public static Figure of(String axisTitle, List<Group> groups) {
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("a figure needs at least one group of bars, got 0");
    }
    return new ImportancePlot(axisTitle, List.copyOf(groups)).draw();
  }

  private Figure draw() {
    FontMetrics metrics = PlotText.metrics(font);
    int names =
        groups.stream()
            .flatMap(group -> group.bars().stream())
            .mapToInt(bar -> metrics.stringWidth(bar.name()))
            .max()
            .orElse(0);
    int height = groups.stream().mapToInt(group -> height(group, metrics)).sum() + MARGIN;
    return Figure.of(
        axisTitle,
        WIDTH,
        height,
        page -> {
          PlotStyle.prepare(page);
          page.setColor(Color.WHITE);
          page.fillRect(0, 0, WIDTH, height);
          int top = 0;
          for (Group group : groups) {
            paint(page, group, MARGIN + names + 14, top, metrics);
            top += height(group, metrics);
          }
        });
  }

  private static int frameHeight(Group group) {
    return Math.max(1, group.bars().size()) * PITCH + 12;
  }

  private static int height(Group group, FontMetrics metrics) {
    return MARGIN + metrics.getHeight() + 8 + frameHeight(group) + 2 * metrics.getHeight() + 8;
  }

  private void paint(Graphics2D page, Group group, int left, int top, FontMetrics metrics) {
    page.setColor(Color.BLACK);
    PlotText.fitted(
        page, group.title(), bold, MARGIN, top + MARGIN + metrics.getAscent(), WIDTH - 2 * MARGIN);
    int frameTop = top + MARGIN + metrics.getHeight() + 8;
    int width = WIDTH - MARGIN - left - 20;
    int height = frameHeight(group);
    PlotAxis axis = axis(group);
    page.setFont(font);
    for (BigDecimal tick : axis.ticks(0.12)) {
      double at = left + width * axis.share(tick.doubleValue());
      page.setColor(tick.signum() == 0 ? PlotStyle.GRAY : FAINT);
      page.setStroke(PlotStyle.solid(1.5f));
      page.draw(new Line2D.Double(at, frameTop, at, frameTop + height));
      page.setColor(Color.BLACK);
      page.draw(new Line2D.Double(at, frameTop + height, at, frameTop + height - TICK));
      String text = PanelPainter.text(tick);
      page.drawString(
          text,
          (int) Math.round(at) - metrics.stringWidth(text) / 2,
          frameTop + height + metrics.getAscent() + 4);
    }
    for (int i = 0; i < group.bars().size(); i++) {
      bar(page, group.bars().get(i), axis, left, width, frameTop + 6 + i * PITCH, metrics);
    }
    page.setColor(Color.BLACK);
    if (group.bars().isEmpty()) {
      page.drawString("none has an effect", left + 14, frameTop + height / 2 + 7);
    }
    page.setStroke(PlotStyle.solid(1.5f));
    page.drawRect(left, frameTop, width, height);
    int base = frameTop + height + 4 + metrics.getHeight() + metrics.getAscent();
    page.drawString(axisTitle, left + (width - metrics.stringWidth(axisTitle)) / 2, base);
  }

  private static PlotAxis axis(Group group) {
    double low = 0;
    double high = 0;
    for (Bar bar : group.bars()) {
      low = Math.min(low, bar.value() - bar.deviation());
      high = Math.max(high, bar.value() + bar.deviation());
    }
    return low == high ? new PlotAxis(0, 1) : PlotAxis.covering(low, high);
  }

  private void bar(
      Graphics2D page, Bar bar, PlotAxis axis, int left, int width, int top, FontMetrics metrics) {
    double zero = left + width * axis.share(0);
    double end = left + width * axis.share(bar.value());
    double y = top + (PITCH - BAR) / 2.0;
    page.setColor(PlotStyle.BLUE);
    page.fill(new Rectangle2D.Double(Math.min(zero, end), y, Math.abs(end - zero), BAR));
    page.setColor(Color.BLACK);
    double middle = y + BAR / 2.0;
    if (bar.deviation() > 0) {
      double low = left + width * axis.share(bar.value() - bar.deviation());
      double high = left + width * axis.share(bar.value() + bar.deviation());
      page.setStroke(PlotStyle.solid(1.8f));
      page.draw(new Line2D.Double(low, middle, high, middle));
      page.draw(new Line2D.Double(low, middle - CAP, low, middle + CAP));
      page.draw(new Line2D.Double(high, middle - CAP, high, middle + CAP));
    }
    page.drawString(
        bar.name(),
        left - 14 - metrics.stringWidth(bar.name()),
        (int) Math.round(middle) + (metrics.getAscent() - metrics.getDescent()) / 2);
  }
}
