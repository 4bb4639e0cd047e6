package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.glasspcf.core.GlassDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_INT_ARGB
      })
  void readPng_otherPixels_areRefused(int type, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("other.png");
    ImageIO.write(new BufferedImage(64, 64, type), "png", file.toFile());
    var e = assertThrows(GlassDataException.class, () -> PcfImage.readPng(file));
    assertTrue(e.getMessage().contains("other.png: an image must be 8-bit gray"), e.getMessage());
  }

  @Test
  void readPng_grayJpeg_isRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("image.png");
    assertTrue(ImageIO.write(random(1).toBufferedImage(), "jpeg", file.toFile()));
    var e = assertThrows(GlassDataException.class, () -> PcfImage.readPng(file));
    assertTrue(e.getMessage().contains("not an image in PNG format"), e.getMessage());
  }

  @Test
  void readPng_damaged_namesTheFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("image.png");
    random(1).writePng(file);
    byte[] png = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(png, png.length / 2));
    var e = assertThrows(GlassDataException.class, () -> PcfImage.readPng(file));
    assertTrue(e.getMessage().contains("image.png: the PNG image is damaged"), e.getMessage());
    Files.write(file, new byte[(1 << 20) + 1]);
    var tooLong = assertThrows(GlassDataException.class, () -> PcfImage.readPng(file));
    assertTrue(tooLong.getMessage().contains("at most 1048576 bytes"), tooLong.getMessage());
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = png.clone();
      damaged[random.nextInt(i % 2 == 0 ? 60 : png.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      try {
        PcfImage.readPng(file);
      } catch (GlassDataException refused) {
        assertTrue(refused.getMessage().contains("image.png: "), refused.getMessage());
      }
    }
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
