package org.glasspcf.core.diffraction;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.density.NumberDensities;

/**
 * Structure factors and total correlation functions of a glass, from the partial g_ij(r) of all its
 * pairs and its number density. Immutable.
 *
 * <p><b>Partials.</b> The Faber–Ziman partial structure factor (T. E. Faber and J. M. Ziman, Phil.
 * Mag. 11, 153 (1965)) is
 *
 * <p>S_ij(Q) = 1 + 4πρ₀ ∫₀^r_max r² [g_ij(r) − 1] M(r) sin(Qr)/(Qr) dr
 *
 * <p>with ρ₀ the number density of all atoms (Å⁻³) and M the {@link WindowFunction}; it goes to 1
 * at large Q, and is 1 for an ideal gas.
 *
 * <p><b>Totals.</b> S(Q) = Σ w_ij S_ij(Q) over the unordered pairs, with w_ij = (2 − δ_ij) c_i c_j
 * b_i b_j / ⟨b⟩², ⟨b⟩ = Σ c_i b_i, and c_i the share of element i among the atoms; for X-rays the
 * form factors f_i(Q) stand for b_i. The weights sum to 1 at each Q, so that S goes to 1. This is
 * the normalized total S(Q) of D. A. Keen, J. Appl. Cryst. 34, 172–177 (2001), equations 19–21.
 *
 * <p><b>Quadrature.</b> g is taken as constant inside each bin, which is what a shell average
 * knows, and the sine is integrated exactly over it, with the window too. Bins of a width Δ so damp
 * S − 1 by about (QΔ)²/24: 1 % at Q = 25 Å⁻¹ for 0.02 Å, at 5 Å⁻¹ for 0.1 Å.
 *
 * <p><b>Resolution.</b> Curves that end at r_max cannot tell features of S(Q) apart that are closer
 * than about {@link #resolution()} = 2π/r_max: 0.63 Å⁻¹ for 10 Å. Sharper peaks of an experiment
 * come out lower and wider, and without a window S(Q) rings with a period of about that length. g
 * need not have come to 1 at r_max.
 *
 * <p><b>Finite boxes.</b> LAMMPS normalizes g of a like pair by N(N − 1)/V, which goes to 1 where
 * there is no correlation, however few the atoms. It is used as it is: S_ii − 1 is then that of the
 * bulk, N/(N − 1) times that of the N atoms in the box. For 10 atoms that is 11 %, for 500 it is
 * 0.2 %.
 */
public final class GlassDiffraction {
  /** Scattering lengths are known to about 1 %: a mean below that share of them has no sign. */
  private static final double SMALLEST_MEAN = 0.01;

  private static final double BARN_PER_SQUARE_FM = 0.01;

  private final SortedMap<ElementPair, PairCorrelationFunction> curves;
  private final NumberDensities densities;
  private final RadialGrid grid;
  private final WindowFunction window;

  private GlassDiffraction(
      SortedMap<ElementPair, PairCorrelationFunction> curves,
      NumberDensities densities,
      WindowFunction window) {
    this.curves = curves;
    this.densities = densities;
    this.grid = curves.get(curves.firstKey()).grid();
    this.window = window;
  }

  /**
   * A glass, without a window.
   *
   * @param curves g_ij(r) of every pair of its elements, all on one grid that starts at 0 Å. A pair
   *     of an element with itself is needed even if there is only one such atom, whose curve is the
   *     caller's to choose
   * @param densities ρ_i of each element (Å⁻³)
   * @return the glass
   * @throws IllegalArgumentException if a pair has no curve (all missing ones are named), a curve
   *     is of an element without a density, the grids differ, or they start above 0 Å
   */
  public static GlassDiffraction of(
      Map<ElementPair, PairCorrelationFunction> curves, NumberDensities densities) {
    SortedMap<ElementPair, PairCorrelationFunction> sorted = new TreeMap<>(curves);
    checkPairs(sorted, densities);
    ElementPair first = sorted.firstKey();
    RadialGrid grid = sorted.get(first).grid();
    sorted.forEach(
        (pair, curve) -> {
          if (!curve.grid().equals(grid)) {
            throw new IllegalArgumentException(
                "all curves of a glass must lie on one grid, but "
                    + pair
                    + " has "
                    + curve.grid()
                    + " and "
                    + first
                    + " has "
                    + grid);
          }
        });
    if (grid.edge(0) != 0) {
      throw new IllegalArgumentException(
          "curves must start at 0 Å to be transformed, got a grid of " + grid);
    }
    return new GlassDiffraction(
        Collections.unmodifiableSortedMap(sorted), densities, WindowFunction.NONE);
  }

