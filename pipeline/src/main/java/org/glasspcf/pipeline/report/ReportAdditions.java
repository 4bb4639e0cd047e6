package org.glasspcf.pipeline.report;

import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.pipeline.ImportanceRanking;

/**
 * What a report may hold beside the evaluation itself.
 *
 * @param baselines what simple methods reach
 * @param bands how simple bands do
 * @param slots importance of the fingerprint's slots on the paper's road
 * @param coordinates importance of the regression's coordinates
 * @param trainSeconds wall time of the training (s)
 * @param evaluateSeconds wall time of the evaluation (s)
 */
record ReportAdditions(
    Optional<BaselineComparison> baselines,
    Optional<BandComparison> bands,
    Optional<ImportanceRanking> slots,
    Optional<ImportanceRanking> coordinates,
    OptionalDouble trainSeconds,
    OptionalDouble evaluateSeconds) {

  static final ReportAdditions NONE =
      new ReportAdditions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  ReportAdditions withBaselines(BaselineComparison value) {
    return new ReportAdditions(
        Optional.of(value), bands, slots, coordinates, trainSeconds, evaluateSeconds);
  }

  ReportAdditions withBands(BandComparison value) {
    return new ReportAdditions(
        baselines, Optional.of(value), slots, coordinates, trainSeconds, evaluateSeconds);
  }

  ReportAdditions withImportance(
      ImportanceRanking ofSlots, Optional<ImportanceRanking> ofCoordinates) {
    return new ReportAdditions(
        baselines, bands, Optional.of(ofSlots), ofCoordinates, trainSeconds, evaluateSeconds);
  }

  ReportAdditions withSeconds(OptionalDouble train, double evaluate) {
    return new ReportAdditions(
        baselines, bands, slots, coordinates, train, OptionalDouble.of(evaluate));
  }
}
