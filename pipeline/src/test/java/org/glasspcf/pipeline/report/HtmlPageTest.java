package org.glasspcf.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PipelineEvaluation;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HtmlPageTest {
  /** The page as XML: all elements closed but the empty ones of HTML. */
  private static Document parse(String html) throws Exception {
    String xml = html.replace("<!DOCTYPE html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void texts_withMarkup_areEscaped() throws Exception {
    HtmlTable table = new HtmlTable("a < b", List.of("x & y", "z")).row(List.of("<b>", "\"1\""));
    Document page =
        parse(new HtmlPage("<t>").section("s", "h & h").text("<p>").table(table).html("&"));
    assertEquals("<t>", page.getElementsByTagName("h1").item(0).getTextContent());
    assertEquals("<b>", page.getElementsByTagName("th").item(2).getTextContent());
    assertEquals("\"1\"", page.getElementsByTagName("td").item(0).getTextContent());
  }

  @Test
  void row_ofOtherLength_isRefused() {
    HtmlTable table = new HtmlTable("", List.of("a", "b"));
    assertThrows(IllegalArgumentException.class, () -> table.row(List.of("a")));
  }

  @Test
  void number_hasATrueMinus_orADash() {
    assertEquals("\u22121.50", HtmlTable.number(OptionalDouble.of(-1.5), 2));
    assertEquals("\u2013", HtmlTable.number(OptionalDouble.empty(), 2));
    assertEquals("\u2013", HtmlTable.number(OptionalDouble.of(Double.NaN), 2));
  }

  @Test
  void report_page_standsAloneAndLinksToItsSections() throws Exception {
    GlassPcfPipeline pipeline = GlassPcfPipeline.pretrained();
    GlassDataset data = GlassDataset.bundled();
    PipelineEvaluation evaluation = pipeline.evaluate(data);
    EvaluationReport report = EvaluationReport.of(pipeline, data, evaluation);
    String html = report.page();
    assertEquals(html, report.page(), "the same to the byte");
    Document page = parse(html);
    assertEquals(
        report.pictures().size(), page.getElementsByTagName("figure").getLength(), "figures");
    assertEquals(0, page.getElementsByTagName("script").getLength());
    assertEquals(0, page.getElementsByTagName("img").getLength());
    assertFalse(html.replace("http://www.w3.org/2000/svg", "").contains("http"), "no references");
    NodeList links = page.getElementsByTagName("a");
    for (int i = 0; i < links.getLength(); i++) {
      String target = ((Element) links.item(i)).getAttribute("href");
      assertTrue(html.contains("<h2 id=\"" + target.substring(1) + "\""), target);
    }
    // The figure of the model card.
    assertTrue(html.contains("<b>0.0533</b>"), "RMSE of g");
    assertTrue(html.contains(pipeline.provenance().trainingSha256()));
    assertEquals(17 + 1, html.split("inside or edge|outside</td>", -1).length, "test glasses");
  }
}
