package org.glasspcf.examples;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.design.DesignCandidate;
import org.glasspcf.pipeline.design.DesignOutcome;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;

/** Designed glasses on the terminal. */
final class DesignTable {
  private final PrintWriter out;
  private final List<TargetText> targets;

  DesignTable(PrintWriter out, List<TargetText> targets) {
    this.out = out;
    this.targets = targets;
  }

  void print(List<DesignCandidate> candidates) {
    targets.forEach(target -> out.println("target: " + target.target()));
    TextTable table = new TextTable();
    List<String> head = new ArrayList<>(List.of("", "glass", "misfit", "training domain"));
    targets.forEach(target -> head.add(target.column()));
    table.add(head);
    for (int i = 0; i < candidates.size(); i++) {
      table.add(row(i + 1, candidates.get(i)));
    }
    table.print(out);
    if (candidates.stream().anyMatch(DesignTable::hasInterval)) {
      out.printf(
          Locale.ROOT,
          "in brackets where 90 %% of melts of %d atoms lie, the error of the density aside; ",
          PcfPrediction.MELT_ATOMS);
    }
    out.println("the training domain with the distance of the nearest training glass");
    if (!candidates.stream().allMatch(DesignCandidate::meetsTargets)) {
      out.println("! misses the target by more than its tolerance");
    }
    if (candidates.stream().noneMatch(DesignCandidate::meetsTargets)) {
      out.println("the space has no glass within all tolerances: these come nearest");
    }
  }

  private static boolean hasInterval(DesignCandidate candidate) {
    return candidate.outcomes().stream().anyMatch(outcome -> outcome.interval().isPresent());
  }

  private List<String> row(int rank, DesignCandidate candidate) {
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(rank));
    cells.add(candidate.composition().toString());
    cells.add(String.format(Locale.ROOT, "%.3f", candidate.misfit()));
    cells.add(domain(candidate.domain()));
    for (int i = 0; i < targets.size(); i++) {
      cells.add(cell(targets.get(i), candidate.outcomes().get(i)));
    }
    return cells;
  }

  static String domain(DomainVerdict verdict) {
    String place = verdict.place().name().toLowerCase(Locale.ROOT);
    return Double.isInfinite(verdict.distance())
        ? place
        : String.format(Locale.ROOT, "%s, %.1f mol%%", place, verdict.distance());
  }

  private static String cell(TargetText target, DesignOutcome outcome) {
    String number = "%." + target.decimals() + "f";
    String interval =
        outcome
            .interval()
            .map(
                i ->
                    String.format(
                        Locale.ROOT, " (" + number + " to " + number + ")", i.lower(), i.upper()))
            .orElse("");
    return String.format(Locale.ROOT, number, outcome.value())
        + interval
        + (outcome.isMet() ? "" : " !");
  }
}
