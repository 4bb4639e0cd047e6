package org.glasspcf.examples;

import java.util.OptionalDouble;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.correlation.ShellPeak;
import org.glasspcf.core.correlation.ShellSearch;
import org.glasspcf.pipeline.PcfPrediction;

/**
 * Where a predicted curve has its first peak, as {@code structure} finds it: a fit on bins of 0.02
 * Å. Three bins of 0.1 Å place the peak of a narrow shell by 0.02 Å wrong.
 */
public final class PeakPosition {
  private static final RadialGrid FINE = RadialGrid.uniform(PcfPrediction.GRID.rMax(), 500);

  private PeakPosition() {}

  /**
   * The position of the first peak.
   *
   * @param prediction a prediction
   * @return the position (Å); empty for a curve without a clear peak
   */
  public static OptionalDouble of(PcfPrediction prediction) {
    return ShellSearch.of(prediction.curve(FINE)).peak().stream()
        .mapToDouble(ShellPeak::position)
        .findFirst();
  }
}
