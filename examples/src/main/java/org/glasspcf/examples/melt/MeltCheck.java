package org.glasspcf.examples.melt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.glasspcf.core.Element;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.trajectory.LammpsRdf;

/**
 * Tells a glass from a run that went wrong. The bands are wide: a fast quench of few atoms must
 * pass, lost atoms, a gas, a crystal of wrong charges or a box that never settled must not.
 */
final class MeltCheck {
  /** Mean temperature of the production against the protocol's (1). */
  private static final double TEMPERATURE_BAND = 0.1;

  /** Mean pressure of the production (bar); 800 atoms fluctuate by some 3,000. */
  private static final double PRESSURE_BAND = 10_000;

  /** Density against that of the molar volumes (1). */
  private static final double DENSITY_BAND = 0.2;

  /**
   * Oxygen neighbors of a cation.
   *
   * @param cutoff how far they are counted (Å), as in the bundled data set
   * @param least fewest on average
   * @param most most on average
   */
  record Coordination(double cutoff, double least, double most) {}

  /** The bundled glasses lie at 3.99–4.01, 3.3–3.9, 6.2–7.6, 7.2–10.0, 4.0–5.1 and 3.4–4.5. */
  static final Map<Element, Coordination> COORDINATIONS =
      Map.of(
          Element.Si, new Coordination(2.1, 3.9, 4.1),
          Element.B, new Coordination(2.0, 2.8, 4.1),
          Element.Na, new Coordination(3.2, 4.5, 9.5),
          Element.Ba, new Coordination(3.6, 5.5, 12.5),
          Element.Ti, new Coordination(2.5, 3.5, 6.3),
          Element.Zn, new Coordination(2.7, 2.9, 5.5));

  private final List<String> complaints = new ArrayList<>();

  private MeltCheck() {}

  /**
   * Checks a melt.
   *
   * @param run the melt
   * @param last how LAMMPS left it
   * @param production log of its last stage
   * @param rdf its structure
   * @return what is wrong; empty for a glass
   */
  static List<String> complaints(MeltRun run, FinalBox last, ThermoLog production, LammpsRdf rdf) {
    MeltCheck check = new MeltCheck();
    check.atoms(run.box(), last);
    check.averages(run, production.lastRun());
    check.density(run.box(), last);
    check.coordinations(run.box(), rdf);
    return List.copyOf(check.complaints);
  }

  private void atoms(MeltBox box, FinalBox last) {
    if (last.atoms() != box.atomCount()) {
      complaints.add(last.atoms() + " atoms are left of " + box.atomCount());
    }
  }

  private void averages(MeltRun run, List<ThermoLog.Row> rows) {
    if (rows.isEmpty() || !rows.stream().allMatch(ThermoLog.Row::isFinite)) {
      complaints.add("the log of the production has no finite temperature, pressure and energy");
      return;
    }
    double target = run.settings().protocol().glassTemperature();
    double temperature =
        rows.stream().mapToDouble(ThermoLog.Row::temperature).average().orElseThrow();
    require(
        Math.abs(temperature - target) <= TEMPERATURE_BAND * target,
        "the mean temperature is %.1f K instead of %.1f K within %.0f %%",
        temperature,
        target,
        100 * TEMPERATURE_BAND);
    double pressure = rows.stream().mapToDouble(ThermoLog.Row::pressure).average().orElseThrow();
    require(
        Math.abs(pressure) <= PRESSURE_BAND,
        "the mean pressure is %.0f bar instead of 0 within %.0f bar",
        pressure,
        PRESSURE_BAND);
  }

  private void density(MeltBox box, FinalBox last) {
    double ratio = Math.pow(box.edge(), 3) / last.volume();
    require(
        Math.abs(ratio - 1) <= DENSITY_BAND,
        "the density is %.2f of that of the molar volumes, instead of 1 within %.0f %%",
        ratio,
        100 * DENSITY_BAND);
  }

  private void coordinations(MeltBox box, LammpsRdf rdf) {
    COORDINATIONS.forEach(
        (cation, band) -> {
          if (box.atoms().containsKey(cation)) {
            double count = coordination(cation, band.cutoff(), box, rdf);
            require(
                count >= band.least() && count <= band.most(),
                cation.symbol() + " has %.2f O within %.1f Å instead of %.1f to %.1f",
                count,
                band.cutoff(),
                band.least(),
                band.most());
          }
        });
  }

  /** Mean number of oxygen neighbors of a cation within a distance (Å). */
  static double coordination(Element cation, double cutoff, MeltBox box, LammpsRdf rdf) {
    boolean cationFirst =
        rdf.order().stream()
            .anyMatch(pair -> pair.center() == cation && pair.neighbor() == Element.O);
    double[] running =
        cationFirst ? rdf.coordination(cation, Element.O) : rdf.coordination(Element.O, cation);
    double factor = cationFirst ? 1 : (double) box.atoms().get(Element.O) / box.atoms().get(cation);
    RadialGrid grid = rdf.grid();
    int bin = (int) Math.rint(cutoff / grid.rMax() * grid.bins()) - 1;
    return running[bin] * factor;
  }

  private void require(boolean holds, String rule, Object... values) {
    if (!holds) {
      complaints.add(String.format(Locale.ROOT, rule, values));
    }
  }
}
