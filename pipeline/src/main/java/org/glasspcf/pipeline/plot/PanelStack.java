package org.glasspcf.pipeline.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Frames on top of each other that share their horizontal axis, as glass papers show partial
 * functions; in several columns where there are many.
 *
 * <p>Drawn here and not by XChart, which lays out the axes of every chart by itself: frames of a
 * stack must begin and end at the same place, and legend and marks must not lie on the curves.
 */
final class PanelStack {
  private static final int MARGIN = 22;
  private static final int GAP = 16;

  private final List<PlotPanel> panels;
  private final PlotAxis x;
  private final Titles titles;
  private final List<PlotMark> marks;
  private final int columns;
  private final int rows;
  private final int frameHeight;
  private final Font font;
  private final Font bold;
  private final Font small;

  /**
   * The texts around the frames.
   *
   * @param heading one line above all
   * @param x title of the horizontal axis
   * @param left title of the left axis
   * @param right title of the right axis
   * @param note below all; may be empty
   */
  record Titles(String heading, String x, String left, Optional<String> right, String note) {}

  private PanelStack(
      List<PlotPanel> panels, PlotAxis x, Titles titles, List<PlotMark> marks, int columns) {
    this.panels = panels;
    this.x = x;
    this.titles = titles;
    this.marks =
        marks.stream()
            .filter(mark -> mark.position() >= x.low() && mark.position() <= x.high())
            .toList();
    this.columns = columns;
    this.rows = (panels.size() + columns - 1) / columns;
    this.frameHeight = columns > 1 ? 225 : Math.max(190, 150 + 450 / rows);
    this.font = new Font(Font.SANS_SERIF, Font.PLAIN, 28);
    this.bold = font.deriveFont(Font.BOLD);
    this.small = font.deriveFont(23f);
  }

