package org.glasspcf.core.diffraction;

/**
 * What a function is multiplied with before its Fourier transform, because it is known up to an end
 * only.
 *
 * <p>A function that is cut off at x_max has a transform that is convolved with a peak and its
 * ripples. A window that falls to 0 at x_max damps the ripples and widens the peak.
 */
public enum WindowFunction {
  /**
   * No window: M = 1 up to x_max. The sharpest peaks (a full width at half height of 3.79/x_max)
   * and ripples at multiples of about 2π/x_max.
   */
  NONE {
    @Override
    double at(double share) {
      return 1;
    }
  },

  /**
   * The window of E. Lorch, J. Phys. C 2, 229 (1969): M = sin(πx/x_max)/(πx/x_max), which is 0 at
   * x_max. Hardly any ripples; peaks have a full width at half height of 5.44/x_max and more.
   */
  LORCH {
    @Override
    double at(double share) {
      double phase = Math.PI * share;
      return phase == 0 ? 1 : Math.sin(phase) / phase;
    }
  };

  /**
   * The window.
   *
   * @param x where: a distance (Å) or a scattering vector (Å⁻¹), not below 0
   * @param xMax the end, in the same unit
   * @return M (1), 0 beyond the end
   * @throws IllegalArgumentException if x is below 0 or not a finite number, or xMax is not a
   *     finite number above 0
   */
  public double value(double x, double xMax) {
    Checks.positive(xMax, "the end of a window", "Å or Å⁻¹");
    if (!(x >= 0 && x < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a window must be asked for a finite number not below 0 (Å or Å⁻¹), got " + x);
    }
    return x > xMax ? 0 : at(x / xMax);
  }

  /** M at x = share · x_max, share from 0 to 1. */
  abstract double at(double share);
}
