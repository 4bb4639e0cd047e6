package org.glasspcf.pipeline.plot;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;

/**
 * What a {@link Graphics2D} must do besides painting: colors, fonts, transforms and clips are kept
 * by one of the Java runtime, so that texts measure the same as on an image; the many ways to paint
 * are led back to a few.
 */
abstract class SvgState extends Graphics2D {
  private final Graphics2D state;

  SvgState(Graphics2D state) {
    this.state = state;
  }

  final Graphics2D state() {
    return state;
  }

  private static UnsupportedOperationException unsupported(String what) {
    return new UnsupportedOperationException("a picture as SVG has no " + what);
  }

  @Override
  public final void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public final void drawString(AttributedCharacterIterator text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public final void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle(x, y, width, height));
  }

  @Override
  public final void clearRect(int x, int y, int width, int height) {
    Paint paint = getPaint();
    setColor(getBackground());
    fillRect(x, y, width, height);
    setPaint(paint);
  }

  @Override
  public final void drawRoundRect(int x, int y, int w, int h, int arcWidth, int arcHeight) {
    draw(new RoundRectangle2D.Double(x, y, w, h, arcWidth, arcHeight));
  }

  @Override
  public final void fillRoundRect(int x, int y, int w, int h, int arcWidth, int arcHeight) {
    fill(new RoundRectangle2D.Double(x, y, w, h, arcWidth, arcHeight));
  }

  @Override
  public final void drawOval(int x, int y, int width, int height) {
    draw(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public final void fillOval(int x, int y, int width, int height) {
    fill(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public final void drawArc(int x, int y, int width, int height, int start, int angle) {
    draw(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.OPEN));
  }

  @Override
  public final void fillArc(int x, int y, int width, int height, int start, int angle) {
    fill(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.PIE));
  }

  @Override
  public final void drawPolyline(int[] x, int[] y, int points) {
    Path2D path = new Path2D.Double();
    path.moveTo(x[0], y[0]);
    for (int i = 1; i < points; i++) {
      path.lineTo(x[i], y[i]);
    }
    draw(path);
  }

  @Override
  public final void drawPolygon(int[] x, int[] y, int points) {
    draw(new Polygon(x, y, points));
  }

  @Override
  public final void fillPolygon(int[] x, int[] y, int points) {
    fill(new Polygon(x, y, points));
  }

  @Override
  public final boolean drawImage(Image image, int x, int y, ImageObserver observer) {
    return drawImage(image, AffineTransform.getTranslateInstance(x, y), observer);
  }

  @Override
  public final boolean drawImage(
      Image image, int x, int y, int width, int height, ImageObserver observer) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(
        (double) width / image.getWidth(observer), (double) height / image.getHeight(observer));
    return drawImage(image, place, observer);
  }

  @Override
  public final boolean drawImage(Image image, int x, int y, Color under, ImageObserver observer) {
    return drawImage(
        image, x, y, image.getWidth(observer), image.getHeight(observer), under, observer);
  }

  @Override
  public final boolean drawImage(
      Image image, int x, int y, int width, int height, Color under, ImageObserver observer) {
    Paint paint = getPaint();
    setColor(under);
    fillRect(x, y, width, height);
    setPaint(paint);
    return drawImage(image, x, y, width, height, observer);
  }

  @Override
  public final boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      ImageObserver observer) {
    throw unsupported("parts of images");
  }

  @Override
  public final boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      Color under,
      ImageObserver observer) {
    throw unsupported("parts of images");
  }

  @Override
  public final void drawImage(BufferedImage image, BufferedImageOp operation, int x, int y) {
    drawImage(operation.filter(image, null), x, y, null);
  }

  @Override
  public final void drawRenderedImage(RenderedImage image, AffineTransform transform) {
    throw unsupported("rendered images");
  }

  @Override
  public final void drawRenderableImage(RenderableImage image, AffineTransform transform) {
    throw unsupported("renderable images");
  }

  @Override
  public final void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw unsupported("copies of areas");
  }

  @Override
  public final void setXORMode(Color other) {
    throw unsupported("XOR mode");
  }

  @Override
  public final void dispose() {
    state.dispose();
  }

  @Override
  public final boolean hit(Rectangle rectangle, Shape shape, boolean onStroke) {
    return state.hit(rectangle, shape, onStroke);
  }

  @Override
  public final GraphicsConfiguration getDeviceConfiguration() {
    return state.getDeviceConfiguration();
  }

  @Override
  public final void setComposite(Composite composite) {
    state.setComposite(composite);
  }

  @Override
  public final Composite getComposite() {
    return state.getComposite();
  }

  @Override
  public final void setPaint(Paint paint) {
    state.setPaint(paint);
  }

  @Override
  public final Paint getPaint() {
    return state.getPaint();
  }

  @Override
  public final void setColor(Color color) {
    state.setColor(color);
  }

  @Override
  public final Color getColor() {
    return state.getColor();
  }

  @Override
  public final void setPaintMode() {
    state.setPaintMode();
  }

  @Override
  public final void setStroke(Stroke stroke) {
    state.setStroke(stroke);
  }

  @Override
  public final Stroke getStroke() {
    return state.getStroke();
  }

  @Override
  public final void setBackground(Color color) {
    state.setBackground(color);
  }

  @Override
  public final Color getBackground() {
    return state.getBackground();
  }

  @Override
  public final void setRenderingHint(RenderingHints.Key key, Object value) {
    state.setRenderingHint(key, value);
  }

  @Override
  public final Object getRenderingHint(RenderingHints.Key key) {
    return state.getRenderingHint(key);
  }

  @Override
  public final void setRenderingHints(Map<?, ?> hints) {
    state.setRenderingHints(hints);
  }

  @Override
  public final void addRenderingHints(Map<?, ?> hints) {
    state.addRenderingHints(hints);
  }

  @Override
  public final RenderingHints getRenderingHints() {
    return state.getRenderingHints();
  }

  @Override
  public final Font getFont() {
    return state.getFont();
  }

  @Override
  public final void setFont(Font font) {
    state.setFont(font);
  }

  @Override
  public final FontMetrics getFontMetrics(Font font) {
    return state.getFontMetrics(font);
  }

  @Override
  public final FontRenderContext getFontRenderContext() {
    return state.getFontRenderContext();
  }

  @Override
  public final void translate(int x, int y) {
    state.translate(x, y);
  }

  @Override
  public final void translate(double x, double y) {
    state.translate(x, y);
  }

  @Override
  public final void rotate(double angle) {
    state.rotate(angle);
  }

  @Override
  public final void rotate(double angle, double x, double y) {
    state.rotate(angle, x, y);
  }

  @Override
  public final void scale(double x, double y) {
    state.scale(x, y);
  }

  @Override
  public final void shear(double x, double y) {
    state.shear(x, y);
  }

  @Override
  public final void transform(AffineTransform transform) {
    state.transform(transform);
  }

  @Override
  public final void setTransform(AffineTransform transform) {
    state.setTransform(transform);
  }

  @Override
  public final AffineTransform getTransform() {
    return state.getTransform();
  }

  @Override
  public final Rectangle getClipBounds() {
    return state.getClipBounds();
  }

  @Override
  public final Shape getClip() {
    return state.getClip();
  }

  @Override
  public final void clipRect(int x, int y, int width, int height) {
    state.clipRect(x, y, width, height);
  }

  @Override
  public final void clip(Shape shape) {
    state.clip(shape);
  }

  @Override
  public final void setClip(int x, int y, int width, int height) {
    state.setClip(x, y, width, height);
  }

  @Override
  public final void setClip(Shape shape) {
    state.setClip(shape);
  }
}
