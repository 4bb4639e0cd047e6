package org.glasspcf.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.TrainingException;
import org.glasspcf.core.correlation.GlassStructure;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.encoder.AutoencoderTrainer;
import org.glasspcf.forest.ForestTrainer;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.report.BandComparison;
import org.glasspcf.pipeline.report.BaselineComparison;
import org.glasspcf.pipeline.report.EvaluationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project can do whose class path lacks what trains, or a part of it. */
class TrainingPartsTest {
  private static final Predicate<String> PREDICTION =
      jar -> jar.matches("(fastcsv|commons-math3|xchart)-[0-9.]+\\.jar");
  private static final Predicate<String> TRIBUO = jar -> jar.startsWith("tribuo-");
  private static final Predicate<String> NETWORKS =
      jar -> jar.startsWith("deeplearning4j-") || jar.startsWith("nd4j-");
  private static final Predicate<String> NATIVE_CODE =
      jar -> jar.matches("(nd4j-native|javacpp|openblas)-.*-(linux|macosx|windows)-.*\\.jar");

  private static final String ADD_TRIBUO =
      "growing a forest needs Tribuo 4.3.2 on the class path: add the dependency"
          + " org.glasspcf:glass-pcf-training, of type pom and of the version of glass-pcf-forest";
  private static final String ADD_NETWORKS =
      "training an autoencoder needs Deeplearning4j 1.0.0-M2.1 on the class path: add the"
          + " dependency org.glasspcf:glass-pcf-training, of type pom and of the version of"
          + " glass-pcf-encoder, and ND4J's native code for this platform";
  private static final String ADD_NATIVE_CODE =
      "the training engine did not start: is ND4J's native code for this platform on the class"
          + " path? It is org.nd4j:nd4j-native, org.bytedeco:javacpp and org.bytedeco:openblas,"
          + " each with the platform as classifier, such as linux-x86_64";

  @Test
  void training_withThePredictionsJarsOnly_saysWhatToAdd() throws Exception {
    assertEquals(
        """
        pipeline: %1$s
        pipeline: %1$s
        autoencoder: %2$s
        forest: %1$s
        tuning: %1$s
        baselines: %1$s
        pairMean: done
        directForest: %1$s"""
            .formatted(ADD_TRIBUO, ADD_NETWORKS),
        attempts(
            PREDICTION,
            "pipeline",
            "pipeline",
            "autoencoder",
            "forest",
            "tuning",
            "baselines",
            "pairMean",
            "directForest"));
  }

  @Test
  void training_withoutTribuo_saysWhatToAdd() throws Exception {
    assertEquals(
        "pipeline: %1$s\nautoencoder: done\nforest: %1$s".formatted(ADD_TRIBUO),
        attempts(TRIBUO.negate(), "pipeline", "autoencoder", "forest"));
  }

  @Test
  void training_withoutDeeplearning4j_saysWhatToAdd() throws Exception {
    assertEquals(
        "pipeline: %1$s\nautoencoder: %1$s\ndirectForest: done".formatted(ADD_NETWORKS),
        attempts(NETWORKS.negate(), "pipeline", "autoencoder", "directForest"));
  }

  /** Twice, because the JVM reports a class that did not start differently the second time. */
  @Test
  void training_withoutNativeCode_saysWhatToAdd() throws Exception {
    assertEquals(
        "pipeline: %1$s\npipeline: %1$s\nautoencoder: %1$s\nforest: done"
            .formatted(ADD_NATIVE_CODE),
        attempts(NATIVE_CODE.negate(), "pipeline", "pipeline", "autoencoder", "forest"));
  }

  /**
   * What the attempts print; the logger without a binding says so beside it, and JVMs from 22 on
   * warn of native code.
   */
  private static String attempts(Predicate<String> kept, String... names) throws Exception {
    return ChildJvm.run(kept, TrainingAttempts.class, names)
        .lines()
        .filter(line -> !line.isBlank() && !line.matches("(SLF4J|WARNING: ).*"))
        .collect(Collectors.joining("\n"));
  }

  /** Tries to train in the ways named; an epoch that passes before a part is missed is printed. */
  static final class TrainingAttempts {
    private TrainingAttempts() {}

    public static void main(String[] names) {
      GlassDataset data = someCurves();
      GlassDataset training = data.trainingPart();
      PipelineBuilder builder =
          GlassPcfPipeline.builder()
              .autoencoder(AutoencoderOptions.defaults().withEpochs(1))
              .onProgress(progress -> System.out.println(progress));
      Map<String, Runnable> ways =
          Map.of(
              "pipeline", () -> builder.train(training),
              "autoencoder", AutoencoderTrainer::requireEngine,
              "forest", ForestTrainer::requireEngine,
              "tuning", () -> PipelineForestTuning.of(GlassPcfPipeline.pretrained(), training),
              "baselines", () -> BaselineComparison.fit(data, 0),
              "pairMean", () -> Baseline.PAIR_MEAN.fit(training, 0),
              "directForest", () -> Baseline.DIRECT_FOREST.fit(training, 0));
      for (String name : names) {
        try {
          ways.get(name).run();
          System.out.println(name + ": done");
        } catch (TrainingException e) {
          System.out.println(name + ": " + e.getMessage());
        }
      }
    }
  }

  /** Of eight training glasses and the held-out ones. */
  private static GlassDataset someCurves() {
    GlassDataset bundled = GlassDataset.bundled();
    ElementPair siO = ElementPair.of("Si", "O");
    Set<GlassComposition> some = Set.copyOf(bundled.trainingPart().compositions().subList(0, 8));
    return bundled.withCurves(
        (glass, pair) -> pair.equals(siO) && (some.contains(glass) || bundled.isHeldOut(glass)));
  }

  @Test
  void everythingElse_withThePredictionsJarsOnly_works(@TempDir Path folder) throws Exception {
    assertEquals(
        "4 oxygen atoms around Si", ChildJvm.run(PREDICTION, AllElse.class, folder.toString()));
    for (String picture : List.of("curves.png", "parity.png", "roads.png", "evaluation.json")) {
      assertTrue(Files.size(folder.resolve(picture)) > 0, picture);
    }
  }

  /** Loads, predicts, saves, evaluates, draws and reads the structure. */
  static final class AllElse {
    private AllElse() {}

    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      GlassPcfPipeline.pretrained().save(folder.resolve("saved.glasspcf"));
      GlassPcfPipeline pipeline = GlassPcfPipeline.load(folder.resolve("saved.glasspcf"));
      GlassDataset data = someCurves();
      PipelineEvaluation evaluation = pipeline.evaluate(data);
      EvaluationReport.of(pipeline, data, evaluation)
          .withBands(BandComparison.fit(data))
          .writeTo(folder);
      GlassComposition glass = GlassComposition.parse("57SiO2-23.5B2O3-19.5Na2O");
      Map<ElementPair, PairCorrelationFunction> curves = new HashMap<>();
      pipeline.predictAll(glass).forEach(p -> curves.put(p.pair(), p.curve()));
      GlassStructure structure = GlassStructure.of(curves, NumberDensities.of(glass, 2.46));
      double neighbors =
          structure.row(Element.Si, Element.O).orElseThrow().coordinationNumber().orElseThrow();
      System.out.println(Math.round(neighbors) + " oxygen atoms around Si");
    }
  }
}
