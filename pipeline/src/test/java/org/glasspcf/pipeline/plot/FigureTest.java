package org.glasspcf.pipeline.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.encoder.TrainingHistory;
import org.glasspcf.encoder.TrainingHistory.Epoch;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.CurveBand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {
  private static final RadialGrid GRID = RadialGrid.uniform(10, 100);
  private static final int VERMILION = 0xFFD55E00;
  private static final int BLUE = 0xFF0072B2;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1, 800, 568", "2, 960, 388", "3, 1440, 388", "4, 960, 728", "9, 1440, 1068"})
  void panels_number_setsTheSize(int panels, int width, int height) throws IOException {
    Figure figure =
        CurvePanels.of("glass", Collections.nCopies(panels, CurvePanel.of("Si-O", peak(3))));
    BufferedImage image = read(figure);
    assertEquals(width, image.getWidth());
    assertEquals(height, image.getHeight());
    assertTrue(count(image, VERMILION) > 100 * panels, "pixels: " + count(image, VERMILION));
  }

  @Test
  void panel_withSimulationsAndBand_drawsBoth() throws IOException {
    GlassSample sample =
        GlassSample.of(
            GlassComposition.parse("SiO2"),
            ElementPair.of("Si", "O"),
            5000,
            List.of(peak(2), peak(5)));
    double[] upper = new double[100];
    Arrays.fill(upper, 60, 100, 6);
    CurveBand band =
        new CurveBand(
            BandLevel.NINETY_PERCENT,
            PairCorrelationFunction.of(peak(1).grid(), new double[100]),
            PairCorrelationFunction.of(peak(1).grid(), upper));
    BufferedImage image =
        read(
            CurvePanels.of(
                "glass",
                List.of(CurvePanel.of("Si-O", peak(3)).withSimulations(sample).withBand(band))));
    assertTrue(count(image, 0xFFD8D8D8) > 100);
    assertTrue(count(image, 0xFFF7D4BC) > 100);
  }

  @Test
  void panel_bandOnOtherBins_isRefused() {
    CurvePanel panel = CurvePanel.of("Si-O", peak(3));
    PairCorrelationFunction other =
        PairCorrelationFunction.of(RadialGrid.uniform(10, 7), new double[7]);
    CurveBand band = new CurveBand(BandLevel.FIFTY_PERCENT, other, other);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> panel.withBand(band));
    assertTrue(refused.getMessage().contains("prediction's grid"), refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> CurvePanels.of("none", List.of()));
  }

  @Test
  void importance_barsOfEitherSign_areDrawnWithErrors() throws IOException {
    ImportancePlot.Bar up = new ImportancePlot.Bar("base.SiO2", 0.3, 0.05);
    ImportancePlot.Bar down = new ImportancePlot.Bar("base.B2O3", -0.1, 0);
    ImportancePlot.Group group = new ImportancePlot.Group("slots", List.of(up, down));
    BufferedImage one = read(ImportancePlot.of("rise", List.of(group)));
    assertEquals(1000, one.getWidth());
    assertTrue(count(one, BLUE) > 4000, "pixels: " + count(one, BLUE));
    ImportancePlot.Group none = new ImportancePlot.Group("none", List.of());
    BufferedImage two = read(ImportancePlot.of("rise", List.of(group, none)));
    assertTrue(two.getHeight() > one.getHeight());
    assertEquals(count(one, BLUE), count(two, BLUE));
  }

  @Test
  void importance_noGroupOrNoNumber_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> ImportancePlot.of("rise", List.of()));
    for (double[] bad : new double[][] {{Double.NaN, 0}, {1, -0.1}, {1, Double.NaN}}) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> new ImportancePlot.Bar("base.SiO2", bad[0], bad[1]));
      assertTrue(refused.getMessage().contains("base.SiO2"), refused.getMessage());
    }
  }

  @Test
  void roads_drawCurvesAndDifferencesOfBoth() throws IOException {
    GlassSample sample =
        GlassSample.of(
            GlassComposition.parse("SiO2"),
            ElementPair.of("Si", "O"),
            5000,
            List.of(peak(2), peak(5)));
    RoadPanel panel = new RoadPanel(sample, peak(3.4), peak(3));
    BufferedImage one = read(RoadsPlot.of("SiO2", List.of(panel)));
    assertEquals(1000, one.getWidth());
    assertTrue(count(one, BLUE) > 500, "pixels: " + count(one, BLUE));
    assertTrue(count(one, VERMILION) > 500, "pixels: " + count(one, VERMILION));
    assertEquals(1700, RoadsPlot.of("SiO2", Collections.nCopies(6, panel)).width());
  }

  @Test
  void roads_onOtherBinsOrNone_areRefused() {
    GlassSample sample =
        GlassSample.of(
            GlassComposition.parse("SiO2"), ElementPair.of("Si", "O"), 5000, List.of(peak(2)));
    PairCorrelationFunction other =
        PairCorrelationFunction.of(RadialGrid.uniform(10, 7), new double[7]);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new RoadPanel(sample, peak(3), other));
    assertTrue(refused.getMessage().contains("simulations' grid"), refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> RoadsPlot.of("none", List.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 60, 800})
  void loss_anyNumberOfEpochs_isDrawn(int epochs) throws IOException {
    List<Epoch> losses =
        IntStream.range(0, epochs)
            .mapToObj(i -> new Epoch(0.1 / (i + 1), OptionalDouble.of(0.2 / (i + 1))))
            .toList();
    BufferedImage image = read(LossPlot.of(new TrainingHistory(losses, epochs)));
    assertEquals(1000, image.getWidth());
    assertEquals(640, image.getHeight());
    assertTrue(count(image, BLUE) > 20, "pixels: " + count(image, BLUE));
    assertTrue(count(image, VERMILION) > 20, "pixels: " + count(image, VERMILION));
  }

  @Test
  void loss_zero_isDrawn() throws IOException {
    read(LossPlot.of(new TrainingHistory(List.of(new Epoch(0, OptionalDouble.empty())), 1)));
  }

  @Test
  void parity_isSquare() throws IOException {
    BufferedImage image =
        read(ParityPlot.of("all", List.of(peak(3), peak(2)), List.of(peak(2), peak(3))));
    assertEquals(900, image.getWidth());
    assertEquals(900, image.getHeight());
  }

  @Test
  void parity_countsOrGridsDiffer_isRefused() {
    PairCorrelationFunction coarse =
        PairCorrelationFunction.of(RadialGrid.uniform(10, 2), new double[] {0, 1});
    assertThrows(
        IllegalArgumentException.class, () -> ParityPlot.of("x", List.of(peak(1)), List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> ParityPlot.of("x", List.of(peak(1)), List.of(coarse)));
  }

  @Test
  void figure_inAnotherLocale_isTheSameToTheByte() {
    Locale before = Locale.getDefault();
    byte[] here = CurvePanels.of("g", List.of(CurvePanel.of("Si-O", peak(1.3)))).png();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertArrayEquals(here, CurvePanels.of("g", List.of(CurvePanel.of("Si-O", peak(1.3)))).png());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void writePng_replacesTheFileAndLeavesNothingElse() throws IOException {
    Figure figure = ParityPlot.of("all", List.of(peak(3)), List.of(peak(2)));
    Path file = Files.writeString(folder.resolve("parity.png"), "old");
    figure.writePng(file);
    assertArrayEquals(figure.png(), Files.readAllBytes(file));
    assertEquals(List.of(file), list());
  }

  @Test
  void writePng_folderMissing_saysWhich() {
    Path file = folder.resolve("missing").resolve("parity.png");
    Figure figure = ParityPlot.of("all", List.of(peak(3)), List.of(peak(2)));
    UncheckedIOException failure =
        assertThrows(UncheckedIOException.class, () -> figure.writePng(file));
    assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static PairCorrelationFunction peak(double height) {
    double[] values = new double[100];
    for (int i = 0; i < values.length; i++) {
      double distance = GRID.center(i) - 2;
      values[i] = height * Math.exp(-10 * distance * distance) + (i > 25 ? 1 : 0);
    }
    return PairCorrelationFunction.of(GRID, values);
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
