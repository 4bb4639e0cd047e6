package org.glasspcf.examples.reproduce;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.DatasetSplit;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.glasspcf.encoder.PcfImage;
import org.glasspcf.encoder.PcfImageCodec;
import org.glasspcf.pipeline.PipelineOptions;

/**
 * What an experiment works with: the curves of both sides of its split as the paper's network and
 * forest see them. The images' height range is fitted to the training curves.
 *
 * @param setting the experiment
 * @param split its curves
 * @param codec draws the images
 * @param training the side that is trained on
 * @param test the other one
 */
record ExperimentData(
    Setting setting, DatasetSplit split, PcfImageCodec codec, Side training, Side test) {

  /**
   * One side of the split; the lists run parallel.
   *
   * @param samples the curves
   * @param images their images
   * @param fingerprints rows of 58 slots, the paper's encoding; shared, not to be changed
   */
  record Side(List<GlassSample> samples, List<PcfImage> images, double[][] fingerprints) {
    private static Side of(GlassDataset part, PcfImageCodec codec, FingerprintSchema schema) {
      List<GlassSample> samples = part.samples();
      return new Side(
          samples,
          samples.stream().map(sample -> codec.encode(sample.meanCurve())).toList(),
          samples.stream()
              .map(sample -> schema.encode(sample.composition(), sample.pair()).values())
              .toArray(double[][]::new));
    }
  }

  static ExperimentData of(Setting setting, DatasetSplit split) {
    PipelineOptions paper = PipelineOptions.paper();
    FingerprintSchema schema = paper.schema();
    List<PairCorrelationFunction> curves =
        split.training().samples().stream().map(GlassSample::meanCurve).toList();
    PcfImageCodec codec = paper.codec().fittedTo(curves);
    return new ExperimentData(
        setting,
        split,
        codec,
        Side.of(split.training(), codec, schema),
        Side.of(split.test(), codec, schema));
  }

  /** The experiment for people, with the number of curves. */
  String title() {
    return setting.label() + ", " + curves() + " curves";
  }

  /** The curves of both sides. */
  int curves() {
    return training.samples.size() + test.samples.size();
  }

  /** What decides anything that is learned from these data. */
  Map<String, String> keyParts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("training.sha256", split.training().sha256());
    parts.put("test.sha256", split.test().sha256());
    parts.put("codec", codec.kind().id() + " up to " + codec.maxHeight());
    parts.put("training.images", digest(training.images));
    parts.put("test.images", digest(test.images));
    return parts;
  }

  private static String digest(List<PcfImage> images) {
    byte[] pixels = new byte[images.size() * PcfImage.PIXELS];
    int at = 0;
    for (PcfImage image : images) {
      for (int row = 0; row < PcfImage.SIZE; row++) {
        for (int column = 0; column < PcfImage.SIZE; column++) {
          pixels[at++] = (byte) image.pixel(row, column);
        }
      }
    }
    return StageKey.sha256(pixels);
  }

  /** A hash of rows of numbers, to the last bit. */
  static String digest(double[][] rows) {
    StringBuilder text = new StringBuilder();
    for (double[] row : rows) {
      for (double value : row) {
        text.append(Double.toHexString(value)).append(' ');
      }
      text.append('\n');
    }
    return StageKey.sha256(text.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
