package org.glasspcf.examples.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.DatasetSplit;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.SplitKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SplitDrawingTest {
  private static final GlassDataset BUNDLED = GlassDataset.bundled();
  private static final GlassDataset PART = BUNDLED.trainingPart();
  private static final ReproductionOptions OPTIONS = ReproductionOptions.paper();

  static List<Setting> settings() {
    return Setting.all();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void draw_anySetting_putsEachCurveOnOneSide(Setting setting) {
    DatasetSplit split = SplitDrawing.draw(PART, setting, OPTIONS);
    assertEquals(setting.kind(), split.kind());
    Set<String> training = names(split.training());
    Set<String> test = names(split.test());
    assertTrue(names(PART).containsAll(training) && names(PART).containsAll(test));
    assertTrue(Stream.of(test).flatMap(Set::stream).noneMatch(training::contains));
    assertFalse(split.training().hasHeldOut() || split.test().hasHeldOut());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void draw_seed_decides(Setting setting) {
    String first = SplitDrawing.draw(PART, setting, OPTIONS).test().sha256();
    assertEquals(first, SplitDrawing.draw(PART, setting, OPTIONS).test().sha256());
    assertNotEquals(first, SplitDrawing.draw(PART, setting, OPTIONS.withSeed(7)).test().sha256());
  }

  @Test
  void draw_paperSize_hasThePapersNumbersOnBothKindsOfSplit() {
    for (SplitKind kind : List.of(SplitKind.BY_CURVE, SplitKind.BY_GLASS)) {
      DatasetSplit split = SplitDrawing.draw(PART, new Setting(kind, DataSize.PAPER_SIZE), OPTIONS);
      assertEquals(180, split.training().curves());
      assertEquals(50, split.test().curves());
      DatasetSplit whole = SplitDrawing.draw(PART, new Setting(kind, DataSize.ALL_CURVES), OPTIONS);
      assertTrue(names(whole.training()).containsAll(names(split.training())));
      assertTrue(names(whole.test()).containsAll(names(split.test())));
    }
  }

  @Test
  void draw_allCurves_leavesNoneOut() {
    for (SplitKind kind : List.of(SplitKind.BY_CURVE, SplitKind.BY_GLASS)) {
      DatasetSplit split = SplitDrawing.draw(PART, new Setting(kind, DataSize.ALL_CURVES), OPTIONS);
      assertEquals(PART.curves(), split.training().curves() + split.test().curves());
    }
  }

  @Test
  void draw_byGlass_sharesNoGlassAndByCurveDoes() {
    for (DataSize size : DataSize.values()) {
      assertEquals(
          Set.of(),
          shared(SplitDrawing.draw(PART, new Setting(SplitKind.BY_GLASS, size), OPTIONS)));
      assertFalse(
          shared(SplitDrawing.draw(PART, new Setting(SplitKind.BY_CURVE, size), OPTIONS))
              .isEmpty());
    }
  }

  @Test
  void draw_heldOutGlasses_isRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> SplitDrawing.draw(BUNDLED, Setting.all().get(0), OPTIONS));
    assertTrue(refused.getMessage().contains("held-out"), refused.getMessage());
  }

  @Test
  void draw_moreCurvesThanThereAre_isRefused() {
    ReproductionOptions many = OPTIONS.withCurves(1000);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> SplitDrawing.draw(PART, Setting.all().get(0), many));
    assertTrue(
        refused.getMessage().contains("783 training curves, but the split by curve has 666"),
        refused.getMessage());
  }

  @Test
  void setting_fixedSplit_isRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Setting(SplitKind.FIXED, DataSize.PAPER_SIZE));
  }

  private static Set<String> names(GlassDataset part) {
    return part.samples().stream()
        .map(sample -> sample.composition() + " " + sample.pair())
        .collect(Collectors.toSet());
  }

  private static Set<GlassComposition> shared(DatasetSplit split) {
    Set<GlassComposition> both = new HashSet<>(split.training().compositions());
    both.retainAll(split.test().compositions());
    return both;
  }
}
