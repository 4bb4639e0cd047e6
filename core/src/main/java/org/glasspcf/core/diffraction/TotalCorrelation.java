package org.glasspcf.core.diffraction;

import org.glasspcf.core.RadialGrid;

/**
 * The total correlation functions of neutrons after D. A. Keen, J. Appl. Cryst. 34, 172–177 (2001),
 * per atom. Immutable.
 *
 * <table>
 * <caption>Keen's functions of the distance r (Å)</caption>
 * <tr><th>symbol</th><th>definition</th><th>unit</th><th>r→0</th><th>r→∞</th></tr>
 * <tr><td>G(r), total radial distribution function, equation 10</td><td>Σ c_i c_j b_i b_j [g_ij(r) −
 * 1] over all i and j</td><td>barn</td><td>−⟨b⟩²</td><td>0</td></tr>
 * <tr><td>D(r), differential correlation function</td><td>4πrρ₀ G(r)</td><td>barn
 * Å⁻²</td><td>−4πrρ₀⟨b⟩²</td><td>0</td></tr>
 * <tr><td>T(r), total correlation function, equation 31</td><td>D(r) + 4πrρ₀⟨b⟩² = 4πrρ₀ Σ c_i c_j
 * b_i b_j g_ij(r)</td><td>barn Å⁻²</td><td>0</td><td>4πrρ₀⟨b⟩²</td></tr>
 * </table>
 *
 * <p>⟨b⟩ = Σ c_i b_i; lengths in fm give 1 fm² = 0.01 barn. ρ₀ is the number density of all atoms
 * (Å⁻³). "r→0" holds below the shortest distance of two atoms. Beware of the names: the G(r) of the
 * PDFfit community (Keen's equation 43) is D(r)/⟨b⟩² (Å⁻²), and g(r) there is 1 + G(r)/⟨b⟩².
 *
 * <p>A bin of G has its shell average; D and T are that times 4πrρ₀ with r the middle of the bin.
 * The area of an isolated peak of r T(r) is c_i b_i b_j N_ij, twice that for unlike pairs, with
 * N_ij the coordination number.
 *
 * <p>Definitions and limits were checked against the documentation of RMCProfile (equations 10, 14,
 * 15, 19–21, 43), of Dissolve (equations 31 and 33) and of pystog, and the corrigendum to
 * "Illustrated formalisms for total scattering data", J. Appl. Cryst. 54 (2021), doi
 * 10.1107/S1600576721007664.
 */
public final class TotalCorrelation {
  /** Step of the integral over Q (Å⁻¹): curves of 10 Å are band limited to a far larger one. */
  private static final double STEP = 0.01;

  /** What adding up G leaves of −⟨b⟩² where no atoms are, as a share of it. */
  private static final double ROUNDING = 1e-13;

  private final RadialGrid grid;
  private final double[] values;
  private final double density;
  private final double meanSquared;

  /** G (barn) of each bin, ρ₀ (Å⁻³) and ⟨b⟩² (barn); takes the array over. */
  TotalCorrelation(RadialGrid grid, double[] values, double density, double meanSquared) {
    this.grid = grid;
    this.values = values;
    this.density = density;
    this.meanSquared = meanSquared;
  }

  /**
   * The grid.
   *
   * @return the bins (Å)
   */
  public RadialGrid grid() {
    return grid;
  }

  /**
   * Keen's G(r).
   *
   * @return a new array of G (barn), one for each bin
   */
  public double[] radialDistribution() {
    return values.clone();
  }

  /**
   * Keen's D(r).
   *
   * @return a new array of D (barn Å⁻²), one for each bin
   */
  public double[] differential() {
    double[] differential = values.clone();
    for (int bin = 0; bin < differential.length; bin++) {
      differential[bin] *= slope() * grid.center(bin);
    }
    return differential;
  }

  /**
   * Keen's T(r).
   *
   * @return a new array of T (barn Å⁻²), one for each bin
   */
  public double[] total() {
    double[] total = values.clone();
    for (int bin = 0; bin < total.length; bin++) {
      double above = total[bin] + meanSquared;
      boolean rounding = Math.abs(above) < ROUNDING * meanSquared;
      total[bin] = rounding ? 0 : slope() * grid.center(bin) * above;
    }
    return total;
  }

  /**
   * The square of the mean scattering length.
   *
   * @return ⟨b⟩² (barn): G goes from minus this to 0
   */
  public double meanSquaredLength() {
    return meanSquared;
  }

  /**
   * The number density of all atoms.
   *
   * @return ρ₀ (Å⁻³)
   */
  public double density() {
    return density;
  }

  /**
   * The functions as an experiment up to Q_max shows them, whose peaks are widened by a finite
   * range of Q.
   *
   * <p>D'(r) = (2/π) ∫₀^Q_max M(Q) [∫₀^r_max D(r') sin(Qr') dr'] sin(Qr) dQ, and T'(r) = D'(r) +
   * 4πrρ₀⟨b⟩². The inner integral is exact for values constant inside each bin of G, the outer one
   * takes Simpson's rule in steps of 0.01 Å⁻¹ at most. Without a window a sharp peak gets a full
   * width at half height of 3.79/Q_max and ripples, with Lorch's one of 5.44/Q_max.
   *
   * @param qMax end of the range of Q (Å⁻¹), at most 100
   * @param window what the transform is multiplied with, over 0 to qMax
   * @return the widened functions, on the same grid
   * @throws IllegalArgumentException if qMax is not above 0, or above 100 Å⁻¹
   */
  public TotalCorrelation broadened(double qMax, WindowFunction window) {
    if (!(qMax > 0 && qMax <= 100)) {
      throw new IllegalArgumentException(
          "the end of the range of Q must be above 0 and at most 100 (Å⁻¹), got " + qMax);
    }
    int intervals = 2 * (int) Math.ceil(qMax / (2 * STEP));
    double step = qMax / intervals;
    SineTransform transform = new SineTransform(grid, WindowFunction.NONE);
    double[] sum = new double[values.length];
    for (int i = 1; i <= intervals; i++) {
      double q = i * step;
      double[] weights = transform.weights(q);
      double inner = 0;
      for (int bin = 0; bin < values.length; bin++) {
        inner += values[bin] * weights[bin];
      }
      double simpson = i == intervals ? 1 : i % 2 == 1 ? 4 : 2;
      double factor = simpson * step / 3 * window.at((double) i / intervals) * q * inner;
      for (int bin = 0; bin < sum.length; bin++) {
        sum[bin] += factor * Math.sin(q * grid.center(bin));
      }
    }
    for (int bin = 0; bin < sum.length; bin++) {
      sum[bin] *= 2 / Math.PI / grid.center(bin);
    }
    return new TotalCorrelation(grid, sum, density, meanSquared);
  }

  private double slope() {
    return 4 * Math.PI * density;
  }

  @Override
  public String toString() {
    return "G(r), D(r), T(r) on "
        + grid
        + ", <b>² = "
        + Checks.shortly(meanSquared)
        + " barn, ρ₀ = "
        + Checks.shortly(density)
        + " Å⁻³";
  }
}
