package org.example.glass;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction.Peak;
import org.glasspcf.core.density.MolarVolumeModel;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.plot.CurvePanel;
import org.glasspcf.pipeline.plot.CurvePanels;
import org.glasspcf.pipeline.plot.PlotLabels;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.CurveBand;
import org.glasspcf.pipeline.uncertainty.Interval;

/** Predicts B–O in a sodium borosilicate glass and draws it to the file that is named. */
public final class Predict {
  private static final BandLevel LEVEL = BandLevel.NINETY_PERCENT;

  private Predict() {}

  public static void main(String[] arguments) throws Exception {
    Path picture = Path.of(arguments[0]);
    GlassComposition glass = GlassComposition.parse("57SiO2-23.5B2O3-19.5Na2O");
    PcfPrediction prediction =
        GlassPcfPipeline.pretrained().predict(glass, ElementPair.of("B", "O"));

    Peak peak = prediction.firstPeak().orElseThrow();
    print("first peak at %.2f Å, g = %.1f", peak.position(), peak.height());
    // The simulations' potential makes B–O bonds of 1.5 Å; in real glasses they are shorter.
    check(Math.abs(peak.position() - 1.5) < 0.1, "the first peak is a B–O bond");

    CurveBand band = prediction.band(LEVEL).orElseThrow();
    double[] g = prediction.curve().values();
    for (int bin = 0; bin < g.length; bin++) {
      check(band.lower().value(bin) <= g[bin], "the band begins below g in bin " + bin);
      check(band.upper().value(bin) >= g[bin], "the band ends above g in bin " + bin);
    }
    print(
        "90 %% of melts have a peak between %.1f and %.1f",
        band.lower().maximum(), band.upper().maximum());

    Interval bond = prediction.bondLength(LEVEL).orElseThrow();
    print("bond length %.3f Å (%.3f to %.3f)", bond.value(), bond.lower(), bond.upper());
    check(Math.abs(bond.value() - 1.5) < 0.1, "the length is that of a B–O bond");

    Interval neighbors =
        prediction
            .coordinationNumber(LEVEL, MolarVolumeModel.bundled().densities(glass))
            .orElseThrow();
    print(
        "oxygen neighbors %.2f (%.2f to %.2f)",
        neighbors.value(), neighbors.lower(), neighbors.upper());
    check(neighbors.value() > 3 && neighbors.value() < 4, "boron has three or four neighbors");

    print("training domain: %s", prediction.domain());
    CurvePanel panel = CurvePanel.of(prediction).withBand(band);
    CurvePanels.of(PlotLabels.of(glass), List.of(panel)).write(picture);
    check(Files.size(picture) > 5_000, "a picture was written");
    print("picture written, %d bytes", Files.size(picture));
  }

  private static void check(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalStateException("must hold: " + rule);
    }
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
