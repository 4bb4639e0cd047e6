package org.glasspcf.examples.melt;

/** Energy of two atoms at a distance. Immutable. */
interface PairPotential {
  /**
   * The energy.
   *
   * @param r distance (Å)
   * @return U(r) (eV)
   */
  double energy(double r);

  /**
   * The force.
   *
   * @param r distance (Å)
   * @return −dU/dr (eV/Å), above 0 if the atoms repel each other
   */
  double force(double r);

  /** The sum of both. */
  default PairPotential plus(PairPotential other) {
    PairPotential one = this;
    return new PairPotential() {
      @Override
      public double energy(double r) {
        return one.energy(r) + other.energy(r);
      }

      @Override
      public double force(double r) {
        return one.force(r) + other.force(r);
      }
    };
  }

  /**
   * This potential moved so that its energy is 0 at a distance; forces stay.
   *
   * @param cutoff the distance (Å)
   */
  default PairPotential shifted(double cutoff) {
    double shift = energy(cutoff);
    PairPotential one = this;
    return new PairPotential() {
      @Override
      public double energy(double r) {
        return one.energy(r) - shift;
      }

      @Override
      public double force(double r) {
        return one.force(r);
      }
    };
  }

  /**
   * Another potential below a distance, where this one would pull atoms into each other.
   *
   * @param core what acts below it
   * @param distance the distance (Å)
   */
  default PairPotential withCore(PairPotential core, double distance) {
    PairPotential one = this;
    return new PairPotential() {
      @Override
      public double energy(double r) {
        return r < distance ? core.energy(r) : one.energy(r);
      }

      @Override
      public double force(double r) {
        return r < distance ? core.force(r) : one.force(r);
      }
    };
  }

  /**
   * A·exp(−r/ρ) − C/r⁶.
   *
   * @param a A (eV)
   * @param rho ρ (Å)
   * @param c C (eV Å⁶)
   */
  record Buckingham(double a, double rho, double c) implements PairPotential {
    @Override
    public double energy(double r) {
      return a * Math.exp(-r / rho) - c / Math.pow(r, 6);
    }

    @Override
    public double force(double r) {
      return a / rho * Math.exp(-r / rho) - 6 * c / Math.pow(r, 7);
    }

    /** d²U/dr² (eV/Å²). */
    double curvature(double r) {
      return a / (rho * rho) * Math.exp(-r / rho) - 42 * c / Math.pow(r, 8);
    }
  }

  /**
   * B/rⁿ + D·r².
   *
   * @param b B (eV Åⁿ)
   * @param d D (eV/Å²)
   * @param n n (1)
   */
  record Core(double b, double d, double n) implements PairPotential {
    @Override
    public double energy(double r) {
      return b / Math.pow(r, n) + d * r * r;
    }

    @Override
    public double force(double r) {
      return n * b / Math.pow(r, n + 1) - 2 * d * r;
    }
  }

  /**
   * D·((1 − exp(−a(r − r₀)))² − 1) + C/r¹².
   *
   * @param depth D (eV)
   * @param steepness a (Å⁻¹)
   * @param minimum r₀ (Å)
   * @param repulsion C (eV Å¹²)
   */
  record Morse(double depth, double steepness, double minimum, double repulsion)
      implements PairPotential {
    @Override
    public double energy(double r) {
      double x = 1 - Math.exp(-steepness * (r - minimum));
      return depth * (x * x - 1) + repulsion / Math.pow(r, 12);
    }

    @Override
    public double force(double r) {
      double decay = Math.exp(-steepness * (r - minimum));
      return 12 * repulsion / Math.pow(r, 13) - 2 * depth * steepness * (1 - decay) * decay;
    }
  }

  /**
   * Coulomb's energy as a damped, force-shifted sum (Fennell and Gezelter, J. Chem. Phys. 124,
   * 234104, 2006): with v(r) = erfc(αr)/r, k·q₁q₂·(v(r) − v(R) − v′(R)·(r − R)) up to the cutoff R,
   * where energy and force end at 0.
   *
   * @param charges q₁q₂ (e²)
   * @param damping α (Å⁻¹)
   * @param cutoff R (Å)
   */
  record DampedShiftedCoulomb(double charges, double damping, double cutoff)
      implements PairPotential {
    /** k = e²/4πε₀ (eV Å). */
    static final double COULOMB = 14.399645;

    @Override
    public double energy(double r) {
      return COULOMB * charges * (v(r) - v(cutoff) + pull(cutoff) * (r - cutoff));
    }

    @Override
    public double force(double r) {
      return COULOMB * charges * (pull(r) - pull(cutoff));
    }

    private double v(double r) {
      return erfc(damping * r) / r;
    }

    /** −v′(r). */
    private double pull(double r) {
      double x = damping * r;
      return (erfc(x) + 2 / Math.sqrt(Math.PI) * x * Math.exp(-x * x)) / (r * r);
    }

    /**
     * The complementary error function by the series erf x = 2/√π · exp(−x²) · Σ 2ⁿx²ⁿ⁺¹/(2n+1)!!
     * (Abramowitz and Stegun 7.1.6), whose terms are all positive: its error is that of one
     * rounding of 1, about 2e-16, small beside erfc only as long as x is not large.
     */
    static double erfc(double x) {
      double term = x;
      double sum = x;
      for (int n = 1; term > 1e-17 * sum; n++) {
        term *= 2 * x * x / (2 * n + 1);
        sum += term;
      }
      return 1 - 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
  }
}
