package org.glasspcf.pipeline.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

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
    Path target = file.toAbsolutePath();
    Path unfinished = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      try {
        Files.write(unfinished, png);
        move(unfinished, target);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the picture " + file + " cannot be written: " + e, e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
