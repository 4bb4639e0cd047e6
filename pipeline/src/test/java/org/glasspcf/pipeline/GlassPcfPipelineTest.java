package org.glasspcf.pipeline;

import static org.glasspcf.pipeline.SmallPipeline.DATA;
import static org.glasspcf.pipeline.SmallPipeline.TRAINED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.DatasetSplit;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.SplitKind;
import org.glasspcf.core.fingerprint.FingerprintEncoding;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.encoder.AutoencoderTrainer;
import org.glasspcf.encoder.LearningRateSchedule;
import org.glasspcf.encoder.PcfImage;
import org.glasspcf.encoder.PcfImageCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlassPcfPipelineTest {
  private static final GlassComposition GLASS = GlassComposition.parse("60SiO2-20B2O3-20Na2O");
  private static final ElementPair SI_O = ElementPair.of("Si", "O");

  @Test
  void predict_carriesEverythingOnTheWay() {
    PcfPrediction p = TRAINED.predict(GLASS, ElementPair.of("O", "Si"));
    assertEquals(SI_O, p.pair());
    assertEquals(GLASS, p.composition());
    assertEquals(8, p.latent().length);
    assertEquals(RadialGrid.uniform(10, 100), p.curve().grid());
    assertEquals(p.curve(), p.curve(RadialGrid.uniform(10, 100)));
    assertEquals(500, p.curve(RadialGrid.uniform(10, 500)).grid().bins());
    assertEquals(p.image(), TRAINED.model().autoencoder().decode(p.latent()));
    assertEquals(TRAINED.schema().encode(GLASS, SI_O), p.fingerprint());
    assertEquals(p.curve().firstPeak(), p.firstPeak());
    p.latent()[0] = 99;
    assertNotEquals(99, p.latent()[0]);
  }

  @Test
  void spread_isThatOfTheTrees() {
    PcfPrediction p = TRAINED.predict(GLASS, SI_O);
    double[][] trees = TRAINED.model().forest().treePredictions(p.fingerprint().values());
    double mean = 0;
    for (double[] tree : trees) {
      mean += tree[0] / trees.length;
    }
    double sum = 0;
    for (double[] tree : trees) {
      sum += Math.pow(tree[0] - mean, 2);
    }
    assertEquals(Math.sqrt(sum / (trees.length - 1)), p.latentSpread()[0], 1e-12);
    double[] curve = p.decodedSpread();
    assertEquals(100, curve.length);
    assertTrue(java.util.Arrays.stream(curve).anyMatch(v -> v > 0));
    assertArrayEquals(curve, p.decodedSpread());
  }

  @Test
  void predictAll_givesEveryPairOfTheGlass() {
    List<PcfPrediction> all = TRAINED.predictAll(GLASS.dopedWith(Oxide.BaO, 5));
    assertEquals(15, all.size());
    assertEquals("Si-Si", all.get(0).pair().toString());
  }

  @Test
  void predict_badInput_isNamed() {
    GlassComposition unknown = GlassComposition.parse("80SiO2-20K2O");
    var oxide = assertThrows(IllegalArgumentException.class, () -> TRAINED.predict(unknown, SI_O));
    assertTrue(oxide.getMessage().contains("K2O"), oxide.getMessage());
    assertTrue(oxide.getMessage().contains("Na2O"), "names the known ones: " + oxide.getMessage());
    ElementPair absent = ElementPair.of("Ba", "O");
    var pair = assertThrows(IllegalArgumentException.class, () -> TRAINED.predict(GLASS, absent));
    assertTrue(pair.getMessage().contains("Ba"), pair.getMessage());
  }

  @Test
  void savedAndLoaded_predictsTheSameBits(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("model.glasspcf");
    PipelineEvaluation evaluation = TRAINED.evaluate(DATA);
    TRAINED.withEvaluation(evaluation).save(file);
    GlassPcfPipeline loaded = GlassPcfPipeline.load(file);
    for (PcfPrediction expected : TRAINED.predictAll(GLASS)) {
      PcfPrediction actual = loaded.predict(GLASS, expected.pair());
      assertArrayEquals(expected.latent(), actual.latent());
      assertEquals(expected.image(), actual.image());
      assertEquals(expected.curve(), actual.curve());
    }
    assertEquals(TRAINED.provenance().trainedOn(), loaded.provenance().trainedOn());
    assertEquals(TRAINED.provenance().options(), loaded.provenance().options());
    assertEquals(evaluation.figures(), loaded.provenance().heldOutFigures());
    assertEquals(evaluation.curves(), loaded.evaluate(DATA).curves());
    assertTrue(loaded.trainingHistory().isEmpty());

    Path again = folder.resolve("again.glasspcf");
    loaded.save(again);
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
  }

  @Test
  void sameSeed_givesTheSameFile_anotherSeedAnother(@TempDir Path folder) throws IOException {
    TRAINED.save(folder.resolve("a"));
    SmallPipeline.builder().train(DATA).save(folder.resolve("b"));
    SmallPipeline.builder().seed(8).train(DATA).save(folder.resolve("c"));
    byte[] a = Files.readAllBytes(folder.resolve("a"));
    assertArrayEquals(a, Files.readAllBytes(folder.resolve("b")));
    assertFalse(java.util.Arrays.equals(a, Files.readAllBytes(folder.resolve("c"))));
  }

  @Test
  void heldOutGlasses_doNotReachTheTraining(@TempDir Path folder) throws IOException {
    assertEquals(DATA.trainingPart().compositions(), TRAINED.provenance().trainingGlasses());
    SmallPipeline.builder().train(DATA.trainingPart()).save(folder.resolve("part"));
    TRAINED.save(folder.resolve("whole"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("part")), Files.readAllBytes(folder.resolve("whole")));
  }

  @Test
  void evaluate_ofTrainingGlasses_isRefused() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> TRAINED.evaluate(DATA.trainingPart()));
    assertTrue(e.getMessage().contains("was trained on"), e.getMessage());
    assertTrue(
        e.getMessage().contains(DATA.trainingPart().compositions().get(0).toString()),
        e.getMessage());
  }

  @Test
  void evaluate_saysWhatKindOfTestItIs() {
    PipelineEvaluation fixed = TRAINED.evaluate(DATA);
    assertEquals(SplitKind.FIXED, fixed.kind());
    assertEquals(17, fixed.glasses().size());
    assertEquals(34, fixed.results().size());
    GlassComposition seen = DATA.trainingPart().compositions().get(0);
    GlassDataset otherPairs =
        SmallPipeline.BUNDLED.withCurves(
            (glass, pair) -> glass.equals(seen) && pair.equals(ElementPair.of("Si", "Si")));
    PipelineEvaluation byCurve = TRAINED.evaluate(otherPairs);
    assertEquals(SplitKind.BY_CURVE, byCurve.kind());
    assertThrows(IllegalArgumentException.class, () -> TRAINED.withEvaluation(byCurve));
    Set<GlassComposition> trained = Set.copyOf(DATA.trainingPart().compositions());
    GlassDataset unseen =
        SmallPipeline.BUNDLED
            .trainingPart()
            .withCurves((glass, pair) -> !trained.contains(glass) && pair.equals(SI_O));
    assertEquals(SplitKind.BY_GLASS, TRAINED.evaluate(unseen).kind());
  }

  @Test
  void sixteenThreads_predictTheSerialBits() throws Exception {
    List<GlassComposition> glasses = DATA.compositions();
    List<double[]> serial = new ArrayList<>();
    for (GlassComposition glass : glasses) {
      serial.add(TRAINED.predict(glass, SI_O).curve().values());
    }
    ExecutorService pool = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int t = 0; t < 16; t++) {
        int start = t;
        tasks.add(
            () -> {
              for (int i = 0; i < 1000; i++) {
                int g = (start + i) % glasses.size();
                double[] curve = TRAINED.predict(glasses.get(g), SI_O).curve().values();
                if (!java.util.Arrays.equals(serial.get(g), curve)) {
                  return false;
                }
              }
              return true;
            });
      }
      for (Future<Boolean> result : pool.invokeAll(tasks)) {
        assertTrue(result.get());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** The same losses as a training by hand on one part of the glasses, watching the other. */
  @Test
  void earlyStopping_watchesWholeCompositions() {
    AutoencoderOptions options =
        SmallPipeline.AUTOENCODER
            .withSchedule(LearningRateSchedule.CONSTANT)
            .withEarlyStopping(0.25, 1)
            .withSeed(1);
    GlassPcfPipeline stopped = GlassPcfPipeline.builder().autoencoder(options).train(DATA);

    DatasetSplit split = DATA.trainingPart().splitByGlass(0.25, 1);
    assertEquals(6, split.training().compositions().size());
    assertEquals(2, split.test().compositions().size());
    AutoencoderTrainer.Result byHand =
        AutoencoderTrainer.with(options)
            .train(images(stopped, split.training()), images(stopped, split.test()));
    assertEquals(byHand.history(), stopped.trainingHistory().orElseThrow());
    assertEquals(byHand.autoencoder(), stopped.model().autoencoder());
  }

  private static List<PcfImage> images(GlassPcfPipeline pipeline, GlassDataset part) {
    return part.samples().stream().map(s -> pipeline.codec().encode(s.meanCurve())).toList();
  }

  @Test
  void paper_savedAndLoaded_predictsTheSame(@TempDir Path folder) throws IOException {
    PipelineBuilder builder = GlassPcfPipeline.paper();
    AutoencoderOptions brief =
        builder.options().autoencoder().withEpochs(2).withBatchSize(8).withSeed(7);
    GlassPcfPipeline paper = builder.autoencoder(brief).train(DATA);
    Path file = folder.resolve("paper.glasspcf");
    paper.save(file);
    GlassPcfPipeline loaded = GlassPcfPipeline.load(file);
    assertEquals(paper.provenance(), loaded.provenance());
    assertEquals(brief, loaded.provenance().options().autoencoder());
    assertTrue(loaded.provenance().options().forest().standardizeTargets());
    assertEquals(PcfImageCodec.Kind.PAPER, loaded.codec().kind());
    assertEquals(FingerprintEncoding.PAPER, loaded.schema().encoding());
    assertArrayEquals(paper.model().forest().targetScale(), loaded.model().forest().targetScale());
    for (PcfPrediction expected : paper.predictAll(GLASS)) {
      assertEquals(expected.curve(), loaded.predict(GLASS, expected.pair()).curve());
    }
    Path again = folder.resolve("again.glasspcf");
    loaded.save(again);
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
  }

  @Test
  void interrupt_endsTheTraining_withoutAPipeline() {
    PipelineBuilder builder =
        SmallPipeline.builder().onProgress(p -> Thread.currentThread().interrupt());
    assertThrows(TrainingInterruptedException.class, () -> builder.train(DATA));
    assertTrue(Thread.interrupted());
  }

  @Test
  void interrupt_afterTheLastEpoch_endsTheEncoding() {
    var stopping =
        SmallPipeline.AUTOENCODER
            .withSchedule(LearningRateSchedule.CONSTANT)
            .withEarlyStopping(0.25, 9);
    PipelineBuilder builder =
        SmallPipeline.builder()
            .autoencoder(stopping)
            .onProgress(
                p -> {
                  if (p.epoch() == p.epochs()) {
                    Thread.currentThread().interrupt();
                  }
                });
    var e = assertThrows(TrainingInterruptedException.class, () -> builder.train(DATA));
    assertTrue(Thread.interrupted());
    assertEquals("encoding of the curves was interrupted", e.getMessage());
  }

  @Test
  void evaluate_onInterruptedThread_stops() {
    Thread.currentThread().interrupt();
    assertThrows(TrainingInterruptedException.class, () -> TRAINED.evaluate(DATA));
    assertTrue(Thread.interrupted(), "the flag is still set for the caller");
  }

  @Test
  void training_onNothingOrOutsideTheSchema_isRefusedAtOnce() {
    GlassDataset empty = DATA.withCurves((glass, pair) -> false);
    var none =
        assertThrows(IllegalArgumentException.class, () -> SmallPipeline.builder().train(empty));
    assertTrue(none.getMessage().contains("at least one curve"), none.getMessage());
    List<GlassComposition> two = DATA.trainingPart().compositions().subList(0, 2);
    GlassDataset few = DATA.withCurves((glass, pair) -> two.contains(glass));
    var tooFew =
        assertThrows(IllegalArgumentException.class, () -> SmallPipeline.builder().train(few));
    assertTrue(
        tooFew.getMessage().contains("at least 3 training glasses have, got 2"),
        tooFew.getMessage());
  }
}
