package org.glasspcf.core;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A partial pair correlation function g(r) on a grid of shells.
 *
 * <p>g_ij(r) is the number density of atoms j at the distance r from an atom i, over their mean
 * number density: dimensionless, never negative, and 1 where there is no correlation (ideal gas;
 * r→∞). The value of a bin is the shell average ∫g r²dr / ∫r²dr over the bin, so that sums of value
 * times {@link RadialGrid#shellMoment} are exact coordination numbers up to 4πρ_j. (4πr²ρg(r) is
 * the radial distribution function in the older sense; it is not meant here.)
 *
 * <pre>{@code
 * RadialGrid grid = RadialGrid.uniform(10, 500); // bins of 0.02 Å up to 10 Å
 * double[] g = new double[grid.bins()];
 * Arrays.fill(g, 1); // an ideal gas
 * PairCorrelationFunction curve = PairCorrelationFunction.of(grid, g);
 * PairCorrelationFunction coarse = curve.rebin(RadialGrid.uniform(10, 100)); // bins of 0.1 Å
 * double neighbors = 4 * Math.PI * 0.05 * curve.shellIntegral(2.1); // within 2.1 Å, at 0.05 Å⁻³
 * Optional<PairCorrelationFunction.Peak> peak = curve.firstPeak(); // none here
 * }</pre>
 *
 * <p>Immutable; safe to share between threads.
 */
public final class PairCorrelationFunction {
  private static final double EDGE_TOLERANCE = 1e-9;

  private final RadialGrid grid;
  private final double[] values;

  private PairCorrelationFunction(RadialGrid grid, double[] values) {
    this.grid = grid;
    this.values = values;
  }

  /**
   * A local maximum of a curve.
   *
   * @param position distance (Å)
   * @param height value of g (1)
   */
  public record Peak(double position, double height) {}

