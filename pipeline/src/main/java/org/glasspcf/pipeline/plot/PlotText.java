package org.glasspcf.pipeline.plot;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Ways to put a text on a picture. */
final class PlotText {
  private PlotText() {}

  /** How wide and high letters are, where nothing is painted yet. */
  static FontMetrics metrics(Font font) {
    Graphics2D ruler = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      PlotStyle.prepare(ruler);
      return ruler.getFontMetrics(font);
    } finally {
      ruler.dispose();
    }
  }

  /** Writes a line, in smaller letters if it would be wider than its place. */
  static void fitted(Graphics2D page, String text, Font font, int x, int y, int width) {
    double share = Math.min(1, (double) width / page.getFontMetrics(font).stringWidth(text));
    page.setFont(font.deriveFont((float) (font.getSize2D() * share)));
    page.drawString(text, x, y);
  }

  /** Writes a line from bottom to top, its base line at x and its middle at y. */
  static void upward(Graphics2D page, String text, int x, int y) {
    AffineTransform before = page.getTransform();
    page.translate(x, y + page.getFontMetrics().stringWidth(text) / 2.0);
    page.rotate(-Math.PI / 2);
    page.drawString(text, 0, 0);
    page.setTransform(before);
  }

  /** Breaks a text between words; a word wider than the line has a line of its own. */
  static List<String> wrapped(String text, FontMetrics metrics, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && metrics.stringWidth(line + " " + word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
