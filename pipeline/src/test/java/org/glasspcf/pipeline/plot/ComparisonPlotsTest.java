package org.glasspcf.pipeline.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.glasspcf.encoder.PcfImage;
import org.glasspcf.encoder.TrainingHistory;
import org.glasspcf.encoder.TrainingHistory.Epoch;
import org.glasspcf.pipeline.plot.ParityPanel.Points;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses, parities and images that stand beside each other. */
class ComparisonPlotsTest {
  private static final Points NONE = new Points(new double[0], new double[0]);

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 800})
  void losses_twoTrainings_haveTwoColors(int epochs) throws IOException {
    Map<String, TrainingHistory> histories = new LinkedHashMap<>();
    histories.put("by curve", history(epochs, 0.1));
    histories.put("by glass", history(epochs, 0.5));
    BufferedImage image = read(LossPlot.compare("Losses", histories, Map.of("black image", 0.03)));
    assertEquals(1000, image.getWidth());
    assertEquals(640, image.getHeight());
    assertTrue(count(image, 0xFF0072B2) > 20);
    assertTrue(count(image, 0xFFD55E00) > 20);
  }

  @Test
  void losses_none_areRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> LossPlot.compare("Losses", Map.of(), Map.of()));
  }

  private static TrainingHistory history(int epochs, double first) {
    return new TrainingHistory(
        IntStream.range(0, epochs)
            .mapToObj(i -> new Epoch(first / (i + 1), OptionalDouble.of(2 * first / (i + 1))))
            .toList(),
        epochs);
  }

  @ParameterizedTest
  @CsvSource({"1, 640, 668", "2, 1280, 668", "4, 1280, 1288"})
  void parity_number_setsTheSize(int panels, int width, int height) throws IOException {
    Points points = new Points(new double[] {-1, 2}, new double[] {0, 1});
    ParityPanel panel = new ParityPanel("latents", "latent (1)", points, points);
    BufferedImage image = read(ParityPanels.of("heading", Collections.nCopies(panels, panel)));
    assertEquals(width, image.getWidth());
    assertEquals(height, image.getHeight());
  }

  @Test
  void parity_pointsOfOneSideOnly_areDrawn() throws IOException {
    Points points = new Points(new double[] {1, 2}, new double[] {1, 2});
    read(ParityPanels.of("h", List.of(new ParityPanel("t", "g(r)", points, NONE))));
    read(ParityPanels.of("h", List.of(new ParityPanel("t", "g(r)", NONE, points))));
  }

  @Test
  void parity_nothingToDraw_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ParityPanel("t", "g", NONE, NONE));
    assertThrows(IllegalArgumentException.class, () -> ParityPanels.of("h", List.of()));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new Points(new double[2], new double[3]));
    assertTrue(refused.getMessage().contains("got 2 and 3"), refused.getMessage());
  }

  @Test
  void images_arePixelsOfFourByFour() throws IOException {
    float[] intensities = new float[PcfImage.PIXELS];
    intensities[PcfImage.PIXELS - 1] = 1;
    PcfImage corner = PcfImage.ofIntensities(intensities);
    PcfImage black = PcfImage.ofIntensities(new float[PcfImage.PIXELS]);
    ImagePair pair = new ImagePair("SiO2  Si-O", corner, black);
    assertEquals(1.0 / PcfImage.PIXELS, pair.mse(), 1e-12);
    BufferedImage image = read(ImagePairs.of("heading", "reconstruction", List.of(pair)));
    assertEquals(600, image.getWidth());
    assertEquals(404, image.getHeight());
    // The last pixel of the original, inside its frame, and the black one beside it.
    assertEquals(0xFFFFFFFF, image.getRGB(36 + 254, 48 + 34 + 254));
    assertEquals(0xFF000000, image.getRGB(36 + 251, 48 + 34 + 254));
    assertEquals(0xFF000000, image.getRGB(36 + 256 + 16 + 254, 48 + 34 + 254));
    assertEquals(1800, read(ImagePairs.of("h", "r", Collections.nCopies(3, pair))).getWidth());
  }

  @Test
  void images_none_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> ImagePairs.of("h", "r", List.of()));
  }

  private static BufferedImage read(Figure figure) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(figure.png()));
    assertEquals(figure.width(), image.getWidth());
    assertEquals(figure.height(), image.getHeight());
    return image;
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
}
