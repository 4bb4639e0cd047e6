package org.example.glass;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.density.MolarVolumeModel;
import org.glasspcf.core.diffraction.NeutronScatteringLengths;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.plot.CurvePanel;
import org.glasspcf.pipeline.plot.CurvePanels;
import org.glasspcf.pipeline.plot.PlotLabels;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.Interval;

/** Predicts Ti–O from named modules and draws it to the file that is named. */
public final class ModuleReport {
  private ModuleReport() {}

  public static void main(String[] arguments) throws Exception {
    Path picture = Path.of(arguments[0]);
    Stream.of(ModuleReport.class, GlassComposition.class, GlassPcfPipeline.class)
        .map(Class::getModule)
        .forEach(
            module -> {
              System.out.println(module);
              check(module.isNamed(), "the code is in a named module");
            });

    GlassComposition glass = GlassComposition.parse("55SiO2-22B2O3-18Na2O-5TiO2");
    PcfPrediction prediction =
        GlassPcfPipeline.pretrained().predict(glass, ElementPair.of("Ti", "O"));
    Interval neighbors =
        prediction
            .coordinationNumber(
                BandLevel.NINETY_PERCENT, MolarVolumeModel.bundled().densities(glass))
            .orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "Ti has %.2f oxygen neighbors (%.2f to %.2f)%n",
        neighbors.value(),
        neighbors.lower(),
        neighbors.upper());
    check(neighbors.value() > 4 && neighbors.value() < 6, "titanium has four to six neighbors");

    // Read from a table by FastCSV.
    double length = NeutronScatteringLengths.natural().length(Element.Ti);
    System.out.printf(Locale.ROOT, "Ti scatters neutrons with a length of %.2f fm%n", length);
    check(length < 0, "the scattering length of titanium is negative");

    CurvePanels.of(PlotLabels.of(glass), List.of(CurvePanel.of(prediction))).write(picture);
    check(Files.size(picture) > 5_000, "a picture was written");
  }

  private static void check(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalStateException("must hold: " + rule);
    }
  }
}
