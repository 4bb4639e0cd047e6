package org.glasspcf.pipeline.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.function.Supplier;
import org.knowm.xchart.XYChart;

/**
 * Panels of one size row by row, below a strip with a heading at the left and one legend for all at
 * the right.
 *
 * @param columns panels in a row
 * @param width of a panel (pixels)
 * @param height of a panel (pixels)
 * @param fontSize of the legend (pixels); the heading's is larger by 2
 */
record PanelGrid(int columns, int width, int height, int fontSize) {
  /** Height of the strip above the panels (pixels). */
  static final int HEAD = 48;

  private static final int BASE_LINE = 31;
  private static final int SAMPLE = 32;
  private static final int DOT = 9;

  /** One entry of the legend: a piece of line, or a dot where there is no stroke. */
  record Key(String text, Color color, BasicStroke stroke, Color band) {
    static Key line(String text, Color color, BasicStroke stroke) {
      return new Key(text, color, stroke, Color.WHITE);
    }

    static Key dot(String text, Color color) {
      return new Key(text, color, PlotStyle.solid(0), Color.WHITE);
    }

    /** The same upon a band. */
    Key on(Color value) {
      return new Key(text, color, stroke, value);
    }

    private boolean isDot() {
      return stroke.getLineWidth() == 0;
    }
  }

  /** What draws itself into a panel of the given size, at the origin. */
  @FunctionalInterface
  interface Panel {
    void paint(Graphics2D place, int width, int height);

    /** A chart that is made anew each time, because painting changes it. */
    static Panel of(Supplier<XYChart> chart) {
      return (place, width, height) -> chart.get().paint(place, width, height);
    }
  }

  Figure draw(String heading, List<Key> keys, List<Panel> panels) {
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("a figure needs at least one panel, got 0");
    }
    int rows = (panels.size() + columns - 1) / columns;
    int pageWidth = columns * width;
    int pageHeight = rows * height + HEAD;
    List<Key> legend = List.copyOf(keys);
    List<Panel> all = List.copyOf(panels);
    return Figure.of(
        heading,
        pageWidth,
        pageHeight,
        page -> {
          page.setColor(Color.WHITE);
          page.fillRect(0, 0, pageWidth, pageHeight);
          drawHead(page, pageWidth, heading, legend);
          paint(page, all);
        });
  }

  private void paint(Graphics2D page, List<Panel> panels) {
    for (int i = 0; i < panels.size(); i++) {
      int left = i % columns * width;
      int top = HEAD + i / columns * height;
      Graphics2D place = (Graphics2D) page.create(left, top, width, height);
      try {
        smooth(place);
        panels.get(i).paint(place, width, height);
      } finally {
        place.dispose();
      }
    }
  }

  private static void smooth(Graphics2D page) {
    page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    page.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  private void drawHead(Graphics2D page, int pageWidth, String heading, List<Key> keys) {
    smooth(page);
    page.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, fontSize));
    int right = pageWidth - 16;
    for (int i = keys.size() - 1; i >= 0; i--) {
      right = drawKey(page, right, keys.get(i)) - 28;
    }
    page.setColor(Color.BLACK);
    Font bold = new Font(Font.SANS_SERIF, Font.BOLD, fontSize + 2);
    PlotText.fitted(page, heading, bold, 16, BASE_LINE, right - 16);
  }

  /** Draws a key that ends at the right and returns where it begins. */
  private static int drawKey(Graphics2D page, int right, Key key) {
    FontMetrics metrics = page.getFontMetrics();
    int left = right - metrics.stringWidth(key.text());
    int middle = BASE_LINE - 5;
    page.setColor(Color.BLACK);
    page.drawString(key.text(), left, BASE_LINE);
    page.setColor(key.band());
    page.fillRect(left - 40, BASE_LINE - 13, 32, 16);
    page.setColor(key.color());
    if (key.isDot()) {
      page.fillOval(left - 8 - DOT, middle - DOT / 2, DOT, DOT);
      return left - 8 - DOT;
    }
    page.setStroke(key.stroke());
    page.drawLine(left - 8 - SAMPLE, middle, left - 8, middle);
    return left - 8 - SAMPLE;
  }
}
