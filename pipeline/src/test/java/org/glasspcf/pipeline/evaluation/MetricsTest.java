package org.glasspcf.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.glasspcf.core.ElementPair;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final Map<String, Double> REFERENCE =
      ReferenceFiles.figures("stored-figures.csv", 0);

  @Test
  void latentR2_ofStoredLatents_equalsReference() {
    double[][] predicted =
        ReferenceFiles.numbers("stored-latents.csv.gz", 2, row -> row[1].equals("predicted"));
    double[][] truth =
        ReferenceFiles.numbers("stored-latents.csv.gz", 2, row -> row[1].equals("true"));

    assertEquals(24, truth.length);
    assertEquals(REFERENCE.get("latentR2"), Metrics.latentR2(predicted, truth), 1e-9);
  }

  @Test
  void latentR2_ofHandMadeVectors_takesEachLatentsOwnMean() {
    double[][] truth = {{0, 10}, {2, 10}};
    double[][] predicted = {{0, 10}, {1, 10}};

    assertEquals(1 - 1 / 2.0, Metrics.latentR2(predicted, truth), 1e-15);
  }

  @Test
  void latentR2_ofConstantLatents_isNotANumber() {
    assertTrue(Double.isNaN(Metrics.latentR2(new double[][] {{1}, {2}}, new double[2][1])));
  }

  @Test
  void imageMses_ofStoredImages_equalReference() {
    float[][] truth = images("true");

    assertEquals(3, truth.length);
    assertEquals(REFERENCE.get("imageMse"), Metrics.imageMse(images("predicted"), truth), 1e-9);
    assertEquals(REFERENCE.get("imageMseBlack"), Metrics.blackImageMse(truth), 1e-9);
  }

  @Test
  void pairMeanImageMse_ofStoredImages_equalsReference() {
    PairMeanImages means = PairMeanImages.of(pairs("training"), images("training"));

    // the means are held in single precision, as images are
    assertEquals(REFERENCE.get("imageMsePairMean"), means.mse(pairs("true"), images("true")), 1e-9);
  }

  @Test
  void pairMeanImage_ofUnknownPair_isMeanOfAll() {
    ElementPair known = ElementPair.of("Si", "O");
    PairMeanImages means =
        PairMeanImages.of(
            List.of(known, known, ElementPair.of("B", "O")),
            new float[][] {{0, 1}, {1, 1}, {0.5f, 0.25f}});

    assertArrayEquals(new float[] {0.5f, 1}, means.image(known));
    assertArrayEquals(new float[] {0.5f, 0.75f}, means.image(ElementPair.of("Na", "O")));
  }

  @Test
  void imageMse_ofHandMadeImages_isPixelMean() {
    assertEquals(
        (0.25 + 1) / 4,
        Metrics.imageMse(new float[][] {{0.5f, 0}, {1, 1}}, new float[][] {{0, 0}, {1, 0}}));
  }

  @Test
  void metrics_ofDifferentShapes_areRefused() {
    assertEquals(
        "expected 2 pixels in image 0, one for each, got 1",
        assertThrows(
                IllegalArgumentException.class,
                () -> Metrics.imageMse(new float[][] {{1}}, new float[][] {{1, 2}}))
            .getMessage());
    assertEquals(
        "expected 1 predicted latent vectors, one for each, got 2",
        assertThrows(
                IllegalArgumentException.class,
                () -> Metrics.latentR2(new double[2][1], new double[1][1]))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Metrics.blackImageMse(new float[0][]));
  }

  private static float[][] images(String kind) {
    double[][] pixels =
        ReferenceFiles.numbers("stored-images.csv.gz", 2, row -> row[0].equals(kind));
    float[][] images = new float[pixels.length][];
    for (int image = 0; image < images.length; image++) {
      images[image] = new float[pixels[image].length];
      for (int i = 0; i < images[image].length; i++) {
        images[image][i] = (float) pixels[image][i] / 255f;
      }
    }
    return images;
  }

  private static List<ElementPair> pairs(String kind) {
    return ReferenceFiles.rows("stored-images.csv.gz").stream()
        .filter(row -> row[0].equals(kind))
        .map(row -> ElementPair.parse(row[1]))
        .toList();
  }
}
