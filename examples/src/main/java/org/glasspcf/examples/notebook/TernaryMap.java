package org.glasspcf.examples.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;

/**
 * A colored map of one number over the glasses of three oxides. The first oxide is on top, the
 * second bottom left, the third bottom right; lines mark every 20 mol%. Immutable.
 */
public final class TernaryMap {
  /**
   * One glass of the map.
   *
   * @param glass the composition
   * @param value the number that its color shows
   */
  public record Cell(GlassComposition glass, double value) {
    /**
     * Checks the number.
     *
     * @param glass the composition
     * @param value the number that its color shows
     * @throws IllegalArgumentException if the number is not finite
     */
    public Cell {
      Objects.requireNonNull(glass, "glass");
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "a map needs finite numbers, got " + value + " for " + glass);
      }
    }
  }

  private static final int WIDTH = 560;
  private static final int HEIGHT = 600;
  private static final double SIDE = 430;
  private static final double LEFT = 65;
  private static final double BASE = 455;
  private static final int BAR_TOP = 525;
  private static final int BAR_HEIGHT = 16;
  private static final int LINES_EVERY = 20;

  /** Matplotlib's viridis at even steps: even in brightness, and safe for the color-blind. */
  private static final int[] VIRIDIS = {
    0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6ECE58, 0xB5DE2B,
    0xFDE725
  };

  private final String title;
  private final String quantity;
  private final List<Oxide> oxides;
  private final double step;
  private final List<Cell> cells;
  private final List<GlassComposition> points;

  private TernaryMap(
      String title,
      String quantity,
      List<Oxide> oxides,
      double step,
      List<Cell> cells,
      List<GlassComposition> points) {
    this.title = title;
    this.quantity = quantity;
    this.oxides = oxides;
    this.step = step;
    this.cells = cells;
    this.points = points;
  }

  /**
   * Describes a map.
   *
   * @param title one line above the map
   * @param quantity what the colors show, with its unit
   * @param oxides the three corners: top, bottom left, bottom right
   * @param step how far neighboring glasses lie apart (mol%)
   * @param cells at least one glass; what is not among them stays white
   * @return the map
   * @throws IllegalArgumentException if there are not three oxides, no cell, or the step is not
   *     positive
   */
  public static TernaryMap of(
      String title, String quantity, List<Oxide> oxides, double step, List<Cell> cells) {
    if (oxides.size() != 3) {
      throw new IllegalArgumentException("a ternary map needs 3 oxides, got " + oxides);
    }
    if (!(step > 0)) {
      throw new IllegalArgumentException("a step must be positive, got " + step + " mol%");
    }
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("a map needs at least one glass, got 0");
    }
    return new TernaryMap(
        title, quantity, List.copyOf(oxides), step, List.copyOf(cells), List.of());
  }

  /**
   * Marks glasses, such as those that a model was trained on.
   *
   * @param glasses of the three oxides
   * @return a changed copy
   */
  public TernaryMap withPoints(List<GlassComposition> glasses) {
    return new TernaryMap(title, quantity, oxides, step, cells, List.copyOf(glasses));
  }

  /**
   * Draws the map.
   *
   * @return a picture of 560×600 pixels, which notebooks show as it is
   */
  public BufferedImage image() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    double low = cells.stream().mapToDouble(Cell::value).min().orElseThrow();
    double high = cells.stream().mapToDouble(Cell::value).max().orElseThrow();
    for (Cell cell : cells) {
      g.setColor(color((cell.value() - low) / Math.max(high - low, Double.MIN_NORMAL)));
      g.fill(hexagon(place(cell.glass())));
    }
    drawFrame(g);
    for (GlassComposition point : points) {
      Point2D at = place(point);
      Ellipse2D dot = new Ellipse2D.Double(at.getX() - 4, at.getY() - 4, 8, 8);
      g.setColor(Color.WHITE);
      g.fill(dot);
      g.setColor(Color.BLACK);
      g.setStroke(new BasicStroke(1.4f));
      g.draw(dot);
    }
    drawTexts(g, low, high);
    g.dispose();
    return image;
  }

  private void drawFrame(Graphics2D g) {
    g.setColor(new Color(0, 0, 0, 60));
    g.setStroke(new BasicStroke(0.8f));
    for (int line = LINES_EVERY; line < 100; line += LINES_EVERY) {
      double rest = 100 - line;
      g.draw(new Line2D.Double(place(line, rest, 0), place(line, 0, rest)));
      g.draw(new Line2D.Double(place(rest, line, 0), place(0, line, rest)));
      g.draw(new Line2D.Double(place(rest, 0, line), place(0, rest, line)));
    }
    g.setColor(Color.BLACK);
    g.setStroke(new BasicStroke(1.5f));
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(place(100, 0, 0).getX(), place(100, 0, 0).getY());
    triangle.lineTo(place(0, 100, 0).getX(), place(0, 100, 0).getY());
    triangle.lineTo(place(0, 0, 100).getX(), place(0, 0, 100).getY());
    triangle.closePath();
    g.draw(triangle);
  }

  private void drawTexts(Graphics2D g, double low, double high) {
    g.setColor(Color.BLACK);
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
    centered(g, title, WIDTH / 2.0, 26);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
    centered(g, formula(oxides.get(0)), place(100, 0, 0).getX(), place(100, 0, 0).getY() - 8);
    centered(g, formula(oxides.get(1)), LEFT, BASE + 24);
    centered(g, formula(oxides.get(2)), LEFT + SIDE, BASE + 24);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    g.setColor(Color.DARK_GRAY);
    for (int line = LINES_EVERY; line < 100; line += LINES_EVERY) {
      Point2D left = place(line, 100 - line, 0);
      Point2D right = place(100 - line, 0, line);
      Point2D bottom = place(0, line, 100 - line);
      centered(g, String.valueOf(line), left.getX() - 16, left.getY() + 4);
      centered(g, String.valueOf(line), right.getX() + 16, right.getY() + 4);
      centered(g, String.valueOf(line), bottom.getX(), bottom.getY() + 17);
    }
    int from = (int) LEFT;
    for (int x = 0; x < SIDE; x++) {
      g.setColor(color(x / SIDE));
      g.fillRect(from + x, BAR_TOP, 1, BAR_HEIGHT);
    }
    g.setColor(Color.BLACK);
    int below = BAR_TOP + BAR_HEIGHT + 18;
    for (int i = 0; i <= 4; i++) {
      double value = low + i * (high - low) / 4;
      centered(g, String.format(Locale.ROOT, "%.2f", value), LEFT + i * SIDE / 4, below);
    }
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    centered(g, quantity, WIDTH / 2.0, below + 24);
  }

  private static void centered(Graphics2D g, String text, double x, double y) {
    FontMetrics metrics = g.getFontMetrics();
    g.drawString(text, (float) (x - metrics.stringWidth(text) / 2.0), (float) y);
  }

  /** Digits of a formula stand low. */
  private static String formula(Oxide oxide) {
    StringBuilder out = new StringBuilder();
    oxide
        .formula()
        .chars()
        .forEach(c -> out.append((char) (Character.isDigit(c) ? c - '0' + '₀' : c)));
    return out.append(" (mol%)").toString();
  }

  private Point2D place(GlassComposition glass) {
    return place(
        glass.molePercent(oxides.get(0)),
        glass.molePercent(oxides.get(1)),
        glass.molePercent(oxides.get(2)));
  }

  private static Point2D place(double top, double left, double right) {
    double sum = top + left + right;
    double height = SIDE * Math.sqrt(3) / 2;
    return new Point2D.Double(LEFT + SIDE * (right + top / 2) / sum, BASE - height * top / sum);
  }

  /** The part of the triangle that is nearer to this glass than to its six neighbors. */
  private Path2D hexagon(Point2D center) {
    double radius = 1.03 * SIDE * step / 100 / Math.sqrt(3);
    Path2D out = new Path2D.Double();
    for (int i = 0; i < 6; i++) {
      double angle = Math.PI / 6 + i * Math.PI / 3;
      double x = center.getX() + radius * Math.cos(angle);
      double y = center.getY() + radius * Math.sin(angle);
      if (i == 0) {
        out.moveTo(x, y);
      } else {
        out.lineTo(x, y);
      }
    }
    out.closePath();
    return out;
  }

  private static Color color(double fraction) {
    double at = Math.min(1, Math.max(0, fraction)) * (VIRIDIS.length - 1);
    int index = Math.min((int) at, VIRIDIS.length - 2);
    double share = at - index;
    Color low = new Color(VIRIDIS[index]);
    Color high = new Color(VIRIDIS[index + 1]);
    return new Color(
        mix(low.getRed(), high.getRed(), share),
        mix(low.getGreen(), high.getGreen(), share),
        mix(low.getBlue(), high.getBlue(), share));
  }

  private static int mix(int low, int high, double share) {
    return (int) Math.round(low + share * (high - low));
  }
}
