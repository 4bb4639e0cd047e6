package org.glasspcf.pipeline.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.glasspcf.core.AtomicFile;

/** A finished picture. Immutable. */
public final class Figure {
  private final int width;
  private final int height;
  private final byte[] png;

  private Figure(int width, int height, byte[] png) {
    this.width = width;
    this.height = height;
    this.png = png;
  }

  static Figure of(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // The stream overload would ask for ImageIO's global cache folder.
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("the Java runtime must be able to write PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Figure(image.getWidth(), image.getHeight(), bytes.toByteArray());
  }

  /**
   * Returns the width.
   *
   * @return width (pixels)
   */
  public int width() {
    return width;
  }

  /**
   * Returns the height.
   *
   * @return height (pixels)
   */
  public int height() {
    return height;
  }

  /**
   * Returns the picture as the content of a PNG file.
   *
   * @return the bytes, a fresh copy
   */
  public byte[] png() {
    return png.clone();
  }

  /**
   * Writes a PNG file: beside its place first, then moved onto it, so that the file is always
   * whole.
   *
   * @param file the file, replaced if it exists; its folder must exist
   * @throws UncheckedIOException if it cannot be written; what stood there stays
   */
  public void writePng(Path file) {
    try {
      AtomicFile.write(file, png);
    } catch (IOException e) {
      throw new UncheckedIOException("the picture " + file + " cannot be written: " + e, e);
    }
  }
}
