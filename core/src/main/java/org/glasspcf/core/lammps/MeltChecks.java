package org.glasspcf.core.lammps;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.correlation.PairCorrelations;
import org.glasspcf.core.correlation.ShellPeak;
import org.glasspcf.core.correlation.ShellSearch;
import org.glasspcf.core.dataset.MeltTable;
import org.glasspcf.core.density.NumberDensities;

/** Whether a melt's file is what is said of it. */
final class MeltChecks {
  /** How far a share of atoms may be from the composition's, and in parts of a small share. */
  private static final double SHARE_TOLERANCE = 0.01;

  private static final double SMALL_SHARE_TOLERANCE = 0.2;

  /** What is rounded away where a box is made of whole atoms. */
  private static final double WHOLE_ATOMS = 2;

  /** How far a table's volume may be from the dump's mean (relative). */
  private static final double VOLUME_TOLERANCE = 0.01;

  /**
   * Cation–oxygen bond lengths (Å): sums of Shannon's ionic radii (Acta Cryst. A 32, 751, 1976), of
   * coordination numbers that glasses have.
   */
  private static final Map<Element, Double> BONDS =
      Map.ofEntries(
          Map.entry(Element.Si, 1.62),
          Map.entry(Element.B, 1.42),
          Map.entry(Element.Ge, 1.75),
          Map.entry(Element.P, 1.53),
          Map.entry(Element.Al, 1.75),
          Map.entry(Element.Ti, 1.85),
          Map.entry(Element.Zn, 1.96),
          Map.entry(Element.Mg, 2.05),
          Map.entry(Element.Li, 2.0),
          Map.entry(Element.Na, 2.4),
          Map.entry(Element.K, 2.8),
          Map.entry(Element.Ca, 2.38),
          Map.entry(Element.Sr, 2.55),
          Map.entry(Element.Ba, 2.8));

  /** How far a first peak may be from the sum of the radii (relative). */
  private static final double BOND_TOLERANCE = 0.2;

  private MeltChecks() {}

  /** Types in a wrong order give bonds that no oxide has, even where the atoms are as many. */
  static void requireBonds(Path file, Map<ElementPair, PairCorrelationFunction> curves) {
    new TreeMap<>(BONDS)
        .forEach(
            (cation, bond) -> {
              Optional<ShellPeak> peak =
                  Optional.ofNullable(curves.get(ElementPair.of(cation, Element.O)))
                      .flatMap(curve -> ShellSearch.of(curve).peak());
              if (peak.isPresent()
                  && Math.abs(peak.get().position() - bond) > BOND_TOLERANCE * bond) {
                throw GlassDataException.inFile(
                    file.toString(),
                    String.format(
                        Locale.ROOT,
                        "the first peak of %s-O must be within 20 %% of %.2f Å, but is at %.2f Å: is the"
                            + " order of the types or pairs right?",
                        cation.symbol(),
                        bond,
                        peak.get().position()));
              }
            });
  }

  /** What the table tells of a dump must be what the dump has. */
  static void requireTold(Path file, Path table, MeltTable.Row row, PairCorrelations found) {
    row.volume()
        .ifPresent(
            volume -> {
              double own = found.meanVolume();
              if (!(Math.abs(volume - own) <= VOLUME_TOLERANCE * own)) {
                throw GlassDataException.atLine(
                    table.toString(),
                    row.line(),
                    String.format(
                        Locale.ROOT,
                        "the volume must be that of %s, %.1f Å³, but is %.1f Å³",
                        file.getFileName(),
                        own,
                        volume));
              }
            });
    row.atoms()
        .forEach(
            (element, count) -> {
              int own = found.atomCounts().getOrDefault(element, 0);
              if (own != count) {
                throw GlassDataException.atLine(
                    table.toString(),
                    row.line(),
                    String.format(
                        Locale.ROOT,
                        "n_%s must be that of %s, %d, but is %d",
                        element.symbol(),
                        file.getFileName(),
                        own,
                        count));
              }
            });
  }

  /** The atoms must be those of the glass, but for what a box of whole atoms rounds. */
  static void requireShares(Path file, GlassComposition glass, Map<Element, Integer> atoms) {
    NumberDensities nominal = NumberDensities.of(glass, 1);
    double total = atoms.values().stream().mapToInt(Integer::intValue).sum();
    Set<Element> elements = new HashSet<>(atoms.keySet());
    elements.addAll(glass.elements());
    if (total == 0) {
      throw GlassDataException.inFile(file.toString(), "must have atoms, but all are counted as 0");
    }
    for (Element element : elements.stream().sorted().toList()) {
      double share = atoms.getOrDefault(element, 0) / total;
      double expected = glass.contains(element) ? nominal.fraction(element) : 0;
      double rounding = expected == 0 ? 0 : WHOLE_ATOMS / total;
      double tolerance = Math.min(SHARE_TOLERANCE, SMALL_SHARE_TOLERANCE * expected) + rounding;
      boolean lost = share == 0 && expected * total >= 1;
      if (lost || !(Math.abs(share - expected) <= tolerance)) {
        throw GlassDataException.inFile(
            file.toString(),
            String.format(
                Locale.ROOT,
                "must be of %s, in which %.1f %% of the atoms are %s, but %.1f %% are: are the glass"
                    + " and the order of the types right?",
                glass,
                100 * expected,
                element.symbol(),
                100 * share));
      }
    }
  }
}
