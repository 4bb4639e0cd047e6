package org.glasspcf.pipeline.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.DomainVerdict.Place;
import org.glasspcf.pipeline.uncertainty.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class GlassPlotTest {
  private static final GlassPcfPipeline PIPELINE = GlassPcfPipeline.pretrained();
  private static final GlassComposition GLASS = GlassComposition.parse("60SiO2-20B2O3-20Na2O");
  private static final TernaryGrid GRID = TernaryGrid.of(Oxide.SiO2, Oxide.B2O3, Oxide.Na2O);

  /** Of an extrapolated line. */
  private static final String DASHES = "stroke-dasharray=\"7 5\"";

  private static PcfPrediction prediction() {
    return PIPELINE.predict(GLASS, ElementPair.of("Na", "O"));
  }

  private static TernaryMap shareOfSilica(TernaryGrid grid) {
    return grid.map(
        "SiO2 (mol%)",
        glass -> {
          double x = glass.molePercent(Oxide.SiO2);
          return Optional.of(new Interval(x, x - 1, x + 1, BandLevel.NINETY_PERCENT));
        },
        glass -> glass.molePercent(Oxide.Na2O) > 60 ? Place.OUTSIDE : Place.INSIDE);
  }

  @Test
  void column_is85MillimetersAt300PixelsAnInch() {
    // 85 mm / 25.4 mm × 300 = 1003.9
    assertEquals(1004, GlassPlot.of(prediction()).sized(PlotSize.COLUMN).figure().width());
    // 175 mm / 25.4 mm × 300 = 2066.9
    assertEquals(2067, GlassPlot.of(prediction()).sized(PlotSize.PAGE).figure().width());
  }

  @ParameterizedTest
  @EnumSource(value = PlotSize.class, names = "SCREEN", mode = EnumSource.Mode.EXCLUDE)
  void letters_inPrint_haveSixPoints(PlotSize size) throws Exception {
    // The numbers at a chart's axes are its smallest letters.
    assertTrue(size.points(PlotSize.FONT - 1, size.layoutWidth()) >= 6);
    Element root =
        SvgTest.parse(GlassPlot.ternary(shareOfSilica(GRID)).sized(size).figure().svg())
            .getDocumentElement();
    int layout = Integer.parseInt(root.getAttribute("viewBox").split(" ")[2]);
    NodeList groups = root.getElementsByTagName("g");
    int fonts = 0;
    for (int i = 0; i < groups.getLength(); i++) {
      String font = ((Element) groups.item(i)).getAttribute("font-size");
      if (!font.isEmpty()) {
        fonts++;
        assertTrue(size.points(Double.parseDouble(font), layout) >= 6, font + " pixels");
      }
    }
    assertTrue(fonts > 5, "groups of letters: " + fonts);
  }

  @Test
  void band_isDrawnBehindThePrediction() {
    CurvePlot plot = GlassPlot.of(prediction());
    assertFalse(plot.figure().svg().contains("fill-opacity"));
    assertTrue(
        plot.withBand(BandLevel.NINETY_PERCENT).figure().svg().contains("fill-opacity=\".22\""));
  }

  @Test
  void glassOutsideTheDomain_isDashedAndNamed() {
    PcfPrediction outside =
        PIPELINE.predict(GlassComposition.parse("20SiO2-80TiO2"), ElementPair.of("Si", "O"));
    assertEquals(Place.OUTSIDE, outside.domain().place());
    assertTrue(GlassPlot.of(outside).figure().svg().contains(DASHES));
    assertFalse(GlassPlot.of(prediction()).figure().svg().contains(DASHES));
    String panels =
        CurvePanels.of("", List.of(CurvePanel.of(prediction()), CurvePanel.of(outside))).svg();
    assertTrue(panels.contains(DASHES));
    assertTrue(panels.contains(">extrapolation: outside the training domain<"), panels);
    assertTrue(panels.contains(">prediction<"), panels);
    String inside = CurvePanels.of("", List.of(CurvePanel.of(prediction()))).svg();
    assertFalse(inside.contains("extrapolation"));
    assertFalse(inside.contains(DASHES));
  }

  @Test
  void curves_brokenRules_areRefused() {
    CurvePlot plot = GlassPlot.of(prediction());
    assertThrows(IllegalArgumentException.class, () -> GlassPlot.ofCurves(Map.of()));
    assertThrows(IllegalArgumentException.class, () -> GlassPlot.ofPredictions(Map.of()));
    assertThrows(IllegalArgumentException.class, () -> plot.upTo(0.09)); // its ticks never end
    assertThrows(IllegalArgumentException.class, () -> plot.withCurve(" ", prediction().curve()));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> plot.withCurve("prediction", prediction().curve()));
    assertTrue(refused.getMessage().contains("different names"), refused.getMessage());
  }

  @Test
  void grid_cornersAndMiddle_lieWhereTheyShould() {
    TernaryGrid.Place top = new TernaryGrid.Place(100, 0, 0);
    assertEquals(0.5, top.x(), 1e-12);
    assertEquals(0.8660254037844386, top.y(), 1e-12);
    assertEquals(0, new TernaryGrid.Place(0, 100, 0).x(), 1e-12);
    assertEquals(1, new TernaryGrid.Place(0, 0, 100).x(), 1e-12);
    TernaryGrid.Place here = GRID.place(GLASS).orElseThrow();
    assertEquals(60, here.top(), 1e-9);
    assertEquals(20, here.left(), 1e-9);
    assertEquals(20, here.right(), 1e-9);
  }

  @Test
  void grid_withAFixedOxide_sharesTheRest() {
    TernaryGrid doped = GRID.withStep(10).withFixed(Oxide.BaO, 5);
    GlassComposition glass = doped.glass(new TernaryGrid.Place(60, 20, 20));
    assertEquals(5, glass.molePercent(Oxide.BaO), 1e-9);
    assertEquals(57, glass.molePercent(Oxide.SiO2), 1e-9);
    assertEquals(60, doped.place(glass).orElseThrow().top(), 1e-6);
    assertTrue(doped.place(GLASS).isEmpty(), "no BaO");
    assertEquals(66, doped.places().size(), "11·12/2");
  }

  @Test
  void grid_brokenRules_areRefused() {
    for (double step : new double[] {0, -5, 7, 60, 0.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> GRID.withStep(step), "step " + step);
    }
    assertThrows(IllegalArgumentException.class, () -> GRID.withFixed(Oxide.SiO2, 5));
    assertThrows(IllegalArgumentException.class, () -> GRID.withFixed(Oxide.BaO, 100));
    assertThrows(
        IllegalArgumentException.class, () -> TernaryGrid.of(Oxide.SiO2, Oxide.SiO2, Oxide.Na2O));
    assertThrows(
        IllegalArgumentException.class,
        () -> GRID.map("nothing", glass -> Optional.empty(), glass -> Place.INSIDE));
  }

  @Test
  void map_valuesAreThoseOfItsGlasses() {
    TernaryMap map =
        GRID.withStep(20)
            .coordinationNumber(PIPELINE, ElementPair.of("B", "O"), BandLevel.NINETY_PERCENT);
    TernaryMap.Point point =
        map.points().stream()
            .filter(p -> p.place().top() == 60 && p.place().left() == 20)
            .findFirst()
            .orElseThrow();
    assertEquals(
        PIPELINE
            .predict(GLASS, ElementPair.of("B", "O"))
            .coordinationNumber(
                BandLevel.NINETY_PERCENT,
                org.glasspcf.core.density.MolarVolumeModel.bundled().densities(GLASS)),
        point.value());
    assertFalse(point.outside());
    assertTrue(
        map.points().stream().filter(p -> p.place().left() == 0).allMatch(p -> p.value().isEmpty()),
        "no boron, no coordination number");
  }

  @Test
  void map_colorsRiseWithTheValue() {
    BufferedImage image = GlassPlot.ternary(shareOfSilica(GRID.withStep(5))).figure().image();
    // On the middle line upward, x = 70 + 170: from dark blue at the base to yellow at the corner.
    double before = -1;
    for (int y = 370; y > 100; y -= 30) {
      double bright = brightness(image.getRGB(236, y));
      assertTrue(bright > before, "brightness at y " + y + ": " + bright + " after " + before);
      before = bright;
    }
  }

  private static double brightness(int rgb) {
    return 0.2126 * (rgb >> 16 & 0xFF) + 0.7152 * (rgb >> 8 & 0xFF) + 0.0722 * (rgb & 0xFF);
  }

  @Test
  void scale_endsAreViridis_andItGrowsBrighter() {
    assertEquals(0x440154, ColorScale.at(-1).getRGB() & 0xFFFFFF);
    assertEquals(0xFDE725, ColorScale.at(2).getRGB() & 0xFFFFFF);
    for (int i = 1; i <= 100; i++) {
      assertTrue(
          brightness(ColorScale.at(i / 100.0).getRGB())
              > brightness(ColorScale.at((i - 1) / 100.0).getRGB()),
          "at " + i);
    }
  }

  @Test
  void map_ofBondLengths_hasThePredictionsIntervals() {
    TernaryGrid coarse = GRID.withStep(20);
    ElementPair siO = ElementPair.of("Si", "O");
    TernaryMap map = coarse.bondLength(PIPELINE, siO, BandLevel.NINETY_PERCENT);
    assertEquals("Bond length Si–O (Å)", map.quantity());
    GlassComposition glass = GlassComposition.parse("60SiO2-20B2O3-20Na2O");
    TernaryMap.Point point =
        map.points().stream().filter(p -> p.glass().equals(glass)).findFirst().orElseThrow();
    assertEquals(PIPELINE.predict(glass, siO).bondLength(BandLevel.NINETY_PERCENT), point.value());
    assertFalse(point.outside());
  }

  @Test
  void map_outsideTheDomain_hasAPaleNumberAndNoHalfWidth() {
    BufferedImage image =
        GlassPlot.ternary(
                GRID.withStep(10)
                    .map(
                        "x",
                        glass -> {
                          double x = glass.molePercent(Oxide.SiO2);
                          return Optional.of(
                              new Interval(x, x - x / 9, x + x / 9, BandLevel.NINETY_PERCENT));
                        },
                        glass -> glass.molePercent(Oxide.SiO2) > 55 ? Place.OUTSIDE : Place.INSIDE))
            .figure()
            .image();
    // 20 % and 80 % of SiO2 on the middle line of each triangle
    assertTrue(isColored(image.getRGB(240, 320)));
    assertTrue(isColored(image.getRGB(240, 143)));
    assertTrue(isColored(image.getRGB(720, 320)));
    assertFalse(isColored(image.getRGB(720, 143)));
  }

  private static boolean isColored(int rgb) {
    return (rgb >> 16 & 0xFF) != (rgb & 0xFF);
  }

  @Test
  void map_constantOfAnySize_isDrawn() {
    for (double value : new double[] {0, 1e18, -1e-18}) {
      TernaryMap same =
          GRID.withStep(50)
              .map(
                  "x",
                  glass -> Optional.of(new Interval(value, value, value, BandLevel.NINETY_PERCENT)),
                  glass -> Place.INSIDE);
      assertEquals(480, GlassPlot.ternary(same).figure().image().getWidth());
    }
  }

  @Test
  void map_namesMarkedGlassesAndFixedOxides() {
    String svg =
        GlassPlot.ternary(
                shareOfSilica(GRID.withStep(10).withFixed(Oxide.BaO, 5))
                    .withGlasses(
                        "made", List.of(GlassComposition.parse("57SiO2-19B2O3-19Na2O-5BaO"))))
            .figure()
            .svg();
    assertTrue(svg.contains("With 5 mol% BaO."), svg);
    assertTrue(svg.contains("Dots: made."), svg);
    assertTrue(svg.contains("Hatched: outside the training domain, where"), svg);
  }
}
