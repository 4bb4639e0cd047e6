package org.glasspcf.pipeline.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.glasspcf.core.Oxide;
import org.glasspcf.pipeline.uncertainty.Interval;

/** Paints a quantity, and the half width of its interval, as triangles with a color bar each. */
final class TernaryPlot {
  static final int PANEL_WIDTH = 480;
  private static final int PANEL_HEIGHT = 475;
  private static final int HEAD = 34;
  private static final int NOTE_LINE = 19;
  private static final int SIDE = 340;
  private static final int LEFT = 70;
  private static final int BASE = 345;
  private static final int FONT = 15;
  private static final int SHADES = 100;

  /** Values of a share of their size apart are the same. */
  private static final double SAME = 1e-9;

  private static final Color HATCH = new Color(0x50, 0x50, 0x50);

  private final TernaryMap map;
  private final Map<TernaryGrid.Place, TernaryMap.Point> byPlace;
  private final boolean spread;
  private final ToDoubleFunction<Interval> value;
  private final PlotAxis axis;
  private final List<BigDecimal> levels;
  private final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, FONT);

  private TernaryPlot(TernaryMap map, boolean spread) {
    this.map = map;
    this.spread = spread;
    this.byPlace = map.byPlace();
    this.value = spread ? v -> v.upper() / 2 - v.lower() / 2 : Interval::value;
    // Far outside, extrapolations would take most of the colors.
    boolean inside = map.points().stream().anyMatch(p -> p.value().isPresent() && !p.outside());
    double[] values =
        map.points().stream()
            .filter(p -> !inside || !p.outside())
            .flatMap(p -> p.value().stream())
            .mapToDouble(value)
            .sorted()
            .toArray();
    double least = values[0];
    double greatest = values[values.length - 1];
    double same = SAME * Math.max(Math.abs(least), Math.abs(greatest));
    this.axis =
        new PlotAxis(
            least, greatest - least > same ? greatest : least + Math.max(1, Math.abs(least)));
    this.levels = axis.ticks(0.12);
  }

  /** The figure, its panels side by side or below each other. */
  static Figure of(String title, TernaryMap map, int columns) {
    List<TernaryPlot> panels = new ArrayList<>();
    panels.add(new TernaryPlot(map, false));
    boolean uncertain =
        map.points().stream()
            .flatMap(p -> p.value().stream())
            .anyMatch(v -> v.upper() - v.lower() > SAME * Math.abs(v.value()));
    if (uncertain) {
      panels.add(new TernaryPlot(map, true));
    }
    int across = Math.min(columns, panels.size());
    int width = across * PANEL_WIDTH;
    Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, FONT - 1);
    List<String> note = PlotText.wrapped(note(map), PlotText.metrics(plain), width - 40);
    int noteTop = HEAD + (panels.size() + across - 1) / across * PANEL_HEIGHT;
    int height = noteTop + note.size() * NOTE_LINE + 11;
    return Figure.of(
        title,
        width,
        height,
        page -> {
          PlotStyle.prepare(page);
          page.setColor(Color.WHITE);
          page.fillRect(0, 0, width, height);
          page.setColor(Color.BLACK);
          Font bold = new Font(Font.SANS_SERIF, Font.BOLD, FONT + 2);
          PlotText.fitted(page, title, bold, 16, HEAD - 8, width - 32);
          for (int i = 0; i < panels.size(); i++) {
            int left = i % across * PANEL_WIDTH;
            int top = HEAD + i / across * PANEL_HEIGHT;
            Graphics2D place = (Graphics2D) page.create();
            place.translate(left, top);
            panels.get(i).paint(place, i == 0 ? map.quantity() : panels.get(i).spreadTitle());
            place.dispose();
          }
          page.setColor(Color.BLACK);
          page.setFont(plain);
          for (int i = 0; i < note.size(); i++) {
            page.drawString(note.get(i), 16, noteTop + (i + 1) * NOTE_LINE - 1);
          }
        });
  }

  private static String note(TernaryMap map) {
    String fixed = map.fixedText().isEmpty() ? "" : map.fixedText() + ". ";
    String dots = map.marks().isEmpty() ? "" : " Dots: " + map.marked() + ".";
    boolean hatched = map.points().stream().anyMatch(TernaryMap.Point::outside);
    boolean empty = map.points().stream().anyMatch(p -> p.value().isEmpty());
    return fixed
        + "Shares in mol%. Contour lines lie at the marks of the bar."
        + (hatched ? " Hatched: outside the training domain, where intervals mean little." : "")
        + (empty ? " White edge: no value." : "")
        + dots;
  }

  private String spreadTitle() {
    double level =
        map.points().stream()
            .flatMap(p -> p.value().stream())
            .findFirst()
            .map(v -> v.level().coverage())
            .orElse(0.0);
    return String.format(Locale.ROOT, "Half width of its %.0f %% interval", 100 * level);
  }

  static String number(double value) {
    return new BigDecimal(String.format(Locale.ROOT, "%.2f", value))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static Point2D at(TernaryGrid.Place place) {
    return new Point2D.Double(LEFT + SIDE * place.x(), BASE - SIDE * place.y());
  }

  private void paint(Graphics2D page, String title) {
    Path2D outside = new Path2D.Double();
    List<Line2D> contours = new ArrayList<>();
    Map<Color, Path2D> cells = new LinkedHashMap<>();
    int n = map.grid().steps();
    for (int top = 0; top < n; top++) {
      for (int right = 0; right < n - top; right++) {
        cell(
            cells,
            outside,
            contours,
            corner(top, right),
            corner(top, right + 1),
            corner(top + 1, right));
        if (right < n - top - 1) {
          cell(
              cells,
              outside,
              contours,
              corner(top + 1, right),
              corner(top, right + 1),
              corner(top + 1, right + 1));
        }
      }
    }
    // Neighbors would leave a hair of background between them.
    page.setStroke(PlotStyle.solid(0.7f));
    cells.forEach(
        (color, path) -> {
          page.setColor(color);
          page.fill(path);
          page.draw(path);
        });
    hatch(page, outside);
    page.setColor(Color.BLACK);
    page.setStroke(PlotStyle.solid(1f));
    contours.forEach(page::draw);
    for (TernaryGrid.Place mark : map.marks()) {
      Point2D p = at(mark);
      page.setColor(Color.WHITE);
      page.fill(new Ellipse2D.Double(p.getX() - 4, p.getY() - 4, 8, 8));
      page.setColor(Color.BLACK);
      page.fill(new Ellipse2D.Double(p.getX() - 2.5, p.getY() - 2.5, 5, 5));
    }
    frame(page);
    bar(page, title);
  }

  private TernaryMap.Point corner(int top, int right) {
    return byPlace.get(map.grid().place(top, right));
  }

  private void cell(
      Map<Color, Path2D> cells,
      Path2D outside,
      List<Line2D> contours,
      TernaryMap.Point... corners) {
    for (TernaryMap.Point corner : corners) {
      if (corner.value().isEmpty()) {
        return;
      }
    }
    Path2D triangle = new Path2D.Double();
    double[] v = new double[3];
    boolean out = false;
    for (int i = 0; i < 3; i++) {
      v[i] = value.applyAsDouble(corners[i].value().orElseThrow());
      out |= corners[i].outside();
      Point2D p = at(corners[i].place());
      if (i == 0) {
        triangle.moveTo(p.getX(), p.getY());
      } else {
        triangle.lineTo(p.getX(), p.getY());
      }
    }
    triangle.closePath();
    if (out) {
      outside.append(triangle, false);
    }
    if (out && spread) {
      return; // intervals are not calibrated there
    }
    double share = axis.share((v[0] + v[1] + v[2]) / 3);
    Color color = ColorScale.at(Math.rint(SHADES * share) / SHADES);
    cells.computeIfAbsent(color, c -> new Path2D.Double()).append(triangle, false);
    if (out) {
      return;
    }
    for (BigDecimal level : levels) {
      contour(contours, level.doubleValue(), v, corners);
    }
  }

  private static void contour(
      List<Line2D> contours, double level, double[] v, TernaryMap.Point... corners) {
    List<Point2D> ends = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int k = (i + 1) % 3;
      if (v[i] < level != v[k] < level) {
        double t = (level - v[i]) / (v[k] - v[i]);
        Point2D one = at(corners[i].place());
        Point2D two = at(corners[k].place());
        ends.add(
            new Point2D.Double(
                one.getX() + t * (two.getX() - one.getX()),
                one.getY() + t * (two.getY() - one.getY())));
      }
    }
    if (ends.size() == 2) {
      contours.add(new Line2D.Double(ends.get(0), ends.get(1)));
    }
  }

  private static void hatch(Graphics2D page, Path2D outside) {
    if (outside.getCurrentPoint() == null) {
      return;
    }
    Graphics2D inside = (Graphics2D) page.create();
    inside.setColor(new Color(255, 255, 255, 0x70));
    inside.fill(outside);
    inside.clip(outside);
    inside.setColor(HATCH);
    inside.setStroke(PlotStyle.solid(0.8f));
    Path2D lines = new Path2D.Double();
    for (int x = LEFT - SIDE; x < LEFT + SIDE; x += 8) {
      lines.moveTo(x, BASE);
      lines.lineTo(x + SIDE, BASE - SIDE);
    }
    inside.draw(lines);
    inside.dispose();
  }

  private void frame(Graphics2D page) {
    page.setColor(Color.BLACK);
    page.setStroke(PlotStyle.solid(1.5f));
    Path2D edge = new Path2D.Double();
    Point2D top = at(new TernaryGrid.Place(100, 0, 0));
    edge.moveTo(LEFT, BASE);
    edge.lineTo(LEFT + SIDE, BASE);
    edge.lineTo(top.getX(), top.getY());
    edge.closePath();
    page.draw(edge);
    page.setFont(font.deriveFont(FONT - 1f));
    FontMetrics metrics = page.getFontMetrics();
    for (int share = 20; share < 100; share += 20) {
      String text = Integer.toString(share);
      int width = metrics.stringWidth(text);
      // Each side counts the oxide that it leads to: left the upper, right the lower right corner.
      tick(page, new TernaryGrid.Place(share, 100 - share, 0), -6, 0, text, -9 - width, 5);
      tick(page, new TernaryGrid.Place(100 - share, 0, share), 3, -5.2, text, 7, -5);
      tick(page, new TernaryGrid.Place(0, share, 100 - share), 3, 5.2, text, 3, 19);
    }
    page.setFont(font.deriveFont(Font.BOLD));
    List<Oxide> corners = map.grid().corners();
    FontMetrics bold = page.getFontMetrics();
    String first = PlotLabels.of(corners.get(0));
    page.drawString(first, (int) top.getX() - bold.stringWidth(first) / 2, (int) top.getY() - 10);
    page.drawString(PlotLabels.of(corners.get(1)), LEFT - 46, BASE + 22);
    String last = PlotLabels.of(corners.get(2));
    page.drawString(last, LEFT + SIDE + 46 - bold.stringWidth(last), BASE + 22);
  }

  private static void tick(
      Graphics2D page, TernaryGrid.Place place, double dx, double dy, String text, int x, int y) {
    Point2D p = at(place);
    page.draw(new Line2D.Double(p.getX(), p.getY(), p.getX() + dx, p.getY() + dy));
    page.drawString(text, (float) p.getX() + x, (float) p.getY() + y);
  }

  private void bar(Graphics2D page, String title) {
    int top = BASE + 74;
    int width = SIDE;
    page.setFont(font);
    page.setColor(Color.BLACK);
    PlotText.fitted(page, title, font, LEFT, top - 10, width + 40);
    int pieces = 64;
    for (int i = 0; i < pieces; i++) {
      page.setColor(ColorScale.at((i + 0.5) / pieces));
      double left = LEFT + (double) width * i / pieces;
      // Each piece reaches below the next one, so that no seam is seen.
      double right = Math.min(LEFT + width, left + (double) width / pieces + 1);
      page.fill(new Rectangle2D.Double(left, top, right - left, 16));
    }
    page.setColor(Color.BLACK);
    page.setStroke(PlotStyle.solid(1.2f));
    page.draw(new Rectangle2D.Double(LEFT, top, width, 16));
    page.setFont(font.deriveFont(FONT - 1f));
    FontMetrics metrics = page.getFontMetrics();
    for (BigDecimal level : levels) {
      double x = LEFT + width * axis.share(level.doubleValue());
      page.draw(new Line2D.Double(x, top, x, top + 20));
      String text = PanelPainter.text(level);
      page.drawString(text, (float) x - metrics.stringWidth(text) / 2f, top + 34f);
    }
  }
}
