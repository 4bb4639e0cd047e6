package org.glasspcf.pipeline.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PanelStackTest {
  private static final RadialGrid GRID = RadialGrid.uniform(10, 500);
  private static final ElementPair SI_O = ElementPair.of("Si", "O");
  private static final int BLUE = 0xFF0072B2;
  private static final int VERMILION = 0xFFD55E00;
  private static final int BLACK = 0xFF000000;

  @ParameterizedTest
  @CsvSource({"1, 1000", "3, 1000", "5, 1000", "6, 1700", "10, 1700", "15, 2350", "28, 2350"})
  void partials_number_setsTheColumns(int pairs, int width) throws IOException {
    Figure figure = PartialsPlot.of("glass", Collections.nCopies(pairs, panel(3)));
    BufferedImage image = read(figure);
    assertEquals(width, image.getWidth());
    assertTrue(count(image, BLUE) > 400 * pairs, "pixels: " + count(image, BLUE));
    assertTrue(count(image, VERMILION) > 50 * pairs, "pixels: " + count(image, VERMILION));
  }

  @Test
  void partials_withoutCoordination_haveNoRightAxis() throws IOException {
    BufferedImage image = read(PartialsPlot.of("g", List.of(PartialPanel.of(SI_O, curve(3, 2)))));
    assertEquals(0, count(image, VERMILION));
  }

  @Test
  void partials_frames_beginAndEndAtOnePlaceWhateverTheirNumbers() throws IOException {
    List<PartialPanel> panels = List.of(panel(3), panel(1200), panel(0.4));
    BufferedImage image = read(PartialsPlot.of("glass", panels));
    // Only the frames' sides are black over hundreds of rows.
    List<Integer> sides = new ArrayList<>();
    for (int x = 0; x < image.getWidth(); x++) {
      int black = 0;
      for (int y = 0; y < image.getHeight(); y++) {
        black += image.getRGB(x, y) == BLACK ? 1 : 0;
      }
      if (black > 600) {
        sides.add(x);
      }
    }
    assertEquals(2, sides.stream().filter(x -> !sides.contains(x - 1)).count(), sides.toString());
  }

  @Test
  void partials_coordinationOfWrongLength_isRefused() {
    PartialPanel panel = PartialPanel.of(SI_O, curve(3, 2));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> panel.withCoordination(new double[499]));
    assertEquals("n(r) must have one value a bin, 500, got 499", refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> PartialsPlot.of("none", List.of()));
  }

  @Test
  void neighbors_insideABin_areSpreadEvenlyOverItsVolume() {
    RadialGrid grid = RadialGrid.uniform(2, 2);
    double[] n = {1, 8};
    assertEquals(1, PartialsPlot.at(grid, n, 1), 1e-12);
    assertEquals(1 + 7 * (Math.pow(1.5, 3) - 1) / 7, PartialsPlot.at(grid, n, 1.5), 1e-12);
    assertEquals(8, PartialsPlot.at(grid, n, 2), 1e-12);
    assertEquals(8, PartialsPlot.at(grid, n, 3), 1e-12);
    assertEquals(0, PartialsPlot.at(grid, n, 0), 1e-12);
  }

  @Test
  void partials_curveOfZeros_isDrawn() throws IOException {
    PairCorrelationFunction nothing = PairCorrelationFunction.of(GRID, new double[500]);
    PartialPanel panel = PartialPanel.of(SI_O, nothing).withCoordination(new double[500]);
    assertEquals(1000, read(PartialsPlot.of("glass", List.of(panel))).getWidth());
  }

  @Test
  void label_curveBelowIt_lengthensTheAxisUntilTheCurveIsClear() throws IOException {
    // High at the right end, where the label stands.
    double[] x = {0, 1, 2};
    double[] y = {0, 0, 1};
    BufferedImage image =
        read(
            StructureFactorPlot.of("")
                .withPanel("a label", List.of(new NamedCurve("MD", x, y)))
                .draw());
    int highestBlue = image.getHeight();
    int frameTop = -1;
    for (int row = 0; row < image.getHeight(); row++) {
      int blue = 0;
      int black = 0;
      for (int column = 0; column < image.getWidth(); column++) {
        blue += image.getRGB(column, row) == BLUE ? 1 : 0;
        black += image.getRGB(column, row) == BLACK ? 1 : 0;
      }
      frameTop = frameTop < 0 && black > 500 ? row : frameTop;
      highestBlue = Math.min(highestBlue, blue > 0 ? row : highestBlue);
    }
    assertTrue(frameTop > 0 && highestBlue > frameTop + 30, frameTop + ", " + highestBlue);
  }

  @Test
  void structureFactor_equalNames_haveOneColorInAllFrames() throws IOException {
    double[] q = {0, 1, 20};
    NamedCurve md = new NamedCurve("MD", q, new double[] {0, 1, 1});
    NamedCurve predicted = new NamedCurve("predicted", q, new double[] {0, 1.2, 1});
    BufferedImage both =
        read(
            StructureFactorPlot.of("SiO2")
                .withPanel("neutrons", List.of(md, predicted))
                .withPanel("X-rays", List.of(predicted))
                .withMarks(List.of(new PlotMark(1.52, "FSDP")))
                .withNote("The resolution in Q is 0.6 Å⁻¹.")
                .draw());
    BufferedImage one =
        read(StructureFactorPlot.of("SiO2").withPanel("X-rays", List.of(predicted)).draw());
    int middle = both.getHeight() / 2 + 40;
    BufferedImage lower = both.getSubimage(0, middle, both.getWidth(), both.getHeight() - middle);
    assertEquals(0, count(lower, BLUE));
    assertTrue(count(lower, VERMILION) > 500, "pixels: " + count(lower, VERMILION));
    assertEquals(0, count(one, VERMILION));
    assertTrue(count(one, BLUE) > 1000);
  }

  @Test
  void structureFactor_withoutPanelOrCurve_isRefused() {
    StructureFactorPlot empty = StructureFactorPlot.of("SiO2");
    assertThrows(IllegalArgumentException.class, empty::draw);
    assertThrows(IllegalArgumentException.class, () -> empty.withPanel("neutrons", List.of()));
  }

  @Test
  void totalCorrelation_marksAndNote_makeRoomForThemselves() throws IOException {
    NamedCurve curve = new NamedCurve("MD", GRID.centers(), curve(3, 1.6).values());
    TotalCorrelationPlot plain = TotalCorrelationPlot.of("SiO2", "T(r) (Å⁻²)", List.of(curve));
    TotalCorrelationPlot marked =
        plain.withMarks(
            List.of(
                new PlotMark(1.62, "Si–O 1.62"),
                new PlotMark(2.6, "O–O 2.60"),
                new PlotMark(3.1, "Si–Si 3.1"),
                new PlotMark(99, "beyond the curve")));
    TotalCorrelationPlot noted = marked.withNote("a word ".repeat(40));
    int height = plain.draw().height();
    int levels = marked.draw().height() - height;
    assertTrue(levels > 70 && levels < 100, "three levels of labels: " + levels);
    assertTrue(noted.draw().height() > height + levels + 50, "a note of several lines");
    assertThrows(
        IllegalArgumentException.class,
        () -> TotalCorrelationPlot.of("SiO2", "T(r) (Å⁻²)", List.of()));
  }

  @Test
  void figure_inAnotherLocale_isTheSameToTheByte() {
    Locale before = Locale.getDefault();
    byte[] here = PartialsPlot.of("g", List.of(panel(1.3))).png();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertArrayEquals(here, PartialsPlot.of("g", List.of(panel(1.3))).png());
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({"1.52:FSDP, 1.52, FSDP", "2.6, 2.6, ''", "' 3.1 : Si-Si ', 3.1, Si-Si"})
  void mark_text_isReadWithOrWithoutLabel(String text, double position, String label) {
    assertEquals(new PlotMark(position, label), PlotMark.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FSDP", "", ":FSDP", "1,52:FSDP", "NaN:x"})
  void mark_withoutFinitePosition_isRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> PlotMark.parse(text));
  }

  @Test
  void curve_badPoints_areRefusedByName() {
    double[] two = {1, 2};
    for (double[][] bad :
        new double[][][] {
          {two, {1}}, {{1}, {1}}, {two, {1, Double.NaN}}, {{2, 1}, two}, {{1, 1}, two}
        }) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> new NamedCurve("MD 1", bad[0], bad[1]));
      assertTrue(refused.getMessage().startsWith("curve MD 1 needs "), refused.getMessage());
    }
  }

  @Test
  void curve_arrays_areCopied() {
    double[] y = {1, 2};
    NamedCurve curve = new NamedCurve("MD", new double[] {0, 1}, y);
    y[0] = 5;
    curve.y()[1] = 5;
    assertArrayEquals(new double[] {1, 2}, curve.y());
  }

  private static PartialPanel panel(double height) {
    double[] n = new double[500];
    Arrays.setAll(n, i -> i < 80 ? 0 : i < 150 ? 4 : 4 + 0.2 * (i - 150));
    return PartialPanel.of(SI_O, curve(height, 2)).withCoordination(n).withShell(2, 2.6);
  }

  private static PairCorrelationFunction curve(double height, double position) {
    double[] values = new double[500];
    for (int i = 0; i < values.length; i++) {
      double distance = GRID.center(i) - position;
      values[i] = height * Math.exp(-30 * distance * distance) + (i > 150 ? 1 : 0);
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
