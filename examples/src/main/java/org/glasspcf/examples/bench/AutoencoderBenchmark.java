package org.glasspcf.examples.bench;

import java.util.List;
import org.glasspcf.encoder.PcfAutoencoder;
import org.glasspcf.encoder.PcfImage;
import org.glasspcf.encoder.PcfImageCodec;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Image → latent vector and latent vector → image. */
@State(Scope.Thread)
public class AutoencoderBenchmark {
  private static final int CURVES = 512;

  private PcfAutoencoder autoencoder;
  private Turn<PcfImage> images;
  private Turn<float[]> latents;

  /** Creates the benchmark. */
  public AutoencoderBenchmark() {}

  /** Draws images of predicted curves and takes their latent vectors from the pretrained forest. */
  @Setup
  public void prepare() {
    GlassPcfPipeline pipeline = GlassPcfPipeline.pretrained();
    autoencoder = pipeline.autoencoder();
    PcfImageCodec codec = pipeline.codec();
    List<PcfPrediction> predictions = RandomGlasses.predictions(pipeline, CURVES);
    images = new Turn<>(predictions.stream().map(p -> codec.encode(p.curve())).toList());
    latents = new Turn<>(predictions.stream().map(PcfPrediction::latent).toList());
  }

  /**
   * Condenses one image.
   *
   * @return its latent vector (1)
   */
  @Benchmark
  public float[] encode() {
    return autoencoder.encode(images.next());
  }

  /**
   * Draws the image of one latent vector.
   *
   * @return the image
   */
  @Benchmark
  public PcfImage decode() {
    return autoencoder.decode(latents.next());
  }
}
