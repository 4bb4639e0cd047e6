package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.glasspcf.core.GlassDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcfImageTest {
  private static PcfImage random(long seed) {
    byte[] pixels = new byte[PcfImage.PIXELS];
    new Random(seed).nextBytes(pixels);
    return PcfImage.of(pixels);
  }

  @Test
  void png_writtenAndRead_isEqual(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("image.png");
    PcfImage image = random(1);
    image.writePng(file);
    assertEquals(image, PcfImage.readPng(file));
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count(), "no temporary file stays");
    }
  }

  @Test
  void readPng_otherSize_namesBothSizes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("small.png");
    ImageIO.write(new BufferedImage(8, 9, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
    var e = assertThrows(GlassDataException.class, () -> PcfImage.readPng(file));
    assertTrue(e.getMessage().contains("must be 64×64 pixels, got 8×9"), e.getMessage());
    assertTrue(e.getMessage().contains("small.png"), e.getMessage());
  }

  @Test
  void readPng_color_isRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("color.png");
    ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    var e = assertThrows(GlassDataException.class, () -> PcfImage.readPng(file));
    assertTrue(e.getMessage().contains("must be 8-bit gray"), e.getMessage());
  }

  @Test
  void readPng_missingOrNoImage_saysSo(@TempDir Path folder) throws IOException {
    var missing =
        assertThrows(GlassDataException.class, () -> PcfImage.readPng(folder.resolve("none.png")));
    assertTrue(missing.getMessage().contains("does not exist"), missing.getMessage());
    Path text = Files.writeString(folder.resolve("text.png"), "no image");
    var e = assertThrows(GlassDataException.class, () -> PcfImage.readPng(text));
    assertTrue(e.getMessage().contains("not an image"), e.getMessage());
  }

  @Test
  void intensities_roundToTheNearestGray() {
    float[] intensities = new float[PcfImage.PIXELS];
    intensities[0] = 1;
    intensities[1] = 0.499f / 255;
    intensities[2] = 0.501f / 255;
    PcfImage image = PcfImage.ofIntensities(intensities);
    assertEquals(255, image.pixel(0, 0));
    assertEquals(0, image.pixel(0, 1));
    assertEquals(1, image.pixel(0, 2));
    assertEquals(image, PcfImage.ofIntensities(image.intensities()));
  }

  @Test
  void intensities_outsideZeroToOne_areRefused() {
    for (float bad : new float[] {-0.01f, 1.01f, Float.NaN}) {
      float[] intensities = new float[PcfImage.PIXELS];
      intensities[65] = bad;
      var e =
          assertThrows(IllegalArgumentException.class, () -> PcfImage.ofIntensities(intensities));
      assertEquals(
          "an intensity must be in [0, 1], got " + bad + " at row 1, column 1", e.getMessage());
    }
  }

  @Test
  void differences_ofBlackAndWhite_areOne() {
    PcfImage black = PcfImage.of(new byte[PcfImage.PIXELS]);
    float[] ones = new float[PcfImage.PIXELS];
    java.util.Arrays.fill(ones, 1);
    PcfImage white = PcfImage.ofIntensities(ones);
    assertEquals(1, black.meanSquaredDifference(white));
    assertEquals(1, white.meanSquare());
    assertEquals(0, black.meanSquare());
    assertNotEquals(black, white);
  }

  @Test
  void pixels_areCopied() {
    byte[] pixels = new byte[PcfImage.PIXELS];
    PcfImage image = PcfImage.of(pixels);
    pixels[0] = 9;
    assertEquals(0, image.pixel(0, 0));
    assertThrows(IllegalArgumentException.class, () -> PcfImage.of(new byte[10]));
    assertThrows(IndexOutOfBoundsException.class, () -> image.pixel(64, 0));
  }
}
