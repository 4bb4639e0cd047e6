package org.glasspcf.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.CurveBand;

/**
 * Files of curves with their bands: {@code r_A} (bin centers, Å), then for each pair g and the ends
 * of its 90 % band, {@code Si-O,Si-O_lower90,Si-O_upper90}; empty cells for a pair without a band.
 */
final class BandsCsv {
  private BandsCsv() {}

  /** Writes predictions on the bins of 0.1 Å that bands have. */
  static void write(Path file, List<PcfPrediction> predictions) {
    StringBuilder text = new StringBuilder("r_A");
    for (PcfPrediction prediction : predictions) {
      String pair = prediction.pair().toString();
      text.append(",%1$s,%1$s_lower90,%1$s_upper90".formatted(pair));
    }
    text.append('\n');
    List<Optional<CurveBand>> bands =
        predictions.stream().map(p -> p.band(BandLevel.NINETY_PERCENT)).toList();
    RadialGrid grid = PcfPrediction.GRID;
    for (int row = 0; row < grid.bins(); row++) {
      int bin = row;
      text.append(TextFile.number(grid.center(bin)));
      for (int i = 0; i < predictions.size(); i++) {
        text.append(',').append(TextFile.number(predictions.get(i).curve().value(bin)));
        text.append(
            bands
                .get(i)
                .map(
                    band ->
                        ","
                            + TextFile.number(band.lower().value(bin))
                            + ","
                            + TextFile.number(band.upper().value(bin)))
                .orElse(",,"));
      }
      text.append('\n');
    }
    TextFile.write(file, text.toString());
  }
}
