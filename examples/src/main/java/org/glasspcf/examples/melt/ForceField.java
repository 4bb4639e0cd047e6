package org.glasspcf.examples.melt;

import java.util.List;
import java.util.Map;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassComposition;

/**
 * The pair potentials of a glass, those of the bundled data set. Immutable.
 *
 * <p>Partial charges; Coulomb's energy damped and shifted at 8 Å; Buckingham's form for O–O and
 * cation–O in the set of Teter and Du, with a repulsive core below the distance where it would turn
 * over; B–O by composition ({@link BoronOxygen}); Zn–O of Pedone et al., J. Phys. Chem. B 110,
 * 11780, 2006 (PMMCS), which has the same charges. Cations meet each other by their charges alone.
 */
final class ForceField {
  /** Where all potentials end (Å). */
  static final double CUTOFF = 8;

  private static final double DAMPING = 0.25;

  /** Order of LAMMPS's atom types. */
  private static final List<Element> ORDER =
      List.of(Element.Si, Element.B, Element.O, Element.Na, Element.Ba, Element.Ti, Element.Zn);

  private static final Map<Element, Double> CHARGES =
      Map.of(
          Element.Si, 2.4,
          Element.B, 1.8,
          Element.O, -1.2,
          Element.Na, 0.6,
          Element.Ba, 1.2,
          Element.Ti, 2.4,
          Element.Zn, 1.2);

  private static final PairPotential ZN_O =
      new PairPotential.Morse(0.001221, 3.150679, 2.851850, 1.0);

  private static final Map<Element, PairPotential> WITH_OXYGEN =
      Map.of(
          Element.O,
          cored(2029.2204, 0.343640, 192.580, 46.462, -0.32605, 3.430, 1.906),
          Element.Si,
          cored(13702.905, 0.193817, 54.681, 28.950, -3.059, 3.932, 1.168),
          Element.Na,
          cored(4383.7555, 0.243838, 30.700, 48.264, -4.730, 2.893, 1.172),
          Element.Ba,
          cored(8636.0, 0.275100, 122.900, 135.948275, -7.513441, 2.883345, 1.317647),
          Element.Ti,
          cored(23707.909, 0.185580, 14.513, 207.407471, -149.746093, 2.446894, 0.749442),
          Element.Zn,
          ZN_O);

  private final GlassComposition glass;
  private final List<Element> types;

  private ForceField(GlassComposition glass, List<Element> types) {
    this.glass = glass;
    this.types = types;
  }

  private static PairPotential cored(
      double a, double rho, double c, double b, double d, double n, double distance) {
    return new PairPotential.Buckingham(a, rho, c)
        .withCore(new PairPotential.Core(b, d, n), distance);
  }

  /**
   * The potentials of a glass.
   *
   * @param glass its composition
   * @return the force field
   * @throws IllegalArgumentException if it holds an element without potentials
   */
  static ForceField of(GlassComposition glass) {
    for (Element element : glass.elements()) {
      if (!CHARGES.containsKey(element)) {
        throw new IllegalArgumentException(
            "glasses can be simulated of Si, B, Na, Ba, Ti, Zn and O, for which there are"
                + " potentials; "
                + glass
                + " holds "
                + element.symbol());
      }
    }
    return new ForceField(glass, ORDER.stream().filter(glass::contains).toList());
  }

  /** The elements in the order of LAMMPS's atom types 1, 2 …. */
  List<Element> types() {
    return types;
  }

  /** The potential of two elements, up to {@link #CUTOFF}. */
  PairPotential between(Element one, Element other) {
    PairPotential coulomb =
        new PairPotential.DampedShiftedCoulomb(
            CHARGES.get(one) * CHARGES.get(other), DAMPING, CUTOFF);
    if (one != Element.O && other != Element.O) {
      return coulomb;
    }
    Element cation = one == Element.O ? other : one;
    PairPotential near = cation == Element.B ? BoronOxygen.of(glass) : WITH_OXYGEN.get(cation);
    return coulomb.plus(near.shifted(CUTOFF));
  }
}