  /**
   * A curve of given values.
   *
   * @param grid the shells
   * @param values g (1) of each bin: finite, none below 0, one for each bin; copied
   * @return the curve
   * @throws IllegalArgumentException if there are not as many values as bins, or one is not a
   *     finite number or below 0
   */
  public static PairCorrelationFunction of(RadialGrid grid, double[] values) {
    if (values.length != grid.bins()) {
      throw new IllegalArgumentException(
          "a curve must have one value for each bin of its grid, got "
              + values.length
              + " values for "
              + grid);
    }
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!(copy[i] >= 0 && copy[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "g must be a finite number not below 0 (1), got "
                + Preconditions.plain(copy[i])
                + " in bin "
                + i
                + " (r = "
                + Preconditions.plain(grid.center(i))
                + " Å)");
      }
      copy[i] += 0.0; // a negative zero would make equal curves unequal
    }
    return new PairCorrelationFunction(grid, copy);
  }

  /**
   * The grid.
   *
   * @return the shells the curve is known on
   */
  public RadialGrid grid() {
    return grid;
  }

  /**
   * The value of one bin.
   *
   * @param bin from 0 to grid().bins() − 1
   * @return g (1)
   * @throws IndexOutOfBoundsException if there is no such bin
   */
  public double value(int bin) {
    return values[Preconditions.index(bin, values.length, "bin of a curve")];
  }

  /**
   * The values of all bins.
   *
   * @return a copy of the values of g (1), as many as there are bins
   */
  public double[] values() {
    return values.clone();
  }

  /**
   * The largest value.
   *
   * @return the largest g (1) of all bins
   */
  public double maximum() {
    double maximum = 0;
    for (double value : values) {
      maximum = Math.max(maximum, value);
    }
    return maximum;
  }

  /**
   * The same curve on another grid, as shell averages over r²dr.
   *
   * <p>Each new bin has the mean of g over its shell's volume, g being constant inside each of this
   * grid's bins, as a shell average says: the running integral ∫g r²dr is linear in r³ between this
   * grid's edges. So coordination numbers up to any edge that both grids share are kept, an ideal
   * gas (g = 1) stays exactly 1 on every grid, and no new value lies outside the range of the old
   * ones that it is made of.
   *
   * @param target the new grid, which must lie inside this one's first and last edge
   * @return the curve on the new grid; this one if the grids are equal
   * @throws IllegalArgumentException if the new grid reaches beyond this one's
   */
  public PairCorrelationFunction rebin(RadialGrid target) {
    if (grid.equals(target)) {
      return this;
    }
    double from = grid.edge(0);
    double to = grid.rMax();
    if (target.edge(0) < from - EDGE_TOLERANCE || target.rMax() > to + EDGE_TOLERANCE) {
      throw new IllegalArgumentException(
          "a curve can only be re-binned inside its own grid ("
              + grid
              + "), got a grid of "
              + target);
    }
    double[] edges = grid.sharedEdges();
    double[] shells = grid.sharedShells();
    double[] result = new double[target.bins()];
    int bin = 0;
    for (int i = 0; i < result.length; i++) {
      double lower = Math.min(Math.max(target.edge(i), from), to);
      double upper = Math.min(target.edge(i + 1), to);
      while (bin < values.length - 1 && edges[bin + 1] <= lower) {
        bin++;
      }
      double count = 0;
      double volume = 0;
      for (int j = bin; j < values.length && edges[j] < upper; j++) {
        boolean whole = edges[j] >= lower && edges[j + 1] <= upper;
        double part =
            whole
                ? shells[j]
                : RadialGrid.shell(Math.max(lower, edges[j]), Math.min(upper, edges[j + 1]));
        count += values[j] * part;
        volume += part;
      }
      result[i] = volume > 0 ? count / volume : values[bin];
    }
    return of(target, result);
  }

  /**
   * The mean distance of the neighbors within a cutoff, ∫r³g dr / ∫r²g dr from the start of the
   * grid to rMax: the mean bond length, if rMax is the first minimum of a cation–oxygen curve.
   *
   * <p>On bins, g is constant inside each: Σ g (e₁⁴ − e₀⁴)/4 over Σ g (e₁³ − e₀³)/3, the last bin
   * up to the cutoff.
   *
   * @param rMax cutoff (Å)
   * @return the mean distance (Å); empty if there is no neighbor within the cutoff
   * @throws IllegalArgumentException if rMax is not a finite number above 0
   */
  public OptionalDouble meanDistance(double rMax) {
    Preconditions.finitePositive(rMax, "cutoff", "Å");
    double first = 0;
    double count = 0;
    for (int i = 0; i < values.length && grid.edge(i) < rMax; i++) {
      double outer = Math.min(rMax, grid.edge(i + 1));
      first += values[i] * (fourth(outer) - fourth(grid.edge(i))) / 4;
      count += values[i] * moment(i, rMax);
    }
    return count > 0 ? OptionalDouble.of(first / count) : OptionalDouble.empty();
  }

  /**
   * ∫g r²dr from the start of the grid to rMax: times 4πρ_j, the number of neighbors within rMax.
   *
   * <p>On bins, g is constant inside each: Σ g (e₁³ − e₀³)/3, the last bin up to rMax.
   *
   * @param rMax the upper limit (Å), inside the grid
   * @return the integral (Å³)
   * @throws IllegalArgumentException if rMax is not a finite number above 0, or lies beyond the
   *     grid's last edge
   */
  public double shellIntegral(double rMax) {
    Preconditions.finitePositive(rMax, "upper limit", "Å");
    if (rMax > grid.rMax() + EDGE_TOLERANCE) {
      throw new IllegalArgumentException(
          "neighbors can only be counted inside a curve's grid ("
              + grid
              + "), got an upper limit of "
              + Preconditions.plain(rMax)
              + " Å");
    }
    double count = 0;
    for (int i = 0; i < values.length && grid.edge(i) < rMax; i++) {
      count += values[i] * moment(i, rMax);
    }
    return count;
  }

  /** The bin's shell moment (Å³), up to rMax only. */
  private double moment(int bin, double rMax) {
    return rMax >= grid.edge(bin + 1)
        ? grid.shellMoment(bin)
        : RadialGrid.shell(grid.edge(bin), rMax) / 3;
  }

  /**
   * The first peak: the first local maximum that is at least half as high as the curve's maximum,
   * so that noise before the first shell of neighbors does not count.
   *
   * <p>A local maximum has lower values on both sides (of several equal bins, the first is taken),
   * so it is never the first or last bin. The height is the bin's own value, not that of a fit:
   * heights on different bins must not be compared. The position is the vertex of the parabola
   * through the bin and its two neighbors.
   *
   * @return the peak; empty if no local maximum is that high
   */
  public Optional<Peak> firstPeak() {
    double half = maximum() / 2;
    int bin = 1;
    while (bin < values.length - 1) {
      int last = bin;
      while (last < values.length - 1 && values[last + 1] == values[bin]) {
        last++;
      }
      boolean falls = last < values.length - 1 && values[last + 1] < values[bin];
      if (falls && values[bin] > values[bin - 1] && values[bin] >= half) {
        return Optional.of(new Peak(vertex(bin), values[bin]));
      }
      bin = last + 1;
    }
    return Optional.empty();
  }

  private double vertex(int bin) {
    double left = grid.center(bin - 1) - grid.center(bin);
    double right = grid.center(bin + 1) - grid.center(bin);
    double slopeLeft = (values[bin - 1] - values[bin]) / left;
    double slopeRight = (values[bin + 1] - values[bin]) / right;
    double curvature = (slopeRight - slopeLeft) / (right - left);
    return grid.center(bin) - (slopeLeft - curvature * left) / (2 * curvature);
  }

  private static double fourth(double r) {
    return r * r * r * r;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PairCorrelationFunction curve
        && grid.equals(curve.grid)
        && Arrays.equals(values, curve.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(grid, Arrays.hashCode(values));
  }

  @Override
  public String toString() {
    return "g(r) on " + grid + ", at most " + Preconditions.plain(maximum());
  }
}
