package org.glasspcf.pipeline.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.pipeline.design.ScoredGlass.Standing;
import org.glasspcf.pipeline.uncertainty.TrainingDomain;

/** One search: draws, refines, and picks. {@link InverseDesign} says how. */
final class DesignSearch {
  /** Glasses of the grid that are tried for each draw wanted. */
  private static final long TRIES = 50;

  /** What a refinement exchanges at first (mol%), rounded down to the step by a power of 2. */
  private static final double FIRST_EXCHANGE = 4;

  /** Glasses that are refined, at least. */
  private static final int LEAST_STARTS = 8;

  /** Distances are exact to far less than this (mol%). */
  private static final double TOLERANCE = 1e-6;

  private final GlassScorer scorer;
  private final DesignSpace space;
  private final InverseDesign.Settings settings;
  private final Comparator<ScoredGlass> order;

  DesignSearch(GlassScorer scorer, DesignSpace space, InverseDesign.Settings settings) {
    scorer.requireSuitable(space);
    this.scorer = scorer;
    this.space = space;
    this.settings = settings;
    Comparator<ScoredGlass> ranks =
        Comparator.comparing(ScoredGlass::standing).thenComparingDouble(ScoredGlass::misfit);
    for (Oxide oxide : space.oxides()) {
      ranks = ranks.thenComparingDouble(scored -> scored.glass().molePercent(oxide));
    }
    this.order = ranks;
  }

  List<DesignCandidate> search(long seed) {
    long tries = Math.min(space.grid().size(), TRIES * settings.draws());
    List<GlassComposition> drawn =
        space
            .grid()
            .random(seed, tries)
            .map(space::conditioned)
            .filter(
                glass -> {
                  SearchThreads.throwIfInterrupted();
                  return space.admits(glass);
                })
            .limit(settings.draws())
            .collect(Collectors.toList());
    if (drawn.isEmpty()) {
      throw new IllegalArgumentException(
          "a design space must have glasses, but none of " + tries + " tried is in " + space);
    }
    List<ScoredGlass> looked = SearchThreads.map(drawn, scorer::score, settings.threads());
    requireSome(looked);
    if (tries < space.grid().size() || drawn.size() == settings.draws()) {
      List<ScoredGlass> starts = apart(looked, Math.max(LEAST_STARTS, 2 * settings.count()));
      SearchThreads.map(starts, this::refine, settings.threads()).forEach(looked::addAll);
    }
    return apart(looked, settings.count()).stream()
        .map(scored -> scorer.candidate(scored.glass()).orElseThrow())
        .toList();
  }

  private boolean canBe(ScoredGlass scored) {
    return switch (scored.standing()) {
      case MEETING, WITHIN -> true;
      case OUTSIDE -> settings.allowsOutside();
      case LACKING -> false;
    };
  }

  private void requireSome(List<ScoredGlass> looked) {
    if (looked.stream().anyMatch(this::canBe)) {
      return;
    }
    boolean lacking = looked.stream().allMatch(s -> s.standing() == Standing.LACKING);
    throw new IllegalArgumentException(
        "a design space must have glasses "
            + (lacking ? "with the pairs of the targets" : "inside the training domain")
            + ", but none of "
            + looked.size()
            + " looked at in "
            + space
            + (lacking ? " has them" : " is; allowingOutside() ranks those outside too"));
  }

  /** The best, none of them near a better one. */
  private List<ScoredGlass> apart(List<ScoredGlass> looked, int count) {
    List<ScoredGlass> ranked = looked.stream().filter(this::canBe).sorted(order).toList();
    List<ScoredGlass> picked = new ArrayList<>();
    Set<GlassComposition> seen = new HashSet<>();
    for (ScoredGlass next : ranked) {
      if (picked.size() < count
          && seen.add(next.glass())
          && picked.stream().allMatch(better -> areApart(better, next))) {
        picked.add(next);
      }
    }
    return picked;
  }

  private boolean areApart(ScoredGlass one, ScoredGlass other) {
    return TrainingDomain.distance(one.glass(), other.glass()) >= settings.distance() - TOLERANCE;
  }

  /** Exchanges oxides as long as that makes a glass better; all that was looked at on the way. */
  private List<ScoredGlass> refine(ScoredGlass start) {
    List<ScoredGlass> looked = new ArrayList<>();
    ScoredGlass best = start;
    double amount = space.grid().step();
    while (2 * amount <= FIRST_EXCHANGE) {
      amount *= 2;
    }
    while (amount >= space.grid().step()) {
      List<ScoredGlass> around =
          space.neighbors(best.glass(), amount).stream().map(scorer::score).toList();
      looked.addAll(around);
      ScoredGlass next = around.stream().min(order).orElse(best);
      if (order.compare(next, best) < 0) {
        best = next;
      } else {
        amount /= 2;
      }
    }
    return looked;
  }
}
