package org.glasspcf.examples.melt;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.density.DellBrayXiao;

/**
 * What goes into the box: whole formula units of the oxides, so that charges cancel exactly, and a
 * cube of the size that molar volumes give them.
 *
 * @param units formula units of each oxide
 * @param atoms atoms of each element
 * @param edge length of the cube (Å)
 */
record MeltBox(Map<Oxide, Integer> units, Map<Element, Integer> atoms, double edge) {
  /** Å³ a formula unit per cm³/mol. */
  private static final double AVOGADRO = 0.602214076;

  /** Volume of an oxide in a glass (cm³/mol). */
  private static final Map<Oxide, Double> MOLAR_VOLUMES =
      Map.of(
          Oxide.SiO2, 27.0,
          Oxide.Na2O, 20.4,
          Oxide.BaO, 22.0,
          Oxide.ZnO, 14.5,
          Oxide.TiO2, 20.5);

  private static final double FOURFOLD = 18.5;
  private static final double THREEFOLD = 34.6;

  MeltBox {
    units = Collections.unmodifiableMap(new TreeMap<>(units));
    atoms = Collections.unmodifiableMap(new EnumMap<>(atoms));
  }

  /**
   * Fills a box. The formula units of an oxide are its share of those that would make up the atoms
   * asked for, rounded: at most half a unit away, and what the bundled data set did.
   *
   * @param glass the composition
   * @param asked number of atoms asked for
   * @return the box
   * @throws IllegalArgumentException if there is no molar volume for an oxide, or one of the oxides
   *     would be left out
   */
  static MeltBox of(GlassComposition glass, int asked) {
    double atomsPerUnit = 0;
    for (Oxide oxide : glass.oxides()) {
      if (!MOLAR_VOLUMES.containsKey(oxide) && !oxide.equals(Oxide.B2O3)) {
        throw new IllegalArgumentException(
            "glasses can be simulated of SiO2, B2O3, Na2O, BaO, ZnO and TiO2, got " + oxide);
      }
      atomsPerUnit += glass.moleFraction(oxide) * atoms(oxide);
    }
    SortedMap<Oxide, Integer> units = new TreeMap<>();
    Map<Element, Integer> atoms = new EnumMap<>(Element.class);
    double volume = 0;
    for (Oxide oxide : glass.oxides()) {
      int count = (int) Math.rint(glass.moleFraction(oxide) * asked / atomsPerUnit);
      if (count == 0) {
        throw new IllegalArgumentException(
            "every oxide needs at least one formula unit, but "
                + Numbers.plain(glass.molePercent(oxide))
                + " mol% of "
                + oxide
                + " are less than half a unit in "
                + asked
                + " atoms");
      }
      units.put(oxide, count);
      oxide.elements().forEach(e -> atoms.merge(e, count * oxide.count(e), Integer::sum));
      volume += count * molarVolume(oxide, glass) / AVOGADRO;
    }
    return new MeltBox(units, atoms, Math.cbrt(volume));
  }

  private static int atoms(Oxide oxide) {
    return oxide.elements().stream().mapToInt(oxide::count).sum();
  }

  private static double molarVolume(Oxide oxide, GlassComposition glass) {
    if (oxide.equals(Oxide.B2O3)) {
      double n4 = DellBrayXiao.fourfoldFraction(glass);
      return FOURFOLD * n4 + THREEFOLD * (1 - n4);
    }
    return MOLAR_VOLUMES.get(oxide);
  }

  /** Number of all atoms. */
  int atomCount() {
    return atoms.values().stream().mapToInt(Integer::intValue).sum();
  }
}
