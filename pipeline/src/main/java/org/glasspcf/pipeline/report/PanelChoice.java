package org.glasspcf.pipeline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.evaluation.PairClass;

/**
 * Chooses the curves that a report shows, without a look at the errors: well-sampled ones, every
 * class of pair, as many different pairs and glasses as there are.
 */
public final class PanelChoice {
  private static final int PANELS = 9;

  private final List<GlassSample> candidates;
  private final int panels;
  private final Map<GlassComposition, Integer> shown = new HashMap<>();
  private final List<GlassSample> chosen = new ArrayList<>();
  private final Set<GlassSample> taken = new HashSet<>();

  private PanelChoice(List<GlassSample> candidates, int panels) {
    this.candidates = candidates;
    this.panels = panels;
  }

  /**
   * Chooses nine curves.
   *
   * @param curves the test curves to choose from
   * @return at most nine of them, all if there are fewer; unmodifiable
   */
  public static List<GlassSample> of(List<GlassSample> curves) {
    return of(curves, PANELS, shares(3, 1, 2, 3));
  }

  /** Six curves, or as many as there are. */
  static List<GlassSample> ofSix(List<GlassSample> curves) {
    return of(curves, 6, shares(2, 1, 1, 2));
  }

  private static Map<PairClass, Integer> shares(
      int cationOxygen, int oxygenOxygen, int cationCation, int withDopant) {
    return new EnumMap<>(
        Map.of(
            PairClass.CATION_OXYGEN, cationOxygen,
            PairClass.OXYGEN_OXYGEN, oxygenOxygen,
            PairClass.CATION_CATION, cationCation,
            PairClass.WITH_DOPANT, withDopant));
  }

  private static List<GlassSample> of(
      List<GlassSample> curves, int panels, Map<PairClass, Integer> shares) {
    List<GlassSample> wellSampled = curves.stream().filter(curve -> curve.wellSampled()).toList();
    PanelChoice choice = new PanelChoice(wellSampled.isEmpty() ? curves : wellSampled, panels);
    shares.forEach(choice::takeClass);
    // A data set without dopants, say, leaves room for more of the others.
    SortedSet<ElementPair> pairs = choice.pairs(curve -> true);
    while (choice.chosen.size() < Math.min(panels, choice.candidates.size())) {
      pairs.forEach(choice::take);
    }
    return List.copyOf(choice.chosen);
  }

  private interface Filter {
    boolean accepts(GlassSample sample);
  }

  private SortedSet<ElementPair> pairs(Filter filter) {
    SortedSet<ElementPair> pairs =
        new TreeSet<>(
            Comparator.comparing((ElementPair pair) -> !pair.contains(Element.O))
                .thenComparing(Comparator.naturalOrder()));
    candidates.stream().filter(filter::accepts).forEach(sample -> pairs.add(sample.pair()));
    return pairs;
  }

  private void takeClass(PairClass kind, int share) {
    List<ElementPair> pairs = List.copyOf(pairs(sample -> PairClass.of(sample.pair()) == kind));
    int count = Math.min(share, pairs.size());
    // Cations differ most from one end of the list to the other (Si-Si, Na-Na); bonds to oxygen
    // stand at its front.
    boolean spread = kind == PairClass.CATION_CATION && count > 1;
    for (int i = 0; i < count; i++) {
      take(pairs.get(spread ? i * (pairs.size() - 1) / (count - 1) : i));
    }
  }

  /** Takes the pair's curve in the glass that is shown least so far, the first of them. */
  private void take(ElementPair pair) {
    candidates.stream()
        .filter(curve -> curve.pair().equals(pair) && !taken.contains(curve))
        .min(Comparator.comparingInt(c -> shown.getOrDefault(c.composition(), 0)))
        .filter(curve -> chosen.size() < panels)
        .ifPresent(
            curve -> {
              chosen.add(curve);
              taken.add(curve);
              shown.merge(curve.composition(), 1, Integer::sum);
            });
  }
}
