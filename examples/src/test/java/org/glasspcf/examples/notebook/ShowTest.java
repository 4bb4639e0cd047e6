package org.glasspcf.examples.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.Interval;
import org.junit.jupiter.api.Test;

class ShowTest {
  private record Row(String name, double firstPeak, Optional<Interval> bond, OptionalDouble none) {}

  private record Other(int number) {}

  private static final Row ROW =
      new Row(
          "a < b",
          1.23456,
          Optional.of(new Interval(2, 1.5, 2.5, BandLevel.NINETY_PERCENT)),
          OptionalDouble.empty());

  private static String text(DisplayData data) {
    return data.getData(MIMEType.TEXT_PLAIN).toString();
  }

  private static String html(DisplayData data) {
    return data.getData(MIMEType.TEXT_HTML).toString();
  }

  @Test
  void table_isTextAndHtml() {
    DisplayData table = Show.table(List.of(ROW));
    assertEquals(
        "name   first peak  bond            none\na < b  1.235       2 (1.5 to 2.5)", text(table));
    assertTrue(html(table).contains("<th>first peak</th>"), html(table));
    assertTrue(html(table).contains("<td>a &lt; b</td><td>1.235</td>"), html(table));
  }

  @Test
  void table_takesHeadings() {
    DisplayData table = Show.table(List.of(new Other(3)), "n (1)");
    assertEquals("n (1)\n3", text(table));
  }

  private record Level(BandLevel level) {}

  @Test
  void table_writesConstantsAsWords() {
    assertEquals(
        "level\nninety percent", text(Show.table(List.of(new Level(BandLevel.NINETY_PERCENT)))));
  }

  @Test
  void table_refusesWhatItCannotShow() {
    assertThrows(IllegalArgumentException.class, () -> Show.table(List.of()));
    assertThrows(IllegalArgumentException.class, () -> Show.table(List.of(ROW, new Other(1))));
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> Show.table(List.of(ROW), "one"));
    assertTrue(failure.getMessage().contains("1 headings and 4 columns"), failure.getMessage());
  }

  @Test
  void predictions_showWhatTheLibraryPredicts() {
    GlassComposition glass = GlassComposition.parse("60SiO2-20B2O3-20Na2O");
    PcfPrediction silicon = GlassPcfPipeline.pretrained().predict(glass, ElementPair.of("Si", "O"));
    Interval bond = silicon.bondLength(BandLevel.NINETY_PERCENT).orElseThrow();
    String[] lines = text(Show.predictions(List.of(silicon))).split("\n");
    assertEquals(2, lines.length);
    assertTrue(lines[1].contains(String.format("%.3f (", bond.value())), lines[1]);
    assertTrue(lines[1].endsWith("inside"), lines[1]);
  }
}
