/**
 * The facade: composition and pair of elements in, pair correlation function out.
 *
 * <p>{@link org.glasspcf.pipeline.GlassPcfPipeline} composes the other modules on the paper's road,
 * fingerprint → forest → latent vector → decoder → image → g(r), and takes its curves by default
 * from a {@linkplain org.glasspcf.pipeline.regression regression}, with {@linkplain
 * org.glasspcf.pipeline.uncertainty bands}. Training needs DL4J and Tribuo, which the artifact
 * {@code glass-pcf-training} brings; prediction, the evaluation of a pipeline and model files need
 * neither.
 */
package org.glasspcf.pipeline;
