package org.glasspcf.examples.reproduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.encoder.PcfAutoencoder;
import org.glasspcf.encoder.PcfImage;

/**
 * The latent vectors of an experiment's images. A latent that is the same for all training images
 * is <em>dead</em>: a rectifier in front of it that never opens. Its units are those of the
 * training images: mean 0 and standard deviation 1 (over n, not n − 1).
 *
 * @param training a row for each training image; shared, not to be changed
 * @param test a row for each test image; shared, not to be changed
 */
record Latents(double[][] training, double[][] test) {

  static Latents of(PcfAutoencoder autoencoder, ExperimentData data) {
    return new Latents(
        encode(autoencoder, data.training().images()), encode(autoencoder, data.test().images()));
  }

  private static double[][] encode(PcfAutoencoder autoencoder, List<PcfImage> images) {
    double[][] rows = new double[images.size()][];
    for (int i = 0; i < rows.length; i++) {
      TrainingInterruptedException.throwIfInterrupted("encoding of the images");
      rows[i] = doubles(autoencoder.encode(images.get(i)));
    }
    return rows;
  }

  static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  static float[] floats(double[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }

  /** How many numbers a latent vector has. */
  int size() {
    return training[0].length;
  }

  /** How many latents are the same for all training images. */
  int dead() {
    return size() - live().length;
  }

  /** The latents that differ between training images. */
  int[] live() {
    return IntStream.range(0, size())
        .filter(i -> Arrays.stream(training).anyMatch(row -> row[i] != training[0][i]))
        .toArray();
  }

  /**
   * The mean squared error of predictions in standardized units, over the live latents: 1 for the
   * mean of the training images. NaN if none is alive.
   */
  double standardizedMse(double[][] predicted, double[][] truth) {
    double sum = 0;
    int[] live = live();
    for (int i : live) {
      double variance = variance(i);
      for (int row = 0; row < truth.length; row++) {
        double error = predicted[row][i] - truth[row][i];
        sum += error * error / variance;
      }
    }
    return sum / ((double) live.length * truth.length);
  }

  /** Rows of latents minus the mean of each over the training images. */
  double[][] centered(double[][] rows) {
    double[] mean = IntStream.range(0, size()).mapToDouble(this::mean).toArray();
    return Arrays.stream(rows)
        .map(row -> IntStream.range(0, mean.length).mapToDouble(i -> row[i] - mean[i]).toArray())
        .toArray(double[][]::new);
  }

  private double mean(int latent) {
    return Arrays.stream(training).mapToDouble(row -> row[latent]).average().orElseThrow();
  }

  private double variance(int latent) {
    double mean = mean(latent);
    double variance =
        Arrays.stream(training)
            .mapToDouble(row -> (row[latent] - mean) * (row[latent] - mean))
            .average()
            .orElseThrow();
    return Math.max(variance, Double.MIN_NORMAL);
  }

  /** Training rows, then test rows. */
  static double[][] joined(double[][] training, double[][] test) {
    List<double[]> rows = new ArrayList<>(List.of(training));
    rows.addAll(List.of(test));
    return rows.toArray(double[][]::new);
  }
}
