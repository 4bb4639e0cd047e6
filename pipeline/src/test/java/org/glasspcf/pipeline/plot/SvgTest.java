package org.glasspcf.pipeline.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.encoder.PcfImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgTest {
  @TempDir Path folder;

  static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static Figure figure(FigurePainter painter) {
    return Figure.of("a < b & \u0001", 100, 50, painter);
  }

  private static PairCorrelationFunction curve() {
    double[] g = new double[100];
    g[16] = 5;
    return PairCorrelationFunction.of(RadialGrid.uniform(10, 100), g);
  }

  @Test
  void svg_ofAChart_isWellFormedAndStandsAlone() throws Exception {
    Figure figure = CurvePanels.of("\"Si–O\" & more", List.of(CurvePanel.of("Si-O", curve())));
    Element root = parse(figure.svg()).getDocumentElement();
    assertEquals("svg", root.getLocalName());
    assertEquals("0 0 800 568", root.getAttribute("viewBox"));
    assertEquals("800", root.getAttribute("width"));
    assertEquals("\"Si–O\" & more", root.getElementsByTagName("title").item(0).getTextContent());
    String outside = figure.svg().replace("http://www.w3.org/2000/svg", "");
    assertFalse(outside.contains("http"), "refers to nothing outside");
    assertTrue(figure.svg().contains("stroke=\"#d55e00\""), "the prediction's color");
  }

  @Test
  void svg_asked_twice_isTheSame() {
    Figure figure = GlassPlot.ofCurves(Map.of("a", curve())).figure();
    assertEquals(figure.svg(), figure.svg());
    assertArrayEquals(figure.png(), figure.png());
  }

  @Test
  void svg_ids_areDefinedAndDifferBetweenFigures() throws Exception {
    FigurePainter letters =
        page -> {
          page.setFont(page.getFont().deriveFont(20f));
          for (int i = 0; i < 3; i++) {
            page.drawGlyphVector(
                page.getFont().createGlyphVector(page.getFontRenderContext(), "8"), 9 * i, 30);
          }
        };
    String one = figure(letters).svg();
    String two = Figure.of("other", 100, 50, letters).svg();
    String id = one.replaceAll("(?s).*<path id=\"([^\"]+)\".*", "$1");
    assertEquals(3, one.split("<use href=\"#" + id + "\"", -1).length - 1, one);
    assertFalse(two.contains(id), "an id of its own");
  }

  @Test
  void title_withMarkup_isEscaped() throws Exception {
    Element root = parse(figure(page -> {}).svg()).getDocumentElement();
    assertEquals("a < b & \uFFFD", root.getElementsByTagName("title").item(0).getTextContent());
  }

  @Test
  void text_staysText_asWideAsJavaSetsIt() throws Exception {
    Document svg =
        parse(
            figure(
                    page -> {
                      page.translate(3, 4);
                      page.drawString("g(r) < 1", 10, 20);
                    })
                .svg());
    Element text = (Element) svg.getElementsByTagName("text").item(0);
    assertEquals("g(r) < 1", text.getTextContent());
    assertEquals("13", text.getAttribute("x"));
    assertEquals("24", text.getAttribute("y"));
    assertTrue(Double.parseDouble(text.getAttribute("textLength")) > 20);
  }

  @Test
  void shape_whollyTransparent_isLeftOut() {
    String svg =
        figure(
                page -> {
                  page.setColor(new Color(255, 0, 0, 0));
                  page.fillRect(10, 10, 10, 10);
                  page.drawRect(10, 10, 10, 10);
                })
            .svg();
    assertFalse(svg.contains("<path"), svg);
    assertFalse(svg.contains("opacity"), svg);
  }

  @Test
  void shape_leavingTheClip_isClipped() {
    String inside =
        figure(
                page -> {
                  page.setClip(0, 0, 50, 50);
                  page.fillRect(10, 10, 10, 10);
                })
            .svg();
    assertFalse(inside.contains("clip-path"), inside);
    String across =
        figure(
                page -> {
                  page.setClip(0, 0, 50, 50);
                  page.fillRect(10, 10, 100, 10);
                })
            .svg();
    assertTrue(across.contains("clip-path=\"url(#f"), across);
    assertTrue(across.contains("<clipPath id=\"f"), across);
  }

  @Test
  void dots_many_areMarkersOfOneLine() {
    String svg =
        figure(
                page -> {
                  page.setColor(new Color(0, 0, 255, 51));
                  for (int i = 0; i < 30; i++) {
                    page.fill(new Ellipse2D.Double(2 * i, 5, 4, 4));
                  }
                })
            .svg();
    assertTrue(svg.contains("<circle r=\"2\" fill=\"#0000ff\" fill-opacity=\".2\"/>"), svg);
    assertTrue(svg.contains("points=\"2,7 4,7 6,7 "), svg);
  }

  @Test
  void image_isEmbeddedWithHardPixels() {
    String svg =
        GlassPlot.images(PcfImage.of(new byte[64 * 64]), PcfImage.of(new byte[64 * 64]))
            .figure()
            .svg();
    assertTrue(svg.contains("image-rendering:pixelated"), svg);
    assertTrue(svg.contains("href=\"data:image/png;base64,"), svg);
  }

  @Test
  void paint_thatIsNoColor_isRefused() {
    Figure figure =
        figure(
            page -> {
              page.setPaint(new GradientPaint(0, 0, Color.RED, 1, 1, Color.BLUE));
              page.fillRect(0, 0, 1, 1);
            });
    assertThrows(UnsupportedOperationException.class, figure::svg);
  }

  @Test
  void path_isRelativeAndRounded() {
    Path2D path = new Path2D.Double();
    path.moveTo(1.234, 2);
    path.lineTo(11.236, 2);
    path.lineTo(11.236, -0.5);
    path.lineTo(10, 0);
    path.closePath();
    assertEquals("M1.23 2h10.01v-2.5l-1.24.5z", SvgPath.of(path, null).replace(" .5", ".5"));
    assertEquals(
        "M2 2h1v1h-1v-1z",
        SvgPath.of(new Rectangle2D.Double(0, 0, 1, 1), AffineTransform.getTranslateInstance(2, 2)));
    assertEquals("-.05", SvgPath.number(-0.051));
    assertEquals("0", SvgPath.number(-0.001));
  }

  @Test
  void scaled_growsPixelsButNotTheViewBox() {
    Figure figure = figure(page -> {}).scaled(2);
    assertEquals(200, figure.image().getWidth());
    assertTrue(figure.svg().contains("width=\"200\" height=\"100\" viewBox=\"0 0 100 50\""));
    for (double bad : new double[] {0, -1, Double.NaN, 1e-6, 1e6}) {
      assertThrows(IllegalArgumentException.class, () -> figure.scaled(bad), "factor " + bad);
    }
  }

  @Test
  void writeSvg_writesWhatSvgSays() throws Exception {
    Figure figure = figure(page -> page.drawLine(0, 0, 9, 9));
    Path file = folder.resolve("a.svg");
    figure.writeSvg(file);
    assertEquals(figure.svg(), Files.readString(file));
  }
}
