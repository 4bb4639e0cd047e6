package org.glasspcf.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Copies of one network that learn every batch together.
 *
 * <p>The layers are too small to be shared between cores, so a batch is: in shares, each
 * differentiated by one replica, on its own thread. All replicas then take the same step with the
 * sum of the gradients, and stay equal to the bit. The shares and the order of their sum never
 * change, so neither does what is learned, whatever the number of replicas.
 */
final class NetworkReplicas implements AutoCloseable {
  static final int SHARES = 2;

  private final List<AutoencoderNetwork> replicas = new ArrayList<>();
  private int step;

  NetworkReplicas(
      AutoencoderArchitecture architecture, AutoencoderOptions options, int steps, int threads) {
    try {
      for (int i = 0; i < Math.min(threads, SHARES); i++) {
        replicas.add(new AutoencoderNetwork(architecture, options, steps));
      }
    } catch (RuntimeException | Error e) {
      closeAfter(e);
      throw e;
    }
  }

  /**
   * Learns one batch.
   *
   * @param images [batch][4096] intensities
   * @return the batch's image MSE before the step (pixels in 0–1)
   */
  double step(float[][] images) {
    List<CompletableFuture<AutoencoderNetwork.Share>> shares = new ArrayList<>();
    for (int i = 0; i < SHARES; i++) {
      int from = i * images.length / SHARES;
      int to = (i + 1) * images.length / SHARES;
      if (from < to) {
        float[][] share = Arrays.copyOfRange(images, from, to);
        shares.add(replicas.get(i % replicas.size()).differentiate(share));
      }
    }
    float[] gradient = new float[0];
    double loss = 0;
    for (CompletableFuture<AutoencoderNetwork.Share> pending : shares) {
      AutoencoderNetwork.Share share = NativeThread.result(pending);
      if (gradient.length == 0) {
        gradient = share.gradient();
      } else {
        for (int i = 0; i < gradient.length; i++) {
          gradient[i] += share.gradient()[i];
        }
      }
      loss += share.loss();
    }
    List<CompletableFuture<Void>> steps = new ArrayList<>();
    for (AutoencoderNetwork replica : replicas) {
      steps.add(replica.learn(gradient, images.length, step));
    }
    steps.forEach(NativeThread::result);
    step++;
    return loss / images.length;
  }

  /** The image MSE of images (pixels in 0–1). */
  double loss(float[][] images) {
    return replicas.get(0).loss(images);
  }

  Map<String, float[]> parameters() {
    return replicas.get(0).parameters();
  }

  private void closeAfter(Throwable failure) {
    try {
      close();
    } catch (RuntimeException | Error e) {
      failure.addSuppressed(e);
    }
  }

  /** Closes all replicas, even if one of them fails to. */
  @Override
  public void close() {
    if (!replicas.isEmpty()) {
      try (AutoencoderNetwork last = replicas.remove(replicas.size() - 1)) {
        close();
      }
    }
  }
}
