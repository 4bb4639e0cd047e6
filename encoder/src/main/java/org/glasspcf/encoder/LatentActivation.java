package org.glasspcf.encoder;

/** What follows the last convolution of the encoder. */
public enum LatentActivation {
  /** Nothing: latents of either sign. */
  LINEAR,
  /** max(0, x), as after every other convolution: the paper's, whose latents may die. */
  RELU
}
