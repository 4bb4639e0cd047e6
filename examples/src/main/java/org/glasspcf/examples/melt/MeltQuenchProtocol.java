package org.glasspcf.examples.melt;

/**
 * How a glass is made: packed at random, melted, quenched, relaxed at ambient pressure, and then
 * watched. Immutable.
 *
 * <p>The defaults are the protocol of the bundled data set. Its quench of 40 K/ps is far faster
 * than any in a laboratory (about 1 K/s) and than that of most simulations: short-range order
 * suffers little, medium-range order is a fast quench's. A slower quench costs time in proportion.
 *
 * @param atoms number of atoms asked for; whole formula units make it a few more or fewer
 * @param meltTemperature temperature of the melt (K)
 * @param meltTime time at that temperature (ps), after 2 ps that remove overlaps
 * @param quenchRate rate of cooling (K/ps)
 * @param glassTemperature temperature of the glass (K)
 * @param relaxationTime time at that temperature and 1 bar before the volume is averaged (ps)
 * @param volumeTime time over which the volume is averaged (ps)
 * @param settlingTime time at the mean volume before g(r) is taken (ps)
 * @param productionTime time over which g(r) is taken (ps)
 */
public record MeltQuenchProtocol(
    int atoms,
    double meltTemperature,
    double meltTime,
    double quenchRate,
    double glassTemperature,
    double relaxationTime,
    double volumeTime,
    double settlingTime,
    double productionTime) {

  /** Step of the melt (ps): atoms that still overlap move fast. */
  static final double MELT_STEP = 0.001;

  /** Step of everything after the melt (ps). */
  static final double STEP = 0.002;

  private static final int LEAST_ATOMS = 100;
  private static final int MOST_ATOMS = 1_000_000;
  private static final double LONGEST = 1e6;

  private static final MeltQuenchProtocol DEFAULTS =
      new MeltQuenchProtocol(1500, 4000, 10, 40, 300, 12, 5, 4, 10);

  /**
   * Checks the settings.
   *
   * @param atoms number of atoms asked for
   * @param meltTemperature temperature of the melt (K)
   * @param meltTime time at that temperature (ps)
   * @param quenchRate rate of cooling (K/ps)
   * @param glassTemperature temperature of the glass (K)
   * @param relaxationTime time at 1 bar before the volume is averaged (ps)
   * @param volumeTime time over which the volume is averaged (ps)
   * @param settlingTime time at the mean volume before g(r) is taken (ps)
   * @param productionTime time over which g(r) is taken (ps)
   * @throws IllegalArgumentException if a value is out of range: atoms from 100 to 1,000,000,
   *     temperatures above 0 and below 20,000 K, a melt hotter than the glass, a quench rate above
   *     0 that takes from 0.1 to 1,000,000 ps; times from 0.1 to 1,000,000 ps that are multiples of
   *     0.1 ps, of 1 ps for the production, whose g(r) is averaged and whose frames are written at
   *     even intervals
   */
  public MeltQuenchProtocol {
    if (atoms < LEAST_ATOMS || atoms > MOST_ATOMS) {
      throw new IllegalArgumentException(
          "a melt must have from " + LEAST_ATOMS + " to " + MOST_ATOMS + " atoms, got " + atoms);
    }
    temperature(meltTemperature, "melt");
    temperature(glassTemperature, "glass");
    if (!(meltTemperature > glassTemperature)) {
      throw new IllegalArgumentException(
          "the melt must be hotter than the glass, got "
              + Numbers.plain(meltTemperature)
              + " K and "
              + Numbers.plain(glassTemperature)
              + " K");
    }
    double quenchTime = (meltTemperature - glassTemperature) / quenchRate;
    if (!(quenchRate > 0 && quenchTime >= 0.1 && quenchTime <= LONGEST)) {
      throw new IllegalArgumentException(
          "the quench rate must be above 0 (K/ps) and cool in 0.1 to 1000000 ps, got "
              + Numbers.plain(quenchRate)
              + " K/ps from "
              + Numbers.plain(meltTemperature)
              + " K to "
              + Numbers.plain(glassTemperature)
              + " K");
    }
    time(meltTime, 0.1, "melt");
    time(relaxationTime, 0.1, "relaxation");
    time(volumeTime, 0.1, "averaging of the volume");
    time(settlingTime, 0.1, "settling");
    time(productionTime, 1, "production");
  }

  private static void temperature(double value, String what) {
    if (!(value > 0 && value < 20_000)) {
      throw new IllegalArgumentException(
          "the temperature of the "
              + what
              + " must be above 0 and below 20000 (K), got "
              + Numbers.plain(value));
    }
  }

  private static void time(double value, double multiple, String what) {
    double times = value / multiple;
    if (!(value > 0 && value <= LONGEST && Math.abs(times - Math.rint(times)) < 1e-6)) {
      throw new IllegalArgumentException(
          "the time of the "
              + what
              + " must be a multiple of "
              + Numbers.plain(multiple)
              + " ps above 0 and up to 1000000 ps, got "
              + Numbers.plain(value));
    }
  }

  /**
   * The protocol of the bundled data set.
   *
   * @return 1,500 atoms; 10 ps at 4000 K; 40 K/ps to 300 K; there 12 ps at 1 bar, 5 ps to average
   *     the volume, 4 ps at the mean volume, and 10 ps for g(r)
   */
  public static MeltQuenchProtocol defaults() {
    return DEFAULTS;
  }

  /**
   * Sets the size.
   *
   * @param value number of atoms asked for
   * @return a copy of this protocol for that many
   * @throws IllegalArgumentException if it is out of range
   */
  public MeltQuenchProtocol withAtoms(int value) {
    return new MeltQuenchProtocol(
        value,
        meltTemperature,
        meltTime,
        quenchRate,
        glassTemperature,
        relaxationTime,
        volumeTime,
        settlingTime,
        productionTime);
  }

  /**
   * Sets the melt.
   *
   * @param temperature temperature of the melt (K)
   * @param time time at that temperature (ps)
   * @return a copy of this protocol with that melt
   * @throws IllegalArgumentException if one is out of range
   */
  public MeltQuenchProtocol withMelt(double temperature, double time) {
    return new MeltQuenchProtocol(
        atoms,
        temperature,
        time,
        quenchRate,
        glassTemperature,
        relaxationTime,
        volumeTime,
        settlingTime,
        productionTime);
  }

  /**
   * Sets the rate of cooling.
   *
   * @param value rate (K/ps)
   * @return a copy of this protocol with that rate
   * @throws IllegalArgumentException if it is out of range
   */
  public MeltQuenchProtocol withQuenchRate(double value) {
    return new MeltQuenchProtocol(
        atoms,
        meltTemperature,
        meltTime,
        value,
        glassTemperature,
        relaxationTime,
        volumeTime,
        settlingTime,
        productionTime);
  }

  /**
   * Sets the temperature of the glass.
   *
   * @param value temperature (K)
   * @return a copy of this protocol with that temperature
   * @throws IllegalArgumentException if it is out of range
   */
  public MeltQuenchProtocol withGlassTemperature(double value) {
    return new MeltQuenchProtocol(
        atoms,
        meltTemperature,
        meltTime,
        quenchRate,
        value,
        relaxationTime,
        volumeTime,
        settlingTime,
        productionTime);
  }

  /**
   * Sets how the glass finds its volume.
   *
   * @param relaxation time at 1 bar before the volume is averaged (ps)
   * @param averaging time over which the volume is averaged (ps)
   * @param settling time at the mean volume before g(r) is taken (ps)
   * @return a copy of this protocol with these times
   * @throws IllegalArgumentException if one is out of range
   */
  public MeltQuenchProtocol withRelaxation(double relaxation, double averaging, double settling) {
    return new MeltQuenchProtocol(
        atoms,
        meltTemperature,
        meltTime,
        quenchRate,
        glassTemperature,
        relaxation,
        averaging,
        settling,
        productionTime);
  }

  /**
   * Sets how long g(r) is taken.
   *
   * @param value time (ps)
   * @return a copy of this protocol with that time
   * @throws IllegalArgumentException if it is out of range
   */
  public MeltQuenchProtocol withProductionTime(double value) {
    return new MeltQuenchProtocol(
        atoms,
        meltTemperature,
        meltTime,
        quenchRate,
        glassTemperature,
        relaxationTime,
        volumeTime,
        settlingTime,
        value);
  }

  /** Steps of {@link #MELT_STEP} at the temperature of the melt. */
  long meltSteps() {
    return Math.round(meltTime / MELT_STEP);
  }

  /** Steps of {@link #STEP} while it cools. */
  long quenchSteps() {
    return Math.round((meltTemperature - glassTemperature) / quenchRate / STEP);
  }

  long relaxationSteps() {
    return Math.round(relaxationTime / STEP);
  }

  long volumeSteps() {
    return Math.round(volumeTime / STEP);
  }

  long settlingSteps() {
    return Math.round(settlingTime / STEP);
  }

  long productionSteps() {
    return Math.round(productionTime / STEP);
  }
}
