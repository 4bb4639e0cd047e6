package org.glasspcf.pipeline.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanPanelsTest {
  private static final int BLUE = 0xFF0072B2;
  private static final int VERMILION = 0xFFD55E00;
  private static final int GRAY = 0xFF707070;

  @ParameterizedTest
  @CsvSource({"1, 1000, 648", "2, 1280, 488", "4, 1280, 928"})
  void panels_number_setsTheSize(int panels, int width, int height) throws IOException {
    BufferedImage image = draw(Collections.nCopies(panels, panel(false, 0.1)));
    assertEquals(width, image.getWidth());
    assertEquals(height, image.getHeight());
    assertTrue(count(image, BLUE) > 100 * panels);
    assertTrue(count(image, VERMILION) > 100 * panels);
    assertTrue(count(image, GRAY) > 20 * panels);
  }

  @Test
  void band_isDrawnWhereSeedsDiffer() throws IOException {
    // Blue at 22 % over white.
    int shade = 0xFFC7DFEE;
    assertTrue(near(draw(List.of(panel(false, 0.1))), shade) > 500);
    // Smoothed edges of letters may have the shade too.
    assertTrue(near(draw(List.of(panel(false, 0))), shade) < 100);
  }

  @Test
  void doublingAxis_hasTicks() throws IOException {
    // Labels below the frame are the only difference that the axis makes there.
    BufferedImage image = draw(List.of(panel(true, 0)));
    int dark = 0;
    for (int y = 560; y < 600; y++) {
      for (int x = 100; x < 990; x++) {
        dark += (image.getRGB(x, y) & 0xFF) < 100 ? 1 : 0;
      }
    }
    assertTrue(dark > 100, "dark pixels: " + dark);
  }

  @Test
  void singleSetting_isDrawn() throws IOException {
    ScanSeries one = new ScanSeries("test", new double[] {8}, new double[] {1}, new double[1]);
    draw(List.of(new ScanPanel("t", "x", "y", true, List.of(one), OptionalDouble.of(8))));
  }

  @Test
  void series_numbersThatBreakARule_areRefusedWithThem() {
    double[] two = {1, 2};
    assertRefused("got 2, 1 and 2", () -> new ScanSeries("s", two, new double[1], two));
    assertRefused(
        "point 1 is 1.0", () -> new ScanSeries("s", new double[] {1, 1}, two, new double[2]));
    assertRefused("± -1.0", () -> new ScanSeries("s", two, two, new double[] {0, -1}));
    assertRefused(
        "NaN", () -> new ScanSeries("s", two, new double[] {Double.NaN, 0}, new double[2]));
  }

  @Test
  void panel_withoutSeriesOrBelowAnAxisOfDoublings_isRefused() {
    assertRefused(
        "got 0", () -> new ScanPanel("t", "x", "y", false, List.of(), OptionalDouble.empty()));
    ScanSeries zero = new ScanSeries("s", new double[1], new double[1], new double[1]);
    assertRefused(
        "above 0, got 0.0",
        () -> new ScanPanel("t", "x", "y", true, List.of(zero), OptionalDouble.empty()));
    assertRefused("at least one panel", () -> ScanPanels.of("h", "mark", List.of()));
  }

  private static void assertRefused(String words, Runnable call) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, call::run);
    assertTrue(refused.getMessage().contains(words), refused.getMessage());
  }

  private static ScanPanel panel(boolean doubling, double deviation) {
    double[] x = {1, 2, 4, 8};
    double[] deviations = {deviation, deviation, deviation, deviation};
    return new ScanPanel(
        "trees",
        "number of trees",
        "MSE",
        doubling,
        List.of(
            new ScanSeries("training", x, new double[] {0.4, 0.3, 0.2, 0.2}, deviations),
            new ScanSeries("test", x, new double[] {0.9, 0.8, 0.7, 0.7}, new double[4])),
        OptionalDouble.of(4));
  }

  private static BufferedImage draw(List<ScanPanel> panels) throws IOException {
    return ImageIO.read(
        new ByteArrayInputStream(ScanPanels.of("heading", "the paper's", panels).png()));
  }

  private static int count(BufferedImage image, int color) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) == color ? 1 : 0;
      }
    }
    return count;
  }

  private static int near(BufferedImage image, int color) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
          most = Math.max(most, Math.abs((rgb >> shift & 0xFF) - (color >> shift & 0xFF)));
        }
        count += most <= 3 ? 1 : 0;
      }
    }
    return count;
  }
}
