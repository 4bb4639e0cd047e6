package org.glasspcf.examples.bench;

import java.util.List;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.encoder.PcfImage;
import org.glasspcf.encoder.PcfImageCodec;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Curve → image and image → curve, by the pretrained model's codec. */
@State(Scope.Thread)
public class CodecBenchmark {
  private static final int CURVES = 512;
  private static final RadialGrid FINE = RadialGrid.uniform(10, 500);

  private PcfImageCodec codec;
  private Turn<PairCorrelationFunction> curves;
  private Turn<PcfImage> images;

  /** Creates the benchmark. */
  public CodecBenchmark() {}

  /** Predicts curves on the bins of the bundled data, 500 of 0.02 Å, and draws them. */
  @Setup
  public void prepare() {
    GlassPcfPipeline pipeline = GlassPcfPipeline.pretrained();
    codec = pipeline.codec();
    List<PcfPrediction> predictions = RandomGlasses.predictions(pipeline, CURVES);
    List<PairCorrelationFunction> fine = predictions.stream().map(p -> p.curve(FINE)).toList();
    curves = new Turn<>(fine);
    images = new Turn<>(fine.stream().map(codec::encode).toList());
  }

  /**
   * Draws one curve.
   *
   * @return its image
   */
  @Benchmark
  public PcfImage encode() {
    return codec.encode(curves.next());
  }

  /**
   * Reads one image on 100 bins of 0.1 Å.
   *
   * @return its curve
   */
  @Benchmark
  public PairCorrelationFunction decode() {
    return codec.decode(images.next(), PcfPrediction.GRID);
  }
}
