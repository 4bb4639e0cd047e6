package org.glasspcf.pipeline.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.RadialGrid;

/**
 * A {@link CurveRegression} as plain tables, for storing; the rows of all pairs stand one after the
 * other. Arrays are copied on the way in and on the way out.
 *
 * @param pairs the pairs, in their natural order
 * @param edges the grid's edges (Å)
 * @param glasses for each pair the number n of its training glasses
 * @param modes for each pair the number of its modes
 * @param points Σn × coordinates of {@link GlassFeatures} (1)
 * @param means pairs × bins, mean g (1)
 * @param basis Σmodes × bins, g of each mode (1)
 * @param weights pair by pair length scales × n × modes (1)
 */
public record RegressionTables(
    List<ElementPair> pairs,
    double[] edges,
    int[] glasses,
    int[] modes,
    double[] points,
    float[] means,
    float[] basis,
    float[] weights) {
  /**
   * Copies and checks the tables.
   *
   * @param pairs the pairs
   * @param edges the grid's edges (Å)
   * @param glasses training glasses of each pair
   * @param modes modes of each pair
   * @param points coordinates of the training glasses
   * @param means mean curves
   * @param basis modes
   * @param weights weights of the kernels
   * @throws IllegalArgumentException if sizes do not fit, pairs are not in order, the edges are no
   *     grid, or a number is not finite
   */
  public RegressionTables {
    pairs = List.copyOf(pairs);
    edges = edges.clone();
    glasses = glasses.clone();
    modes = modes.clone();
    points = points.clone();
    means = means.clone();
    basis = basis.clone();
    weights = weights.clone();
    if (!pairs.equals(pairs.stream().distinct().sorted().toList())) {
      throw new IllegalArgumentException("pairs must each stand once and in order, got " + pairs);
    }
    requireLength("glasses", glasses.length, pairs.size());
    requireLength("modes", modes.length, pairs.size());
    long rows = 0;
    long modeRows = 0;
    long kernels = 0;
    for (int i = 0; i < glasses.length; i++) {
      if (glasses[i] < CurveRegression.FEWEST_GLASSES || modes[i] < 0) {
        throw new IllegalArgumentException(
            "a pair must have at least %d glasses and 0 modes, got %d and %d for %s"
                .formatted(CurveRegression.FEWEST_GLASSES, glasses[i], modes[i], pairs.get(i)));
      }
      rows += glasses[i];
      modeRows += modes[i];
      kernels += (long) PairModes.LENGTH_SCALES.length * glasses[i] * modes[i];
    }
    long bins = RadialGrid.ofEdges(edges).bins();
    if (rows == 0 ? points.length > 0 : points.length % rows > 0) {
      throw new IllegalArgumentException(
          "the regression's points must hold as many numbers for each of "
              + rows
              + " glasses, got "
              + points.length);
    }
    requireLength("means", means.length, pairs.size() * bins);
    requireLength("basis", basis.length, modeRows * bins);
    requireLength("weights", weights.length, kernels);
    for (double value : points) {
      requireFinite("points", value);
    }
    requireFinite("means", means);
    requireFinite("basis", basis);
    requireFinite("weights", weights);
  }

  private static void requireLength(String table, long length, long expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          "the regression's " + table + " must hold " + expected + " numbers, got " + length);
    }
  }

  private static void requireFinite(String table, float[] values) {
    for (float value : values) {
      requireFinite(table, value);
    }
  }

  private static void requireFinite(String table, double value) {
    if (!(Math.abs(value) <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "the regression's " + table + " must be finite, got " + value);
    }
  }

  static RegressionTables of(RadialGrid grid, Map<ElementPair, PairModes> byPair) {
    List<double[]> points = new ArrayList<>();
    List<float[]> means = new ArrayList<>();
    List<float[]> basis = new ArrayList<>();
    List<float[]> weights = new ArrayList<>();
    for (PairModes modes : byPair.values()) {
      points.addAll(List.of(modes.points()));
      means.add(modes.mean());
      basis.add(modes.basis());
      weights.add(modes.weights());
    }
    return new RegressionTables(
        List.copyOf(byPair.keySet()),
        grid.edges(),
        byPair.values().stream().mapToInt(m -> m.points().length).toArray(),
        byPair.values().stream().mapToInt(PairModes::modes).toArray(),
        points.stream().flatMapToDouble(Arrays::stream).toArray(),
        joined(means),
        joined(basis),
        joined(weights));
  }

  private static float[] joined(List<float[]> parts) {
    float[] out = new float[parts.stream().mapToInt(p -> p.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, out, at, part.length);
      at += part.length;
    }
    return out;
  }

  /** How many coordinates a glass has; 0 if there is none. */
  int coordinates() {
    int rows = Arrays.stream(glasses).sum();
    return rows == 0 ? 0 : points.length / rows;
  }

  RadialGrid grid() {
    return RadialGrid.ofEdges(edges);
  }

  SortedMap<ElementPair, PairModes> modes(RadialGrid grid) {
    SortedMap<ElementPair, PairModes> out = new TreeMap<>();
    int bins = grid.bins();
    int coordinates = coordinates();
    int point = 0;
    int mode = 0;
    int weight = 0;
    for (int i = 0; i < glasses.length; i++) {
      double[][] rows = new double[glasses[i]][];
      for (int g = 0; g < rows.length; g++, point += coordinates) {
        rows[g] = Arrays.copyOfRange(points, point, point + coordinates);
      }
      int count = PairModes.LENGTH_SCALES.length * glasses[i] * modes[i];
      out.put(
          pairs.get(i),
          new PairModes(
              rows,
              Arrays.copyOfRange(means, i * bins, (i + 1) * bins),
              Arrays.copyOfRange(basis, mode * bins, (mode + modes[i]) * bins),
              Arrays.copyOfRange(weights, weight, weight + count)));
      mode += modes[i];
      weight += count;
    }
    return out;
  }

  /**
   * The grid's edges.
   *
   * @return a copy (Å)
   */
  @Override
  public double[] edges() {
    return edges.clone();
  }

  /**
   * The numbers of training glasses.
   *
   * @return a copy, one for each pair
   */
  @Override
  public int[] glasses() {
    return glasses.clone();
  }

  /**
   * The numbers of modes.
   *
   * @return a copy, one for each pair
   */
  @Override
  public int[] modes() {
    return modes.clone();
  }

  /**
   * The training glasses' coordinates.
   *
   * @return a copy (1)
   */
  @Override
  public double[] points() {
    return points.clone();
  }

  /**
   * The mean curves.
   *
   * @return a copy (1)
   */
  @Override
  public float[] means() {
    return means.clone();
  }

  /**
   * The modes.
   *
   * @return a copy (1)
   */
  @Override
  public float[] basis() {
    return basis.clone();
  }

  /**
   * The kernels' weights.
   *
   * @return a copy (1)
   */
  @Override
  public float[] weights() {
    return weights.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegressionTables that
        && pairs.equals(that.pairs)
        && Arrays.equals(edges, that.edges)
        && Arrays.equals(glasses, that.glasses)
        && Arrays.equals(modes, that.modes)
        && Arrays.equals(points, that.points)
        && Arrays.equals(means, that.means)
        && Arrays.equals(basis, that.basis)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * pairs.hashCode() + Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "RegressionTables[" + pairs.size() + " pairs]";
  }
}
