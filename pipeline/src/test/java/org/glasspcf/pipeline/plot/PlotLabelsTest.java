package org.glasspcf.pipeline.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.junit.jupiter.api.Test;

class PlotLabelsTest {
  private static final GlassComposition NBS =
      GlassComposition.parse("57SiO2-23.5B2O3-19.5Na2O").dopedWith(Oxide.BaO, 5);

  @Test
  void glass_hasSubscriptsAndTenths() {
    assertEquals("54.2SiO₂–22.3B₂O₃–18.5Na₂O–5BaO", PlotLabels.of(NBS));
    assertEquals("SiO₂", PlotLabels.of(GlassComposition.parse("SiO2")));
  }

  @Test
  void glass_traceOfAnOxide_keepsADigit() {
    assertEquals("100SiO₂–0.04Na₂O", PlotLabels.of(GlassComposition.parse("99.96SiO2-0.04Na2O")));
  }

  @Test
  void glass_withConditions_namesThem() {
    GlassComposition melt = GlassComposition.parse("SiO2").withCondition("quench_K_per_ps", 12.5);
    assertEquals("SiO₂, quench_K_per_ps 12.5", PlotLabels.of(melt));
  }

  @Test
  void pair_hasADash() {
    ElementPair pair = ElementPair.of("O", "B");
    assertEquals("B–O", PlotLabels.of(pair));
    assertEquals("SiO₂, B–O", PlotLabels.of(GlassComposition.parse("SiO2"), pair));
  }

  @Test
  void format_isTheFilesEnding() {
    assertEquals(PictureFormat.PNG, PictureFormat.of(Path.of("a.svg", "g.PNG")));
    assertEquals(PictureFormat.SVG, PictureFormat.of(Path.of("g.svg")));
    for (String name : new String[] {"g.jpg", "g", "png", "g.png.gz"}) {
      var error =
          assertThrows(IllegalArgumentException.class, () -> PictureFormat.of(Path.of(name)));
      assertEquals("a picture's file must end in .png or .svg, got " + name, error.getMessage());
    }
  }
}
