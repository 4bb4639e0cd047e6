package org.glasspcf.pipeline.uncertainty;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.glasspcf.core.GlassComposition;

/**
 * Whether a glass lies among the training glasses; {@link TrainingDomain} says how that is decided.
 *
 * @param place inside, at the edge or outside
 * @param nearest up to three training glasses, the nearest first; none if none has the pair
 */
public record DomainVerdict(Place place, List<Neighbor> nearest) {

  /** Where a glass lies. */
  public enum Place {
    /** Among the training glasses. */
    INSIDE,
    /** No farther from them than the loneliest of them is from the others. */
    EDGE,
    /** Farther: the prediction is an extrapolation. */
    OUTSIDE
  }

  /**
   * A training glass near by.
   *
   * @param glass the training glass
   * @param distance what has to be exchanged to turn one into the other (mol%)
   */
  public record Neighbor(GlassComposition glass, double distance) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s (%.1f mol%% away)", glass, distance);
    }
  }

  /**
   * Copies the list.
   *
   * @param place inside, at the edge or outside
   * @param nearest training glasses, the nearest first
   */
  public DomainVerdict {
    Objects.requireNonNull(place, "place");
    nearest = List.copyOf(nearest);
  }

  /**
   * How far the nearest training glass is.
   *
   * @return the distance (mol%); infinite if there is none
   */
  public double distance() {
    return nearest.isEmpty() ? Double.POSITIVE_INFINITY : nearest.get(0).distance();
  }

  @Override
  public String toString() {
    String near =
        nearest.isEmpty()
            ? "no training glass has the pair"
            : "nearest: "
                + nearest.stream().map(Neighbor::toString).collect(Collectors.joining(", "));
    return place.name().toLowerCase(Locale.ROOT) + "; " + near;
  }
}
