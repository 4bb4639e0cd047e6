package org.glasspcf.pipeline.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

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