  private static void checkPairs(
      SortedMap<ElementPair, PairCorrelationFunction> curves, NumberDensities densities) {
    SortedMap<ElementPair, Boolean> needed = new TreeMap<>();
    for (Element one : densities.elements()) {
      for (Element other : densities.elements()) {
        needed.put(ElementPair.of(one, other), true);
      }
    }
    List<ElementPair> missing =
        needed.keySet().stream().filter(pair -> !curves.containsKey(pair)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "a structure factor needs g(r) of every pair of the glass, but there is none of "
              + missing.stream().map(ElementPair::toString).collect(Collectors.joining(", ")));
    }
    for (ElementPair pair : curves.keySet()) {
      if (!needed.containsKey(pair)) {
        throw new IllegalArgumentException(
            "every curve must be of elements with a density above 0 Å⁻³, but "
                + pair
                + " is not of "
                + densities.elements());
      }
    }
  }

  /**
   * Chooses a window. It acts on structure factors, not on total correlation functions.
   *
   * @param chosen what g − 1 is multiplied with before its transform
   * @return a copy with this window
   */
  public GlassDiffraction withWindow(WindowFunction chosen) {
    return new GlassDiffraction(curves, densities, Objects.requireNonNull(chosen, "window"));
  }

  /**
   * The window.
   *
   * @return what g − 1 is multiplied with before its transform
   */
  public WindowFunction window() {
    return window;
  }

  /**
   * The distance in Q that curves of this length can tell apart, to be printed beside any S(Q).
   *
   * @return 2π/r_max (Å⁻¹), 0.63 Å⁻¹ for 10 Å
   */
  public double resolution() {
    return 2 * Math.PI / grid.rMax();
  }

  /**
   * The curves.
   *
   * @return g_ij(r) of every pair, unmodifiable
   */
  public SortedMap<ElementPair, PairCorrelationFunction> curves() {
    return curves;
  }

  /**
   * The number densities.
   *
   * @return ρ_i of each element (Å⁻³)
   */
  public NumberDensities densities() {
    return densities;
  }

  /**
   * A Faber–Ziman partial structure factor.
   *
   * @param pair a pair of elements of the glass
   * @param q where (Å⁻¹)
   * @return S_ij(Q)
   * @throws IllegalArgumentException if the glass has no such pair
   */
  public StructureFactor partial(ElementPair pair, QGrid q) {
    PairCorrelationFunction curve = curves.get(pair);
    if (curve == null) {
      throw new IllegalArgumentException(
          "the glass must hold both elements of a pair, got "
              + pair
              + " for "
              + densities.elements());
    }
    return partials(new TreeMap<>(Map.of(pair, curve)), q).get(pair);
  }

  /**
   * All Faber–Ziman partial structure factors.
   *
   * @param q where (Å⁻¹)
   * @return S_ij(Q) of every pair
   */
  public SortedMap<ElementPair, StructureFactor> partials(QGrid q) {
    return partials(curves, q);
  }

  private SortedMap<ElementPair, StructureFactor> partials(
      SortedMap<ElementPair, PairCorrelationFunction> some, QGrid q) {
    SineTransform transform = new SineTransform(grid, window);
    SortedMap<ElementPair, double[]> excess = new TreeMap<>();
    SortedMap<ElementPair, double[]> values = new TreeMap<>();
    some.forEach(
        (pair, curve) -> {
          double[] h = curve.values();
          for (int bin = 0; bin < h.length; bin++) {
            h[bin] -= 1;
          }
          excess.put(pair, h);
          values.put(pair, new double[q.size()]);
        });
    for (int i = 0; i < q.size(); i++) {
      double[] weights = transform.weights(q.value(i));
      for (ElementPair pair : some.keySet()) {
        double[] h = excess.get(pair);
        double sum = 0;
        for (int bin = 0; bin < h.length; bin++) {
          sum += h[bin] * weights[bin];
        }
        values.get(pair)[i] = 1 + 4 * Math.PI * densities.total() * sum;
      }
    }
    SortedMap<ElementPair, StructureFactor> partials = new TreeMap<>();
    values.forEach((pair, s) -> partials.put(pair, StructureFactor.of(q, s)));
    return partials;
  }

  /**
   * The normalized total structure factor of neutrons.
   *
   * @param lengths the scattering lengths (fm); of complex ones the real part is used
   * @param q where (Å⁻¹)
   * @return S(Q) = Σ w_ij S_ij(Q), which goes to 1
   * @throws IllegalArgumentException if an element has no length, or their mean is as good as 0:
   *     see {@link #neutronWeights}
   */
  public StructureFactor neutron(NeutronScatteringLengths lengths, QGrid q) {
    SortedMap<ElementPair, Double> weights = neutronWeights(lengths);
    return total(q, i -> weights);
  }

  /**
   * The normalized total structure factor of X-rays.
   *
   * @param factors the form factors (electrons)
   * @param q where (Å⁻¹), up to {@link XrayFormFactors#MAX_Q}
   * @return S(Q) = Σ w_ij(Q) S_ij(Q), which goes to 1
   * @throws IllegalArgumentException if an element has no form factor, or a Q is beyond their range
   */
  public StructureFactor xray(XrayFormFactors factors, QGrid q) {
    return total(q, i -> xrayWeights(factors, q.value(i)));
  }

  /** What the partials count for at point i of a grid of Q. */
  private interface WeightsAt {
    SortedMap<ElementPair, Double> point(int i);
  }

  private StructureFactor total(QGrid q, WeightsAt weights) {
    double[] sum = new double[q.size()];
    SortedMap<ElementPair, StructureFactor> partials = partials(q);
    for (int i = 0; i < sum.length; i++) {
      // The weights sum to 1, so that rounding cannot move an ideal gas off S = 1.
      double excess = 0;
      for (Map.Entry<ElementPair, Double> weight : weights.point(i).entrySet()) {
        excess += weight.getValue() * (partials.get(weight.getKey()).value(i) - 1);
      }
      sum[i] = 1 + excess;
    }
    return StructureFactor.of(q, sum);
  }

  /**
   * The weights of the partials in the neutrons' S(Q).
   *
   * @param lengths the scattering lengths (fm)
   * @return w_ij (1) of each unordered pair, with sum 1; some are negative if lengths of both signs
   *     are in the glass
   * @throws IllegalArgumentException if an element has no length, or |⟨b⟩| is below 1 % of Σ c_i
   *     |b_i|, where lengths of both signs cancel: then there is no normalized S(Q)
   */
  public SortedMap<ElementPair, Double> neutronWeights(NeutronScatteringLengths lengths) {
    return weights(lengths::length, "neutron scattering lengths", "fm");
  }

  /**
   * The weights of the partials in the X-rays' S(Q).
   *
   * @param factors the form factors (electrons)
   * @param q scattering vector (Å⁻¹), from 0 to {@link XrayFormFactors#MAX_Q}
   * @return w_ij(Q) (1) of each unordered pair, with sum 1
   * @throws IllegalArgumentException if an element has no form factor, or Q is out of range
   */
  public SortedMap<ElementPair, Double> xrayWeights(XrayFormFactors factors, double q) {
    return weights(
        element -> factors.value(element, q),
        "X-ray form factors at Q = " + q + " Å⁻¹",
        "electrons");
  }

  private SortedMap<ElementPair, Double> weights(
      ToDoubleFunction<Element> power, String what, String unit) {
    Map<Element, Double> shares = new EnumMap<>(Element.class);
    double mean = 0;
    double magnitude = 0;
    for (Element element : densities.elements()) {
      double share = densities.fraction(element) * power.applyAsDouble(element);
      shares.put(element, share);
      mean += share;
      magnitude += Math.abs(share);
    }
    if (!(Math.abs(mean) >= SMALLEST_MEAN * magnitude && magnitude > 0)) {
      throw new IllegalArgumentException(
          "a total S(Q) is normalized by the square of the mean of the "
              + what
              + ", which must be at least 1 % of the mean of their magnitudes, "
              + magnitude
              + " "
              + unit
              + ", got "
              + mean);
    }
    SortedMap<ElementPair, Double> weights = new TreeMap<>();
    for (ElementPair pair : curves.keySet()) {
      double product = shares.get(pair.first()) / mean * (shares.get(pair.second()) / mean);
      weights.put(pair, pair.isLike() ? product : 2 * product);
    }
    return weights;
  }

  /**
   * The total correlation functions of neutrons, straight from the partials: of unlimited
   * resolution in r. There is none of X-rays, whose weights depend on Q.
   *
   * @param lengths the scattering lengths (fm); of complex ones the real part is used
   * @return Keen's G(r), D(r) and T(r)
   * @throws IllegalArgumentException if an element has no length
   */
  public TotalCorrelation totalCorrelation(NeutronScatteringLengths lengths) {
    double[] total = new double[grid.bins()];
    double mean = 0;
    for (Element element : densities.elements()) {
      mean += densities.fraction(element) * lengths.length(element);
    }
    curves.forEach(
        (pair, curve) -> {
          double product =
              (pair.isLike() ? 1 : 2)
                  * densities.fraction(pair.first())
                  * densities.fraction(pair.second())
                  * lengths.length(pair.first())
                  * lengths.length(pair.second())
                  * BARN_PER_SQUARE_FM;
          for (int bin = 0; bin < total.length; bin++) {
            total[bin] += product * (curve.value(bin) - 1);
          }
        });
    return new TotalCorrelation(grid, total, densities.total(), mean * mean * BARN_PER_SQUARE_FM);
  }

  @Override
  public String toString() {
    return "diffraction of "
        + densities.elements()
        + " from g(r) on "
        + grid
        + ", window "
        + window
        + ", resolution "
        + Checks.shortly(resolution())
        + " Å⁻¹";
  }
}
