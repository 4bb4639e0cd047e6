package org.glasspcf.pipeline.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * a pair, only training glasses that have it count; a pair that none has is outside. {@linkplain
 * GlassComposition#conditions() Conditions} are no part of the distance, but a glass with one below
 * or above all those of the training glasses that have the pair, or with others than they have, is
 * outside. Immutable.
 */
public final class TrainingDomain {
  private static final double INSIDE_SHARE = 0.9;
  private static final int NEAREST = 3;
  private static final double MICRO = 1e6;

  // Sums of mol% are exact to far less than this, and no glass is known so well.
  private static final double TOLERANCE = 1e-6;

  private final List<Oxide> oxides;
  private final Map<ElementPair, List<Point>> trainedOn;
  private final Map<ElementPair, List<GlassComposition>> glasses;
  private final double inside;
  private final double edge;

  /**
   * A training glass without its conditions.
   *
   * @param glass the composition
   * @param rank its place in the order of the glasses' names
   * @param amounts of the oxides in millionths of a mol%, which are whole numbers
   */
  private record Point(GlassComposition glass, int rank, long[] amounts) {}

  private record Candidate(Point point, double distance) {
    boolean isBefore(Candidate other) {
      return distance < other.distance
          || distance == other.distance && point.rank < other.point.rank;
    }
  }

  private TrainingDomain(
      List<Oxide> oxides,
      Map<ElementPair, List<Point>> trainedOn,
      Map<ElementPair, List<GlassComposition>> glasses,
      double inside,
      double edge) {
    this.oxides = oxides;
    this.glasses = glasses;
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
    List<Oxide> oxides =
        trainedOn.keySet().stream().flatMap(g -> g.oxides().stream()).distinct().sorted().toList();
    Map<GlassComposition, Integer> ranks = new HashMap<>();
    trainedOn.keySet().stream()
        .map(GlassComposition::withoutConditions)
        .distinct()
        .sorted(Comparator.comparing(Object::toString))
        .forEach(glass -> ranks.put(glass, ranks.size()));
    Map<GlassComposition, Point> points = new LinkedHashMap<>();
    Map<ElementPair, Set<Point>> byPair = new HashMap<>();
    Map<ElementPair, List<GlassComposition>> glasses = new HashMap<>();
    trainedOn.forEach(
        (glass, pairs) -> {
          Point point =
              points.computeIfAbsent(
                  glass.withoutConditions(),
                  plain -> new Point(plain, ranks.get(plain), amounts(plain, oxides)));
          for (ElementPair pair : pairs) {
            byPair.computeIfAbsent(pair, p -> new LinkedHashSet<>()).add(point);
            glasses.computeIfAbsent(pair, p -> new ArrayList<>()).add(glass);
          }
        });
    Map<ElementPair, List<Point>> lists = new HashMap<>();
    byPair.forEach((pair, set) -> lists.put(pair, List.copyOf(set)));
    glasses.replaceAll((pair, list) -> List.copyOf(list));
    double[] apart = nearestNeighbors(List.copyOf(points.values()));
    double inside = apart[(int) Math.ceil(INSIDE_SHARE * apart.length) - 1];
    return new TrainingDomain(oxides, lists, glasses, inside, apart[apart.length - 1]);
  }

  private static long[] amounts(GlassComposition glass, List<Oxide> oxides) {
    return oxides.stream().mapToLong(oxide -> micro(glass, oxide)).toArray();
  }

  private static long micro(GlassComposition glass, Oxide oxide) {
    return Math.round(glass.molePercent(oxide) * MICRO);
  }

  /** How far each glass is from its nearest neighbor (mol%), sorted; 0 for a single glass. */
  private static double[] nearestNeighbors(List<Point> points) {
    double[] apart = new double[points.size()];
    for (int i = 0; i < apart.length; i++) {
      double least = apart.length > 1 ? Double.POSITIVE_INFINITY : 0;
      for (int j = 0; j < apart.length; j++) {
        if (j != i) {
          least = Math.min(least, distance(points.get(i).amounts(), points.get(j).amounts(), 0));
        }
      }
      apart[i] = least;
    }
    Arrays.sort(apart);
    return apart;
  }

  /** The distance (mol%) of amounts, one of which has also some that the other lacks. */
  private static double distance(long[] one, long[] other, long more) {
    long sum = more;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(one[i] - other[i]);
    }
    return sum / (2 * MICRO);
  }

  /**
   * The distance of two glasses.
   *
   * @param one a glass
   * @param other another
   * @return half the sum of the absolute differences (mol%), from 0 to 100
   */
  public static double distance(GlassComposition one, GlassComposition other) {
    Set<Oxide> both = new LinkedHashSet<>(one.oxides());
    both.addAll(other.oxides());
    List<Oxide> oxides = List.copyOf(both);
    return distance(amounts(one, oxides), amounts(other, oxides), 0);
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
    List<DomainVerdict.Neighbor> near = nearest(glass, pair);
    DomainVerdict.Place place =
        near.isEmpty()
                || near.get(0).distance() > edge + TOLERANCE
                || !amongConditions(glass, glassesWith(pair))
            ? DomainVerdict.Place.OUTSIDE
            : near.get(0).distance() <= inside + TOLERANCE
                ? DomainVerdict.Place.INSIDE
                : DomainVerdict.Place.EDGE;
    return new DomainVerdict(place, near);
  }

  private static boolean amongConditions(GlassComposition glass, List<GlassComposition> training) {
    boolean among =
        training.stream()
            .allMatch(g -> g.conditions().keySet().equals(glass.conditions().keySet()));
    for (Map.Entry<String, Double> condition : glass.conditions().entrySet()) {
      double value = condition.getValue();
      among =
          among
              && training.stream().anyMatch(g -> g.conditions().get(condition.getKey()) <= value)
              && training.stream().anyMatch(g -> g.conditions().get(condition.getKey()) >= value);
    }
    return among;
  }

  private List<DomainVerdict.Neighbor> nearest(GlassComposition glass, ElementPair pair) {
    long[] amounts = amounts(glass, oxides);
    long unknown = 0;
    for (Oxide oxide : glass.oxides()) {
      unknown += oxides.contains(oxide) ? 0 : micro(glass, oxide);
    }
    List<Candidate> near = new ArrayList<>();
    for (Point point : trainedOn.getOrDefault(pair, List.of())) {
      Candidate next = new Candidate(point, distance(amounts, point.amounts(), unknown));
      int place = near.size();
      while (place > 0 && next.isBefore(near.get(place - 1))) {
        place--;
      }
      near.add(place, next);
      if (near.size() > NEAREST) {
        near.remove(NEAREST);
      }
    }
    return near.stream()
        .map(n -> new DomainVerdict.Neighbor(n.point().glass(), n.distance()))
        .toList();
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
   * @return the glasses, at each of their conditions, possibly none
   */
  public List<GlassComposition> glassesWith(ElementPair pair) {
    return glasses.getOrDefault(pair, List.of());
  }
}
