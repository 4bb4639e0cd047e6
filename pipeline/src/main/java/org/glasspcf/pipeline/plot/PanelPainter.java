package org.glasspcf.pipeline.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.math.BigDecimal;
import java.util.List;

/** Paints one frame: its curves, the ticks and numbers at its sides, its label. */
final class PanelPainter {
  private static final Color FAINT = new Color(0xB0B0B0);
  private static final int TICK = 9;

  private final Graphics2D page;
  private final Font font;
  private final PlotAxis x;

  PanelPainter(Graphics2D page, Font font, PlotAxis x) {
    this.page = page;
    this.font = font;
    this.x = x;
  }

  private static List<BigDecimal> upward(PlotAxis axis, int height, FontMetrics metrics) {
    return axis.ticks(1.4 * metrics.getHeight() / height);
  }

  /** The room (pixels) that the numbers of a vertical axis need beside the frame. */
  static int widthOfNumbers(PlotAxis axis, int height, FontMetrics metrics) {
    int widest = 0;
    for (BigDecimal tick : upward(axis, height, metrics)) {
      widest = Math.max(widest, metrics.stringWidth(text(tick)));
    }
    return widest + TICK + 2;
  }

  /** A number with a true minus sign. */
  static String text(BigDecimal tick) {
    BigDecimal plain = tick.signum() == 0 ? BigDecimal.ZERO : tick.stripTrailingZeros();
    return plain.toPlainString().replace('-', '\u2212');
  }

  void paint(PlotPanel panel, Rectangle frame, boolean numbersBelow) {
    Graphics2D inside = (Graphics2D) page.create(frame.x, frame.y, frame.width, frame.height);
    try {
      panel.level().ifPresent(level -> horizontal(inside, frame, panel.left().share(level)));
      panel.vertical().ifPresent(at -> vertical(inside, frame, x.share(at)));
      for (PlotPanel.Line line : panel.lines()) {
        PlotAxis axis = line.onRight() ? panel.right().orElseThrow() : panel.left();
        curve(inside, frame, line, axis);
      }
      new PanelLabel(panel, font).paint(inside, frame.width);
    } finally {
      inside.dispose();
    }
    page.setColor(Color.BLACK);
    page.setStroke(new BasicStroke(2));
    page.draw(frame);
    page.setFont(font);
    bottomTicks(frame, numbersBelow);
    sideTicks(panel.left(), frame, true);
    panel.right().ifPresent(axis -> sideTicks(axis, frame, false));
  }

  private static void horizontal(Graphics2D inside, Rectangle frame, double share) {
    inside.setColor(FAINT);
    inside.setStroke(new BasicStroke(1.5f));
    double y = frame.height * (1 - share);
    inside.draw(new Line2D.Double(0, y, frame.width, y));
  }

  private static void vertical(Graphics2D inside, Rectangle frame, double share) {
    inside.setColor(PlotStyle.GRAY);
    inside.setStroke(PlotStyle.dotted(2.5f));
    double at = frame.width * share;
    inside.draw(new Line2D.Double(at, 0, at, frame.height));
  }

  private void curve(Graphics2D inside, Rectangle frame, PlotPanel.Line line, PlotAxis axis) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < line.x().length; i++) {
      double right = frame.width * x.share(line.x()[i]);
      double down = frame.height * (1 - axis.share(line.y()[i]));
      if (i == 0) {
        path.moveTo(right, down);
      } else {
        path.lineTo(right, down);
      }
    }
    inside.setColor(line.color());
    inside.setStroke(line.stroke());
    inside.draw(path);
  }

  private void bottomTicks(Rectangle frame, boolean numbers) {
    FontMetrics metrics = page.getFontMetrics();
    int bottom = frame.y + frame.height;
    for (BigDecimal tick : x.ticks((double) metrics.stringWidth("00.00") / frame.width)) {
      int at = frame.x + (int) Math.round(frame.width * x.share(tick.doubleValue()));
      page.drawLine(at, bottom, at, bottom - TICK);
      page.drawLine(at, frame.y, at, frame.y + TICK);
      if (numbers) {
        String text = text(tick);
        page.drawString(text, at - metrics.stringWidth(text) / 2, bottom + metrics.getAscent() + 4);
      }
    }
  }

  private void sideTicks(PlotAxis axis, Rectangle frame, boolean left) {
    FontMetrics metrics = page.getFontMetrics();
    int side = left ? frame.x : frame.x + frame.width;
    int inward = left ? TICK : -TICK;
    int half = (metrics.getAscent() - metrics.getDescent()) / 2;
    for (BigDecimal tick : upward(axis, frame.height, metrics)) {
      int at =
          frame.y + frame.height - (int) Math.round(frame.height * axis.share(tick.doubleValue()));
      page.drawLine(side, at, side + inward, at);
      String text = text(tick);
      int width = metrics.stringWidth(text);
      // A number at the very end moves inside, or it would meet the next frame's.
      int base = Math.min(Math.max(at + half, frame.y + 2 * half), frame.y + frame.height);
      page.drawString(text, left ? side - TICK - width : side + TICK, base);
    }
  }
}
