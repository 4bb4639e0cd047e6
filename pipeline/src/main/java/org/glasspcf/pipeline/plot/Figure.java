package org.glasspcf.pipeline.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.glasspcf.core.AtomicFile;

/**
 * A picture that can be had as PNG, as SVG or as an image. Immutable and safe to share between
 * threads; it is painted anew on each request, the same to the byte. No display is needed.
 *
 * <pre>{@code
 * GlassComposition glass = GlassComposition.parse("60SiO2-20B2O3-20Na2O");
 * PcfPrediction siO = GlassPcfPipeline.pretrained().predict(glass, ElementPair.of("Si", "O"));
 * Figure figure = GlassPlot.of(siO).figure();
 * figure.write(Path.of("g.svg"));
 * figure.scaled(2).write(Path.of("g.png")); // twice as many pixels
 * }</pre>
 */
public final class Figure {
  private static final int MOST_PIXELS = 20_000;

  private final String title;
  private final int width;
  private final int height;
  private final double scale;
  private final FigurePainter painter;

  private Figure(String title, int width, int height, double scale, FigurePainter painter) {
    this.title = Objects.requireNonNull(title, "title");
    this.width = width;
    this.height = height;
    this.scale = scale;
    this.painter = painter;
  }

  /**
   * A figure of its own size.
   *
   * @param title what it shows, for those who do not see it
   * @param width (pixels)
   * @param height (pixels)
   * @param painter paints it
   */
  static Figure of(String title, int width, int height, FigurePainter painter) {
    return new Figure(title, width, height, 1, painter);
  }

  /**
   * Returns the same picture in another size: more pixels for print, fewer for a thumbnail. Letters
   * and lines grow with it.
   *
   * @param factor of width and height against this one
   * @return a changed copy
   * @throws IllegalArgumentException if the factor is not above 0, or a side would have no pixel or
   *     more than 20,000
   */
  public Figure scaled(double factor) {
    Figure changed = new Figure(title, width, height, scale * factor, painter);
    int least = Math.min(changed.width(), changed.height());
    int most = Math.max(changed.width(), changed.height());
    if (!(factor > 0) || least < 1 || most > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "a picture must have sides of 1 to 20,000 pixels, got "
              + width()
              + "×"
              + height()
              + " times "
              + factor);
    }
    return changed;
  }

  /**
   * Returns what the picture shows, as screen readers say it.
   *
   * @return the title
   */
  public String title() {
    return title;
  }

  /**
   * Returns the width.
   *
   * @return width (pixels)
   */
  public int width() {
    return (int) Math.round(width * scale);
  }

  /**
   * Returns the height.
   *
   * @return height (pixels)
   */
  public int height() {
    return (int) Math.round(height * scale);
  }

  /**
   * Paints the picture, on a page of {@link #width()} × {@link #height()} pixels or whatever stands
   * for them, such as the points of a PDF page.
   *
   * @param page where to paint, from its origin on; its state does not change
   */
  public void paint(Graphics2D page) {
    Graphics2D own = (Graphics2D) page.create();
    try {
      if (scale != 1) {
        own.scale(scale, scale);
      }
      painter.paint(own);
    } finally {
      own.dispose();
    }
  }

  /**
   * Returns the picture as an image.
   *
   * @return a fresh image of {@link #width()} × {@link #height()} pixels
   */
  public BufferedImage image() {
    BufferedImage image = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D page = image.createGraphics();
    try {
      paint(page);
    } finally {
      page.dispose();
    }
    return image;
  }

  /**
   * Returns the picture as the content of a PNG file.
   *
   * @return the bytes
   */
  public byte[] png() {
    return PngBytes.of(image());
  }

  /**
   * Returns the picture as an SVG element, which can stand in a file of its own or inside a web
   * page. It refers to nothing outside itself and says the {@link #title()} to screen readers;
   * lengths are rounded to 0.01 pixels.
   *
   * @return the element, without an XML declaration
   */
  public String svg() {
    SvgDocument document = new SvgDocument();
    SvgCanvas canvas = SvgCanvas.on(document);
    try {
      painter.paint(canvas);
    } finally {
      canvas.dispose();
    }
    return document.toXml(title, width, height, scale);
  }

  /**
   * Writes a PNG or SVG file, as its ending asks.
   *
   * @param file the file, which ends in {@code .png} or {@code .svg}; replaced if it exists; its
   *     folder must exist
   * @throws IllegalArgumentException if it ends otherwise
   * @throws UncheckedIOException if it cannot be written; what stood there stays
   */
  public void write(Path file) {
    write(
        file,
        switch (PictureFormat.of(file)) {
          case PNG -> png();
          case SVG -> svgFile();
        });
  }

  /**
   * Writes a PNG file: beside its place first, then moved onto it, so that the file is always
   * whole.
   *
   * @param file the file, replaced if it exists; its folder must exist
   * @throws UncheckedIOException if it cannot be written; what stood there stays
   */
  public void writePng(Path file) {
    write(file, png());
  }

  /**
   * Writes an SVG file (UTF-8): beside its place first, then moved onto it, so that the file is
   * always whole.
   *
   * @param file the file, replaced if it exists; its folder must exist
   * @throws UncheckedIOException if it cannot be written; what stood there stays
   */
  public void writeSvg(Path file) {
    write(file, svgFile());
  }

  private byte[] svgFile() {
    return svg().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Path file, byte[] bytes) {
    try {
      AtomicFile.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("the picture " + file + " cannot be written: " + e, e);
    }
  }
}
