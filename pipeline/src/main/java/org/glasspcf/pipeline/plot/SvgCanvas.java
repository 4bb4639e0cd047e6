package org.glasspcf.pipeline.plot;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.text.AttributedCharacterIterator;
import java.util.Base64;
import java.util.Locale;

/**
 * Writes what is painted on it as SVG. Texts stay texts, as wide as Java sets them; shapes are
 * moved to their place, so that no group needs a transform. Only plain colors can be painted with.
 */
final class SvgCanvas extends SvgState {
  private final SvgDocument document;

  private SvgCanvas(Graphics2D state, SvgDocument document) {
    super(state);
    this.document = document;
  }

  /** An empty page. */
  static SvgCanvas on(SvgDocument document) {
    return new SvgCanvas(
        new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics(), document);
  }

  @Override
  public Graphics create() {
    return new SvgCanvas((Graphics2D) state().create(), document);
  }

  @Override
  public void draw(Shape shape) {
    if (!(getStroke() instanceof BasicStroke stroke)) {
      fill(getStroke().createStrokedShape(shape));
      return;
    }
    String path = SvgPath.of(shape, getTransform());
    if (path.isEmpty() || stroke.getLineWidth() == 0 || opacity() == 0) {
      return;
    }
    double scale = Math.sqrt(Math.abs(getTransform().getDeterminant()));
    StringBuilder style = new StringBuilder(" fill=\"none\" stroke=\"").append(hex()).append('"');
    attribute(style, "stroke-opacity", opacity(), 1);
    attribute(style, "stroke-width", scale * stroke.getLineWidth(), 1);
    if (stroke.getEndCap() != BasicStroke.CAP_BUTT) {
      boolean round = stroke.getEndCap() == BasicStroke.CAP_ROUND;
      style.append(" stroke-linecap=\"").append(round ? "round" : "square").append('"');
    }
    if (stroke.getLineJoin() != BasicStroke.JOIN_MITER) {
      boolean round = stroke.getLineJoin() == BasicStroke.JOIN_ROUND;
      style.append(" stroke-linejoin=\"").append(round ? "round" : "bevel").append('"');
    }
    if (stroke.getDashArray() != null) {
      style.append(" stroke-dasharray=\"");
      for (float dash : stroke.getDashArray()) {
        style.append(SvgPath.number(scale * dash)).append(' ');
      }
      style.setCharAt(style.length() - 1, '"');
      attribute(style, "stroke-dashoffset", scale * stroke.getDashPhase(), 0);
    }
    document.addPath(style + clipping(stroke.createStrokedShape(shape)), path, 0, 0);
  }

