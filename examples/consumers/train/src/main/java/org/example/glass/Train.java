package org.example.glass;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction.Peak;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;

/** Trains on six glasses for a moment, saves the model to the file that is named and loads it. */
public final class Train {
  private static final int GLASSES = 6;

  private Train() {}

  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    GlassDataset data = few(GlassDataset.bundled().trainingPart());
    System.out.println("training on " + data.curves() + " curves of " + data.compositions());
    GlassPcfPipeline trained =
        GlassPcfPipeline.builder()
            .autoencoder(AutoencoderOptions.defaults().withEpochs(1)) // 60 and more are sound
            .seed(42)
            .onProgress(System.out::println)
            .train(data);

    GlassComposition glass = GlassComposition.parse("57SiO2-23.5B2O3-19.5Na2O");
    ElementPair pair = ElementPair.of("Si", "O");
    PcfPrediction first = trained.predict(glass, pair);
    Peak peak = first.firstPeak().orElseThrow();
    System.out.printf(Locale.ROOT, "Si–O peak at %.2f Å%n", peak.position());
    check(Math.abs(peak.position() - 1.61) < 0.06, "Si–O bonds are 1.61 Å long");

    trained.save(file);
    GlassPcfPipeline loaded = GlassPcfPipeline.load(file);
    PcfPrediction again = loaded.predict(glass, pair);
    check(first.curve().equals(again.curve()), "the loaded model predicts the same curve");
    check(Arrays.equals(first.latent(), again.latent()), "and the same latent vector");
    check(
        first.decodedCurve().equals(again.decodedCurve()),
        "and the same curve by the paper's road");
    System.out.println("saved, loaded, predicted the same");
  }

  /** The melts of the first glasses, to be quick. */
  private static GlassDataset few(GlassDataset all) {
    Set<GlassComposition> chosen = Set.copyOf(all.compositions().subList(0, GLASSES));
    List<GlassSimulation> melts =
        all.simulations().stream().filter(melt -> chosen.contains(melt.composition())).toList();
    return GlassDataset.of(melts);
  }

  private static void check(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalStateException("must hold: " + rule);
    }
  }
}