  /**
   * Draws a stack.
   *
   * @param panels at least one frame
   * @param x the horizontal axis of all
   * @param titles the texts around
   * @param marks vertical lines through all frames, labeled on top
   */
  static Figure draw(List<PlotPanel> panels, PlotAxis x, Titles titles, List<PlotMark> marks) {
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("a figure needs at least one panel, got 0");
    }
    int columns = panels.size() <= 5 ? 1 : panels.size() <= 12 ? 2 : 3;
    return new PanelStack(panels, x, titles, marks, columns).draw();
  }

  private Figure draw() {
    // The texts' widths are needed before the picture's height is known.
    Layout layout = new Layout();
    return Figure.of(
        titles.heading().isEmpty() ? titles.left() : titles.heading(),
        layout.width,
        layout.height,
        page -> {
          PlotStyle.prepare(page);
          page.setColor(Color.WHITE);
          page.fillRect(0, 0, layout.width, layout.height);
          paint(page, layout);
        });
  }

  /** Where everything goes (pixels). */
  private final class Layout {
    final int width = columns == 1 ? 1000 : columns == 2 ? 1700 : 2350;
    final FontMetrics metrics;
    final FontMetrics smallMetrics;
    final List<PlotPanel> roomy;
    final List<List<PlotPanel.Line>> keys;
    final MarkLabels labels;
    final List<String> note;
    final int left;
    final int right;
    final int columnWidth;
    final int top;
    final int height;

    Layout() {
      metrics = PlotText.metrics(font);
      smallMetrics = PlotText.metrics(small);
      keys = keyLines();
      int numbersLeft = 0;
      int numbersRight = 0;
      for (PlotPanel panel : panels) {
        numbersLeft =
            Math.max(numbersLeft, PanelPainter.widthOfNumbers(panel.left(), frameHeight, metrics));
        if (panel.right().isPresent()) {
          numbersRight =
              Math.max(
                  numbersRight,
                  PanelPainter.widthOfNumbers(panel.right().get(), frameHeight, metrics));
        }
      }
      int title = metrics.getHeight() + 4;
      left = numbersLeft + title;
      right = titles.right().isPresent() ? numbersRight + title : metrics.stringWidth("0");
      columnWidth = (width - 2 * MARGIN - (columns - 1) * 2 * GAP) / columns;
      roomy =
          panels.stream()
              .map(panel -> new PanelLabel(panel, font).roomIn(panel, x, frameWidth(), frameHeight))
              .toList();
      labels = MarkLabels.of(marks, x, frameWidth(), smallMetrics);
      int head = titles.heading().isEmpty() ? 0 : metrics.getHeight() + 8;
      top =
          MARGIN
              + head
              + keys.size() * metrics.getHeight()
              + 8
              + labels.levels() * smallMetrics.getHeight()
              + 6;
      note = PlotText.wrapped(titles.note(), smallMetrics, width - 2 * MARGIN);
      height =
          top
              + rows * (frameHeight + GAP)
              + 2 * metrics.getHeight()
              + note.size() * smallMetrics.getHeight()
              + MARGIN;
    }

    int frameWidth() {
      return columnWidth - left - right;
    }

    Rectangle frame(int panel) {
      int column = panel / rows;
      int row = panel % rows;
      return new Rectangle(
          MARGIN + column * (columnWidth + 2 * GAP) + left,
          top + row * (frameHeight + GAP),
          frameWidth(),
          frameHeight);
    }

    int keyWidth(String name) {
      return 64 + metrics.stringWidth(name) + 36;
    }

    private List<List<PlotPanel.Line>> keyLines() {
      Map<String, PlotPanel.Line> byName = new LinkedHashMap<>();
      panels.forEach(panel -> panel.lines().forEach(line -> byName.put(line.name(), line)));
      List<List<PlotPanel.Line>> lines = new ArrayList<>();
      int used = width;
      for (PlotPanel.Line line : byName.values()) {
        if (line.name().isEmpty()) {
          continue;
        }
        int needed = keyWidth(line.name());
        if (used + needed > width - 2 * MARGIN) {
          lines.add(new ArrayList<>());
          used = 0;
        }
        lines.get(lines.size() - 1).add(line);
        used += needed;
      }
      return lines;
    }
  }

  private void paint(Graphics2D page, Layout layout) {
    int y = MARGIN;
    if (!titles.heading().isEmpty()) {
      y += layout.metrics.getAscent();
      page.setColor(Color.BLACK);
      PlotText.fitted(page, titles.heading(), bold, MARGIN, y, layout.width - 2 * MARGIN);
      y += layout.metrics.getDescent() + 8;
    }
    for (List<PlotPanel.Line> line : layout.keys) {
      paintKeys(page, layout, line, y + layout.metrics.getAscent());
      y += layout.metrics.getHeight();
    }
    PanelPainter painter = new PanelPainter(page, font, x);
    for (int i = 0; i < panels.size(); i++) {
      Rectangle frame = layout.frame(i);
      if (i % rows == 0) {
        Rectangle last = layout.frame(Math.min(i + rows, panels.size()) - 1);
        Rectangle column = frame.union(last);
        layout.labels.paint(page, column, small);
        paintTitles(page, layout, column);
      }
      boolean lowest = i % rows == rows - 1 || i == panels.size() - 1;
      painter.paint(layout.roomy.get(i), frame, lowest);
    }
    page.setColor(Color.BLACK);
    page.setFont(small);
    int base = layout.height - MARGIN - layout.smallMetrics.getDescent();
    for (int i = 0; i < layout.note.size(); i++) {
      int above = (layout.note.size() - 1 - i) * layout.smallMetrics.getHeight();
      page.drawString(layout.note.get(i), MARGIN, base - above);
    }
  }

  private void paintKeys(Graphics2D page, Layout layout, List<PlotPanel.Line> keys, int base) {
    int at = MARGIN;
    for (PlotPanel.Line key : keys) {
      page.setColor(key.color());
      page.setStroke(key.stroke());
      int middle = base - layout.metrics.getAscent() / 3;
      page.drawLine(at + 2, middle, at + 54, middle);
      page.setColor(Color.BLACK);
      page.setFont(font);
      page.drawString(key.name(), at + 64, base);
      at += layout.keyWidth(key.name());
    }
  }

  private void paintTitles(Graphics2D page, Layout layout, Rectangle column) {
    page.setFont(font);
    page.setColor(Color.BLACK);
    FontMetrics metrics = layout.metrics;
    int bottom = column.y + column.height + 4 + metrics.getHeight() + metrics.getAscent();
    int middle = column.x + column.width / 2;
    page.drawString(titles.x(), middle - metrics.stringWidth(titles.x()) / 2, bottom);
    int half = column.y + column.height / 2;
    PlotText.upward(page, titles.left(), column.x - layout.left + metrics.getAscent(), half);
    titles
        .right()
        .ifPresent(
            title ->
                PlotText.upward(
                    page,
                    title,
                    column.x + column.width + layout.right - metrics.getDescent() - 4,
                    half));
  }
}
