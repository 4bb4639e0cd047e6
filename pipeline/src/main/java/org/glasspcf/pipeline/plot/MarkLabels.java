package org.glasspcf.pipeline.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Marks over a column of frames: lines through it, and labels above it that begin at their line
 * like flags, higher up where one would reach the next line.
 */
final class MarkLabels {
  private static final int APART = 6;

  private final List<Placed> placed;

  /**
   * A label's place.
   *
   * @param label the text; may be empty
   * @param line where its line is (pixels from the frame's left side)
   * @param left where it begins
   * @param end where it ends
   * @param level how many labels' heights it is above the frame
   */
  private record Placed(String label, int line, int left, int end, int level) {
    boolean reaches(Placed other) {
      return left <= other.end && end >= Math.min(other.line, other.left);
    }
  }

  private MarkLabels(List<Placed> placed) {
    this.placed = placed;
  }

  /** Finds a place for every label above a frame of some width (pixels). */
  static MarkLabels of(List<PlotMark> marks, PlotAxis x, int width, FontMetrics metrics) {
    List<PlotMark> fromTheRight =
        marks.stream().sorted(Comparator.comparingDouble(PlotMark::position).reversed()).toList();
    List<Placed> placed = new ArrayList<>();
    for (PlotMark mark : fromTheRight) {
      int line = (int) Math.round(x.share(mark.position()) * width);
      int length = mark.label().isEmpty() ? 0 : metrics.stringWidth(mark.label()) + 2 * APART;
      int left = Math.max(0, Math.min(line, width - length));
      Placed lowest = new Placed(mark.label(), line, left, left + length, 0);
      int level = 0;
      for (Placed other : placed) {
        if (length > 0 && lowest.reaches(other)) {
          level = Math.max(level, other.level() + 1);
        }
      }
      placed.add(new Placed(mark.label(), line, left, left + length, level));
    }
    return new MarkLabels(placed);
  }

  /** How many labels there are on top of each other. */
  int levels() {
    return placed.stream()
        .filter(mark -> !mark.label().isEmpty())
        .mapToInt(mark -> mark.level() + 1)
        .max()
        .orElse(0);
  }

  void paint(Graphics2D page, Rectangle column, Font font) {
    FontMetrics metrics = page.getFontMetrics(font);
    page.setFont(font);
    page.setStroke(PlotStyle.dashed(2f));
    page.setColor(PlotStyle.GRAY);
    for (Placed mark : placed) {
      int above = mark.label().isEmpty() ? 0 : (mark.level() + 1) * metrics.getHeight();
      int at = column.x + mark.line();
      page.draw(new Line2D.Double(at, column.y - above, at, column.y + column.height));
    }
    page.setColor(Color.BLACK);
    for (Placed mark : placed) {
      int base = column.y - mark.level() * metrics.getHeight() - metrics.getDescent() - 2;
      page.drawString(mark.label(), column.x + mark.left() + APART, base);
    }
  }
}
