/**
 * Curves as images, and the autoencoder that condenses an image into a handful of latent numbers.
 *
 * <p>{@link org.glasspcf.encoder.PcfImageCodec} draws and reads curves, {@link
 * org.glasspcf.encoder.AutoencoderTrainer} trains (with DL4J, which needs native code), {@link
 * org.glasspcf.encoder.PcfAutoencoder} encodes and decodes in plain Java (without any). The package
 * knows the core module only; the forest never meets it.
 */
package org.glasspcf.encoder;