  @Override
  public void fill(Shape shape) {
    if (opacity() == 0) {
      return;
    }
    String style = fillStyle() + clipping(shape);
    AffineTransform place = getTransform();
    boolean onlyMoved = (place.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0;
    if (onlyMoved && shape instanceof Ellipse2D dot && dot.getWidth() == dot.getHeight()) {
      document.addDot(
          style,
          dot.getCenterX() + place.getTranslateX(),
          dot.getCenterY() + place.getTranslateY(),
          dot.getWidth() / 2);
      return;
    }
    // The same letters at another place have the same path.
    AffineTransform turn =
        new AffineTransform(
            place.getScaleX(), place.getShearY(), place.getShearX(), place.getScaleY(), 0, 0);
    String path = SvgPath.of(shape, turn);
    if (!path.isEmpty()) {
      boolean even = shape.getPathIterator(null).getWindingRule() == 0;
      document.addPath(
          even ? style + " fill-rule=\"evenodd\"" : style,
          path,
          place.getTranslateX(),
          place.getTranslateY());
    }
  }

  @Override
  public void drawString(String text, float x, float y) {
    if (text.isBlank()) {
      return;
    }
    Font font = getFont();
    double width = getFontMetrics(font).getStringBounds(text, this).getWidth();
    Rectangle2D box =
        new Rectangle2D.Double(x, y - font.getSize2D(), width, 1.3 * font.getSize2D());
    StringBuilder style = new StringBuilder(fillStyle());
    style.append(" font-family=\"'DejaVu Sans',Verdana,sans-serif\"");
    attribute(style, "font-size", font.getSize2D(), -1);
    if (font.isBold()) {
      style.append(" font-weight=\"bold\"");
    }
    if (font.isItalic()) {
      style.append(" font-style=\"italic\"");
    }
    AffineTransform place = getTransform();
    boolean onlyMoved = (place.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0;
    StringBuilder xml = new StringBuilder("<text");
    attribute(xml, "x", onlyMoved ? x + place.getTranslateX() : x, 0);
    attribute(xml, "y", onlyMoved ? y + place.getTranslateY() : y, 0);
    if (text.codePointCount(0, text.length()) > 1) {
      attribute(xml, "textLength", width, -1);
      xml.append(" lengthAdjust=\"spacingAndGlyphs\"");
    }
    if (!onlyMoved) {
      xml.append(matrix(place));
    }
    xml.append('>').append(SvgDocument.escape(text)).append("</text>");
    document.add(style + clipping(box), xml.toString());
  }

  private static String matrix(AffineTransform t) {
    return String.format(
        Locale.ROOT,
        " transform=\"matrix(%.4f %.4f %.4f %.4f %s %s)\"",
        t.getScaleX(),
        t.getShearY(),
        t.getShearX(),
        t.getScaleY(),
        SvgPath.number(t.getTranslateX()),
        SvgPath.number(t.getTranslateY()));
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    fill(
        new TextLayout(text, getFontRenderContext())
            .getOutline(AffineTransform.getTranslateInstance(x, y)));
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    translate(x, y);
    fill(glyphs.getOutline());
    translate(-x, -y);
  }

  @Override
  public boolean drawImage(Image image, AffineTransform transform, ImageObserver observer) {
    int width = image.getWidth(observer);
    int height = image.getHeight(observer);
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D page = copy.createGraphics();
    page.drawImage(image, 0, 0, observer);
    page.dispose();
    AffineTransform place = getTransform();
    place.concatenate(transform);
    boolean hard =
        getRenderingHint(RenderingHints.KEY_INTERPOLATION)
            == RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR;
    Shape box = transform.createTransformedShape(new Rectangle2D.Double(0, 0, width, height));
    document.add(
        clipping(box),
        "<image width=\""
            + width
            + "\" height=\""
            + height
            + '"'
            + matrix(place)
            + (hard ? " style=\"image-rendering:pixelated\"" : "")
            + " href=\"data:image/png;base64,"
            + Base64.getEncoder().encodeToString(PngBytes.of(copy))
            + "\"/>");
    return true;
  }

  /** The attribute that keeps a shape inside the clip; empty where it is inside anyway. */
  private String clipping(Shape shape) {
    Shape clip = getClip();
    if (clip == null || clip.contains(shape.getBounds2D())) {
      return "";
    }
    String path = SvgPath.of(new Area(clip), getTransform());
    return document.clip(path.isEmpty() ? "M0 0" : path);
  }

  private String fillStyle() {
    StringBuilder style = new StringBuilder(" fill=\"").append(hex()).append('"');
    attribute(style, "fill-opacity", opacity(), 1);
    return style.toString();
  }

  private String hex() {
    Color color = color();
    return String.format(
        Locale.ROOT, "#%02x%02x%02x", color.getRed(), color.getGreen(), color.getBlue());
  }

  /** From 0, through which all is seen, to 1. */
  private double opacity() {
    double alpha = color().getAlpha() / 255.0;
    return getComposite() instanceof AlphaComposite composite
        ? alpha * composite.getAlpha()
        : alpha;
  }

  private Color color() {
    if (getPaint() instanceof Color color) {
      return color;
    }
    throw new UnsupportedOperationException(
        "a picture must be painted with plain colors, got " + getPaint());
  }

  private static void attribute(StringBuilder out, String name, double value, double usual) {
    if (value != usual) {
      out.append(' ').append(name).append("=\"").append(SvgPath.number(value)).append('"');
    }
  }

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }
}
