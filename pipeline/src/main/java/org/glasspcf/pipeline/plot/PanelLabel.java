package org.glasspcf.pipeline.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** The label in the upper right corner of a frame, line by line. */
final class PanelLabel {
  private static final int TOP = 4;
  private static final int SIDE = 14;

  // Curves shine through where they could not be kept away.
  private static final Color HALO = new Color(255, 255, 255, 215);

  private final List<Line> lines = new ArrayList<>();

  private record Line(String text, Font font, FontMetrics metrics) {
    int height() {
      return metrics.getAscent() + metrics.getDescent();
    }

    int width() {
      return metrics.stringWidth(text);
    }
  }

  /** The label of a panel, in letters derived from a font. */
  PanelLabel(PlotPanel panel, Font font) {
    Font bold = font.deriveFont(Font.BOLD);
    Font small = font.deriveFont(0.8f * font.getSize2D());
    if (!panel.label().isEmpty()) {
      lines.add(new Line(panel.label(), bold, PlotText.metrics(bold)));
    }
    for (String text : panel.detail()) {
      lines.add(new Line(text, small, PlotText.metrics(small)));
    }
  }

  /** The panel with so long a left axis that no curve on it runs into the label. */
  PlotPanel roomIn(PlotPanel panel, PlotAxis x, int frameWidth, int frameHeight) {
    double share = (TOP + lines.stream().mapToInt(Line::height).sum()) / (double) frameHeight;
    int width = lines.stream().mapToInt(Line::width).max().orElse(0) + SIDE + TOP;
    double from = x.high() - (x.high() - x.low()) * width / frameWidth;
    PlotAxis left = panel.left();
    double most = left.low();
    for (PlotPanel.Line line : panel.lines()) {
      for (int i = 0; i < line.x().length && !line.onRight(); i++) {
        if (line.x()[i] >= from && line.x()[i] <= x.high()) {
          most = Math.max(most, line.y()[i]);
        }
      }
    }
    double high = left.low() + (most - left.low()) / (1 - share) * 1.03;
    return high > left.high() && share < 0.7 ? panel.withLeft(left.withHigh(high)) : panel;
  }

  /** Writes the label into a frame's own coordinates. */
  void paint(Graphics2D inside, int frameWidth) {
    int top = TOP;
    for (Line line : lines) {
      int left = frameWidth - line.width() - SIDE;
      inside.setColor(HALO);
      inside.fillRect(left - TOP, top, line.width() + 2 * TOP, line.height());
      inside.setColor(Color.BLACK);
      inside.setFont(line.font());
      inside.drawString(line.text(), left, top + line.metrics().getAscent());
      top += line.height();
    }
  }
}
