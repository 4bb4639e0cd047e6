package org.glasspcf.core.correlation;

/**
 * The shares of threefold and fourfold boron that a mean number of oxygens around boron means, if
 * all boron has three or four: BO4 = N − 3, BO3 = 4 − N.
 *
 * <p>Where the shares leave 0 to 1, some boron has fewer than three or more than four oxygens, or
 * the cutoff is not between the shells; they are given as they come, not cut off.
 *
 * @param coordinationNumber mean number of oxygens around boron (1)
 */
public record BoronCoordination(double coordinationNumber) {
  /**
   * The mean number of oxygens around boron.
   *
   * @param coordinationNumber the number (1), finite and not below 0
   * @throws IllegalArgumentException if it is not a finite number from 0
   */
  public BoronCoordination {
    if (!(coordinationNumber >= 0 && coordinationNumber < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the coordination number of boron must be a finite number not below 0 (1), got "
              + coordinationNumber);
    }
  }

  /**
   * Boron with four oxygens.
   *
   * @return BO4 over all boron (1)
   */
  public double fourfold() {
    return coordinationNumber - 3;
  }

  /**
   * Boron with three oxygens.
   *
   * @return BO3 over all boron (1), 1 − {@link #fourfold()}
   */
  public double threefold() {
    return 4 - coordinationNumber;
  }

  /**
   * Tells whether three- and fourfold boron alone can have this number.
   *
   * @return true if both shares are from 0 to 1
   */
  public boolean possible() {
    return coordinationNumber >= 3 && coordinationNumber <= 4;
  }
}
