package org.glasspcf.examples.reproduce;

import org.glasspcf.forest.ForestOptions;

/** What the paper says: its sizes and the numbers that ours stand beside. */
final class PaperValues {
  /** Curves in all (section II), and of those the ones that were not trained on (section IV). */
  static final int CURVES = 230;

  static final int TEST_CURVES = 50;

  /** Passes over the training images (section IV). */
  static final int EPOCHS = 800;

  /** The latent size that was chosen among several (section IV). */
  static final int LATENT_SIZE = 8;

  /** "About 0.005" on the training set (section IV; image MSE, pixels in 0–1). */
  static final double AUTOENCODER_MSE = 0.005;

  /** R² of the latents, training data perhaps included (Figure 8b). */
  static final double LATENT_R2 = 0.92;

  /** "Below 3 %" for nine test curves (Figure 9; image MSE, pixels in 0–1). */
  static final double IMAGE_MSE = 0.03;

  /** Trees, features, depth and samples that the paper chose (Figure 7). */
  static final ForestOptions FOREST = ForestOptions.defaults();

  private PaperValues() {}
}
