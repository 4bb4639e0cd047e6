/**
 * The facade: composition and pair of elements in, pair correlation function out.
 *
 * <p>{@link org.glasspcf.pipeline.GlassPcfPipeline} composes the other modules: fingerprint →
 * forest → latent vector → decoder → image → g(r). Training needs DL4J and Tribuo; prediction,
 * evaluation and model files need neither.
 */
package org.glasspcf.pipeline;
