package org.glasspcf.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.evaluation.PairClass;
import org.junit.jupiter.api.Test;

class PanelChoiceTest {
  private static final List<GlassSample> TEST = GlassDataset.bundled().testPart().samples();

  @Test
  void bundledTestCurves_coverEveryClassInDifferentGlasses() {
    List<GlassSample> chosen = PanelChoice.of(TEST);
    assertEquals(9, chosen.size());
    assertTrue(chosen.stream().allMatch(GlassSample::wellSampled));
    assertEquals(9, chosen.stream().map(GlassSample::composition).distinct().count());
    assertEquals(9, chosen.stream().map(GlassSample::pair).distinct().count());
    Set<PairClass> classes =
        chosen.stream().map(sample -> PairClass.of(sample.pair())).collect(Collectors.toSet());
    assertEquals(Set.of(PairClass.values()), classes);
    assertEquals(chosen, PanelChoice.of(TEST));
  }

  @Test
  void six_coverEveryClassToo() {
    List<GlassSample> chosen = PanelChoice.ofSix(TEST);
    assertEquals(6, chosen.stream().map(GlassSample::pair).distinct().count());
    Set<PairClass> classes =
        chosen.stream().map(sample -> PairClass.of(sample.pair())).collect(Collectors.toSet());
    assertEquals(Set.of(PairClass.values()), classes);
  }

  @Test
  void fewCurves_areAllShownOnce() {
    List<GlassSample> few = TEST.stream().filter(GlassSample::wellSampled).limit(4).toList();
    List<GlassSample> chosen = PanelChoice.of(few);
    assertEquals(Set.copyOf(few), Set.copyOf(chosen));
    assertEquals(4, chosen.size());
  }

  @Test
  void oneClassOnly_fillsThePanels() {
    List<GlassSample> oxygen =
        TEST.stream().filter(sample -> sample.pair().toString().equals("O-O")).toList();
    assertEquals(9, PanelChoice.of(oxygen).size());
  }

  @Test
  void noneWellSampled_showsTheOthers() {
    List<GlassSample> rare = TEST.stream().filter(sample -> !sample.wellSampled()).toList();
    assertEquals(Math.min(9, rare.size()), PanelChoice.of(rare).size());
  }
}
