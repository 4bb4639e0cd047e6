package org.glasspcf.examples.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.junit.jupiter.api.Test;

class TernaryMapTest {
  private static final List<Oxide> OXIDES = List.of(Oxide.SiO2, Oxide.B2O3, Oxide.Na2O);
  private static final TernaryMap.Cell SILICA =
      new TernaryMap.Cell(GlassComposition.parse("SiO2"), 1);
  private static final TernaryMap.Cell BORATE =
      new TernaryMap.Cell(GlassComposition.parse("90B2O3-10Na2O"), 2);

  @Test
  void image_colorsFromLowToHighAndLeavesTheRestWhite() {
    BufferedImage image =
        TernaryMap.of("map", "n (1)", OXIDES, 10, List.of(SILICA, BORATE)).image();
    // SiO2 is the corner on top; 90B2O3-10Na2O lies on the base, a tenth from the left corner.
    assertEquals(new Color(0x440154), new Color(image.getRGB(280, 95)), "the lowest value");
    assertEquals(new Color(0xFDE725), new Color(image.getRGB(108, 450)), "the highest value");
    assertEquals(Color.WHITE, new Color(image.getRGB(280, 350)), "no glass");
  }

  @Test
  void arguments_areChecked() {
    assertThrows(
        IllegalArgumentException.class,
        () -> TernaryMap.of("", "", OXIDES.subList(0, 2), 1, List.of(SILICA)));
    assertThrows(
        IllegalArgumentException.class, () -> TernaryMap.of("", "", OXIDES, 0, List.of(SILICA)));
    assertThrows(IllegalArgumentException.class, () -> TernaryMap.of("", "", OXIDES, 1, List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new TernaryMap.Cell(SILICA.glass(), Double.NaN));
  }
}
