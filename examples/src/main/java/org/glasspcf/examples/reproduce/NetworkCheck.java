package org.glasspcf.examples.reproduce;

import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.encoder.PcfAutoencoder;
import org.glasspcf.encoder.PcfImage;

/**
 * What a network with another latent size or another seed comes to.
 *
 * @param options how it was trained
 * @param training image MSE of the training images (pixels in 0–1)
 * @param test image MSE of the test images (pixels in 0–1)
 * @param dead latents that are the same for all training images
 * @param trainSeconds how long its training took (s)
 */
record NetworkCheck(
    AutoencoderOptions options, double training, double test, int dead, double trainSeconds) {

  static NetworkCheck of(ExperimentData data, ChosenNetwork network) {
    PcfAutoencoder autoencoder = network.trained().autoencoder();
    Latents latents = Latents.of(autoencoder, data);
    return new NetworkCheck(
        network.options(),
        mse(autoencoder, latents.training(), data.training()),
        mse(autoencoder, latents.test(), data.test()),
        latents.dead(),
        network.seconds());
  }

  private static double mse(
      PcfAutoencoder autoencoder, double[][] latents, ExperimentData.Side side) {
    double sum = 0;
    for (int i = 0; i < latents.length; i++) {
      PcfImage drawn = autoencoder.decode(Latents.floats(latents[i]));
      sum += drawn.meanSquaredDifference(side.images().get(i));
    }
    return sum / latents.length;
  }
}
