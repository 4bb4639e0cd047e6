package org.glasspcf.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.glasspcf.core.CompositionGrid;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.OxideRange;
import org.glasspcf.encoder.PcfImage;
import org.junit.jupiter.api.Test;

class ImageMemoryTest {
  private static final ElementPair SI_O = ElementPair.of("Si", "O");
  private static final GlassComposition GLASS = GlassComposition.parse("60SiO2-20B2O3-20Na2O");

  private final AtomicInteger drawn = new AtomicInteger();

  /** An image whose first pixel tells the latent. */
  private final Function<float[], PcfImage> decoder =
      latent -> {
        drawn.incrementAndGet();
        byte[] pixels = new byte[PcfImage.SIZE * PcfImage.SIZE];
        pixels[0] = (byte) latent[0];
        return PcfImage.of(pixels);
      };

  @Test
  void latent_thatIsKnown_isNotDrawnAgain() {
    ImageMemory memory = ImageMemory.of(100);
    PcfImage first = memory.image(new float[] {1, 2}, decoder);
    assertSame(first, memory.image(new float[] {1, 2}, decoder));
    assertNotSame(first, memory.image(new float[] {2, 1}, decoder));
    assertEquals(2, drawn.get());
  }

  @Test
  void latent_changedByItsOwner_isNotMistaken() {
    ImageMemory memory = ImageMemory.of(1);
    float[] latent = {1};
    memory.image(latent, decoder);
    latent[0] = 2;
    assertEquals(decoder.apply(new float[] {2}), memory.image(latent, decoder));
  }

  @Test
  void images_areAtMostAsManyAsAllowed() {
    for (int images : new int[] {1, 2, 3, 7, 64}) {
      ImageMemory memory = ImageMemory.of(images);
      for (int i = 0; i < 1000; i++) {
        memory.image(new float[] {i}, decoder);
      }
      // Asked with a decoder that makes no image, a memory tells what it holds.
      int held = 0;
      for (int i = 0; i < 1000; i++) {
        try {
          memory.image(
              new float[] {i},
              latent -> {
                throw new IllegalStateException("not held");
              });
          held++;
        } catch (IllegalStateException e) {
          continue;
        }
      }
      assertTrue(held > images / 2 && held <= images, held + " of " + images);
    }
  }

  @Test
  void images_thatFit_areHardlyEverLost() {
    ImageMemory memory = ImageMemory.of(4096);
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 1000; i++) {
        memory.image(new float[] {i, -i, i / 7f}, decoder);
      }
    }
    assertEquals(1000, drawn.get(), 10, "1,000 latents in 4,096 places");
  }

  @Test
  void image_isTheOneOfItsLatent_whateverThreadsDo() {
    ImageMemory memory = ImageMemory.of(16);
    List<PcfImage> expected =
        IntStream.range(0, 200).mapToObj(i -> decoder.apply(new float[] {i})).toList();
    IntStream.range(0, 100_000)
        .parallel()
        .forEach(
            n -> {
              int i = n * 31 % 200;
              assertEquals(expected.get(i), memory.image(new float[] {i}, decoder));
            });
  }

  @Test
  void memory_ofNoImage_isRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> SmallPipeline.TRAINED.rememberingImages(0))
            .getMessage();
    assertEquals("a memory must be for at least 1 image, got 0 images", message);
  }

  @Test
  void pipeline_thatRemembers_predictsTheSameAndDrawsEqualLatentsOnce() {
    GlassPcfPipeline decoding =
        SmallPipeline.builder().curvesFrom(CurveSource.DECODER).train(SmallPipeline.DATA);
    GlassPcfPipeline remembering = decoding.rememberingImages(1000);
    CompositionGrid grid =
        CompositionGrid.of(
            2,
            OxideRange.of(Oxide.SiO2, 40, 80),
            OxideRange.of(Oxide.B2O3, 2, 40),
            OxideRange.rest(Oxide.Na2O));
    PcfPrediction[] predictions =
        grid.stream().map(g -> remembering.predict(g, SI_O)).toArray(PcfPrediction[]::new);
    int shared = 0;
    for (int i = 0; i < predictions.length; i++) {
      PcfPrediction alone = decoding.predict(predictions[i].composition(), SI_O);
      assertEquals(alone.curve(), predictions[i].curve());
      if (i > 0 && Arrays.equals(predictions[i].latent(), predictions[i - 1].latent())) {
        assertSame(predictions[i - 1].image(), predictions[i].image());
        shared++;
      }
    }
    assertTrue(shared > predictions.length / 2, "a forest is constant over regions: " + shared);
  }

  @Test
  void pipeline_thatRemembers_isTheSameModel() {
    GlassPcfPipeline remembering = SmallPipeline.TRAINED.refusingOutside().rememberingImages(10);
    assertEquals(SmallPipeline.TRAINED.sha256(), remembering.sha256());
    assertArrayEquals(
        SmallPipeline.TRAINED.predict(GLASS, SI_O).latent(),
        SmallPipeline.TRAINED.rememberingImages(10).predict(GLASS, SI_O).latent());
    assertThrows(
        IllegalArgumentException.class,
        () -> remembering.predict(GlassComposition.parse("5SiO2-95Na2O"), SI_O),
        "still refuses glasses outside");
  }
}
