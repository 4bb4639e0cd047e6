package org.glasspcf.pipeline.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.design.ScoredGlass.Standing;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;
import org.glasspcf.pipeline.uncertainty.Interval;

/** Says how well a glass meets an objective. Immutable. */
final class GlassScorer {
  /** Half of a normal distribution's central 90 %, in standard deviations. */
  private static final double NINETY_PERCENT_REACH = 1.6448536269514722;

  private final GlassPcfPipeline pipeline;
  private final DesignObjective objective;
  private final InverseDesign.Settings settings;

  GlassScorer(
      GlassPcfPipeline pipeline, DesignObjective objective, InverseDesign.Settings settings) {
    this.pipeline = pipeline;
    this.objective = objective;
    this.settings = settings;
    if (settings.countsSpread() && !pipeline.hasBands()) {
      throw new IllegalArgumentException(
          "a search that counts the spread of melts needs a pipeline with bands, got one without:"
              + " ignoringSpread() ranks by predictions alone");
    }
  }

  /** Refuses a space in which nothing could be predicted. */
  void requireSuitable(DesignSpace space) {
    List<Oxide> known = pipeline.schema().oxides();
    for (Oxide oxide : space.oxides()) {
      if (!known.contains(oxide)) {
        throw new IllegalArgumentException(
            "the oxides of a design space must be those that the pipeline knows, "
                + known
                + ", got "
                + oxide);
      }
    }
    List<Element> elements =
        space.oxides().stream().flatMap(oxide -> oxide.elements().stream()).distinct().toList();
    for (ElementPair pair : objective.pairs()) {
      for (Element element : List.of(pair.first(), pair.second())) {
        if (!elements.contains(element)) {
          throw new IllegalArgumentException(
              "a target of "
                  + pair
                  + " needs an oxide with "
                  + element
                  + " in the design space, got "
                  + space.oxides());
        }
      }
    }
  }

  ScoredGlass score(GlassComposition glass) {
    Optional<DesignCandidate> candidate = candidate(glass);
    if (candidate.isEmpty()) {
      return new ScoredGlass(glass, Standing.LACKING, Double.POSITIVE_INFINITY);
    }
    return new ScoredGlass(glass, standing(candidate.get()), candidate.get().misfit());
  }

  private static Standing standing(DesignCandidate candidate) {
    if (candidate.domain().place() == DomainVerdict.Place.OUTSIDE) {
      return Standing.OUTSIDE;
    }
    return candidate.meetsTargets() ? Standing.MEETING : Standing.WITHIN;
  }

  /** The glass with its numbers; empty if it lacks one. */
  Optional<DesignCandidate> candidate(GlassComposition glass) {
    Map<ElementPair, PcfPrediction> predictions = new LinkedHashMap<>();
    for (ElementPair pair : objective.pairs()) {
      if (!glass.contains(pair.first()) || !glass.contains(pair.second())) {
        return Optional.empty();
      }
      predictions.put(pair, pipeline.predict(glass, pair));
    }
    Supplier<NumberDensities> densities = () -> settings.volumes().densities(glass);
    List<DesignOutcome> outcomes = new ArrayList<>();
    double[] costs = new double[objective.targets().size()];
    for (DesignTarget target : objective.targets()) {
      PcfPrediction prediction = predictions.get(target.pair());
      OptionalDouble value = target.quantity().of(target.pair(), prediction.curve(), densities);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      Optional<Interval> interval =
          target.quantity().interval(prediction, densities, PcfPrediction.MELT_ATOMS);
      costs[outcomes.size()] = target.cost(value.getAsDouble(), spread(target, interval));
      outcomes.add(new DesignOutcome(target, prediction, value.getAsDouble(), interval));
    }
    return Optional.of(
        new DesignCandidate(glass, outcomes, worst(predictions.values()), objective.misfit(costs)));
  }

  /** The standard deviation of melts that an interval stands for. */
  private double spread(DesignTarget target, Optional<Interval> interval) {
    if (!settings.countsSpread() || !target.quantity().hasInterval()) {
      return 0;
    }
    if (interval.isEmpty()) {
      throw new IllegalArgumentException(
          "a search that counts the spread of melts needs a pipeline that knows it for "
              + target.pair()
              + ": ignoringSpread() ranks by predictions alone");
    }
    return (interval.get().upper() - interval.get().lower()) / (2 * NINETY_PERCENT_REACH);
  }

  private static DomainVerdict worst(Iterable<PcfPrediction> predictions) {
    List<DomainVerdict> verdicts = new ArrayList<>();
    predictions.forEach(prediction -> verdicts.add(prediction.domain()));
    return verdicts.stream()
        .max(
            Comparator.comparing(DomainVerdict::place).thenComparingDouble(DomainVerdict::distance))
        .orElseThrow();
  }
}
