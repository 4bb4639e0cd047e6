package org.glasspcf.encoder;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.glasspcf.core.AtomicFile;
import org.glasspcf.core.GlassDataException;

/**
 * A 64×64 grayscale picture of a pair correlation function, 8 bits a pixel: what the autoencoder
 * reads and draws.
 *
 * <p>Pixels are stored row by row, the top row first; 0 is black, 255 is white. How a curve becomes
 * a picture and back is the business of a {@link PcfImageCodec}. Immutable. Source: paper, section
 * II ("64×64 grayscale image, 0–255").
 */
public final class PcfImage {
  /** Rows and columns of every image (pixels). */
  public static final int SIZE = 64;

  /** Pixels of every image. */
  public static final int PIXELS = SIZE * SIZE;

  private static final float WHITE = 255f;

  private static final int MOST_BYTES = 1 << 20;
  private static final byte[] SIGNATURE = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
  };
  // Width, height, bits, color type, compression, filter, interlacing and a checksum follow.
  private static final int WIDTH_AT = SIGNATURE.length;
  private static final int HEADER_BYTES = WIDTH_AT + 17;

  private final byte[] pixels;

  private PcfImage(byte[] pixels) {
    this.pixels = pixels;
  }

  /**
   * Makes an image of raw pixels.
   *
   * @param pixels 4,096 gray values, unsigned bytes, row by row from the top; copied
   * @return the image
   * @throws IllegalArgumentException if there are not 4,096 pixels
   */
  public static PcfImage of(byte[] pixels) {
    requirePixels(pixels.length);
    return new PcfImage(pixels.clone());
  }

  /**
   * Makes an image of intensities, each rounded to the nearest of 256 gray values.
   *
   * @param intensities 4,096 intensities from 0 (black) to 1 (white), row by row from the top
   * @return the image
   * @throws IllegalArgumentException if there are not 4,096 of them, or one is not in [0, 1]
   */
  public static PcfImage ofIntensities(float[] intensities) {
    requirePixels(intensities.length);
    byte[] pixels = new byte[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      float v = intensities[i];
      if (!(v >= 0 && v <= 1)) {
        throw new IllegalArgumentException(
            "an intensity must be in [0, 1], got "
                + v
                + " at row "
                + i / SIZE
                + ", column "
                + i % SIZE);
      }
      pixels[i] = (byte) (int) (v * WHITE + 0.5f);
    }
    return new PcfImage(pixels);
  }

  private static void requirePixels(int count) {
    if (count != PIXELS) {
      throw new IllegalArgumentException(
          "an image has " + PIXELS + " pixels (64×64), got " + count);
    }
  }

  /**
   * Returns one pixel.
   *
   * @param row the row, 0 (top) to 63
   * @param column the column, 0 (left, small r) to 63
   * @return the gray value, 0 to 255
   * @throws IndexOutOfBoundsException if row or column is outside the image
   */
  public int pixel(int row, int column) {
    if (row < 0 || row >= SIZE || column < 0 || column >= SIZE) {
      throw new IndexOutOfBoundsException(
          "row and column must be in 0..63, got " + row + ", " + column);
    }
    return pixels[row * SIZE + column] & 0xff;
  }

  /** Sums each column's gray values, row by row as they lie in memory. */
  int[] columnSums() {
    int[] sums = new int[SIZE];
    for (int i = 0; i < PIXELS; i += SIZE) {
      for (int column = 0; column < SIZE; column++) {
        sums[column] += pixels[i + column] & 0xff;
      }
    }
    return sums;
  }

  /**
   * Returns the pixels as the network sees them.
   *
   * @return 4,096 intensities, gray value / 255, row by row from the top
   */
  public float[] intensities() {
    float[] out = new float[PIXELS];
    intensities(out);
    return out;
  }

  /** Writes the intensities into an array. */
  void intensities(float[] out) {
    for (int i = 0; i < PIXELS; i++) {
      out[i] = (pixels[i] & 0xff) / WHITE;
    }
  }

  /**
   * Returns the mean squared difference of two images, the paper's image error.
   *
   * @param other the other image
   * @return the mean over all pixels of the squared difference of the intensities in 0–1 (1)
   */
  public double meanSquaredDifference(PcfImage other) {
    long sum = 0;
    for (int i = 0; i < PIXELS; i++) {
      long d = (pixels[i] & 0xff) - (other.pixels[i] & 0xff);
      sum += d * d;
    }
    return sum / (255.0 * 255.0 * PIXELS);
  }

  /**
   * Returns this image's mean squared difference from a black one: what the emptiest guess would
   * score.
   *
   * @return the mean over all pixels of the squared intensity (1)
   */
  public double meanSquare() {
    long sum = 0;
    for (byte p : pixels) {
      long v = p & 0xff;
      sum += v * v;
    }
    return sum / (255.0 * 255.0 * PIXELS);
  }

  /**
   * Returns a copy for Java's own image tools.
   *
   * @return a gray 8-bit image of 64×64 pixels
   */
  public BufferedImage toBufferedImage() {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, SIZE, SIZE, pixels.clone());
    return image;
  }

  /**
   * Writes the image as an 8-bit gray PNG. The file appears whole or not at all.
   *
   * @param file the file to write, replaced if it exists
   * @throws UncheckedIOException if it cannot be written
   */
  public void writePng(Path file) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(toBufferedImage(), "png", png);
      AtomicFile.write(file, png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the image " + file, e);
    }
  }

  /**
   * Reads a 64×64 8-bit gray PNG.
   *
   * @param file the file to read, at most 1 MiB
   * @return the image; reading what {@link #writePng} wrote gives an equal image
   * @throws GlassDataException if the file is missing, too long, no PNG, of another size, not 8-bit
   *     gray or damaged
   * @throws UncheckedIOException if it cannot be read
   */
  public static PcfImage readPng(Path file) {
    byte[] png;
    try (var in = Files.newInputStream(file)) {
      png = in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw GlassDataException.inFile(file.toString(), "the image file does not exist", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the image " + file, e);
    }
    requireGray64(png, file);
    BufferedImage image;
    try { // in memory: the overload for streams would ask for ImageIO's global cache folder
      image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
    } catch (IOException | RuntimeException e) { // the reader throws either at damaged bytes
      throw GlassDataException.inFile(file.toString(), "the PNG image is damaged: " + e, e);
    }
    if (image == null || image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
      throw GlassDataException.inFile(
          file.toString(), "an image must be 8-bit gray, without transparency");
    }
    return new PcfImage((byte[]) image.getRaster().getDataElements(0, 0, SIZE, SIZE, null));
  }

  /** Looks at the header itself: Java reads other formats too, and turns their pixels into gray. */
  private static void requireGray64(byte[] png, Path file) {
    if (png.length > MOST_BYTES) {
      throw GlassDataException.inFile(
          file.toString(), "an image file must be at most " + MOST_BYTES + " bytes long");
    }
    if (png.length < HEADER_BYTES
        || !Arrays.equals(png, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
      throw GlassDataException.inFile(file.toString(), "not an image in PNG format");
    }
    ByteBuffer header = ByteBuffer.wrap(png);
    int width = header.getInt(WIDTH_AT);
    int height = header.getInt(WIDTH_AT + 4);
    int bits = header.get(WIDTH_AT + 8);
    int colorType = header.get(WIDTH_AT + 9);
    if (width != SIZE || height != SIZE) {
      throw GlassDataException.inFile(
          file.toString(), "an image must be 64×64 pixels, got " + width + "×" + height);
    }
    if (bits != 8 || colorType != 0) {
      throw GlassDataException.inFile(
          file.toString(),
          "an image must be 8-bit gray (PNG color type 0), got "
              + bits
              + "-bit samples of color type "
              + colorType);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PcfImage image && Arrays.equals(pixels, image.pixels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pixels);
  }

  @Override
  public String toString() {
    return "PcfImage[64×64, mean square " + meanSquare() + "]";
  }
}
