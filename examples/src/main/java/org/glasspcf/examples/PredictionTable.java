package org.glasspcf.examples;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction.Peak;
import org.glasspcf.core.density.MolarVolumeModel;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.pipeline.CurveSource;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.regression.CurveRegression;
import org.glasspcf.pipeline.screening.ScreeningQuantity;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;
import org.glasspcf.pipeline.uncertainty.Interval;

/** Predicted peaks, bond lengths and coordination numbers on the terminal. */
final class PredictionTable {
  private static final String ROW = "%-8s %10s %10s   %-24s %s";

  private final PrintWriter out;
  private final GlassComposition glass;
  private final NumberDensities densities;

  PredictionTable(PrintWriter out, GlassComposition glass) {
    this.out = out;
    this.glass = glass;
    this.densities = MolarVolumeModel.bundled().densities(glass);
  }

  void print(List<PcfPrediction> predictions) {
    out.println(glass + ", first peaks");
    line("pair", "r (Å)", "height", "bond length (Å)", "coordination number");
    for (PcfPrediction prediction : predictions) {
      Optional<Peak> peak = prediction.firstPeak();
      OptionalDouble position = prediction.firstPeakPosition();
      line(
          prediction.pair(),
          position.isPresent() ? text(3, position.getAsDouble()) : "-",
          peak.map(p -> text(2, p.height())).orElse("-"),
          cell(
              3,
              inDomain(prediction, prediction.bondLength(BandLevel.NINETY_PERCENT)),
              ScreeningQuantity.BOND_LENGTH.of(prediction)),
          cell(
              2,
              inDomain(
                  prediction, prediction.coordinationNumber(BandLevel.NINETY_PERCENT, densities)),
              ScreeningQuantity.COORDINATION_NUMBER.of(prediction)));
    }
    out.println("first peak: position of a fit on bins of 0.02 Å, height on bins of 0.1 Å");
    List<String> decoded =
        predictions.stream()
            .filter(p -> p.curveSource() == CurveSource.DECODER)
            .map(p -> p.pair().toString())
            .toList();
    if (!decoded.isEmpty() && decoded.size() < predictions.size()) {
      out.printf(
          "from the decoder, because fewer than %d training glasses have the pair: %s%n",
          CurveRegression.FEWEST_GLASSES, String.join(", ", decoded));
    }
    printShellNotes(predictions);
    out.println(
        DensityOptions.fromMolarVolumes(
            glass, predictions.stream().anyMatch(PredictionTable::isOutside), ""));
  }

  /** Outside the domain nothing was there to calibrate intervals with. */
  private static Optional<Interval> inDomain(
      PcfPrediction prediction, Optional<Interval> interval) {
    return isOutside(prediction) ? Optional.empty() : interval;
  }

  private static boolean isOutside(PcfPrediction prediction) {
    return prediction.domain().place() == DomainVerdict.Place.OUTSIDE;
  }

  private void printShellNotes(List<PcfPrediction> predictions) {
    String cutoffs = cutoffs(predictions);
    if (cutoffs.isEmpty()) {
      return;
    }
    out.println(
        "bond length, coordination number: mean distance and number of the oxygen atoms around a"
            + " cation"
            + cutoffs);
    for (PcfPrediction prediction : predictions) {
      BoronNote.on(prediction.pair(), ScreeningQuantity.COORDINATION_NUMBER.of(prediction))
          .ifPresent(out::println);
    }
    List<PcfPrediction> calibrated =
        predictions.stream()
            .filter(p -> p.bondLength(BandLevel.NINETY_PERCENT).isPresent())
            .toList();
    if (!calibrated.isEmpty() && calibrated.stream().allMatch(PredictionTable::isOutside)) {
      out.println("no intervals: they are not calibrated outside the training domain");
      return;
    }
    out.println(
        !calibrated.isEmpty()
            ? "in brackets where 90 % of melts of "
                + PcfPrediction.MELT_ATOMS
                + " atoms lie, the error of the density aside"
            : "no intervals: they come of several melts of a glass in training, and a calibration");
  }

  /** {@code " (Si within 2.1, Na within 3.2 Å)"}; nothing where no pair has a cutoff. */
  private static String cutoffs(List<PcfPrediction> predictions) {
    List<String> cutoffs = new ArrayList<>();
    for (PcfPrediction prediction : predictions) {
      CationOxygenScores.cutoff(prediction.pair())
          .ifPresent(r -> cutoffs.add(prediction.pair().first() + " within " + text(1, r)));
    }
    return cutoffs.isEmpty() ? "" : " (" + String.join(", ", cutoffs) + " Å)";
  }

  /** A model without calibration knows the value alone. */
  private static String cell(int decimals, Optional<Interval> interval, OptionalDouble value) {
    return interval
        .map(
            i ->
                "%s (%s to %s)"
                    .formatted(
                        text(decimals, i.value()),
                        text(decimals, i.lower()),
                        text(decimals, i.upper())))
        .orElseGet(() -> value.isPresent() ? text(decimals, value.getAsDouble()) : "-");
  }

  private static String text(int decimals, double value) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private void line(Object... cells) {
    out.println(String.format(Locale.ROOT, ROW, cells).stripTrailing());
  }
}
