package org.glasspcf.examples.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.encoder.AutoencoderTrainer;
import org.glasspcf.encoder.PcfImage;
import org.glasspcf.encoder.PcfImageCodec;

/**
 * Measures how long the autoencoder takes to learn, and writes the images that it learns from, so
 * that another program can learn from the same.
 *
 * <p>Every fifth training composition of the bundled data, sorted by mole fractions, is watched;
 * the others are learned. The glasses on the data's test list have no part in it. With {@code
 * watched} the loss on the watched images is taken after each epoch, and counts in the time; with
 * {@code plain} it is not taken.
 *
 * <p>Prints a line an epoch: number, seconds since the start of the training, seconds of this
 * epoch, training loss, loss on the watched images.
 */
public final class TrainingSpeed {
  private static final int FOLDS = 5;
  private static final List<Oxide> SORTED_BY =
      List.of(Oxide.B2O3, Oxide.BaO, Oxide.Na2O, Oxide.SiO2, Oxide.TiO2, Oxide.ZnO);

  private TrainingSpeed() {}

  /**
   * Trains and prints.
   *
   * @param args {@code images <folder>} to write the images; or {@code plain} or {@code watched},
   *     epochs, peak learning rate, seed and threads
   * @throws IOException if the images cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 2 && args[0].equals("images")) {
      Images images = Images.bundled();
      Path folder = Files.createDirectories(Path.of(args[1]));
      write(folder.resolve("learned.f32"), images.learned());
      write(folder.resolve("watched.f32"), images.watched());
    } else if (args.length == 5 && List.of("plain", "watched").contains(args[0])) {
      AutoencoderOptions options =
          AutoencoderOptions.defaults()
              .withEpochs(Integer.parseInt(args[1]))
              .withLearningRate(Double.parseDouble(args[2]))
              .withSeed(Long.parseLong(args[3]));
      AutoencoderTrainer trainer =
          AutoencoderTrainer.with(options).withThreads(Integer.parseInt(args[4]));
      measure(Images.bundled(), args[0].equals("watched"), trainer, System.out);
    } else {
      throw new IllegalArgumentException(
          "usage: TrainingSpeed images <folder> | plain|watched <epochs> <learning rate> <seed>"
              + " <threads>");
    }
  }

  private static void measure(
      Images images, boolean watched, AutoencoderTrainer trainer, PrintStream out) {
    long start = System.nanoTime();
    long[] last = {start};
    trainer
        .withListener(
            progress -> {
              long now = System.nanoTime();
              out.printf(
                  Locale.ROOT,
                  "%d %.3f %.3f %.6f %.6f%n",
                  progress.epoch(),
                  (now - start) * 1e-9,
                  (now - last[0]) * 1e-9,
                  progress.trainingLoss(),
                  progress.validationLoss().orElse(Double.NaN));
              last[0] = now;
            })
        .train(images.learned(), watched ? images.watched() : List.of());
  }

  /** Raw intensities, 4,096 little-endian single-precision numbers an image. */
  private static void write(Path file, List<PcfImage> images) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(PcfImage.PIXELS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (PcfImage image : images) {
        bytes.asFloatBuffer().put(image.intensities());
        out.write(bytes.array());
      }
    }
  }

  /**
   * The images of the training part.
   *
   * @param learned what the network learns from
   * @param watched what its loss is taken on
   */
  private record Images(List<PcfImage> learned, List<PcfImage> watched) {

    static Images bundled() {
      GlassDataset training = GlassDataset.bundled().trainingPart();
      List<GlassComposition> glasses =
          training.compositions().stream().sorted(byMoleFractions()).toList();
      Set<GlassComposition> apart =
          IntStream.range(0, glasses.size())
              .filter(i -> i % FOLDS == 0)
              .mapToObj(glasses::get)
              .collect(Collectors.toSet());
      List<PairCorrelationFunction> learned = new ArrayList<>();
      List<PairCorrelationFunction> watched = new ArrayList<>();
      for (GlassSample sample : training.samples()) {
        (apart.contains(sample.composition()) ? watched : learned).add(sample.meanCurve());
      }
      PcfImageCodec codec = PcfImageCodec.Kind.WARPED.fittedTo(learned);
      return new Images(
          learned.stream().map(codec::encode).toList(),
          watched.stream().map(codec::encode).toList());
    }

    private static Comparator<GlassComposition> byMoleFractions() {
      Comparator<GlassComposition> order = Comparator.comparingInt(glass -> 0);
      for (Oxide oxide : SORTED_BY) {
        order = order.thenComparingDouble(glass -> glass.moleFraction(oxide));
      }
      return order;
    }
  }
}
