package org.glasspcf.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.pipeline.regression.CurveRegression;
import org.junit.jupiter.api.Test;

/** The model in the jar is what its card says. */
class PretrainedPipelineTest {
  private static final GlassPcfPipeline PRETRAINED = GlassPcfPipeline.pretrained();
  private static final GlassDataset BUNDLED = GlassDataset.bundled();
  private static final Path CARD = Path.of("README.md");
  private static final Pattern ROW = Pattern.compile("\\| `([A-Za-z0-9.]+)` \\|.*\\| (\\S+) \\|");

  @Test
  void figures_areThoseOfTheHeldOutGlasses_andOfTheCard() throws IOException {
    Map<String, Double> measured = PRETRAINED.evaluate(BUNDLED).figures();
    Map<String, Double> stored = PRETRAINED.provenance().heldOutFigures();
    assertEquals(measured.keySet(), stored.keySet());
    // The last bits of exp and log differ from one platform to the next.
    stored.forEach((name, value) -> assertEquals(value, measured.get(name), 1e-6, name));

    Map<String, String> card = new TreeMap<>();
    Matcher rows = ROW.matcher(Files.readString(CARD));
    while (rows.find()) {
      card.put(rows.group(1), rows.group(2));
    }
    assertEquals(measured.keySet(), card.keySet(), "the model card lists every figure");
    card.forEach(
        (name, text) -> {
          int decimals = text.contains(".") ? text.length() - text.indexOf('.') - 1 : 0;
          assertEquals(
              Double.parseDouble(text), measured.get(name), 0.5 * Math.pow(10, -decimals), name);
        });
  }

  @Test
  void training_wasThatOfTheCard() {
    PipelineProvenance provenance = PRETRAINED.provenance();
    assertEquals(
        GlassPcfPipeline.builder().seed(0).options(), provenance.options(), "default options");
    assertEquals(BUNDLED.trainingPart().sha256(), provenance.trainingSha256());
    assertEquals(
        BUNDLED.trainingPart().compositions(), provenance.trainingGlasses(), "no held-out glass");
  }

  @Test
  void curves_areThoseOfARegressionFittedAnew() {
    CurveRegression fitted = CurveRegression.fit(BUNDLED.trainingPart());
    GlassComposition glass = GlassComposition.parse("57SiO2-23.5B2O3-14.5Na2O-5BaO");
    for (ElementPair pair : glass.pairs()) {
      double[] expected = fitted.predict(glass, pair).orElseThrow().values();
      double[] actual = PRETRAINED.predict(glass, pair).curve(fitted.grid()).values();
      for (int bin = 0; bin < expected.length; bin++) {
        assertEquals(expected[bin], actual[bin], 1e-4, pair + " bin " + bin);
      }
    }
  }

  @Test
  void file_isSmall() throws IOException {
    try (var in = GlassPcfPipeline.class.getResourceAsStream("pretrained.glasspcf")) {
      int bytes = in.readAllBytes().length;
      assertTrue(bytes < 5_000_000, bytes + " bytes");
    }
  }

  /**
   * Si–O of the bundled silica melts is at 1.610 Å (core's README); three bins of 0.1 Å say 1.63.
   */
  @Test
  void firstPeakPosition_isThatOfFineBins() {
    PcfPrediction siO =
        GlassPcfPipeline.pretrained()
            .predict(GlassComposition.parse("SiO2"), ElementPair.of("Si", "O"));
    assertEquals(1.611, siO.firstPeakPosition().orElseThrow(), 0.003);
  }
}
