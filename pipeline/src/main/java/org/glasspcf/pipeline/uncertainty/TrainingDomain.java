package org.glasspcf.pipeline.uncertainty;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;

/**
 * Where the training glasses lie, and whether a new glass lies among them.
 *
 * <p>The distance of two glasses is half the sum of the absolute differences of their mol%: what
 * has to be exchanged to turn one into the other. A glass is <em>inside</em> if the nearest
 * training glass is no farther than nine in ten training glasses are from their own nearest
 * neighbor, at the <em>edge</em> up to the largest such distance, and <em>outside</em> beyond. For
 * a pair, only training glasses that have it count; a pair that none has is outside. Immutable.
 */
public final class TrainingDomain {
  private static final double INSIDE_SHARE = 0.9;
  private static final int NEAREST = 3;

  // Sums of mol% are exact to far less than this, and no glass is known so well.
  private static final double TOLERANCE = 1e-6;

  private final Map<GlassComposition, Set<ElementPair>> trainedOn;
  private final double inside;
  private final double edge;

  private TrainingDomain(
      Map<GlassComposition, Set<ElementPair>> trainedOn, double inside, double edge) {
    this.trainedOn = trainedOn;
    this.inside = inside;
    this.edge = edge;
  }

  /**
   * The domain of training glasses. Its cost grows with the square of their number.
   *
   * @param trainedOn glasses and their pairs, at least one glass; copied
   * @return the domain
   * @throws IllegalArgumentException if there is no glass
   */
  public static TrainingDomain of(Map<GlassComposition, Set<ElementPair>> trainedOn) {
    if (trainedOn.isEmpty()) {
      throw new IllegalArgumentException("a training domain needs at least one glass, got 0");
    }
    Map<GlassComposition, Set<ElementPair>> copy = new LinkedHashMap<>();
    trainedOn.forEach((glass, pairs) -> copy.put(glass, Set.copyOf(pairs)));
    double[] apart = nearestNeighbors(copy.keySet());
    double inside = apart[(int) Math.ceil(INSIDE_SHARE * apart.length) - 1];
    return new TrainingDomain(copy, inside, apart[apart.length - 1]);
  }

  /** How far each glass is from its nearest neighbor (mol%), sorted; 0 for a single glass. */
  private static double[] nearestNeighbors(Set<GlassComposition> glasses) {
    List<Oxide> oxides =
        glasses.stream().flatMap(g -> g.oxides().stream()).distinct().sorted().toList();
    double[][] amounts =
        glasses.stream()
            .map(g -> oxides.stream().mapToDouble(g::molePercent).toArray())
            .toArray(double[][]::new);
    double[] apart = new double[amounts.length];
    for (int i = 0; i < apart.length; i++) {
      double least = amounts.length > 1 ? Double.POSITIVE_INFINITY : 0;
      for (int j = 0; j < apart.length; j++) {
        if (j != i) {
          double sum = 0;
          for (int k = 0; k < amounts[i].length; k++) {
            sum += Math.abs(amounts[i][k] - amounts[j][k]);
          }
          least = Math.min(least, sum / 2);
        }
      }
      apart[i] = least;
    }
    Arrays.sort(apart);
    return apart;
  }

  /**
   * The distance of two glasses.
   *
   * @param one a glass
   * @param other another
   * @return half the sum of the absolute differences (mol%), from 0 to 100
   */
  public static double distance(GlassComposition one, GlassComposition other) {
    Set<Oxide> oxides = new TreeSet<>(one.oxides());
    oxides.addAll(other.oxides());
    return oxides.stream()
            .mapToDouble(o -> Math.abs(one.molePercent(o) - other.molePercent(o)))
            .sum()
        / 2;
  }

  /**
   * Up to which distance from the nearest training glass a glass is inside.
   *
   * @return the distance (mol%)
   */
  public double insideDistance() {
    return inside;
  }

  /**
   * Beyond which distance from the nearest training glass a glass is outside.
   *
   * @return the distance (mol%)
   */
  public double edgeDistance() {
    return edge;
  }

  /**
   * Judges a glass for one pair.
   *
   * @param glass any glass
   * @param pair any pair
   * @return the verdict, with the nearest training glasses that have the pair
   */
  public DomainVerdict verdict(GlassComposition glass, ElementPair pair) {
    List<DomainVerdict.Neighbor> near =
        trainedOn.entrySet().stream()
            .filter(e -> e.getValue().contains(pair))
            .map(e -> new DomainVerdict.Neighbor(e.getKey(), distance(glass, e.getKey())))
            .sorted(
                Comparator.comparingDouble(DomainVerdict.Neighbor::distance)
                    .thenComparing(n -> n.glass().toString()))
            .limit(NEAREST)
            .toList();
    DomainVerdict.Place place =
        near.isEmpty() || near.get(0).distance() > edge + TOLERANCE
            ? DomainVerdict.Place.OUTSIDE
            : near.get(0).distance() <= inside + TOLERANCE
                ? DomainVerdict.Place.INSIDE
                : DomainVerdict.Place.EDGE;
    return new DomainVerdict(place, near);
  }

  /**
   * Judges a glass by the worst of its pairs.
   *
   * @param glass any glass
   * @return the verdict of the pair that lies farthest out
   */
  public DomainVerdict verdict(GlassComposition glass) {
    return glass.pairs().stream()
        .map(pair -> verdict(glass, pair))
        .max(
            Comparator.comparing(DomainVerdict::place).thenComparingDouble(DomainVerdict::distance))
        .orElseThrow();
  }

  /**
   * The training glasses that have a pair.
   *
   * @param pair any pair
   * @return the glasses, possibly none
   */
  public List<GlassComposition> glassesWith(ElementPair pair) {
    return trainedOn.entrySet().stream()
        .filter(e -> e.getValue().contains(pair))
        .map(Map.Entry::getKey)
        .toList();
  }
}
