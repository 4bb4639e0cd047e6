package org.glasspcf.examples.melt;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.trajectory.DirectedPair;
import org.glasspcf.core.trajectory.LammpsRdf;

/**
 * What a finished melt gave.
 *
 * @param simulation its row and curves
 * @param summary density and coordination numbers in one line
 * @param pairs the pairs in the order of {@code rdf.out}
 */
record MeltResult(GlassSimulation simulation, String summary, List<DirectedPair> pairs) {
  /** What the data set calls LAMMPS. */
  static final String ENGINE = "lammps";

  /** Å³ a cm³/mol. */
  private static final double AVOGADRO = 0.602214076;

  private static final int DENSITY_DECIMALS = 5;
  private static final int VOLUME_DECIMALS = 4;

  MeltResult {
    pairs = List.copyOf(pairs);
  }

  /**
   * Reads and checks what LAMMPS left.
   *
   * @param run a melt whose stages are all done
   * @return its result
   * @throws MeltQuenchException if it does not pass the checks
   * @throws GlassDataException if a file is damaged
   */
  static MeltResult of(MeltRun run) throws IOException {
    Path folder = run.folder();
    List<DirectedPair> pairs = pairs(run.field().types());
    LammpsRdf rdf = LammpsRdf.read(folder.resolve(LammpsDeck.RDF), pairs, LammpsRdf.Blocks.LAST);
    FinalBox last = FinalBox.read(folder.resolve(LammpsDeck.FINAL));
    ThermoLog production = ThermoLog.of(folder.resolve(MeltRun.log(MeltStage.PRODUCTION))).update();
    List<String> complaints = MeltCheck.complaints(run, last, production, rdf);
    if (!complaints.isEmpty()) {
      throw new MeltQuenchException(
          run.id()
              + " is no sound glass: "
              + String.join("; ", complaints)
              + "; its files stay in "
              + folder);
    }
    double density = Packing.mass(run.box().atoms()) / AVOGADRO / last.volume();
    GlassSimulation simulation =
        GlassSimulation.of(run.id(), run.settings().glass(), run.box().atoms(), rdf.curves())
            .withSeed(run.settings().seed())
            .withDensity(rounded(density, DENSITY_DECIMALS))
            .withVolume(rounded(last.volume(), VOLUME_DECIMALS))
            .withEngine(ENGINE);
    return new MeltResult(simulation, summary(run, density, rdf), pairs);
  }

  private static List<DirectedPair> pairs(List<Element> types) {
    List<DirectedPair> pairs = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      for (int j = i; j < types.size(); j++) {
        pairs.add(new DirectedPair(types.get(i), types.get(j)));
      }
    }
    return pairs;
  }

  private static String summary(MeltRun run, double density, LammpsRdf rdf) {
    String neighbors =
        run.field().types().stream()
            .filter(element -> element != Element.O)
            .map(
                cation -> {
                  double cutoff = MeltCheck.COORDINATIONS.get(cation).cutoff();
                  return String.format(
                      Locale.ROOT,
                      "%s-O %.2f",
                      cation.symbol(),
                      MeltCheck.coordination(cation, cutoff, run.box(), rdf));
                })
            .collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "%.4f g/cm³, neighbors %s", density, neighbors);
  }

  private static double rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
  }

  /** The pairs as the data set's {@code pairs.json}. */
  String pairsJson() {
    return pairs.stream()
        .map(pair -> '"' + pair.toString() + '"')
        .collect(Collectors.joining(", ", "{\"pairs\": [", "]}\n"));
  }
}
