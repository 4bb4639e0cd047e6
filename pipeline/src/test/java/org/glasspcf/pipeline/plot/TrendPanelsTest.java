package org.glasspcf.pipeline.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendPanelsTest {
  private static final List<TrendPanel.Point> LINE =
      List.of(new TrendPanel.Point(10, 3.6), new TrendPanel.Point(160, 3.5));

  private static TrendPanel panel(List<TrendPanel.Point> points, List<Double> lower) {
    return new TrendPanel(
        "B–O",
        "rate (K/ps)",
        "neighbors (1)",
        List.of(
            new TrendPanel.Series(
                "glass", points, List.of(), LINE, lower, lower.stream().map(v -> v + 1).toList())));
  }

  @Test
  void figure_threePanels_standInOneRow() {
    TrendPanel one = panel(LINE, List.of(3.0, 3.0));
    Figure figure = TrendPanels.of("heading", List.of(one, one, one));
    assertEquals(1680, figure.width());
    assertEquals(508, figure.height());
    assertArrayEquals(figure.png(), TrendPanels.of("heading", List.of(one, one, one)).png());
  }

  @Test
  void figure_pointsAndBand_areDrawn() {
    byte[] plain = TrendPanels.of("h", List.of(panel(List.of(), List.of()))).png();
    byte[] points = TrendPanels.of("h", List.of(panel(LINE, List.of()))).png();
    byte[] band = TrendPanels.of("h", List.of(panel(List.of(), List.of(3.0, 3.0)))).png();
    assertFalse(Arrays.equals(plain, points));
    assertFalse(Arrays.equals(plain, band));
  }

  /** From 10: a tick's mark on the horizontal axis is a line of 3 pixels. */
  @ParameterizedTest
  @CsvSource({"20, 2", "40, 3", "80, 4", "160, 5", "320, 6", "1280, 8"})
  void ticks_areDoublingsAlone(double most, int ticks) {
    List<TrendPanel.Point> line =
        List.of(new TrendPanel.Point(10, 3.6), new TrendPanel.Point(most, 3.5));
    TrendPanel.Series series =
        new TrendPanel.Series("glass", List.of(), List.of(), line, List.of(), List.of());
    Figure figure = TrendPanels.of("h", List.of(new TrendPanel("t", "x", "y", List.of(series))));
    assertEquals(ticks, figure.svg().split("v-3\"/>", -1).length - 1);
  }

  /** The colors of the palette's first two, made darker. */
  @Test
  void predictionsApart_haveTheirSeriesColor() {
    List<TrendPanel.Point> apart = List.of(new TrendPanel.Point(20, 3.55));
    String svg =
        TrendPanels.of(
                "h",
                List.of(
                    new TrendPanel(
                        "t",
                        "x",
                        "y",
                        List.of(
                            new TrendPanel.Series("a", LINE, apart, LINE, List.of(), List.of()),
                            new TrendPanel.Series("b", LINE, apart, LINE, List.of(), List.of())))))
            .svg();
    assertTrue(svg.contains("fill=\"#004f7c\""), "blue");
    assertTrue(svg.contains("fill=\"#954100\""), "vermilion");
  }

  @Test
  void series_thatCannotBeDrawn_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> new TrendPanel.Point(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new TrendPanel.Point(1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> panel(LINE, List.of(3.0)));
    assertThrows(IllegalArgumentException.class, () -> new TrendPanel("t", "x", "y", List.of()));
    assertThrows(IllegalArgumentException.class, () -> TrendPanels.of("h", List.of()));
    assertThrows(IllegalArgumentException.class, () -> panel(LINE, List.of(Double.NaN, 3.0)));
    TrendPanel.Series one = panel(LINE, List.of()).series().get(0);
    assertThrows(
        IllegalArgumentException.class, () -> new TrendPanel("t", "x", "y", List.of(one, one)));
  }
}
