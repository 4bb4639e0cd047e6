package org.glasspcf.examples.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.glasspcf.core.dataset.DatasetSplit;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.forest.ForestOptions;
import org.glasspcf.forest.ForestTrainer;
import org.glasspcf.forest.RandomForest;
import org.glasspcf.pipeline.GlassPcfPipeline;

/**
 * Measures training time and error of the forest, and writes the rows that it learns from, so that
 * another program can learn from the same.
 *
 * <p>The rows are fingerprints and latent vectors, these from the pretrained pipeline's encoder and
 * divided by each latent's standard deviation, of all training glasses of the bundled data; the
 * glasses on its test list have no part in it. The error is the root mean square over five folds by
 * glass (1).
 *
 * <p>Writes {@code rows.csv} (fold, 58 features, 8 targets) and prints a line a seed: the seed,
 * seconds for a forest of all rows (the last of three), the error.
 */
public final class ForestSpeed {
  private static final int FOLDS = 5;
  private static final int REPEATS = 3;

  private final List<Integer> fold = new ArrayList<>();
  private final List<double[]> features = new ArrayList<>();
  private final List<double[]> targets = new ArrayList<>();

  private ForestSpeed() {}

  /**
   * Writes, trains and prints.
   *
   * @param args the folder for the rows, the number of seeds, the number of threads
   * @throws IOException if the rows cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException("usage: ForestSpeed <folder> <seeds> <threads>");
    }
    ForestSpeed speed = new ForestSpeed();
    speed.collect(GlassDataset.bundled().trainingPart(), GlassPcfPipeline.pretrained());
    speed.write(Files.createDirectories(Path.of(args[0])).resolve("rows.csv"));
    int threads = Integer.parseInt(args[2]);
    ExecutorService helpers = Executors.newFixedThreadPool(threads);
    try {
      for (int seed = 0; seed < Integer.parseInt(args[1]); seed++) {
        speed.measure(ForestOptions.defaults().withSeed(seed), helpers, threads, System.out);
      }
    } finally {
      helpers.shutdown();
    }
  }

  private void collect(GlassDataset training, GlassPcfPipeline pipeline) {
    List<DatasetSplit> splits = training.groupedFolds(FOLDS, 0);
    for (int f = 0; f < splits.size(); f++) {
      for (GlassSample sample : splits.get(f).test().samples()) {
        fold.add(f);
        features.add(pipeline.schema().encode(sample.composition(), sample.pair()).values());
        float[] latent = pipeline.autoencoder().encode(pipeline.codec().encode(sample.meanCurve()));
        double[] target = new double[latent.length];
        Arrays.setAll(target, i -> latent[i]);
        targets.add(target);
      }
    }
    for (int i = 0; i < targets.get(0).length; i++) {
      standardize(i);
    }
  }

  private void standardize(int column) {
    double mean = targets.stream().mapToDouble(row -> row[column]).average().orElseThrow();
    double variance =
        targets.stream()
            .mapToDouble(row -> Math.pow(row[column] - mean, 2))
            .average()
            .orElseThrow();
    targets.forEach(row -> row[column] = (row[column] - mean) / Math.sqrt(variance));
  }

  private void write(Path file) throws IOException {
    StringBuilder csv = new StringBuilder();
    for (int i = 0; i < fold.size(); i++) {
      csv.append(fold.get(i));
      for (double value : features.get(i)) {
        csv.append(',').append(value);
      }
      for (double value : targets.get(i)) {
        csv.append(',').append(value);
      }
      csv.append('\n');
    }
    Files.writeString(file, csv, StandardCharsets.UTF_8);
  }

  private void measure(
      ForestOptions options, ExecutorService helpers, int threads, PrintStream out) {
    double seconds = 0;
    double[][] x = features.toArray(double[][]::new);
    double[][] y = targets.toArray(double[][]::new);
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      long start = System.nanoTime();
      ForestTrainer.train(x, y, options, helpers, threads);
      seconds = (System.nanoTime() - start) * 1e-9;
    }
    double sum = 0;
    for (int f = 0; f < FOLDS; f++) {
      RandomForest forest =
          ForestTrainer.train(
              rows(features, f, false), rows(targets, f, false), options, helpers, threads);
      double[][] questions = rows(features, f, true);
      double[][] answers = rows(targets, f, true);
      for (int i = 0; i < questions.length; i++) {
        double[] predicted = forest.predict(questions[i]);
        for (int t = 0; t < predicted.length; t++) {
          sum += Math.pow(predicted[t] - answers[i][t], 2);
        }
      }
    }
    double error = Math.sqrt(sum / (y.length * (double) y[0].length));
    out.printf(Locale.ROOT, "%d %.4f %.5f%n", options.seed(), seconds, error);
  }

  private double[][] rows(List<double[]> table, int testFold, boolean test) {
    List<double[]> out = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      if ((fold.get(i) == testFold) == test) {
        out.add(table.get(i));
      }
    }
    return out.toArray(double[][]::new);
  }
}
