package org.glasspcf.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.OxideRange;
import org.glasspcf.pipeline.design.DesignCandidate;
import org.glasspcf.pipeline.design.DesignOutcome;
import org.glasspcf.pipeline.design.DesignSpace;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;

/** Designed glasses as CSV: rank, mol% of the oxides, domain, and the numbers of each target. */
final class DesignCsv {
  private final List<Oxide> oxides;
  private final List<TargetText> targets;

  private DesignCsv(List<Oxide> oxides, List<TargetText> targets) {
    this.oxides = oxides;
    this.targets = targets;
  }

  static DesignCsv of(DesignSpace space, List<TargetText> targets) {
    return new DesignCsv(
        space.grid().ranges().stream().map(OxideRange::oxide).toList(), List.copyOf(targets));
  }

  String text(List<DesignCandidate> candidates) {
    StringBuilder text = new StringBuilder(line(head()));
    for (int i = 0; i < candidates.size(); i++) {
      text.append(line(row(i + 1, candidates.get(i))));
    }
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(",", "", "\n"));
  }

  private List<String> head() {
    List<String> cells = new ArrayList<>(List.of("rank"));
    oxides.forEach(oxide -> cells.add(oxide + "_molpct"));
    cells.addAll(List.of("misfit", "domain", "domain_distance_molpct"));
    for (TargetText target : targets) {
      String name =
          target.column().replace(' ', '_').replace("-length", "_length").replace("peak-", "peak_")
              + (target.target().quantity().unit().equals("Å") ? "_A" : "");
      cells.addAll(List.of(name, name + "_lower90", name + "_upper90", name + "_met"));
    }
    return cells;
  }

  private List<String> row(int rank, DesignCandidate candidate) {
    List<String> cells = new ArrayList<>(List.of(Integer.toString(rank)));
    oxides.forEach(oxide -> cells.add(TextFile.number(candidate.composition().molePercent(oxide))));
    cells.add(TextFile.number(candidate.misfit()));
    cells.add(candidate.domain().place().name().toLowerCase(Locale.ROOT));
    cells.add(distance(candidate.domain()));
    for (DesignOutcome outcome : candidate.outcomes()) {
      cells.add(TextFile.number(outcome.value()));
      cells.add(outcome.interval().map(i -> TextFile.number(i.lower())).orElse(""));
      cells.add(outcome.interval().map(i -> TextFile.number(i.upper())).orElse(""));
      cells.add(Boolean.toString(outcome.isMet()));
    }
    return cells;
  }

  /** The distance of the nearest training glass (mol%); nothing if none has the pair. */
  static String distance(DomainVerdict verdict) {
    return Double.isInfinite(verdict.distance()) ? "" : TextFile.number(verdict.distance());
  }
}
